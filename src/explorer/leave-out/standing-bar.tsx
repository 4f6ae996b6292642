import { VisuallyHidden } from '@mantine/core';
import type { StandingView } from '../../knowledge/knowledge-base.ts';
import { leftText, percent } from '../../knowledge/words.ts';
import classes from './standing-bar.module.css';

interface Props {
  readonly before: StandingView;
  readonly after: StandingView;
}

/**
 * What is for from the left, what is against from the right: before as an open box, after as the solid bar in it, each
 * with its numbers.
 */
export function StandingBar({ before, after }: Props) {
  const against = before.disbelief > 0 || after.disbelief > 0;
  return (
    <span className={classes['line']}>
      <span className={classes['bar']} aria-hidden="true">
        <span className={classes['beforeFor']} style={{ width: `${before.belief * 100}%` }} />
        <span className={classes['afterFor']} style={{ width: `${after.belief * 100}%` }} />
        {against && (
          <>
            <span className={classes['beforeAgainst']} style={{ width: `${before.disbelief * 100}%` }} />
            <span className={classes['afterAgainst']} style={{ width: `${after.disbelief * 100}%` }} />
          </>
        )}
      </span>
      <span className={classes['numbers']}>
        <Step from={before.belief} to={after.belief} word="for" />
        {against && <Step from={before.disbelief} to={after.disbelief} word="against" />}
      </span>
    </span>
  );
}

function Step({ from, to, word }: { from: number; to: number; word: 'for' | 'against' }) {
  return (
    <span className={classes['step']}>
      <span className={classes[word]}>{word}</span>
      <span className={classes['number']}>{percent(from)}</span>
      <span aria-hidden="true">→</span>
      <VisuallyHidden>then</VisuallyHidden>
      <b className={classes['after']}>{leftText(from, to)}</b>
    </span>
  );
}
