import { percent } from '../../knowledge/words.ts';
import classes from './disputes.module.css';

/** How contested something is (EVIDENCE E20), as a bar with its number. Grey: it takes no side. */
export function Contention({ share }: { share: number }) {
  return (
    <span className={classes['contention']}>
      <span className={classes['track']} aria-hidden="true">
        <span className={classes['fill']} style={{ width: `${share * 100}%` }} />
      </span>
      contested {percent(share)}
    </span>
  );
}
