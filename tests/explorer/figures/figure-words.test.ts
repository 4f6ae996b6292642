import { describe, expect, test } from 'vitest';
import {
  findingText,
  intervalText,
  measureText,
  tickText,
  valuesText,
  whenText,
} from '../../../src/explorer/figures/figure-words.ts';
import { about, atLeast, exactly, range, upTo, type WordSketch } from '../../evidence/figures-sketch.ts';
import { viewOf } from './sketch-view.ts';

const finding = async (...words: readonly WordSketch[]): Promise<string> => findingText(await viewOf(words));

describe('what a figure amounts to, in one line', () => {
  test('one origin', async () => {
    expect(await finding({ by: 'Gazette', quantity: exactly(5) })).toBe('One origin');
  });

  test('one origin that gave different values', async () => {
    const words = [
      { by: 'Gazette', quantity: exactly(5), said: '2024' },
      { by: 'Gazette', quantity: exactly(9), said: '2025' },
    ];
    expect(await finding(...words)).toBe('One origin, which gave different values');
  });

  test('values that leave no number', async () => {
    const words = [
      { by: 'Ministry', quantity: atLeast(171) },
      { by: 'Front', quantity: exactly(34) },
    ];
    expect(await finding(...words)).toBe('No number fits all: 34 and at least 171');
  });

  test('of many values the two that stand farthest apart', async () => {
    const words = [40, 10, 30, 20].map((n) => ({ by: `paper-${n}`, quantity: exactly(n) }));
    expect(await finding(...words)).toBe('No number fits all: 10 and 40, among 4 values');
  });

  test('values that all fit', async () => {
    const words = [
      { by: 'Gazette', quantity: range(12, 20) },
      { by: 'Courier', quantity: atLeast(18) },
    ];
    expect(await finding(...words)).toBe('All fit: 18 to 20');
    expect(await finding(...words, { by: 'Herald', quantity: exactly(18) })).toBe('All fit: 18');
  });

  test('a denial is never left out', async () => {
    const words: WordSketch[] = [
      { by: 'Army', quantity: about(exactly(150)) },
      { by: 'Minister', stance: 'denies', quantity: about(exactly(150)) },
    ];
    expect(await finding(...words)).toBe('One origin gives about 150, denied by Minister');
    expect(await finding(...words, { by: 'Gazette', quantity: upTo(200) })).toBe(
      'All fit: 135 to 165, denied by Minister',
    );
  });

  test('only a denial or a doubt', async () => {
    expect(await finding({ by: 'Minister', stance: 'denies', quantity: exactly(9) })).toBe(
      'Nobody gives a value; one is denied by Minister',
    );
    expect(await finding({ by: 'Minister', stance: 'doubts', quantity: exactly(9) })).toBe(
      'Nobody gives a value; one is doubted by Minister',
    );
  });
});

describe('values in short', () => {
  test('name who gives them, lowest first', async () => {
    const view = await viewOf([
      { by: 'Ministry', quantity: atLeast(171) },
      { by: 'Front', quantity: exactly(34) },
    ]);
    expect(valuesText(view)).toBe('34 (Front) and at least 171 (Ministry)');
  });

  test('of many origins, tell their number and span', async () => {
    const view = await viewOf([40, 10, 30, 20].map((n) => ({ by: `paper-${n}`, quantity: exactly(n) })));
    expect(valuesText(view)).toBe('4 origins, all values together: 10 to 40');
  });
});

test('an interval that ends nowhere is any number', () => {
  expect(intervalText({})).toBe('any number');
  expect(intervalText({ min: 3 }, 'days')).toBe('at least 3 days');
});

test('what is counted is not said twice', () => {
  expect(measureText({ label: 'attacks', of: 'attacks' })).toBe('attacks');
  expect(measureText({ label: 'share', of: 'inhabitants', unit: 'percent' })).toBe('share: inhabitants (%)');
});

test('a span of time is told in words, and one that is no date as it is', () => {
  expect(whenText('2024')).toBe('2024');
  expect(whenText('../2025-05-11')).toBe('until 11 May 2025');
  expect(whenText('long ago')).toBe('long ago');
});

test.each([
  [0, '0'],
  [150, '150'],
  [15e6, '15 million'],
  [2.5e9, '2.5 billion'],
  [0.005, '0.005'],
])('%d stands at a tick as %s', (value, text) => {
  expect(tickText(value)).toBe(text);
});
