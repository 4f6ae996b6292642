import classes from './standing-bar.module.css';

/** The key to the bars below: the open box and the solid bar in it. */
export function StandingKey({ before, after }: { before: string; after: string }) {
  return (
    <p className={classes['key']}>
      <span className={classes['open']} aria-hidden="true" /> {before}
      <span className={classes['solid']} aria-hidden="true" /> {after}
      <span className={classes['sides']}>
        <span className={classes['for']}>for</span> from the left, <span className={classes['against']}>against</span>{' '}
        from the right
      </span>
    </p>
  );
}
