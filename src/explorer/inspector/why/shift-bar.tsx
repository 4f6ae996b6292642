import { percent } from '../../../knowledge/words.ts';
import classes from './shift-bar.module.css';

/** Belief as it is, and as it would be without something: what would go is hatched, what would come is outlined. */
export function ShiftBar({ before, after }: { before: number; after: number }) {
  const low = Math.min(before, after);
  const high = Math.max(before, after);
  return (
    <div className={classes['row']}>
      <div className={classes['track']} aria-hidden="true">
        <div className={classes['kept']} style={{ width: `${low * 100}%` }} />
        <div
          className={classes['moved']}
          data-rises={after > before || undefined}
          style={{ insetInlineStart: `${low * 100}%`, width: `${(high - low) * 100}%` }}
        />
        <div className={classes['now']} style={{ insetInlineStart: `${before * 100}%` }} />
      </div>
      <span className={classes['numbers']}>
        {percent(before)} → {percent(after)}
      </span>
    </div>
  );
}
