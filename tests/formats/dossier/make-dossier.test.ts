import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Dossier, LedgerRow } from '../../../src/formats/dossier/dossier.ts';
import { makeDossier } from '../../../src/formats/dossier/make-dossier.ts';
import { writeHtml } from '../../../src/formats/html/write-html.ts';
import { writeMarkdown } from '../../../src/formats/markdown/write-markdown.ts';
import { InMemoryKnowledgeBase } from '../../../src/knowledge/in-memory.ts';
import { wholeGraph } from '../../../src/knowledge/subgraph.ts';
import { withoutDenials } from '../../../src/knowledge/without-denials.ts';
import { contentHash } from '../../../src/model/content-hash.ts';
import type { GraphDocument } from '../../../src/model/graph-document.ts';
import { claimLines, SOURCES, TYPES } from '../../evidence/arbitrary-graph.ts';
import { rel, sketchGraph } from '../../evidence/sketch-graph.ts';
import { figureGraph } from '../../knowledge/figure-graph.ts';
import { hostileGraph, smallGraph } from '../hostile-graph.ts';

const PINNED = 20_240_513;
const PATIENCE = 60_000;

/** A law is tried on pinned graphs, the same on every run, and on fresh ones; a failure prints the seed of its run. */
function law(name: string, holds: (graph: GraphDocument) => void): void {
  const property = fc.property(claimLines, (claims) => holds(sketchGraph({ types: TYPES, sources: SOURCES, claims })));
  test(`${name} (pinned seed)`, () => fc.assert(property, { seed: PINNED, numRuns: 120 }), PATIENCE);
  test(`${name} (fresh seed)`, () => fc.assert(property, { numRuns: 40 }), PATIENCE);
}

function ledgersOf(dossier: Dossier): LedgerRow[] {
  return [
    ...[...dossier.relations, ...dossier.statements].flatMap((entry) => [...entry.for, ...entry.against]),
    ...dossier.figures.flatMap(({ rows, against }) => [...rows.flatMap(({ words }) => words), ...against]),
  ];
}

