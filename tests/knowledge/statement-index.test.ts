import { beforeAll, describe, expect, test } from 'vitest';
import { readGraphFolder } from '../../src/formats/graph-folder/read-graph-folder.ts';
import { InMemoryKnowledgeBase } from '../../src/knowledge/in-memory.ts';
import type { GraphDocument } from '../../src/model/graph-document.ts';

let graph: GraphDocument;
let base: InMemoryKnowledgeBase;

beforeAll(async () => {
  const { result } = await readGraphFolder(new URL('../../graph', import.meta.url).pathname);
  if (result.graph === undefined) throw new Error('the bundled graph does not open');
  graph = result.graph;
  base = new InMemoryKnowledgeBase(graph);
});

async function found(text: string, of = base): Promise<string[]> {
  const { relations, figures } = await of.find(text, { limit: 10_000 });
  return [...relations.items, ...figures.items].map(({ id }) => id);
}

describe('search over what is said', () => {
  test.each([
    'India funds armed groups',
    'funding armed groups India',
    'india FUNDED armd groups',
    'India fundin arme',
  ])('“%s” finds the accusation first', async (text) => {
    expect((await found(text))[0]).toBe('india~accused-of-funding~baloch-armed-groups');
  });

  test('every relation and every figure is found by its own words', { timeout: 30_000 }, async () => {
    const { relations } = await base.picture({ limit: 10_000 });
    const figures = await base.figures({}, { limit: 10_000 });
    const asked = [
      ...relations.map(({ id, proposition }) => ({ id: String(id), text: proposition })),
      ...figures.items.map(({ id, title }) => ({ id, text: title })),
    ];
    const missing: string[] = [];
    for (const { id, text } of asked) if (!(await found(text)).includes(id)) missing.push(id);
    expect(missing).toEqual([]);
  });

  test('by another name of whom it is said of, and by who says it', async () => {
    const { relations } = await base.find('BLA hijacking', { limit: 5 });
    expect(relations.items.some(({ subject, object }) => [subject.id, object?.id].map(String).includes('bla'))).toBe(
      true,
    );
    expect((await found('Shahid Khaqan Abbasi')).length).toBeGreaterThan(0);
  });

  test('where nothing holds all the words, what holds some of them is found', async () => {
    expect((await found('hijacking zzzzzz')).length).toBeGreaterThan(0);
    expect(await found('zzzzzz')).toEqual([]);
    expect(await found('')).toEqual([]);
  });

  test('a limit is told, and the order of the records does not matter', async () => {
    const { relations } = await base.find('attack', { limit: 2 });
    expect(relations.items).toHaveLength(2);
    expect(relations.total).toBeGreaterThan(2);
    const turned = new InMemoryKnowledgeBase({ ...graph, claims: graph.claims.toReversed() });
    expect(await found('attack', turned)).toEqual(await found('attack'));
  });
});
