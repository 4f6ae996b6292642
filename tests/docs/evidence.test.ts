import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fuse } from '../../src/evidence/fuse.ts';
import { VERDICTS } from '../../src/evidence/verdict.ts';
import { DEFAULT_WEIGHTS, UNITS_PER_ONE } from '../../src/evidence/weights.ts';
import { VERDICT_WORDS } from '../../src/knowledge/words.ts';
import { CREDIBILITY_WORDS, Hedge, hedgeStrength, RELIABILITY_WORDS, Reliability } from '../../src/model/grades.ts';
import { type ClaimSketch, relationGraph, type SourceSketch, weighingOf } from '../evidence/sketch.ts';
import { expectGenerated, table } from './generated.ts';
import { ROOT, readPage } from './markdown.ts';

const PAGE = 'docs/evidence.md';

function divisor(a: number, b: number): number {
  return b === 0 ? a : divisor(b, a % b);
}

/** A share of whole numbers, in lowest terms. */
function fraction(numerator: number, denominator: number): string {
  const common = divisor(numerator, denominator);
  return denominator === common ? String(numerator / common) : `${numerator / common}/${denominator / common}`;
}

/** A share that a person wrote, as the simplest fraction that is equal to it. */
function share(value: number): string {
  const denominator = Array.from({ length: 100 }, (_, i) => i + 1).find(
    (n) => Math.abs(Math.round(value * n) - value * n) < 1e-9,
  );
  return denominator === undefined ? String(value) : fraction(Math.round(value * denominator), denominator);
}

const weight = (units: number): string => fraction(Math.round(units), UNITS_PER_ONE);

test('the weights table is that of the code', () => {
  const t = DEFAULT_WEIGHTS;
  const odds = (held: number): number => (held / (1 - held)) * UNITS_PER_ONE;
  const letters = Reliability.options.map((letter) => [
    letter,
    RELIABILITY_WORDS[letter],
    share(t.reliability[letter]),
    weight(odds(t.reliability[letter])),
  ]);
  const digits = ([1, 2, 3, 4, 5, 6] as const).map((digit) => [
    String(digit),
    CREDIBILITY_WORDS[digit],
    weight(t.credibility[digit] * UNITS_PER_ONE),
  ]);
  const hedges = (['mild', 'strong'] as const).map((strength) => [
    strength,
    Hedge.options.filter((hedge) => hedgeStrength(hedge) === strength).join(', '),
    weight(t.hedge[strength] * UNITS_PER_ONE),
  ]);
  const parts = [
    table(['letter of source or speaker', 'means', 't', 'weight t/(1−t)'], letters),
    table(['credibility digit', 'means', 'factor'], digits),
    table(['hedge', 'words', 'factor'], [['none', '', '1'], ...hedges]),
    table(
      ['constant', 'value'],
      [
        ['factor of the stance `doubts`', weight(t.doubt * UNITS_PER_ONE)],
        ['threshold θ', weight(t.threshold * UNITS_PER_ONE)],
        ['ratio by which one side must outweigh the other', String(t.ratio)],
        ['unit in which weights are kept', `1/${UNITS_PER_ONE}`],
        ['version of this table', t.version],
      ],
    ),
  ];
  expectGenerated(PAGE, 'weights', parts.join('\n\n'));
});

interface Worked {
  readonly words: string;
  readonly letters: string;
  readonly claims: readonly ClaimSketch[];
}

const yes = (source: string, more: Partial<ClaimSketch> = {}): ClaimSketch => ({ source, stance: 'asserts', ...more });
const no = (source: string): ClaimSketch => ({ source, stance: 'denies' });

/** Sources are named s0, s1, …, with the letters in order, each of a publisher of its own. */
const WORKED: readonly Worked[] = [
  { words: 'none', letters: '', claims: [] },
  { words: 'one source B asserts', letters: 'B', claims: [yes('s0')] },
  { words: 'two sources B assert', letters: 'BB', claims: [yes('s0'), yes('s1')] },
  {
    words: 'two sources B report one speaker of letter B',
    letters: 'BB',
    claims: ['s0', 's1'].map((source) => yes(source, { speaker: 'somebody', speakerReliability: 'B' })),
  },
  { words: 'A and E assert', letters: 'AE', claims: [yes('s0'), yes('s1')] },
  { words: 'B asserts, B denies', letters: 'BB', claims: [yes('s0'), no('s1')] },
  { words: 'two A assert, B denies', letters: 'AAB', claims: [yes('s0'), yes('s1'), no('s2')] },
  { words: 'A asserts, C denies', letters: 'AC', claims: [yes('s0'), no('s1')] },
  { words: 'C asserts, A denies', letters: 'CA', claims: [yes('s0'), no('s1')] },
  { words: 'only one B doubts', letters: 'B', claims: [{ source: 's0', stance: 'doubts' }] },
  { words: 'one B asserts with a mild hedge', letters: 'B', claims: [yes('s0', { hedge: 'mild' })] },
  { words: 'one B asserts, credibility 4', letters: 'B', claims: [yes('s0', { credibility: 4 })] },
  { words: 'only one A denies', letters: 'A', claims: [no('s0')] },
  {
    words: 'ten sources F assert',
    letters: 'FFFFFFFFFF',
    claims: Array.from({ length: 10 }, (_, i) => yes(`s${i}`)),
  },
];

test('the worked results are those of the code', () => {
  const rows = WORKED.map(({ words, letters, claims }) => {
    const sources = Object.fromEntries(
      [...letters].map((letter, i): [string, SourceSketch] => [
        `s${i}`,
        { reliability: Reliability.parse(letter), publisher: `publisher ${i}` },
      ]),
    );
    const graph = relationGraph(sources, claims);
    const found = fuse(graph.claims, weighingOf(graph));
    const [F, A] = [Math.round(found.forUnits), Math.round(found.againstUnits)];
    const all = UNITS_PER_ONE + F + A;
    expect(found.opinion.belief).toBeCloseTo(F / all, 14);
    return [
      words,
      weight(F),
      weight(A),
      ...[F, A, UNITS_PER_ONE].map((part) => fraction(part, all)),
      VERDICT_WORDS[found.verdict],
      String(found.origins.filter((origin) => origin.critical).length),
    ];
  });
  expectGenerated(PAGE, 'worked', table(['claims', 'F', 'A', 'b', 'd', 'u', 'verdict', 'critical origins'], rows));
});

test('every rule that the code cites is on the page', () => {
  const cited = globSync('src/**/*.{ts,tsx}', { cwd: ROOT }).flatMap((file) => [
    ...readFileSync(join(ROOT, file), 'utf8').matchAll(/\bE(\d{1,2})(?:–E(\d{1,2}))?\b(?!:)/gu),
  ]);
  const numbers = cited.flatMap(([, first, last]) => [first, last]).filter((number) => number !== undefined);
  expect(numbers.length).toBeGreaterThan(20);
  const { text } = readPage(PAGE);
  expect([...new Set(numbers)].filter((number) => !new RegExp(`\\*\\*E${number}\\b`, 'u').test(text))).toEqual([]);
});

test('the page explains every verdict and E1 to E13', () => {
  const { text } = readPage(PAGE);
  expect(VERDICTS.filter((verdict) => !text.includes(`**${VERDICT_WORDS[verdict]}**`))).toEqual([]);
  const rules = Array.from({ length: 13 }, (_, i) => `**E${i + 1} `);
  expect(rules.filter((rule) => !text.includes(rule))).toEqual([]);
});
