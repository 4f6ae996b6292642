import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compare, OUTCOMES } from '../../src/evidence/compare.ts';
import { DISPUTE_KINDS } from '../../src/evidence/disputes.ts';
import type { Standing } from '../../src/evidence/evidence-table.ts';
import type { Interval } from '../../src/evidence/figures.ts';
import { fuse } from '../../src/evidence/fuse.ts';
import { CHANGES } from '../../src/evidence/fusion.ts';
import { INTERESTS } from '../../src/evidence/interest.ts';
import { POSITIONS, perspective } from '../../src/evidence/perspective.ts';
import { VERDICTS } from '../../src/evidence/verdict.ts';
import { VoiceClaims } from '../../src/evidence/voice-claims.ts';
import type { Voice } from '../../src/evidence/voices.ts';
import { changedWeights, WEIGHT_BOUNDS, WEIGHT_NAMES } from '../../src/evidence/weight-changes.ts';
import { DEFAULT_WEIGHTS, UNITS_PER_ONE } from '../../src/evidence/weights.ts';
import { without } from '../../src/evidence/without.ts';
import { InMemoryKnowledgeBase } from '../../src/knowledge/in-memory.ts';
import { number, VERDICT_WORDS } from '../../src/knowledge/words.ts';
import { CREDIBILITY_WORDS, Hedge, hedgeStrength, RELIABILITY_WORDS, Reliability } from '../../src/model/grades.ts';
import { groupBy } from '../../src/model/group-by.ts';
import { about, atLeast, exactly, figureOf, range, upTo, type WordSketch } from '../evidence/figures-sketch.ts';
import { type ClaimSketch, relationGraph, type SourceSketch, weighingOf } from '../evidence/sketch.ts';
import { type ClaimLine, rel, type TypeSketch, type Weighed, weighSketch } from '../evidence/sketch-graph.ts';
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
  const denominator = Array.from({ length: 1000 }, (_, i) => i + 1).find(
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

test('the bounds of changed weights, and the version in the text, are those of the code', () => {
  const rows = [...groupBy(WEIGHT_NAMES, (name) => WEIGHT_BOUNDS[name].join(' to '))].map(([bounds, names]) => [
    names.map((name) => `\`${name}\``).join(', '),
    bounds,
  ]);
  expectGenerated(PAGE, 'bounds', table(['number', 'from, to'], rows));
  expect(readPage(PAGE).text).toContain(`\`${changedWeights({ A: 0.95, mild: 0.4 }).version}\``);
});

const TYPES: Readonly<Record<string, TypeSketch>> = {
  backs: {},
  funds: { broader: 'backs' },
  opposes: { excludes: ['backs'] },
  'allied-with': { symmetric: true, excludes: ['fights'] },
  fights: { symmetric: true },
  founded: { singleValued: 'object' },
};
/** Each of a publisher of its own; `voice-of-…` is its own voice. */
const SOURCES = { a: 'A', b: 'B', d: 'B', c: 'C' } as const;
const NAMES: Readonly<Record<string, string>> = {
  'voice-of-a': 'A',
  'voice-of-b': 'B',
  'voice-of-d': 'another B',
  'voice-of-c': 'C',
};

function weighLines(claims: readonly ClaimLine[]): Weighed {
  return weighSketch({ types: TYPES, sources: SOURCES, claims });
}

interface OnRelations {
  readonly words: string;
  readonly claims: readonly ClaimLine[];
  /** The relations that are told of. */
  readonly on: readonly string[];
}

const ROLLED: readonly OnRelations[] = [
  {
    words: 'B: x funds y',
    claims: [['b', 'x', 'funds', 'y']],
    on: ['x~funds~y', 'x~backs~y'],
  },
  {
    words: 'B: x funds y; B: x backs y; another B: x backs y',
    claims: [
      ['b', 'x', 'funds', 'y'],
      ['b', 'x', 'backs', 'y'],
      ['d', 'x', 'backs', 'y'],
    ],
    on: ['x~funds~y', 'x~backs~y'],
  },
  {
    words: 'B: x funds y; x, in another B: x does not back y',
    claims: [
      ['b', 'x', 'funds', 'y'],
      ['d', 'x', 'backs', 'y', { stance: 'denies', by: 'x' }],
    ],
    on: ['x~funds~y', 'x~backs~y'],
  },
  {
    words: 'B: x funds y; another B: x does not back y',
    claims: [
      ['b', 'x', 'funds', 'y'],
      ['d', 'x', 'backs', 'y', { stance: 'denies' }],
    ],
    on: ['x~funds~y', 'x~backs~y'],
  },
  {
    words: 'B: x backs y; another B: x does not fund y',
    claims: [
      ['b', 'x', 'backs', 'y'],
      ['d', 'x', 'funds', 'y', { stance: 'denies' }],
    ],
    on: ['x~backs~y', 'x~funds~y'],
  },
  {
    words: 'B: x backs y; C: x opposes y',
    claims: [
      ['b', 'x', 'backs', 'y'],
      ['c', 'x', 'opposes', 'y'],
    ],
    on: ['x~backs~y', 'x~opposes~y'],
  },
  {
    words: 'B: allied in 1973; another B: fighting in 2024',
    claims: [
      ['b', 'x', 'allied-with', 'y', { when: '1973' }],
      ['d', 'x', 'fights', 'y', { when: '2024' }],
    ],
    on: ['x~allied-with~y', 'x~fights~y'],
  },
  {
    words: 'B: x founded y; C: z founded y',
    claims: [
      ['b', 'x', 'founded', 'y'],
      ['c', 'z', 'founded', 'y'],
    ],
    on: ['x~founded~y', 'z~founded~y'],
  },
  {
    words: 'B: x and z founded y',
    claims: [
      ['b', 'x', 'founded', 'y'],
      ['b', 'z', 'founded', 'y'],
    ],
    on: ['x~founded~y', 'z~founded~y'],
  },
];

test('E14: the worked results of roll-up and exclusion are those of the code', async () => {
  const rows = await Promise.all(
    ROLLED.map(async ({ words, claims, on }) => {
      const { graph } = weighLines(claims);
      const entities = graph.entities.map((entity) => ({ ...entity, name: NAMES[entity.id] ?? entity.name }));
      const base = new InMemoryKnowledgeBase({ ...graph, entities });
      return Promise.all(
        on.map(async (id, i) => {
          const { evidence, verdictText, subject, typeLabel, object } = await base.relation(rel(id));
          const relation = `${subject.name} ${typeLabel.replaceAll('-', ' ')} ${object?.name ?? ''}`;
          return [
            i === 0 ? words : '',
            relation,
            weight(evidence.forUnits),
            weight(evidence.againstUnits),
            verdictText,
          ];
        }),
      );
    }),
  );
  expectGenerated(PAGE, 'roll-up', table(['claims', 'relation', 'F', 'A', 'verdict'], rows.flat()));
});

const FIGURES: readonly { readonly words: string; readonly claims: readonly WordSketch[] }[] = [
  { words: 'B: about 50', claims: [{ by: 'p0', letter: 'B', quantity: about(exactly(50)) }] },
  {
    words: 'B: at least 171; C: 34; F: dozens',
    claims: [
      { by: 'p0', letter: 'B', quantity: atLeast(171) },
      { by: 'p1', letter: 'C', quantity: exactly(34) },
      { by: 'p2', letter: 'F', quantity: atLeast(12) },
    ],
  },
  {
    words: 'C: 2 to 5; another C: 4 to 9',
    claims: [
      { by: 'p0', quantity: range(2, 5) },
      { by: 'p1', quantity: range(4, 9) },
    ],
  },
  {
    words: 'C: up to 10; another C: at least 10',
    claims: [
      { by: 'p0', quantity: upTo(10) },
      { by: 'p1', quantity: atLeast(10) },
    ],
  },
  {
    words: 'C: 20; another C: 10',
    claims: [
      { by: 'p0', quantity: exactly(20) },
      { by: 'p1', quantity: exactly(10) },
    ],
  },
  {
    words: 'C: 9 on 1 May, 12 on 2 May',
    claims: [
      { by: 'p0', quantity: exactly(9), said: '2024-05-01' },
      { by: 'p0', quantity: exactly(12), said: '2024-05-02' },
    ],
  },
  {
    words: 'B: at least 171; C denies it',
    claims: [
      { by: 'p0', letter: 'B', quantity: atLeast(171) },
      { by: 'p1', stance: 'denies', quantity: atLeast(171) },
    ],
  },
  {
    words: 'B: at least 171; C doubts it',
    claims: [
      { by: 'p0', letter: 'B', quantity: atLeast(171) },
      { by: 'p1', stance: 'doubts', quantity: atLeast(171) },
    ],
  },
];

function interval({ min, max }: Interval): string {
  return `${min === undefined ? '(−∞' : `[${number(min)}`}, ${max === undefined ? '∞)' : `${number(max)}]`}`;
}

test('E17, E18: the worked figures are those of the code', () => {
  const rows = FIGURES.map(({ words, claims }) => {
    const { origins, overlap, median, disputed, contention } = figureOf(claims);
    return [
      words,
      origins.map((origin) => interval(origin.interval)).join(' '),
      overlap === undefined ? '' : `${interval(overlap.interval)} (${weight(overlap.units)})`,
      median === undefined ? '' : number(median.value),
      disputed ? 'yes' : 'no',
      share(contention),
    ];
  });
  const head = ['claims', 'intervals, heaviest first', 'best overlap', 'lower median', 'in dispute', 'contention'];
  expectGenerated(PAGE, 'figures', table(head, rows));
});

interface LeftOut {
  readonly words: string;
  readonly claims: readonly ClaimLine[];
  readonly without: string;
  readonly voice: Voice;
  readonly on?: string;
}

const LEFT_OUT: readonly LeftOut[] = [
  {
    words: 'two B assert',
    claims: [
      ['b', 'x', 'backs', 'y'],
      ['d', 'x', 'backs', 'y'],
    ],
    without: 'one of them',
    voice: { kind: 'source', id: 'd' },
  },
  {
    words: 'B quotes two who assert',
    claims: [
      ['b', 'x', 'backs', 'y', { by: 'ann' }],
      ['b', 'x', 'backs', 'y', { by: 'bob' }],
    ],
    without: 'one speaker',
    voice: { kind: 'speaker', id: 'ann' },
  },
  {
    words: 'B quotes two who assert',
    claims: [
      ['b', 'x', 'backs', 'y', { by: 'ann' }],
      ['b', 'x', 'backs', 'y', { by: 'bob' }],
    ],
    without: 'the document',
    voice: { kind: 'source', id: 'b' },
  },
  {
    words: 'B asserts, another B denies',
    claims: [
      ['b', 'x', 'backs', 'y'],
      ['d', 'x', 'backs', 'y', { stance: 'denies' }],
    ],
    without: 'who denies',
    voice: { kind: 'source', id: 'd' },
  },
  {
    words: 'B asserts, another B denies',
    claims: [
      ['b', 'x', 'backs', 'y'],
      ['d', 'x', 'backs', 'y', { stance: 'denies' }],
    ],
    without: 'who asserts',
    voice: { kind: 'source', id: 'b' },
  },
  {
    words: 'only A denies',
    claims: [['a', 'x', 'backs', 'y', { stance: 'denies' }]],
    without: 'who denies',
    voice: { kind: 'source', id: 'a' },
  },
  {
    words: 'two B report one speaker',
    claims: [
      ['b', 'x', 'backs', 'y', { by: 'ann' }],
      ['d', 'x', 'backs', 'y', { by: 'ann' }],
    ],
    without: 'one document',
    voice: { kind: 'source', id: 'd' },
  },
  {
    words: 'on *funds*: B asserts it, another B denies *backs*',
    claims: [
      ['b', 'x', 'funds', 'y'],
      ['d', 'x', 'backs', 'y', { stance: 'denies' }],
    ],
    without: 'who asserts',
    voice: { kind: 'source', id: 'b' },
    on: 'x~funds~y',
  },
];

test('E21: the worked changes are those of the code, and each change is among them', () => {
  const told = ({ verdict, opinion }: Standing): string =>
    `${VERDICT_WORDS[verdict]} (${share(opinion.belief)}, ${share(opinion.disbelief)})`;
  const changes = LEFT_OUT.map(({ claims, voice, on = 'x~backs~y' }) => {
    const { graph, table, weighing } = weighLines(claims);
    const left = new VoiceClaims(graph, weighing.origins).of([voice]);
    const found = without(table, left ?? new Set()).find(({ id }) => id === on);
    if (found === undefined) throw new RangeError(`nothing changes on ${on}`);
    return found;
  });
  expect(CHANGES.filter((change) => !changes.some((one) => one.change === change))).toEqual([]);
  const rows = LEFT_OUT.flatMap(({ words, without: left }, i) =>
    changes.slice(i, i + 1).map(({ before, after, change }) => [words, left, told(before), told(after), change]),
  );
  expectGenerated(PAGE, 'without', table(['claims', 'left out', 'before', 'after', 'it'], rows));
});

interface Told {
  readonly p: string;
  readonly q: string;
  readonly claims: readonly ClaimLine[];
  readonly on?: string;
}

const TOLD: readonly Told[] = [
  {
    p: 'asserts',
    q: 'denies',
    claims: [
      ['b', 'x', 'backs', 'y', { by: 'p' }],
      ['b', 'x', 'backs', 'y', { by: 'q', stance: 'denies' }],
    ],
  },
  {
    p: 'asserts, with a strong hedge',
    q: 'denies',
    claims: [
      ['b', 'x', 'backs', 'y', { by: 'p', hedge: 'allegedly' }],
      ['b', 'x', 'backs', 'y', { by: 'q', stance: 'denies' }],
    ],
  },
  {
    p: 'says both, undated',
    q: 'asserts',
    claims: [
      ['b', 'x', 'backs', 'y', { by: 'p' }],
      ['b', 'x', 'backs', 'y', { by: 'p', stance: 'denies' }],
      ['b', 'x', 'backs', 'y', { by: 'q' }],
    ],
  },
  {
    p: 'two voices, one asserts, one denies',
    q: 'asserts',
    claims: [
      ['b', 'x', 'backs', 'y', { by: 'p' }],
      ['b', 'x', 'backs', 'y', { by: 'p2', stance: 'denies' }],
      ['b', 'x', 'backs', 'y', { by: 'q' }],
    ],
  },
  {
    p: 'asserts',
    q: 'asserts',
    claims: [
      ['b', 'x', 'backs', 'y', { by: 'p' }],
      ['b', 'x', 'backs', 'y', { by: 'q' }],
    ],
  },
  {
    p: 'denies',
    q: 'doubts',
    claims: [
      ['b', 'x', 'backs', 'y', { by: 'p', stance: 'denies' }],
      ['b', 'x', 'backs', 'y', { by: 'q', stance: 'doubts' }],
    ],
  },
  { p: 'asserts', q: 'says nothing', claims: [['b', 'x', 'backs', 'y', { by: 'p' }]] },
  { p: 'says nothing', q: 'asserts', claims: [['b', 'x', 'backs', 'y', { by: 'q' }]] },
  {
    p: 'asserts that x opposes y',
    q: 'asserts that x backs y',
    claims: [
      ['b', 'x', 'opposes', 'y', { by: 'p' }],
      ['b', 'x', 'backs', 'y', { by: 'q' }],
    ],
  },
  {
    p: 'doubts, and asserts that x opposes y',
    q: 'denies',
    claims: [
      ['b', 'x', 'backs', 'y', { by: 'p', stance: 'doubts' }],
      ['b', 'x', 'opposes', 'y', { by: 'p' }],
      ['b', 'x', 'backs', 'y', { by: 'q', stance: 'denies' }],
    ],
  },
  {
    p: 'denies *backs*',
    q: 'asserts *funds*; told of *funds*',
    on: 'x~funds~y',
    claims: [
      ['b', 'x', 'backs', 'y', { by: 'p', stance: 'denies' }],
      ['b', 'x', 'funds', 'y', { by: 'q' }],
    ],
  },
];

test('E22, E23: the worked comparisons are those of the code; every position and outcome is among them', () => {
  const compared = TOLD.map(({ claims, on = 'x~backs~y' }) => {
    const { graph, table, weighing } = weighLines(claims);
    const tell = (who: string) =>
      perspective(new Set(graph.claims.filter((claim) => String(claim.speaker).startsWith(who))), table, weighing);
    const found = compare(tell('p'), tell('q')).find(({ id }) => id === on);
    if (found === undefined) throw new RangeError(`nobody tells of ${on}`);
    return found;
  });
  expect(OUTCOMES.filter((outcome) => !compared.some((one) => one.outcome === outcome))).toEqual([]);
  const positions = compared.flatMap(({ p, q }) => [p?.position, q?.position]);
  expect(POSITIONS.filter((position) => !positions.includes(position))).toEqual([]);
  const rows = TOLD.flatMap(({ p, q }, i) =>
    compared
      .slice(i, i + 1)
      .map((one) => [p, q, one.p?.position ?? 'silent', one.q?.position ?? 'silent', one.outcome, share(one.conflict)]),
  );
  const head = ['P', 'Q', 'position of P', 'position of Q', 'outcome', 'conflict'];
  expectGenerated(PAGE, 'compare', table(head, rows));
});

test('the page names every code that an answer can hold', () => {
  const { text } = readPage(PAGE);
  const figureOutcomes = ['figures-disjoint', 'figures-agree'];
  const codes = [...DISPUTE_KINDS, ...INTERESTS, ...CHANGES, ...POSITIONS, 'silent', ...OUTCOMES, ...figureOutcomes];
  expect(codes.filter((code) => !text.includes(`**${code}**`))).toEqual([]);
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

test('the page explains every verdict, and every rule once', () => {
  const { text } = readPage(PAGE);
  expect(VERDICTS.filter((verdict) => !text.includes(`**${VERDICT_WORDS[verdict]}**`))).toEqual([]);
  const rules = Array.from({ length: 27 }, (_, i) => `**E${i + 1} `);
  expect(rules.filter((rule) => text.split(rule).length !== 2)).toEqual([]);
});
