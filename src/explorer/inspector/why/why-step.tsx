import type { ReactNode } from 'react';
import { RuleRef } from './rule-ref.tsx';
import type { RuleNumber } from './rules.ts';
import classes from './why-step.module.css';

interface Props {
  readonly number: number;
  readonly title: string;
  /** What the step comes to, so that it can be read while the step is closed. */
  readonly result: string;
  readonly rules: readonly RuleNumber[];
  readonly open?: boolean;
  readonly children: ReactNode;
}

/** One step from the claims to the verdict, with the rules that it follows. */
export function WhyStep({ number, title, result, rules, open = false, children }: Props) {
  return (
    <details className={classes['step']} open={open}>
      <summary className={classes['summary']}>
        <span className={classes['number']} aria-hidden="true">
          {number}
        </span>
        <span className={classes['title']}>{title}</span>
        <span className={classes['result']}>{result}</span>
      </summary>
      <div className={classes['body']}>
        {children}
        <p className={classes['rules']}>
          By {rules.length === 1 ? 'rule' : 'rules'}{' '}
          {rules.map((rule) => (
            <RuleRef key={rule} rule={rule} />
          ))}
        </p>
      </div>
    </details>
  );
}
