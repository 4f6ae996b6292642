import { Text } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import type { Hop } from '../../../knowledge/trace-answers.ts';
import { deniedElsewhere } from '../../../knowledge/trace-words.ts';
import { namesIn, Sentence } from '../../inspector/sentence.tsx';
import { VerdictMark } from '../../inspector/verdict-mark.tsx';
import { pointsAt } from '../pointed.ts';
import classes from './answers.module.css';
import { Citations } from './citations.tsx';
import { whenText } from './when-text.ts';

interface Props {
  readonly hop: Hop;
  /** Whether it is the hop that is looked at. */
  readonly current?: boolean;
  readonly weakest?: boolean;
  readonly onOpen: () => void;
  /** What can be done with it. */
  readonly menu?: ReactNode;
}

/** One hop: what is claimed, by whom, how strong it is, when, and where it can be read. */
export function HopRow({ hop, current = false, weakest = false, onOpen, menu }: Props) {
  const { relation, dates } = hop;
  const row = useRef<HTMLLIElement>(null);
  // Stepped to with a key, it may lie out of sight.
  useEffect(() => {
    if (current) row.current?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  return (
    <li ref={row} className={classes['hop']} data-current={current || undefined} {...pointsAt(relation.id)}>
      <div className={classes['said']}>
        <button
          type="button"
          className={classes['sentence']}
          aria-current={current ? 'step' : undefined}
          onClick={onOpen}
        >
          <Sentence text={hop.sentence} names={namesIn(relation)} />
        </button>
        {menu}
      </div>
      <div className={classes['standing']}>
        <VerdictMark relation={relation} size="xs" withDeniers={false} />
        {weakest && <span className={classes['weakest']}>weakest hop</span>}
        {!hop.along && !relation.symmetric && (
          <Text component="span" size="xs" c="dimmed">
            walked backwards
          </Text>
        )}
        {dates.length > 0 && (
          <Text component="span" size="xs" c="dimmed">
            {whenText(hop)}
          </Text>
        )}
      </div>
      {hop.related.map((denial) => (
        <Text key={denial.id} size="xs" className={classes['related']}>
          Not counted: <Sentence text={deniedElsewhere(denial)} names={[...namesIn(denial), ...denial.deniedBy]} />
        </Text>
      ))}
      <Citations citations={hop.citations} />
    </li>
  );
}
