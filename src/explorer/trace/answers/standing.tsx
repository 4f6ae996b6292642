import { Text } from '@mantine/core';
import type { Trace } from '../../../knowledge/trace-answers.ts';
import { listNames, percent } from '../../../knowledge/words.ts';
import { namesIn, Sentence } from '../../inspector/sentence.tsx';
import classes from './answers.module.css';

/** "hops 1 and 3". */
function hopNumbers(hops: readonly number[]): string {
  return `hops ${listNames(
    hops.map((hop) => String(hop + 1)),
    hops.length,
  )}`;
}

/** What weakens a trace: its weakest hop, and origins that speak in more than one (EVIDENCE E25). */
export function Standing({ trace: { hops, weakest, sharedOrigins, band } }: { trace: Trace }) {
  const weak = hops[weakest];
  if (hops.length < 2 || weak === undefined) return null;
  return (
    <div className={classes['weakness']}>
      <Text size="xs">
        <b>Weakest hop:</b> {weakest + 1}, <Sentence text={weak.relation.proposition} names={namesIn(weak.relation)} />{' '}
        ({percent(weak.relation.belief)} for).
      </Text>
      {sharedOrigins.length > 0 && (
        <Text size="xs">
          <b>Not independent:</b>{' '}
          {sharedOrigins.map(({ name, hops: carried }, i) => (
            <span key={name}>
              {i > 0 && '; '}
              <bdi>{name}</bdi> carries {hopNumbers(carried)}
            </span>
          ))}
          . All of it together may lie anywhere from {percent(band.min)} to {percent(band.max)}.
        </Text>
      )}
    </div>
  );
}
