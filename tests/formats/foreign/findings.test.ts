import { describe, expect, test } from 'vitest';
import { Findings, MOST_LOST_FIELDS } from '../../../src/formats/foreign/findings.ts';
import { gather } from './gather.ts';

function findings(): Findings {
  return new Findings({ file: 'x', most: 1000, skipBad: true });
}
const BAD = { code: 'invalid-value', message: 'The record is bad' } as const;

describe('bad records', () => {
  test('count once by their place, however many things are wrong with what is made of them', () => {
    const found = findings();
    const place = { line: 3, column: 1 };
    found.bad(BAD, place);
    found.bad(BAD, { ...place });
    found.bad({ ...BAD, path: ['speaker'] }, place);
    found.bad(BAD, { line: 3, column: 9 });
    found.bad(BAD, { line: 3, path: ['edges', 1] });
    found.bad(BAD, { line: 3, path: ['edges', 2] });
    expect(found.skipped).toBe(4);
    expect(found.issues).toHaveLength(6);
  });

  test('without a place count each', () => {
    const found = findings();
    found.bad(BAD);
    found.bad({ ...BAD, path: ['speaker'] }, {});
    expect(found.skipped).toBe(2);
  });

  test('both ways of a mutual edge are one', async () => {
    const place = { line: 7, column: 1 };
    const ways = [
      { key: 'e', from: 'a', to: 'nobody', place },
      { key: 'e (back)', from: 'nobody', to: 'a', place },
    ];
    expect((await gather([{ key: 'a' }], ways, { skipBad: true })).skipped).toBe(1);
  });
});

test('losses are told of so many fields, and the rest is counted in one row', () => {
  const found = findings();
  const loss = (i: number) => ({ field: `file.x${i}`, why: 'no place', keptBy: 'cx2' });
  for (let i = 0; i < MOST_LOST_FIELDS + 500; i++) found.lose(loss(i), 2);
  found.lose(loss(0), 3);
  const { losses } = found;
  expect(losses).toHaveLength(MOST_LOST_FIELDS + 1);
  expect(losses[0]).toEqual({ ...loss(0), count: 5 });
  expect(losses.at(-1)).toMatchObject({ field: 'other fields', count: 1000, keptBy: 'cx2' });
  found.lose({ ...loss(9999), keptBy: 'json' });
  expect(found.losses.at(-1)).toMatchObject({ count: 1001, keptBy: 'none' });
});