describe('a dossier of the small graph', () => {
  test('a relation is told as a question, with its verdict, its denial, both sides and the arithmetic', async () => {
    const { relations } = makeDossier(await smallGraph());
    const disputed = relations.find(({ verdict }) => verdict === 'disputed');
    expect(disputed?.heading).toMatch(/^Whether /u);
    expect(disputed?.verdictLine).toMatch(
      /^disputed, denied by Town Council of Lowford \(\d+ % for, \d+ % against\)$/u,
    );
    expect(disputed?.prose.join(' ')).toContain('Denied by Town Council of Lowford.');
    expect(disputed?.for.map(({ stance }) => stance)).toContain('asserts');
    expect(disputed?.against).toMatchObject([
      { stance: 'denies', speaker: 'Town Council of Lowford', said: '13 May 2024', counted: true },
    ]);
    expect(disputed?.arithmetic).toMatch(/^F = .* for, A = .* against; belief .* rule 3 of E12/u);
  });

  test('a figure says who gives which value', async () => {
    const { figures } = makeDossier(await smallGraph());
    expect(figures[0]?.rows.map(({ speakers, value }) => [speakers, value])).toContainEqual([
      'engineers',
      'at least 40 deck',
    ]);
  });

  test('a value that cannot hold beside another is a dispute, and stands before other figures', () => {
    const graph = figureGraph([
      { by: 'x', quantity: { min: 30, max: 30 }, subject: 'battle' },
      { by: 'y', quantity: { min: 171 }, subject: 'battle' },
      { by: 'x', quantity: { min: 5 }, subject: 'another' },
    ]);
    const { figures, disputes } = makeDossier(graph);
    expect(figures.map(({ disputed }) => disputed)).toEqual([true, false]);
    expect(figures[0]?.prose[0]).toBe('In dispute: the values that are given cannot all hold.');
    expect(disputes[0]?.told).toMatchObject([{ part: 'figure', number: 1 }]);
  });

  test('E18: of values that are supported alike none is put before the other', () => {
    const lines = [
      { by: 'x', quantity: { min: 34, max: 34 } },
      { by: 'y', quantity: { min: 171 } },
    ] as const;
    const [tied] = makeDossier(figureGraph(lines)).figures;
    expect(tied?.prose).toContain('Equally supported, none better than another: 34, by x; at least 171, by y.');
    expect(tied?.rows.map(({ inOverlap }) => inOverlap)).toEqual([true, true]);
    const [settled] = makeDossier(figureGraph([...lines, { by: 'z', quantity: { min: 200 } }])).figures;
    expect(settled?.prose).toContain('Best supported: at least 200, by y and z.');
    expect(settled?.rows.filter(({ inOverlap }) => inOverlap).map(({ speakers }) => speakers)).toEqual(['y', 'z']);
  });

  test('a dispute about one value that somebody denies is not told as values that exclude each other', () => {
    const lines = [
      { by: 'x', quantity: { min: 1500, max: 1500 } },
      { by: 'y', quantity: { min: 1500, max: 1500 }, stance: 'denies' },
    ] as const;
    const [denied] = makeDossier(figureGraph(lines)).disputes;
    expect(denied?.meaning).toBe('A value is given, and somebody denies it.');
    const [excluded] = makeDossier(figureGraph([lines[0], { by: 'y', quantity: { min: 9000 } }])).disputes;
    expect(excluded?.meaning).toBe('The values that are given cannot all hold.');
  });

  test('claims of one passage share a citation; each citation names its source, paragraph and hash', async () => {
    const graph = await smallGraph();
    const { citations, sources } = makeDossier(graph);
    expect(citations.map(({ number }) => number)).toEqual(citations.map((_, i) => i + 1));
    const passages = new Set(graph.claims.map(({ source, locator }) => `${source} ${locator?.start} ${locator?.end}`));
    expect(citations).toHaveLength(passages.size);
    for (const { source, title, paragraph, sha256 } of citations) {
      expect(sources[source - 1]?.title).toBe(title);
      if (paragraph !== undefined) expect(sha256).toMatch(/^[0-9a-f]{64}$/u);
    }
  });

  test('it can be cited: title, selection, day, both hashes, weights and address', async () => {
    const graph = wholeGraph(await smallGraph(), new Date('2026-01-02T03:04:05Z'), '1');
    const { citeAs } = makeDossier({ ...graph, title: 'A title' }, { address: 'https://example.org/#sel=x' });
    for (const part of [
      '“A title”',
      'the whole graph',
      '2026-01-02',
      contentHash(graph),
      'https://example.org/#sel=x',
    ]) {
      expect(citeAs).toContain(part);
    }
  });

  test('the relation by which an interest is known is told with its verdict and its denial', () => {
    const graph = sketchGraph({
      types: TYPES,
      sources: { a: 'A', b: 'B' },
      claims: [
        ['a', 'x', 'opposes', 'y'],
        ['b', 'x', 'opposes', 'y'],
        ['b', 'x', 'opposes', 'y', { stance: 'denies', unnamed: 'a clerk' }],
        ['a', 'y', 'did', 'z', { by: 'x' }],
      ],
    });
    const told = makeDossier(graph).relations.find(({ id }) => id === 'y~did~z');
    expect(told?.for[0]?.interest).toBe('speaks of an adversary: y (since x y: corroborated, denied by a clerk)');
  });

  test('a source gets no link that a browser would execute, whatever it was checked by', async () => {
    const graph = await smallGraph();
    const sources = graph.sources.map((source) => ({ ...source, url: 'javascript:alert(1)' }));
    expect(makeDossier({ ...graph, sources }).sources.map(({ url }) => url)).toEqual(sources.map(() => undefined));
  });
});

