import { Text } from '@mantine/core';
import type { Verdict } from '../../evidence/verdict.ts';
import type { RelationSummary } from '../../knowledge/knowledge-base.ts';
import { VERDICT_WORDS, verdictNumber } from '../../knowledge/words.ts';
import classes from './verdict-mark.module.css';

/** The line of a verdict as the graph draws it: readable without colour. Decorative; the word stands beside it. */
export function VerdictLine({ verdict, forShare = 0.5 }: { verdict: Verdict; forShare?: number }) {
  const width = 30;
  const middle = 7;
  const stroke = { x1: 1, x2: width - 1, strokeLinecap: 'round' as const };
  return (
    <svg width={width} height={14} viewBox={`0 0 ${width} 14`} aria-hidden="true" className={classes['line']}>
      {verdict === 'corroborated' && (
        <line {...stroke} y1={middle} y2={middle} stroke="var(--ascribe-for)" strokeWidth={4} />
      )}
      {verdict === 'single-source' && (
        <line {...stroke} y1={middle} y2={middle} stroke="var(--ascribe-for)" strokeWidth={1.6} />
      )}
      {verdict === 'disputed' && (
        <>
          <line {...stroke} y1={4} y2={4} stroke="var(--ascribe-for)" strokeWidth={1 + 4 * forShare} />
          <line {...stroke} y1={10.5} y2={10.5} stroke="var(--ascribe-against)" strokeWidth={1 + 4 * (1 - forShare)} />
        </>
      )}
      {verdict === 'denied' && (
        <>
          <line {...stroke} y1={middle} y2={middle} stroke="var(--ascribe-against)" strokeWidth={1.6} />
          {[8, 15, 22].map((x) => (
            <path key={x} d={`M${x - 3} 3.5l6 7m0-7l-6 7`} stroke="var(--ascribe-against)" strokeWidth={1.4} />
          ))}
        </>
      )}
      {verdict === 'unknown' && (
        <line
          {...stroke}
          y1={middle}
          y2={middle}
          stroke="var(--ascribe-uncertain)"
          strokeWidth={2.2}
          strokeDasharray="0.1 4.6"
        />
      )}
    </svg>
  );
}

interface MarkProps {
  readonly relation: RelationSummary;
  readonly size?: 'xs' | 'sm' | 'md';
  /** Left out only where those who speak against it are named right beside. */
  readonly withDeniers?: boolean;
}

/** Who speaks against a relation, as it stands behind the verdict's word: "denied by India". */
function opposition({ verdict, verdictText }: RelationSummary): string {
  return verdictText.slice(VERDICT_WORDS[verdict].length).replace(/^, /u, '').trim();
}

/** A relation's verdict: line, word, number, and whoever speaks against it. */
export function VerdictMark({ relation, size = 'sm', withDeniers = true }: MarkProps) {
  const number = verdictNumber(relation.verdict, relation.belief, relation.disbelief);
  const against = withDeniers ? opposition(relation) : '';
  return (
    <span className={classes['mark']}>
      <VerdictLine verdict={relation.verdict} forShare={relation.forShare} />
      <Text component="span" size={size} fw={600}>
        {VERDICT_WORDS[relation.verdict]}
      </Text>
      {number !== '' && (
        <Text component="span" size={size} c="dimmed" className={classes['number']}>
          {number}
        </Text>
      )}
      {against !== '' && (
        <Text component="span" size={size} className={classes['against']}>
          <bdi>{against}</bdi>
        </Text>
      )}
    </span>
  );
}
