import { SegmentedControl, Text, UnstyledButton } from '@mantine/core';
import type { ExpandAnswer } from '../../../knowledge/trace-answers.ts';
import { number } from '../../../knowledge/words.ts';
import type { EntityId } from '../../../model/ids.ts';
import { KindIcon } from '../../inspector/kind-icon.tsx';
import { endOf, lookNear, setEnds } from '../../state/trace-view.ts';
import { useGo, useView } from '../../state/use-view.ts';
import { traceBy } from '../../state/view.ts';
import classes from './answers.module.css';
import { Names } from './names.tsx';
import { SearchedNote } from './searched-note.tsx';

const HOPS = ['1', '2', '3'];

/** Who is near the only entity that is chosen yet: to be looked at, or chosen as the other end. */
export function Nearby({ answer: { asked, rings, relationsLeftOut, hubs, searched } }: { answer: ExpandAnswer }) {
  const go = useGo();
  const { near } = useView().trace;
  const choose = (id: EntityId): void =>
    go((view) =>
      traceBy(view, (trace) =>
        endOf(trace, 'from').length > 0
          ? setEnds(trace, endOf(trace, 'from'), [id])
          : setEnds(trace, [id], endOf(trace, 'to')),
      ),
    );
  return (
    <div className={classes['stack']} data-testid="nearby">
      <div className={classes['told']}>
        <Text size="sm" component="div">
          Near <Names entities={asked} />
        </Text>
        <SegmentedControl
          size="xs"
          aria-label="How many hops around"
          value={String(near)}
          data={HOPS.map((hops) => ({ value: hops, label: hops === '1' ? '1 hop' : `${hops} hops` }))}
          onChange={(hops) => go((view) => traceBy(view, (trace) => lookNear(trace, Number(hops))))}
        />
      </div>
      {rings.every(({ total }) => total === 0) && (
        <Text size="sm" role="status">
          Nobody stands in a relation to it under these conditions.
        </Text>
      )}
      {rings.some(({ total }) => total > 0) && (
        <Text size="xs" c="dimmed">
          Press one to see how the two are related.
        </Text>
      )}
      {rings
        .filter(({ total }) => total > 0)
        .map(({ depth, entities, total, leftOut }) => (
          <section key={depth} aria-label={`${depth} hops away`}>
            <Text size="xs" c="dimmed" mb={4}>
              {depth === 1 ? 'Directly' : `${depth} hops away`}: {number(total)}
              {leftOut > 0 && `, of which ${number(leftOut)} are not listed`}
            </Text>
            <ul className={classes['neighbours']}>
              {entities.map((entity) => (
                <li key={entity.id}>
                  <UnstyledButton className={classes['neighbour']} onClick={() => choose(entity.id)}>
                    <KindIcon kind={entity.kind} size={13} /> <bdi>{entity.name}</bdi>
                  </UnstyledButton>
                </li>
              ))}
            </ul>
          </section>
        ))}
      {relationsLeftOut > 0 && (
        <Text size="xs" c="dimmed">
          {number(relationsLeftOut)} {relationsLeftOut === 1 ? 'relation leads' : 'relations lead'} to those that are
          not listed.
        </Text>
      )}
      {hubs.length > 0 && (
        <Text size="xs" c="dimmed" component="div">
          Not gone on from, for their many relations: <Names entities={hubs} />
        </Text>
      )}
      <SearchedNote searched={searched} />
    </div>
  );
}
