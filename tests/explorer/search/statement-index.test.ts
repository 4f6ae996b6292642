import { beforeAll, describe, expect, test } from 'vitest';
import { StatementIndex } from '../../../src/explorer/search/statement-index.ts';
import { readGraphFolder } from '../../../src/formats/graph-folder/read-graph-folder.ts';
import { InMemoryKnowledgeBase } from '../../../src/knowledge/in-memory.ts';
import type { FigureView, RelationSummary } from '../../../src/knowledge/knowledge-base.ts';

let relations: readonly RelationSummary[];
let figures: readonly FigureView[];
let index: StatementIndex;

beforeAll(async () => {
  const { result } = await readGraphFolder(new URL('../../../graph', import.meta.url).pathname);
  if (result.graph === undefined) throw new Error('the bundled graph does not open');
  const base = new InMemoryKnowledgeBase(result.graph);
  relations = (await base.picture({})).relations;
  figures = (await base.figures({}, { limit: 10_000 })).items;
  index = new StatementIndex(relations, figures);
});

function found(text: string): string[] {
  return index.search(text).map((one) => (one.kind === 'relation' ? one.relation.id : one.figure.id));
}

describe('search over what is said', () => {
  test.each([
    'India funds armed groups',
    'funding armed groups India',
    'india FUNDED armd groups',
    'India fundin arme',
  ])('“%s” finds the accusation first', (text) => {
    expect(found(text)[0]).toBe('india~accused-of-funding~baloch-armed-groups');
  });

  test('every relation and every figure is found by its own words', () => {
    const missing = [
      ...relations.filter(({ id, proposition }) => !found(proposition).includes(id)),
      ...figures.filter(({ id, title }) => !found(title).includes(id)),
    ];
    expect(missing.map(({ id }) => id)).toEqual([]);
  });

  test('where nothing holds all the words, what holds some of them is found', () => {
    expect(found('hijacking zzzzzz').length).toBeGreaterThan(0);
    expect(found('zzzzzz')).toEqual([]);
  });

  test('the order in which they are put in does not matter', () => {
    const reversed = new StatementIndex(relations.toReversed(), figures.toReversed());
    const ids = (of: StatementIndex): string[] =>
      of.search('attack').map((one) => (one.kind === 'relation' ? one.relation.id : one.figure.id));
    expect(ids(reversed)).toEqual(ids(index));
  });
});
