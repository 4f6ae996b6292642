import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawPicture } from '../../../src/formats/svg/draw-picture.ts';
import { type Box, overlap, type Point } from '../../../src/formats/svg/geometry.ts';
import { pictureData } from '../../../src/formats/svg/picture-data.ts';
import { NAME_SIZE } from '../../../src/formats/svg/signs.ts';
import { textWidth } from '../../../src/formats/svg/text-width.ts';
import type { GraphDocument } from '../../../src/model/graph-document.ts';
import { type ClaimLine, rel, sketchGraph } from '../../evidence/sketch-graph.ts';

const FRESH_SEED = Date.now() % 2 ** 31;
const TYPES = { 'accused-of-backing': {}, 'located-in': {}, 'gives-intelligence-to': {}, 'is-said-to-oppose': {} };
const PEOPLE = ['ann', 'bob', 'the-people-of-a-long-name', 'dan', 'eve', 'the-office-of-somebody', 'gus'];

/** What is written, as far as its letters reach: a middle, half its length and height, and how it is turned. */
interface Writing extends Point {
  readonly text: string;
  readonly half: number;
  readonly tall: number;
  readonly angle: number;
}

const numbers = (text: string): number[] => text.match(/-?[\d.]+/gu)?.map(Number) ?? [];

function writings(svg: string): Writing[] {
  const words = Array.from(
    svg.matchAll(/<text class="type[^>]*transform="([^"]*)"[^>]*>([^<]*)</gu),
    ([, transform = '', text = '']): Writing => {
      const [x = 0, y = 0, degrees = 0] = numbers(transform);
      return { text, x, y, half: textWidth(text, 10) / 2, tall: 4, angle: (degrees * Math.PI) / 180 };
    },
  );
  const names = Array.from(
    svg.matchAll(/<tspan x="([^"]*)" y="([^"]*)">([^<]*)</gu),
    ([, x, y, text = '']): Writing => ({
      ...{ text, x: Number(x), y: Number(y) - 4, half: textWidth(text, NAME_SIZE) / 2 },
      ...{ tall: 4, angle: 0 },
    }),
  );
  return [...words, ...names];
}

/** The middle and the four ends of every cross, with what its line is told to be. */
function crosses(svg: string): { readonly told: string; readonly points: readonly Point[] }[] {
  return Array.from(svg.matchAll(/<title>(Whether [^<]*)<\/title>(.*?)<\/g>/gu)).flatMap(([, told = '', line = '']) =>
    Array.from(line.matchAll(/d="(M[^"Q]*L[^"Q]*M[^"Q]*L[^"Q]*)"/gu), ([, d = '']) => {
      const [left = 0, top = 0, right = 0, bottom = 0] = numbers(d);
      const middle = { x: (left + right) / 2, y: (top + bottom) / 2 };
      const ends = [left, right].flatMap((x) => [top, bottom].map((y) => ({ x, y })));
      return { told, points: [middle, ...ends] };
    }),
  );
}

function covers({ x, y, half, tall, angle }: Writing, point: Point): boolean {
  const [right, down] = [point.x - x, point.y - y];
  const along = right * Math.cos(angle) + down * Math.sin(angle);
  const across = down * Math.cos(angle) - right * Math.sin(angle);
  return Math.abs(along) < half && Math.abs(across) < tall;
}

/** Crosses of which some part is written over. */
function covered(svg: string): string[] {
  const written = writings(svg);
  return crosses(svg).flatMap(({ told, points }) =>
    written.filter((one) => points.some((point) => covers(one, point))).map(({ text }) => `${text} over ${told}`),
  );
}

const drawn = (graph: GraphDocument, options: Parameters<typeof pictureData>[1] = {}): string =>
  drawPicture(pictureData(graph, options)).body.text;

const lines: fc.Arbitrary<ClaimLine[]> = fc.uniqueArray(
  fc
    .record({
      source: fc.constantFrom('a', 'b', 'c'),
      subject: fc.constantFrom(...PEOPLE),
      type: fc.constantFrom(...Object.keys(TYPES)),
      object: fc.constantFrom(...PEOPLE),
      stance: fc.constantFrom('asserts' as const, 'asserts' as const, 'denies' as const),
    })
    .map(({ source, subject, type, object, stance }): ClaimLine => [source, subject, type, object, { stance }]),
  { minLength: 1, maxLength: 24, selector: (one) => JSON.stringify(one) },
);
const SOURCES = { a: 'A', b: 'B', c: 'C' } as const;

describe('words on lines', () => {
  test('E12: a cross is not written over by the word of its own line', () => {
    const svg = drawn(
      sketchGraph({
        types: TYPES,
        sources: SOURCES,
        claims: [
          ['a', 'ann', 'located-in', 'bob'],
          ['b', 'ann', 'located-in', 'bob'],
          ['c', 'ann', 'located-in', 'bob', { stance: 'denies' }],
        ],
      }),
    );
    expect(crosses(svg)).toHaveLength(1);
    expect(writings(svg).map(({ text }) => text)).toContain('located-in');
    expect(covered(svg)).toEqual([]);
  });

  test.each([
    ['pinned', 20_261_121],
    ['fresh', FRESH_SEED],
  ])('E12: nothing is written over any cross (%s seed %i)', (_, seed) => {
    fc.assert(
      fc.property(lines, (claims) => {
        expect(covered(drawn(sketchGraph({ types: TYPES, sources: SOURCES, claims })))).toEqual([]);
      }),
      { seed, numRuns: 60 },
    );
  });

  test('a cross stands beside a sign that its line runs under', () => {
    const graph = sketchGraph({
      types: TYPES,
      sources: SOURCES,
      claims: [
        ['a', 'ann', 'located-in', 'bob'],
        ['b', 'ann', 'located-in', 'bob'],
        ['c', 'ann', 'located-in', 'bob', { stance: 'denies' }],
        ['a', 'dan', 'located-in', 'dan'],
      ],
    });
    const places = new Map(
      graph.entities.flatMap(({ id }) => {
        const x = ['ann', 'dan', 'bob'].indexOf(id);
        return x < 0 ? [] : [[id, { x: x * 200, y: 0 }] as const];
      }),
    );
    const svg = drawPicture(pictureData(graph), places).body.text;
    const signs = Array.from(svg.matchAll(/translate\((\S+) (\S+)\) scale\((\S+)\)"><title>/gu), (one) => ({
      ...{ x: Number(one[1]), y: Number(one[2]), radius: 20 * Number(one[3]) },
    }));
    const [cross] = crosses(svg);
    expect(signs).toHaveLength(3);
    for (const { x, y } of cross?.points ?? []) {
      for (const sign of signs) expect(Math.hypot(x - sign.x, y - sign.y)).toBeGreaterThan(sign.radius);
    }
  });

  test('what was chosen has its word before what was only taken along', () => {
    const types = Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`accused-of-backing-${10 + i}`, {}]));
    // So many between the same two that only some of the words have room.
    const claims = Object.keys(types).map((type): ClaimLine => ['a', 'ann', type, 'bob']);
    const graph = sketchGraph({ types, sources: SOURCES, claims });
    for (const type of Object.keys(types)) {
      const data = pictureData(graph, { chosen: new Set([rel(`ann~${type}~bob`)]) });
      const { body, unwritten } = drawPicture(data);
      expect(unwritten.types).toBeGreaterThan(0);
      expect(body.text).toMatch(new RegExp(`<text class="type"[^>]*>${type}<`, 'u'));
    }
  });
});

