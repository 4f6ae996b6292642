import type { Arithmetic, Step } from '../../../knowledge/arithmetic.ts';
import { stepText, weightText } from '../../../knowledge/arithmetic-words.ts';
import { VERDICT_WORDS } from '../../../knowledge/words.ts';
import { VerdictLine } from '../verdict-mark.tsx';
import classes from './why-lines.module.css';

/** What each line asks, with the numbers of the table in use: the table may have been changed. */
function question(step: Step, { threshold, ratio }: Arithmetic): string {
  const [θ, times] = [weightText(threshold), weightText(ratio)];
  if (step.rule === 1) return `Is there less than θ = ${θ} in all?`;
  if (step.rule === 2) return `Does what is against weigh at least ${times} times what is for?`;
  if (step.rule === 3) return `Does what is for weigh less than ${times} times what is against?`;
  if (step.rule === 4) return `Is θ = ${θ} still reached without the strongest origin for it?`;
  return 'What is left: it rests on one origin.';
}

function Answer({ step }: { step: Step }) {
  if (!step.holds) return <span>no</span>;
  const word = `${VERDICT_WORDS[step.verdict]}${step.onlyDoubted === true ? ', only doubted' : ''}`;
  return (
    <span>
      <b>yes → {word}</b> <VerdictLine verdict={step.verdict} />
    </span>
  );
}

/** The lines of E12 down to the first that fits. */
export function WhyLines({ arithmetic }: { arithmetic: Arithmetic }) {
  return (
    <ol className={classes['lines']}>
      {arithmetic.steps.map((step) => (
        <li key={step.rule} data-holds={step.holds || undefined}>
          <span className={classes['question']}>
            Rule {step.rule}: {question(step, arithmetic)}
          </span>
          <span className={classes['numbers']}>
            <span>
              {stepText(step, arithmetic)}
              {step.rule < 5 && '?'}
            </span>{' '}
            <Answer step={step} />
          </span>
        </li>
      ))}
    </ol>
  );
}
