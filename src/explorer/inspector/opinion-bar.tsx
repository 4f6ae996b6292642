import { percent } from '../../knowledge/words.ts';
import classes from './opinion-bar.module.css';

interface Opinion {
  readonly belief: number;
  readonly disbelief: number;
  readonly uncertainty: number;
}

/** Belief from the left, disbelief from the right, uncertainty as the hatched gap between, each with its number. */
export function OpinionBar({ belief, disbelief, uncertainty }: Opinion) {
  const words = `${percent(belief)} for, ${percent(disbelief)} against, ${percent(uncertainty)} uncertain`;
  return (
    <div>
      <div className={classes['bar']} role="img" aria-label={words}>
        <div className={classes['for']} style={{ width: `${belief * 100}%` }} />
        <div className={classes['gap']} />
        <div className={classes['against']} style={{ width: `${disbelief * 100}%` }} />
      </div>
      <div className={classes['words']} aria-hidden="true">
        <span className={classes['forText']}>{percent(belief)} for</span>
        <span className={classes['gapText']}>{percent(uncertainty)} uncertain</span>
        <span className={classes['againstText']}>{percent(disbelief)} against</span>
      </div>
    </div>
  );
}
