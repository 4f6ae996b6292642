import type { Mark } from '../../knowledge/knowledge-base.ts';
import { POSITION_WORDS, STANCE_WORDS } from '../../knowledge/words.ts';
import classes from './matrix.module.css';

/** What a mark says, in words. */
export const MARK_WORDS: Readonly<Record<Mark, string>> = {
  '+': STANCE_WORDS.asserts,
  '−': STANCE_WORDS.denies,
  '?': STANCE_WORDS.doubts,
  '×': POSITION_WORDS.excludes,
  '±': POSITION_WORDS.changed,
};

/** In the order of the legend. */
const MARKS: readonly Mark[] = ['+', '−', '?', '×', '±'];

/** Which side a mark weighs on, for its colour: the sign itself is told apart without. */
const SIDES: Readonly<Record<Mark, string | undefined>> = {
  '+': classes['for'],
  '−': classes['against'],
  '?': classes['against'],
  '×': classes['against'],
  '±': classes['both'],
};

export function MarkSign({ mark, counted = true }: { mark: Mark; counted?: boolean }) {
  return (
    <span className={`${classes['sign']} ${counted ? SIDES[mark] : classes['repeat']}`} aria-hidden="true">
      {mark}
    </span>
  );
}

/** What the marks mean. */
export function MarkLegend() {
  return (
    <ul className={classes['legend']} aria-label="What the marks mean">
      {MARKS.map((mark) => (
        <li key={mark}>
          <MarkSign mark={mark} /> {MARK_WORDS[mark]}
        </li>
      ))}
      <li>
        <MarkSign mark="+" counted={false} /> said again, not counted
      </li>
      <li>
        <span className={classes['blank']} aria-hidden="true" /> blank: {POSITION_WORDS.silent}
      </li>
    </ul>
  );
}
