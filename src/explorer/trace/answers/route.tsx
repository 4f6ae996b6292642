import { Fragment } from 'react';
import type { EntityRef } from '../../../knowledge/knowledge-base.ts';
import type { Hop } from '../../../knowledge/trace-answers.ts';
import { KindIcon } from '../../inspector/kind-icon.tsx';
import classes from './answers.module.css';

/** What the relation is called, with an arrow the way that it is claimed: "— accused of arming →", "← leads —". */
function Arrow({ hop: { along, relation } }: { hop: Hop }) {
  if (relation.symmetric) return <>↔ {relation.typeLabel} ↔</>;
  return along ? <>— {relation.typeLabel} →</> : <>← {relation.typeLabel} —</>;
}

/** Who is passed on the way, with the way that each relation is claimed. */
export function Route({ hops }: { hops: readonly Hop[] }) {
  const [first] = hops;
  const name = (entity: EntityRef) => (
    <span className={classes['stop']}>
      <KindIcon kind={entity.kind} size={13} /> <bdi>{entity.name}</bdi>
    </span>
  );
  return (
    <span className={classes['route']}>
      {first !== undefined && name(first.from)}
      {hops.map((hop) => (
        <Fragment key={hop.relation.id}>
          <span className={classes['arrow']}>
            <Arrow hop={hop} />
          </span>
          {name(hop.to)}
        </Fragment>
      ))}
    </span>
  );
}
