import { describe, expect, test } from 'vitest';
import { Origins } from '../../../src/evidence/origins.ts';
import { inputOf } from '../../../src/formats/read-text.ts';
import { readWikidata } from '../../../src/formats/wikidata/read-wikidata.ts';
import { bySnak, entities, entity, item, reference, snak, statement, text } from './items.ts';

const PAPER = item('Q3', 'The Gazette');
const OTHER = item('Q4', 'The Herald');
const inWork = (id: string): object => snak('P248', entity(id));
const page = (path: string): object => snak('P854', text(`https://www.gazette.example/${path}`));

/** Reads one statement with these references; the items are in the file. */
async function cited(references: readonly object[][], items: readonly object[] = [PAPER, OTHER]) {
  const one = statement('Q1$a', snak('P9', entity('Q1')), {
    references: references.map((snaks, i) => reference(`h${i}`, ...snaks)),
  });
  const { graph } = await readWikidata(inputOf('a.json', entities(item('Q1', 'Amber', { P9: [one] }), ...items)));
  if (graph === undefined) throw new Error('nothing was read');
  const origins = new Origins(graph);
  return {
    sources: graph.sources,
    labels: [...new Set(graph.claims.map((claim) => origins.of(claim)))].map(({ label }) => label),
    voices: graph.claims.map(({ speaker }) => graph.entities.find(({ id }) => id === speaker)?.name),
  };
}

describe('references of Wikidata: who says so', () => {
  test('a work and a page of it are one voice and one origin', async () => {
    const both = [[inWork('Q3')], [inWork('Q3'), page('b')]];
    for (const references of [both, both.toReversed()]) {
      const { labels, voices, sources } = await cited(references);
      expect(labels).toEqual(['The Gazette']);
      expect(voices).toEqual(['The Gazette', 'The Gazette']);
      expect(sources.map(({ publisher, url }) => [publisher, url])).toContainEqual([
        'The Gazette',
        'https://www.gazette.example/b',
      ]);
    }
  });

  test('two articles of one work are one origin', async () => {
    const { labels } = await cited([
      [inWork('Q3'), snak('P1476', text('One'))],
      [inWork('Q3'), snak('P1476', text('Two'))],
    ]);
    expect(labels).toEqual(['The Gazette']);
  });

  test('a page that one reference gives to a work is of that work in another, too', async () => {
    const both = [[page('a')], [inWork('Q3'), page('a')]];
    for (const references of [both, both.toReversed()]) {
      expect((await cited(references)).voices).toEqual(['The Gazette', 'The Gazette']);
    }
  });

  test('a page without a work has its own voice, and is one origin with the only work on its host', async () => {
    const { labels, voices } = await cited([[inWork('Q3'), page('a')], [page('b')]]);
    expect(voices).toEqual(['The Gazette', 'gazette.example']);
    expect(labels).toHaveLength(1);
  });

  test('on a host of several works, a page without one is of nobody but the host', async () => {
    const { labels } = await cited([[inWork('Q3'), page('a')], [inWork('Q4'), page('b')], [page('c')]]);
    expect(labels).toEqual(['The Gazette', 'The Herald', 'gazette.example']);
  });

  test('two works are two origins', async () => {
    expect((await cited([[inWork('Q3')], [inWork('Q4')]])).labels).toEqual(['The Gazette', 'The Herald']);
  });

  test('a publisher or an author that is an item is that item, by its name', async () => {
    const titled = snak('P1476', text('Booklet'));
    const { sources, voices } = await cited([[titled, snak('P123', entity('Q3')), snak('P50', entity('Q4'))]]);
    expect(sources).toMatchObject([{ publisher: 'The Gazette', author: 'The Herald', speaker: 'Q3' }]);
    expect(voices).toEqual(['The Gazette']);
  });

  test('an item of which no name is known is called by its id', async () => {
    const { labels, voices } = await cited([[inWork('Q3')], [inWork('Q3'), page('b')]], []);
    expect([labels, voices]).toEqual([['Q3'], ['Q3', 'Q3']]);
  });
});

test('what a statement says at length is not said again with each of very many who dispute it', async () => {
  const count = 400;
  const opponents = Array.from({ length: count }, (_, i) => snak('P1310', entity(`Q${1000 + i}`)));
  const statementOf = (some: readonly object[]): string =>
    entities(
      item('Q1', 'Amber', { P9: [statement('Q1$a', snak('P9', text('Birch')), { qualifiers: bySnak(...some) })] }),
    );
  const large = statementOf(opponents);
  const { graph } = await readWikidata(inputOf('a.json', large));
  const claims = graph?.claims ?? [];
  expect(claims).toHaveLength(count + 1);
  const having = claims.filter(({ attributes = [] }) => attributes.some(({ name }) => name === 'qualifiers'));
  expect(having.map(({ stance }) => stance)).toEqual(['asserts']);
  expect(JSON.stringify(graph).length).toBeLessThan(8 * large.length);
  expect(claims.every(({ attributes = [] }) => attributes.some(({ name }) => name === 'rank'))).toBe(true);
  // Of a few, each says it.
  const small = await readWikidata(inputOf('a.json', statementOf(opponents.slice(0, 3))));
  const told = small.graph?.claims.filter(({ attributes = [] }) =>
    attributes.some(({ name }) => name === 'qualifiers'),
  );
  expect(told).toHaveLength(4);
});