const box: fc.Arbitrary<Box> = fc.record({
  x: fc.integer({ min: -40, max: 40 }),
  y: fc.integer({ min: -40, max: 40 }),
  width: fc.integer({ min: 1, max: 60 }),
  height: fc.integer({ min: 1, max: 20 }),
  turned: fc.double({ min: -4, max: 4, noNaN: true }),
});

function holds({ x, y, width, height, turned = 0 }: Box, point: Point): boolean {
  const writing = { x: x + width / 2, y: y + height / 2, half: width / 2, tall: height / 2, angle: turned };
  return covers({ ...writing, text: '' }, point);
}

test.each([
  ['pinned', 7],
  ['fresh', FRESH_SEED],
])('turned boxes overlap where they have a point in common (%s seed %i)', (_, seed) => {
  fc.assert(
    fc.property(box, box, (a, b) => {
      // A grid over all that both can reach.
      const points = Array.from({ length: 170 ** 2 }, (_, i) => ({
        x: (i % 170) - 65.3,
        y: Math.floor(i / 170) - 65.7,
      }));
      const met = points.some((point) => holds(a, point) && holds(b, point));
      if (met) expect(overlap(a, b)).toBe(true);
      expect(overlap(a, b)).toBe(overlap(b, a));
      // Grown by half a cell's diagonal, boxes that do not overlap have no grid point in common still.
      const grown = ({ x, y, width, height, turned = 0 }: Box): Box => ({
        ...{ x: x - 1, y: y - 1, width: width + 2, height: height + 2, turned },
      });
      if (overlap(a, b)) expect(points.some((point) => holds(grown(a), point) && holds(grown(b), point))).toBe(true);
    }),
    { seed, numRuns: 40 },
  );
});
