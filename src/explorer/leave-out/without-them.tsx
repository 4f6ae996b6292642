import { Text, VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import type { RelationSummary, StandingView } from '../../knowledge/knowledge-base.ts';
import { VERDICT_WORDS, verdictNumber } from '../../knowledge/words.ts';
import { VerdictLine } from '../inspector/verdict-mark.tsx';
import { useView } from '../state/use-view.ts';
import { figureOutcome, isMoved, useLeftOut } from './left-out-standing.ts';
import classes from './without-them.module.css';

/** A verdict as it is without those who are left out: line, word and number. */
function Standing({ standing: { verdict, belief, disbelief } }: { standing: StandingView }) {
  const forShare = belief + disbelief === 0 ? 1 : belief / (belief + disbelief);
  // "Too little evidence" has no number; that there is none at all is worth saying.
  const number = belief + disbelief === 0 ? 'nothing left' : verdictNumber(verdict, belief, disbelief);
  return (
    <>
      <VerdictLine verdict={verdict} forShare={forShare} /> <b>{VERDICT_WORDS[verdict]}</b>
      {number !== '' && <span className={classes['number']}>{number}</span>}
    </>
  );
}

function Box({ names, children }: { names: string; children: ReactNode }) {
  return (
    <div className={classes['box']} data-testid="without-them">
      <Text size="xs" c="dimmed">
        Without <bdi>{names}</bdi>
      </Text>
      <Text size="sm" component="div" className={classes['standing']}>
        {children}
      </Text>
    </div>
  );
}

/** Says that what stands beside it rests on all claims, until what it is without some of them is reckoned. */
function OnAllClaims() {
  return (
    <Text size="xs" c="dimmed">
      This rests on all claims, also on those that are left out in “Leave out”.
    </Text>
  );
}

/** Beside the verdict of a relation: what it is without those who are left out. Nothing, while nobody is. */
export function RelationWithout({ relation }: { relation: RelationSummary }) {
  const { without } = useView();
  const leftOut = useLeftOut();
  if (without.length === 0) return null;
  // One that only follows from others is not reckoned by itself.
  if (leftOut === undefined || relation.implied) return <OnAllClaims />;
  const change = leftOut.relations.get(relation.id);
  return (
    <Box names={leftOut.names}>
      {change === undefined ? (
        'As it is: none of their claims bears on it.'
      ) : isMoved(change) ? (
        <Standing standing={change.after} />
      ) : (
        'As it is: nothing that counts is lost.'
      )}
    </Box>
  );
}

/** What the arrows of a list of verdicts mean; nothing while nobody is left out. */
export function WithoutKey() {
  const leftOut = useLeftOut();
  if (leftOut === undefined) return null;
  return (
    <Box names={leftOut.names}>
      <span>→ stands before what a verdict becomes. Those without an arrow stay as they are.</span>
    </Box>
  );
}

/** The same in one line, in lists; nothing where it is as it was. */
export function RowWithout({ relation }: { relation: RelationSummary }) {
  const change = useLeftOut()?.relations.get(relation.id);
  if (change === undefined || !isMoved(change)) return null;
  return (
    <span className={classes['row']} data-testid="without-them">
      <span aria-hidden="true">→</span>
      <VisuallyHidden>without those left out:</VisuallyHidden> <Standing standing={change.after} />
    </span>
  );
}

/** Beside the values of a figure: what is left of it. */
export function FigureWithout({ id }: { id: string }) {
  const { without } = useView();
  const leftOut = useLeftOut();
  if (without.length === 0) return null;
  if (leftOut === undefined) return <OnAllClaims />;
  const change = leftOut.figures.get(id);
  return (
    <Box names={leftOut.names}>
      {change === undefined ? 'As it is: no value is lost.' : <b>{figureOutcome(change)}</b>}
    </Box>
  );
}
