import { describe, expect, test } from 'vitest';
import { Origins } from '../../src/evidence/origins.ts';
import { EntityId } from '../../src/model/ids.ts';
import { type ClaimLine, sketchGraph, type TypeSketch } from './sketch-graph.ts';

const TYPES: Readonly<Record<string, TypeSketch>> = {
  'belongs-to': {},
  'speaks-for': { oneVoice: true, broader: 'belongs-to' },
  'is-mouth-of': { broader: 'speaks-for' },
  'same-as': { oneVoice: true, symmetric: true },
  'shares-name': { oneVoice: true },
};
/** Milliseconds: other test files may keep the machine busy. */
const PATIENCE = 60_000;

const x = EntityId.parse('x');
const y = EntityId.parse('y');

/** Whether x and y, who are said to be one voice, are one origin, given another claim. */
function areOne(link: string, other: ClaimLine): boolean {
  const claims: ClaimLine[] = [['a', 'x', link, 'y'], other];
  const origins = new Origins(sketchGraph({ types: TYPES, sources: { a: 'A', b: 'B' }, claims }));
  return origins.ofSpeaker(x).id === origins.ofSpeaker(y).id;
}

describe('E6: two voices are one origin unless somebody denies or doubts the link', () => {
  test.each<[boolean, string, string, ClaimLine]>([
    [true, 'speaks-for', 'nobody does', ['b', 'x', 'speaks-for', 'y']],
    [false, 'speaks-for', 'it is denied', ['b', 'x', 'speaks-for', 'y', { stance: 'denies' }]],
    [false, 'speaks-for', 'it is doubted', ['b', 'x', 'speaks-for', 'y', { stance: 'doubts' }]],
    [true, 'speaks-for', 'the reverse is denied', ['b', 'y', 'speaks-for', 'x', { stance: 'denies' }]],
    [
      false,
      'same-as',
      'a symmetric one is denied the other way round',
      ['b', 'y', 'same-as', 'x', { stance: 'denies' }],
    ],
    [false, 'speaks-for', 'a broader one is denied', ['b', 'x', 'belongs-to', 'y', { stance: 'denies' }]],
    [true, 'speaks-for', 'a narrower one is denied', ['b', 'x', 'is-mouth-of', 'y', { stance: 'denies' }]],
    [true, 'shares-name', 'one of another type is denied', ['b', 'x', 'speaks-for', 'y', { stance: 'denies' }]],
  ])('%s: %s, and %s', (one, link, _, other) => {
    expect(areOne(link, other)).toBe(one);
  });

  test(
    '52,000 claims of who speaks for one are read quickly',
    () => {
      const claims = Array.from({ length: 4_000 }, (_, i): ClaimLine => ['a', `e${i}`, 'speaks-for', 'y']);
      const few = sketchGraph({ types: TYPES, sources: { a: 'A', b: 'B' }, claims });
      const graph = { ...few, claims: Array.from({ length: 13 }, () => few.claims).flat() };
      const start = performance.now();
      expect(new Origins(graph).voicesOf(y).size).toBe(4_001);
      expect(performance.now() - start).toBeLessThan(2_000);
    },
    PATIENCE,
  );
});
