import type { Evidence, WeighedClaim, WeighedOrigin } from '../../../evidence/fuse.ts';
import { POSITION_WORDS } from '../../../knowledge/words.ts';
import { groupBy } from '../../../model/group-by.ts';
import type { ClaimId } from '../../../model/ids.ts';
import { useCapped } from '../capped.tsx';
import type { NamedClaim } from './claim-views.ts';
import { OriginGroup } from './origin-group.tsx';
import classes from './why-origins.module.css';

type Standing = 'for' | 'both' | 'against';

const STANDINGS: readonly (readonly [Standing, string])[] = [
  ['for', '+ for it'],
  ['both', `± ${POSITION_WORDS.changed}`],
  ['against', '− against it'],
];

function standingOf({ changed, againstUnits }: WeighedOrigin): Standing {
  if (changed) return 'both';
  return againstUnits > 0 ? 'against' : 'for';
}

interface Props {
  readonly evidence: Evidence;
  readonly named: ReadonlyMap<ClaimId, NamedClaim>;
}

function Side({
  origins,
  claims,
  named,
  standing,
  words,
}: Pick<Props, 'named'> & {
  origins: readonly WeighedOrigin[];
  claims: ReadonlyMap<string, readonly WeighedClaim[]>;
  standing: Standing;
  words: string;
}) {
  const { shown, more } = useCapped(origins, 10, 'origins');
  if (origins.length === 0) return null;
  return (
    <section className={classes['side']} data-standing={standing}>
      <h4>
        {words} · {origins.length}
      </h4>
      <ul>
        {shown.map((weighed) => (
          <OriginGroup
            key={weighed.origin.id}
            weighed={weighed}
            claims={claims.get(weighed.origin.id) ?? []}
            named={named}
          />
        ))}
      </ul>
      {more}
    </section>
  );
}

/** The origins on either side: one frame is one voice, however many documents it speaks through. */
export function WhyOrigins({ evidence, named }: Props) {
  const claims = groupBy(evidence.claims, (claim) => claim.origin);
  const sides = groupBy(evidence.origins, standingOf);
  return (
    <div className={classes['sides']}>
      {STANDINGS.map(([standing, words]) => (
        <Side
          key={standing}
          standing={standing}
          words={words}
          origins={sides.get(standing) ?? []}
          claims={claims}
          named={named}
        />
      ))}
    </div>
  );
}
