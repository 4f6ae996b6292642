import classes from './contested-mark.module.css';

/**
 * Says that the values of a figure cannot all hold, or that one of them is denied. Two strokes, as a disputed relation
 * is drawn, but without its colours: values stand beside each other, not for and against.
 */
export function ContestedMark() {
  return (
    <span className={classes['mark']}>
      <svg width={18} height={10} viewBox="0 0 18 10" className={classes['strokes']} aria-hidden="true">
        <path d="M1 2.5H17M1 7.5H17" />
      </svg>
      contested
    </span>
  );
}
