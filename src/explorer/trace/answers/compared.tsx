import { CloseButton, Text, useComputedColorScheme } from '@mantine/core';
import type { Trace } from '../../../knowledge/trace-answers.ts';
import { percent, VERDICT_WORDS } from '../../../knowledge/words.ts';
import { RelationLink } from '../../inspector/relation-link.tsx';
import { setBeside } from '../../state/trace-view.ts';
import { useGo } from '../../state/use-view.ts';
import { traceBy } from '../../state/view.ts';
import { pointsAt } from '../pointed.ts';
import classes from './answers.module.css';
import { COMPARE_LINES, compareTraces } from './compare-lines.ts';

interface Numbered {
  readonly trace: Trace;
  /** From 1, as the list counts. */
  readonly number: number;
}

function Swatch({ line }: { line: keyof typeof COMPARE_LINES }) {
  const theme = useComputedColorScheme('light');
  const { colour, size = 2, verdict } = COMPARE_LINES[line];
  return (
    <svg width="26" height="8" aria-hidden="true">
      <line
        x1="2"
        x2="24"
        y1="4"
        y2="4"
        stroke={colour[theme]}
        strokeWidth={size}
        strokeLinecap="round"
        strokeDasharray={verdict === 'unknown' ? '0.1 6' : undefined}
      />
    </svg>
  );
}

/** Two answers beside each other: what they have in common, and where they differ. */
export function Compared({ first, second }: { first: Numbered; second: Numbered }) {
  const go = useGo();
  const hops = compareTraces(first.trace, second.trace);
  const groups = [
    { key: 'both', title: 'In both' },
    { key: 'first', title: `Only in trace ${first.number}` },
    { key: 'second', title: `Only in trace ${second.number}` },
  ] as const;
  return (
    <section className={classes['compared']} aria-label="Two traces compared" data-testid="compared">
      <div className={classes['comparedHead']}>
        <Text size="sm" fw={650}>
          Trace {first.number} beside trace {second.number}
        </Text>
        <CloseButton
          size="sm"
          aria-label="Stop comparing"
          onClick={() => go((view) => traceBy(view, (trace) => setBeside(trace, undefined)))}
        />
      </div>
      <Text size="xs" c="dimmed">
        {[first, second]
          .map(({ trace, number }) => `${number}: ${VERDICT_WORDS[trace.verdict]}, ${percent(trace.opinion.belief)}`)
          .join(' · ')}
      </Text>
      {groups.map(({ key, title }) => (
        <div key={key}>
          <Text size="xs" fw={600} className={classes['swatched']}>
            <Swatch line={key} /> {title}: {hops[key].length === 0 ? 'no hop' : hops[key].length}
          </Text>
          {hops[key].length > 0 && (
            <ul className={classes['plain']}>
              {hops[key].map(({ relation }) => (
                <li key={relation.id} {...pointsAt(relation.id)}>
                  <RelationLink relation={relation} size="xs" />
                </li>
              ))}
            </ul>
          )}
        </div>
      ))}
    </section>
  );
}
