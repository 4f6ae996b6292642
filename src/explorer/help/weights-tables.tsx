import type { ReactNode } from 'react';
import type { WeightTable } from '../../evidence/weights.ts';
import { weightText } from '../../knowledge/arithmetic-words.ts';
import {
  CREDIBILITY_WORDS,
  type Credibility,
  Hedge,
  hedgeStrength,
  RELIABILITY_WORDS,
  Reliability,
} from '../../model/grades.ts';
import { weightOf } from './example-numbers.ts';
import classes from './help.module.css';

const DIGITS: readonly Credibility[] = [1, 2, 3, 4, 5, 6];

function Numbers({ head, rows }: { head: readonly string[]; rows: readonly (readonly ReactNode[])[] }) {
  return (
    <table className={classes['table']}>
      <thead>
        <tr>
          {head.map((title) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, i) => (
          <tr key={String(row[0] ?? i)}>
            {row.map((cell, at) => (
              <td key={head[at]}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The table of weights that is in use, whole. */
export function WeightsTables({ table }: { table: WeightTable }) {
  const hedges = (['mild', 'strong'] as const).map((strength) => [
    strength,
    Hedge.options.filter((hedge) => hedgeStrength(hedge) === strength).join(', '),
    `× ${weightText(table.hedge[strength])}`,
  ]);
  return (
    <>
      <Numbers
        head={['Letter', 'Source or speaker', 't', 'Weight']}
        rows={Reliability.options.map((letter) => [
          letter,
          RELIABILITY_WORDS[letter],
          weightText(table.reliability[letter]),
          weightText(weightOf(letter, table)),
        ])}
      />
      <p className={classes['quiet']}>
        t is the share of what such a source says that is taken to hold; one such origin alone gives a belief of t. The
        weight is t ÷ (1 − t). F means that nobody can judge it: it is not the lowest letter.
      </p>
      <Numbers
        head={['Digit', 'What is said', 'Factor']}
        rows={DIGITS.map((digit) => [digit, CREDIBILITY_WORDS[digit], `× ${weightText(table.credibility[digit])}`])}
      />
      <p className={classes['quiet']}>
        “Confirmed by others” brings no more weight than “probably true”: the graph counts the others itself.
      </p>
      <Numbers
        head={['Hedge', 'Words', 'Factor']}
        rows={[...hedges, ['doubt', 'a doubt counts on the side against', `× ${weightText(table.doubt)}`]]}
      />
    </>
  );
}
