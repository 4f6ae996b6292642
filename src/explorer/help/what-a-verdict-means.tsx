import type { Verdict } from '../../evidence/verdict.ts';
import { VERDICT_MEANINGS, VERDICT_ORDER, VERDICT_WORDS } from '../../knowledge/words.ts';
import { OpinionBar } from '../inspector/opinion-bar.tsx';
import { VerdictLine } from '../inspector/verdict-mark.tsx';
import { beliefIn } from './example-numbers.ts';
import classes from './help.module.css';

const NOT_MEANT: Readonly<Record<Verdict, string>> = {
  corroborated: 'that it is true',
  'single-source': 'that it is false, or that little speaks for it',
  disputed: 'that it is half true',
  denied: 'that it is false',
  unknown: 'that it is as likely as not',
};

/** What each verdict says, and what it leaves open. */
export function WhatAVerdictMeans() {
  return (
    <>
      <p>A verdict says what the claims amount to, not what is true.</p>
      <dl className={classes['verdicts']}>
        {VERDICT_ORDER.map((verdict) => (
          <div key={verdict}>
            <dt>
              <VerdictLine verdict={verdict} /> {VERDICT_WORDS[verdict]}
            </dt>
            <dd>
              {VERDICT_MEANINGS[verdict]}
              <br />
              <span className={classes['quiet']}>It does not mean {NOT_MEANT[verdict]}.</span>
            </dd>
          </div>
        ))}
      </dl>
      <p>
        The bar below a verdict shows three shares: belief from the left, disbelief from the right, and between them,
        hatched, the uncertainty that is left. Uncertainty shrinks with evidence and never reaches nothing.
      </p>
      <div className={classes['example']}>
        <OpinionBar {...beliefIn(3, 1)} />
      </div>
      <ul>
        <li>Whoever denies a relation outright is always named with its verdict: “corroborated, denied by India”.</li>
        <li>
          An accusation is weighed by its content: “X is accused of backing Y” weighs whether X backs Y, not whether
          somebody said so.
        </li>
        <li>Silence is not evidence: who does not speak of something counts on neither side.</li>
        <li>A verdict rests on the documents of this graph. One more document can change it.</li>
        <li>
          The sentence “Read as a likelihood” gives a word for belief alone, as a lower bound: “at least likely”. The
          words are those of the standard ICD 203. It says nothing about how sure the numbers are.
        </li>
      </ul>
    </>
  );
}
