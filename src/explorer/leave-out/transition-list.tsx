import { Button } from '@mantine/core';
import { useState } from 'react';
import { number, VERDICT_WORDS } from '../../knowledge/words.ts';
import { VerdictLine } from '../inspector/verdict-mark.tsx';
import { ShiftRow } from './shift-row.tsx';
import classes from './transition-list.module.css';
import { type Shift, type Transition, transitionsOf } from './transitions.ts';

interface Props {
  readonly shifts: readonly Shift[];
  /** Level of the headings. */
  readonly level: 3 | 4;
}

/** Relations by the way they go, "corroborated → disputed": the words stand once above all that share them. */
export function TransitionList({ shifts, level }: Props) {
  return transitionsOf(shifts).map((transition) => (
    <TransitionGroup key={`${transition.before} ${transition.after}`} transition={transition} level={level} />
  ));
}

/** Rows that are shown at first, and how many more at a time. */
const FIRST = 8;
const MORE = 50;

function TransitionGroup({ transition, level }: { transition: Transition<Shift>; level: 3 | 4 }) {
  const { before, after, shifts } = transition;
  const [shown, setShown] = useState(FIRST);
  const left = shifts.length - shown;
  const Heading = `h${level}` as const;
  return (
    <section className={classes['group']}>
      <Heading className={classes['way']}>
        <span className={classes['verdict']}>
          <VerdictLine verdict={before} /> {VERDICT_WORDS[before]}
        </span>
        {before === after ? (
          <span className={classes['arrow']}>stays so</span>
        ) : (
          <>
            <span className={classes['arrow']}>→</span>
            <span className={classes['verdict']}>
              <VerdictLine verdict={after} /> {VERDICT_WORDS[after]}
            </span>
          </>
        )}
        <span className={classes['count']}>{number(shifts.length)}</span>
      </Heading>
      <ul className={classes['rows']}>
        {shifts.slice(0, shown).map((shift) => (
          <ShiftRow key={shift.relation.id} shift={shift} />
        ))}
      </ul>
      {left > 0 && (
        <Button size="compact-xs" variant="subtle" onClick={() => setShown(shown + MORE)}>
          {left > MORE ? `Show ${MORE} more of ${number(left)}` : `Show ${number(left)} more`}
        </Button>
      )}
    </section>
  );
}
