import { describe, expect, it } from 'vitest';
import { shortLabel } from '../../../src/explorer/graph/label-text.ts';
import { Occupancy } from '../../../src/explorer/graph/occupancy.ts';

describe('shortLabel', () => {
  it('keeps 32 characters and cuts longer labels to them, the ellipsis included', () => {
    expect(shortLabel('x'.repeat(32))).toBe('x'.repeat(32));
    expect(shortLabel('x'.repeat(33))).toBe(`${'x'.repeat(31)}…`);
    expect(shortLabel(`${'x'.repeat(30)} and more`)).toBe(`${'x'.repeat(30)}…`);
  });

  it('never cuts a character in two', () => {
    const family = '👩‍👩‍👧';
    expect(shortLabel(family.repeat(32))).toBe(family.repeat(32));
    expect(shortLabel(family.repeat(40))).toBe(`${family.repeat(31)}…`);
  });
});

describe('Occupancy', () => {
  it('knows what overlaps, in and across its cells, and lets neighbours touch', () => {
    const taken = new Occupancy(10);
    taken.add({ x: -5, y: -5, width: 40, height: 8 });
    expect(taken.isFree({ x: 30, y: 0, width: 20, height: 20 })).toBe(false);
    expect(taken.isFree({ x: 35, y: -5, width: 10, height: 8 })).toBe(true);
    expect(taken.isFree({ x: 0, y: 3, width: 10, height: 8 })).toBe(true);
  });
});
