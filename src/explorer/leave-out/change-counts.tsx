import { UnstyledButton } from '@mantine/core';
import type { Change } from '../../evidence/fusion.ts';
import type { Without } from '../../knowledge/knowledge-base.ts';
import { CHANGE_WORDS, number } from '../../knowledge/words.ts';
import classes from './change-counts.module.css';
import { CHANGE_MEANINGS, CHANGE_ORDER } from './change-lines.ts';
import { ChangeShare } from './change-share.tsx';
import { ChangeSwatch } from './change-swatch.tsx';

interface Props {
  readonly counts: Without['counts'];
  /** The one change that is listed, if only one is. */
  readonly only: Change | undefined;
  readonly onOnly: (change: Change | undefined) => void;
}

/** How many relations go which way, as bars that can be compared; pressing one lists only those. */
export function ChangeCounts({ counts, only, onOnly }: Props) {
  const total = Math.max(1, sumOf(counts));
  return (
    <fieldset className={classes['counts']} aria-label="What happens to relations">
      <div className={classes['whole']} aria-hidden="true">
        {CHANGE_ORDER.map((change) => (
          <ChangeShare key={change} change={change} share={counts[change] / total} />
        ))}
      </div>
      {CHANGE_ORDER.map((change) => (
        <UnstyledButton
          key={change}
          className={classes['row']}
          disabled={counts[change] === 0}
          aria-pressed={only === change}
          onClick={() => onOnly(only === change ? undefined : change)}
        >
          <ChangeSwatch change={change} />
          <span className={classes['words']}>
            {CHANGE_WORDS[change]}
            <span className={classes['meaning']}>{CHANGE_MEANINGS[change]}</span>
          </span>
          <b className={classes['number']}>{number(counts[change])}</b>
        </UnstyledButton>
      ))}
    </fieldset>
  );
}

function sumOf(counts: Without['counts']): number {
  return CHANGE_ORDER.reduce((sum, change) => sum + counts[change], 0);
}
