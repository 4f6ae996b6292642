import type { Change } from '../../evidence/fusion.ts';
import classes from './change-share.module.css';

/** One part of a stacked bar: how much goes one way. Told apart by darkness and pattern, not by hue alone. */
export function ChangeShare({ change, share }: { change: Change; share: number }) {
  return share > 0 ? <span className={classes[change]} style={{ width: `${share * 100}%` }} /> : null;
}
