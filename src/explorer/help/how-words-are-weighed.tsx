import { Button } from '@mantine/core';
import { IconAdjustmentsHorizontal } from '@tabler/icons-react';
import { weightText } from '../../knowledge/arithmetic-words.ts';
import { VERDICT_WORDS } from '../../knowledge/words.ts';
import { useKnowledge } from '../data/use-knowledge.ts';
import { beliefOf } from './example-numbers.ts';
import classes from './help.module.css';
import { WeightsTables } from './weights-tables.tsx';

/** From a letter to a verdict, with every number of the table in use. */
export function HowWordsAreWeighed({ onChangeWeights }: { onChangeWeights: () => void }) {
  const { about } = useKnowledge();
  const table = about.weightTable;
  const [θ, ratio] = [weightText(table.threshold), weightText(table.ratio)];
  return (
    <>
      <p>
        The letters A to F and the digits 1 to 6 are those of the NATO Admiralty code. No standard gives them numbers:{' '}
        <b>the numbers are Ascribe’s choice</b>. They stand in this one table, version {table.version}, and every answer
        carries its version.
      </p>
      <WeightsTables table={table} />
      <Button
        size="xs"
        variant="default"
        leftSection={<IconAdjustmentsHorizontal size={14} />}
        onClick={onChangeWeights}
        className={classes['button']}
      >
        Change the numbers and see what moves
      </Button>
      <h4>From weights to a verdict</h4>
      <p>
        A claim weighs its letter’s weight × its factors. Where a document reports somebody else, the weaker of the two
        letters counts. Each independent origin counts once. F is the sum of the weights for, A the sum against:
      </p>
      <p className={classes['formula']}>
        belief = F ÷ (1 + F + A) · disbelief = A ÷ (1 + F + A) · uncertainty = 1 ÷ (1 + F + A)
      </p>
      <p>
        One origin of letter B gives {beliefOf(1, 'B', table)}, two give {beliefOf(2, 'B', table)}, three{' '}
        {beliefOf(3, 'B', table)}. Then the first line that fits gives the verdict:
      </p>
      <ol>
        <li>
          F + A below {θ}: {VERDICT_WORDS.unknown}.
        </li>
        <li>
          A at least {ratio} times F: {VERDICT_WORDS.denied} where somebody denies outright, else{' '}
          {VERDICT_WORDS.unknown}, only doubted.
        </li>
        <li>
          F below {ratio} times A: {VERDICT_WORDS.disputed}.
        </li>
        <li>
          F without its strongest origin at least {θ}: {VERDICT_WORDS.corroborated}.
        </li>
        <li>Otherwise: {VERDICT_WORDS['single-source']}.</li>
      </ol>
      <p>“Why this verdict?” shows all of this for each relation, to be redone by hand.</p>
    </>
  );
}
