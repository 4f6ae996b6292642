import type { Counting, WeighedClaim, WeighedOrigin } from '../../../evidence/fuse.ts';
import { UNITS_PER_ONE } from '../../../evidence/weights.ts';
import { weightText } from '../../../knowledge/arithmetic-words.ts';
import { COUNTING_WORDS, listNames, POSITION_WORDS } from '../../../knowledge/words.ts';
import { isNamed } from '../../../model/claim.ts';
import { groupBy } from '../../../model/group-by.ts';
import type { ClaimId } from '../../../model/ids.ts';
import { useCapped } from '../capped.tsx';
import { CountingLine, UncountedLine } from './claim-line.tsx';
import type { NamedClaim } from './claim-views.ts';
import classes from './origin-group.module.css';
import { SidedWeight } from './side.tsx';

/** What is to be known of an origin before its weight is read. */
function flagsOf({ origin, changed }: WeighedOrigin): string[] {
  return [
    ...(origin.kind === 'unnamed' ? ['pooled: how many they are is not known'] : []),
    ...(origin.circular ? ['circle of references'] : []),
    ...(changed ? [POSITION_WORDS.changed] : []),
    ...(origin.known || origin.kind === 'unnamed' ? [] : ['author and publisher not known']),
  ];
}

interface ClaimsProps {
  readonly claims: readonly WeighedClaim[];
  readonly named: ReadonlyMap<ClaimId, NamedClaim>;
}

/** Words that read alike, taken together: of the same speaker in the same document on the same relation. */
function alike({ claim, on, side }: WeighedClaim): string {
  const speaker = isNamed(claim.speaker) ? claim.speaker : `~${claim.speaker.unnamed}`;
  return [speaker, claim.source, on, side, claim.stance, claim.hedge].join('|');
}

function Uncounted({ counting, claims, named }: ClaimsProps & { counting: Counting }) {
  const { shown, more } = useCapped([...groupBy(claims, alike)], 4, 'that are not counted');
  return (
    <div className={classes['uncounted']}>
      <p>{COUNTING_WORDS[counting]}</p>
      <ul>
        {shown.map(
          ([key, [first, ...others]]) =>
            first !== undefined && (
              <UncountedLine key={key} weighed={first} named={named.get(first.claim.id)} times={1 + others.length} />
            ),
        )}
      </ul>
      {more}
    </div>
  );
}

/** One origin: one voice, with the claims that speak for it and those that only say it again. */
export function OriginGroup({ weighed, claims, named }: ClaimsProps & { weighed: WeighedOrigin }) {
  const { origin, forUnits, againstUnits } = weighed;
  const counting = claims.filter((claim) => claim.counting === 'strongest' || claim.counting === 'half');
  const through = origin.members.filter((member) => member !== origin.label);
  const flags = flagsOf(weighed);
  return (
    <li className={classes['group']}>
      <div className={classes['head']}>
        <span className={classes['label']}>
          <bdi>{origin.label}</bdi>
        </span>
        {forUnits > 0 && <SidedWeight side="for" text={weightText(forUnits / UNITS_PER_ONE)} />}
        {againstUnits > 0 && <SidedWeight side="against" text={weightText(againstUnits / UNITS_PER_ONE)} />}
      </div>
      {flags.length > 0 && (
        <ul className={classes['flags']}>
          {flags.map((flag) => (
            <li key={flag}>{flag}</li>
          ))}
        </ul>
      )}
      {through.length > 0 && <p className={classes['through']}>speaks through {listNames(through, 4)}</p>}
      <ul>
        {counting.map((claim) => (
          <CountingLine key={claim.claim.id} weighed={claim} named={named.get(claim.claim.id)} />
        ))}
      </ul>
      {(['taken-back', 'repeat'] as const).map((reason) => {
        const own = claims.filter((claim) => claim.counting === reason);
        return own.length === 0 ? null : <Uncounted key={reason} counting={reason} claims={own} named={named} />;
      })}
    </li>
  );
}
