import { VerdictLine } from '../inspector/verdict-mark.tsx';
import classes from './contested-mark.module.css';

/** Says that the values of a figure cannot all hold, or that one of them is denied: drawn as a disputed relation is. */
export function ContestedMark() {
  return (
    <span className={classes['mark']}>
      <VerdictLine verdict="disputed" />
      contested
    </span>
  );
}
