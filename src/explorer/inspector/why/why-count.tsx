import type { Evidence, OriginRange, Side, WeighedOrigin } from '../../../evidence/fuse.ts';
import { listNames, originsText } from '../../../knowledge/words.ts';
import { Sign } from './side.tsx';
import classes from './why.module.css';

/** Those on one side of whom it is not known whether they are one voice or several. */
function unsure(origins: readonly WeighedOrigin[], side: Side): string[] {
  return origins
    .filter(({ origin, forUnits, againstUnits }) => !origin.known && (side === 'for' ? forUnits : againstUnits) > 0)
    .map(({ origin }) => origin.label);
}

/** How many independent origins stand on either side, and why that may be a range. */
export function WhyCount({ evidence }: { evidence: Evidence }) {
  const { origins, originsFor, originsAgainst } = evidence;
  const sides: readonly (readonly [Side, OriginRange])[] = [
    ['for', originsFor],
    ['against', originsAgainst],
  ];
  return (
    <ul className={classes['list']}>
      {sides.map(([side, range]) => (
        <li key={side}>
          <Sign side={side} /> {originsText(range)} {side} it.{' '}
          {range.min < range.max &&
            `A range, since it cannot be told how many voices stand behind ${listNames(unsure(origins, side), 4)}: with all of them taken as one there are ${range.min}, with each taken as its own ${range.max}. In the sums they weigh as they stand in step 1.`}
        </li>
      ))}
    </ul>
  );
}
