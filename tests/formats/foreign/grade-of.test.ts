import { expect, test } from 'vitest';
import { gradeOf, hasDecimalComma } from '../../../src/formats/foreign/grade-of.ts';
import { Mapping } from '../../../src/formats/foreign/mapping.ts';
import { suggestMapping } from '../../../src/formats/foreign/suggest-mapping.ts';
import { AB, edgeWith, gather } from './gather.ts';

test.each([
  // A per cent sign says hundredths, whatever the other values of the column are.
  ['1%', 'fraction', 0.01],
  ['70 %', 'fraction', 0.7],
  ['100%', 'fraction', 1],
  ['101%', 'fraction', undefined],
  ['70%', 'percent', 0.7],
  ['0.5', 'fraction', 0.5],
  ['70', 'fraction', undefined],
  ['%', 'percent', undefined],
  ['', 'fraction', undefined],
  // A comma that can be nothing but a decimal point is one.
  ['0,8', 'fraction', 0.8],
  [',8', 'fraction', 0.8],
  ['0,825', 'fraction', 0.825],
  ['12,5', 'percent', 0.125],
  ['12,5 %', 'fraction', 0.125],
  ['1,000', 'percent', undefined],
  ['1,000', 'fraction', undefined],
  ['1,2,3', 'percent', undefined],
  ['-0,1', 'fraction', undefined],
  // Only decimal numbers are numbers, and what is too small for one is not nothing.
  ['0x1', 'fraction', undefined],
  ['1e-400', 'fraction', undefined],
  ['0.0e5', 'fraction', 0],
  ['5e-1', 'fraction', 0.5],
] as const)('%j on the scale %s is %j', (value, scale, confidence) => {
  expect(gradeOf(value, scale)).toEqual(confidence === undefined ? undefined : { confidence });
});

test('a decimal comma is known as one', () => {
  expect(['0,8', '12,5%', '1,000', '0.8', 1].map(hasDecimalComma)).toEqual([true, true, false, false, false]);
});

test('that commas were read as points is told once; one that may be either is left, with what to do', async () => {
  const mapping = Mapping.parse({ version: 1, edge: { confidence: { attribute: 'c', scale: 'percent' } } });
  const edges = ['12,5', '1,000', '80,25'].map((c, i) => ({ ...edgeWith({ c }), place: { line: i + 2 } }));
  const { graph, issues } = await gather(AB, edges, { mapping });
  expect(graph?.claims.map(({ confidence }) => confidence?.value)).toEqual([0.125, undefined, 0.8025]);
  expect(issues).toMatchObject([
    { line: 3, got: '"1,000"', remedy: expect.stringContaining('decimal point') },
    { line: 2, message: 'The comma in 2 values of “c” was read as a decimal point, since it can be nothing else' },
  ]);
});

test('a part of one among percentages is told: it may be meant for ninety per cent, and all but silences a claim', async () => {
  const mapping = Mapping.parse({ version: 1, edge: { confidence: { attribute: 'c', scale: 'percent' } } });
  const edges = ['80%', '0.9', '70', '0.5%', '0', '1'].map((c, i) => ({ ...edgeWith({ c }), place: { line: i + 2 } }));
  const { issues } = await gather(AB, edges, { mapping });
  expect(issues).toMatchObject([{ line: 3, message: expect.stringMatching(/^1 value of “c” below 1 /u) }]);
});

test('the scale of numbers with a per cent sign is percent; one among fractions stays what it says', () => {
  const scale = (...samples: string[]): unknown =>
    suggestMapping([{ name: 'certainty', samples }]).edge.confidence?.scale;
  expect([scale('1%', '0.5%'), scale('0.5', '70%'), scale('0,5', '1')]).toEqual(['percent', 'fraction', 'fraction']);
  // One number speaks of parts of one, another of a hundred: nobody can tell for both.
  expect([scale('80%', '0.9', '70'), scale('0.9', '70', '80', '60', '50')]).toEqual([undefined, undefined]);
});
