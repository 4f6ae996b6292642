import type { ReactNode } from 'react';
import type { Evidence } from '../../../evidence/fuse.ts';
import { UNITS_PER_ONE } from '../../../evidence/weights.ts';
import { weightText } from '../../../knowledge/arithmetic-words.ts';
import { percent } from '../../../knowledge/words.ts';
import { useCapped } from '../capped.tsx';
import { Sign } from './side.tsx';
import classes from './why-sums.module.css';

function cell(units: number): string {
  return units === 0 ? '' : weightText(units / UNITS_PER_ONE);
}

function Fraction({ over, under }: { over: ReactNode; under: ReactNode }) {
  return (
    <span className={classes['fraction']}>
      <span>{over}</span>
      <span className={classes['hidden']}> ÷ </span>
      <span>{under}</span>
    </span>
  );
}

/** The sums of the origins' weights, and the three shares that follow from them. */
export function WhySums({ evidence }: { evidence: Evidence }) {
  const { origins, forUnits, againstUnits, opinion } = evidence;
  const { shown, more } = useCapped(origins, 12, 'origins');
  const [F, A] = [weightText(forUnits / UNITS_PER_ONE), weightText(againstUnits / UNITS_PER_ONE)];
  const total = weightText(1 + (forUnits + againstUnits) / UNITS_PER_ONE);
  const shares = [
    ['belief', 'for', 'F', F, opinion.belief],
    ['disbelief', 'against', 'A', A, opinion.disbelief],
    ['uncertainty', 'uncertain', '1', '1', opinion.uncertainty],
  ] as const;
  return (
    <>
      <table className={classes['sums']}>
        <thead>
          <tr>
            <th scope="col">Origin</th>
            <th scope="col">
              <Sign side="for" /> for
            </th>
            <th scope="col">
              <Sign side="against" /> against
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ origin, forUnits: plus, againstUnits: minus }) => (
            <tr key={origin.id}>
              <th scope="row">
                <bdi>{origin.label}</bdi>
              </th>
              <td>{cell(plus)}</td>
              <td>{cell(minus)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">Sum</th>
            <td>F = {F}</td>
            <td>A = {A}</td>
          </tr>
        </tfoot>
      </table>
      {more}
      <ul className={classes['shares']}>
        {shares.map(([word, plain, letter, number, share]) => (
          <li key={word} data-share={word}>
            <span className={classes['word']}>
              <b>{plain}</b>
              <span>{word}</span>
            </span>
            <span>
              <Fraction over={letter} under="1 + F + A" /> = <Fraction over={number} under={total} /> ={' '}
              <b>{percent(share)}</b>
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