describe('laws', () => {
  law('each claim stands in a ledger, and none but those of the graph', (graph) => {
    const told = new Set(ledgersOf(makeDossier(graph)).map(({ claim }) => claim));
    expect([...told].toSorted()).toEqual(graph.claims.map(({ id }) => id as string).toSorted());
  });

  law('the order of records changes nothing', (graph) => {
    const turned = {
      ...graph,
      sources: graph.sources.toReversed(),
      entities: graph.entities.toReversed(),
      claims: graph.claims.toReversed(),
    };
    expect(makeDossier(turned)).toEqual(makeDossier(graph));
  });

  law('each standing denial is named beside the verdict of its relation', (graph) => {
    for (const { against, verdictLine, prose } of makeDossier(graph).relations) {
      const standing = against.filter(
        ({ stance, counting, bearing }) =>
          stance === 'denies' &&
          !counting.startsWith('not counted: its origin said otherwise') &&
          bearing === undefined,
      );
      for (const { speaker } of standing) {
        expect(verdictLine).toContain('denied by');
        expect(prose.join(' ')).toContain(speaker);
      }
    }
  });

  test('verdicts and numbers are those of the knowledge base', async () => {
    const graph = await hostileGraph();
    const base = new InMemoryKnowledgeBase(graph);
    const { relations } = makeDossier(graph);
    const picture = await base.picture({ limit: 10_000 });
    const lines = new Map(relations.map(({ id, verdictLine }) => [id, verdictLine]));
    expect(picture.relations.length).toBeGreaterThan(3);
    for (const { id, verdictText } of picture.relations) expect(lines.get(id)).toContain(verdictText);
  });
});

test('a dossier without denials says so before anything else, and in its citation', async () => {
  const graph = await smallGraph();
  const { graph: cut } = withoutDenials(graph, new Date('2026-01-02T03:04:05Z'), '1');
  const dossier = makeDossier(cut);
  expect(dossier.warnings[0]).toContain('Denials and doubts were left out');
  expect(dossier.citeAs).toContain('denials and doubts left out');
  expect(dossier.relations.every(({ verdict }) => verdict !== 'disputed' && verdict !== 'denied')).toBe(true);
  expect(makeDossier(graph).warnings).toEqual([]);
});

test('of one denial that was left out it is said in the singular', () => {
  const graph = sketchGraph({
    types: { backs: {} },
    sources: { a: 'B' },
    claims: [
      ['a', 'x', 'backs', 'y'],
      ['a', 'x', 'backs', 'y', { stance: 'denies', by: 'x' }],
    ],
  });
  const { graph: cut } = withoutDenials(graph, new Date(0), '1');
  expect(cut.manifest?.selection).toMatch(/^1 claim that denies or doubts was LEFT OUT on request: /u);
});

test('of a part in which rival answers are lacking it is not said that nothing is in dispute', async () => {
  const graph = sketchGraph({
    types: { did: { attribution: true }, hides: { excludes: ['did'] } },
    sources: { a: 'B', b: 'B' },
    claims: [
      ['a', 'army', 'did', 'attack'],
      ['b', 'rebels', 'did', 'attack'],
      ['b', 'army', 'hides', 'attack', { hedge: 'allegedly' }],
    ],
  });
  const base = new InMemoryKnowledgeBase(graph);
  const textsOf = async (id: string): Promise<string[]> => {
    const part = await base.subgraph({ relations: [rel(id)], taken: new Date(0) });
    return [writeHtml(part, { picture: false }), writeMarkdown(part)].map(({ files }) => files[0]?.text ?? '');
  };
  for (const text of await textsOf('army~hides~attack')) {
    expect(text).not.toContain('Nothing in it is in dispute.');
    expect(text).toMatch(/for 1 relation that says who did something another answer was left out/iu);
    expect(text).toContain('for 1 relation another answer to who did it');
  }
  for (const text of await textsOf('army~did~attack'))
    expect(text).toContain('Different origins name different authors');
});
