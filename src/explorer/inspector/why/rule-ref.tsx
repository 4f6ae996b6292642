import { Tooltip } from '@mantine/core';
import classes from './rule-ref.module.css';
import { RULES, type RuleNumber } from './rules.ts';

/** The number of a rule; pointing at it, pressing it or reaching it by keyboard says what the rule is. */
export function RuleRef({ rule }: { rule: RuleNumber }) {
  return (
    <Tooltip label={RULES[rule]} multiline w={270} events={{ hover: true, focus: true, touch: true }}>
      <button type="button" className={classes['rule']} aria-label={`Rule ${rule}`}>
        {rule}
      </button>
    </Tooltip>
  );
}
