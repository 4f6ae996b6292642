import type { ReactNode } from 'react';
import type { FigureView } from '../../knowledge/knowledge-base.ts';
import { listNames, number } from '../../knowledge/words.ts';
import { bestOverlaps } from './chart-marks.ts';
import { givenValues, intervalText, valueText } from './figure-words.ts';
import classes from './what-fits.module.css';

/** More pairs, and more places where the same weight meets, are only counted. */
const MOST_PAIRS = 12;
const MOST_OVERLAPS = 4;

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className={classes['fact']}>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** What the values of several origins amount to: span, where they meet, the median, and what cannot hold together. */
function Together({ figure }: { figure: FigureView }) {
  const { envelope, median, incompatible, incompatibleTotal, origins } = figure.evidence;
  const values = new Map(givenValues(figure).map((value) => [value.origin, value]));
  const namesOf = (ids: readonly string[]): string =>
    listNames(
      ids.flatMap((id) => values.get(id)?.names ?? []),
      6,
    );
  const overlaps = bestOverlaps(figure.evidence);
  const listed = incompatible.slice(0, MOST_PAIRS);
  return (
    <>
      <Fact term="Range of all">{intervalText(envelope ?? {}, figure.unit)}</Fact>
      <Fact term="Best supported">
        {overlaps.length > 1 && 'None more than another:'}
        {overlaps.length === 0 && 'No origin has any weight.'}
        {overlaps.slice(0, MOST_OVERLAPS).map(({ interval, origins: ids }) => (
          <div key={ids.join(' ')}>
            <b>{intervalText(interval, figure.unit)}</b>, by {ids.length} of {origins.length} origins (
            <bdi>{namesOf(ids)}</bdi>)
          </div>
        ))}
        {overlaps.length > MOST_OVERLAPS && `and ${overlaps.length - MOST_OVERLAPS} more`}
      </Fact>
      {median !== undefined && (
        <Fact term="Lower median">
          <b>{number(median.value)}</b>, a value that somebody gave (<bdi>{namesOf([median.origin])}</bdi>). At least
          half of the weight stands at or below it; of two in the middle it is the lower one
          {origins.length === 2 && ', not the likelier one'}.
        </Fact>
      )}
      {listed.length > 0 && (
        <Fact term="Cannot both hold">
          <ul className={classes['pairs']}>
            {listed.map((pair) => (
              <li key={pair.join(' ')}>
                {pair.map((id, i) => (
                  <span key={id}>
                    {i > 0 && ' and '}
                    <b>{values.get(id)?.text}</b> (<bdi>{values.get(id)?.names}</bdi>)
                  </span>
                ))}
              </li>
            ))}
            {incompatibleTotal > listed.length && <li>and {number(incompatibleTotal - listed.length)} more pairs</li>}
          </ul>
        </Fact>
      )}
    </>
  );
}

/** Which of a figure's values can hold together, and who speaks against one. */
export function WhatFits({ figure }: { figure: FigureView }) {
  const { origins, denials } = figure.evidence;
  const views = new Map(figure.claims.map((view) => [view.claim.id, view]));
  const against = (['denies', 'doubts'] as const).map((stance) => ({
    stance,
    words: denials.filter(({ claim }) => claim.stance === stance),
  }));
  return (
    <dl className={classes['facts']}>
      {origins.length > 1 && <Together figure={figure} />}
      {origins.length === 1 && (
        <Fact term="One origin">
          {denials.length === 0
            ? 'Nobody else in these documents gives a value or speaks against this one. Silence is not agreement.'
            : 'Nobody else in these documents gives a value.'}
        </Fact>
      )}
      {origins.length === 0 && <Fact term="No value">Nobody in these documents gives one.</Fact>}
      {against.map(
        ({ stance, words }) =>
          words.length > 0 && (
            <Fact key={stance} term={stance === 'denies' ? 'Denied' : 'Doubted'}>
              {words.map(({ claim }) => (
                <div key={claim.id}>
                  <b>{valueText(claim.quantity)}</b>, by <bdi>{views.get(claim.id)?.speaker.name}</bdi>
                </div>
              ))}
            </Fact>
          ),
      )}
    </dl>
  );
}
