import type { Side } from '../../../evidence/fuse.ts';
import classes from './side.module.css';

const SIGNS: Readonly<Record<Side, string>> = { for: '+', against: '−' };

/** On which side a weight stands: sign and colour; the word stands beside it or is read out. */
export function Sign({ side }: { side: Side }) {
  return (
    <span className={classes['sign']} data-side={side} role="img" aria-label={side}>
      {SIGNS[side]}
    </span>
  );
}

/** A weight on one side, "+ 0.5". */
export function SidedWeight({ side, text }: { side: Side; text: string }) {
  return (
    <span className={classes['weight']} data-side={side}>
      <Sign side={side} /> {text}
    </span>
  );
}
