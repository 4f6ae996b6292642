import { describe, expect, test } from 'vitest';
import {
  type ExportChoice,
  type Offered,
  requestOf,
  scopeOf,
  scopesOf,
  scopeWords,
} from '../../../src/explorer/export/export-choice.ts';
import { InMemoryKnowledgeBase } from '../../../src/knowledge/in-memory.ts';
import { EntityId, RelationId, SourceId } from '../../../src/model/ids.ts';
import { sketchGraph } from '../../evidence/sketch-graph.ts';

const base = new InMemoryKnowledgeBase(
  sketchGraph({
    types: { backs: {}, funds: { broader: 'backs' }, knows: {} },
    sources: { a: 'B' },
    claims: [
      ['a', 'x', 'backs', 'y', { by: 'z' }],
      ['a', 'x', 'backs', 'y', { stance: 'denies', by: 'x' }],
      ['a', 'x', 'funds', 'y'],
      ['a', 'x', 'knows', 'y'],
    ],
  }),
);
const relation = (id: string): RelationId => RelationId.parse(id);
const choice = (scope: ExportChoice['scope'], depth = 1): Pick<ExportChoice, 'scope' | 'depth'> => ({ scope, depth });
const nothingOpen: Offered = { view: { filter: {} }, traced: [] };

describe('what can be taken', () => {
  test('what is not there cannot be chosen, and says why; what is shown is taken instead', async () => {
    for (const scope of ['open', 'trace'] as const) {
      expect(scopeWords(scope, nothingOpen).missing).toMatch(/ now\.$/u);
      expect(scopeOf({ scope }, nothingOpen)).toBe('shown');
      expect(await requestOf(base, choice(scope), nothingOpen)).toEqual({ filter: {} });
    }
    for (const scope of ['shown', 'whole'] as const) expect(scopeWords(scope, nothingOpen).missing).toBeUndefined();
    expect(scopesOf(nothingOpen)).toEqual(['shown', 'open', 'trace', 'whole']);
  });

  test('what is shown is the filter and the focus', async () => {
    const offered: Offered = {
      view: { filter: { stances: ['asserts'] }, focus: { id: EntityId.parse('x'), depth: 2 } },
      traced: [],
    };
    const expected = { filter: { stances: ['asserts'] }, focus: ['x'], depth: 2 };
    expect(await requestOf(base, choice('shown'), offered)).toEqual(expected);
    expect(await requestOf(base, choice('whole'), offered)).toEqual({});
  });

  test('a trace is each of its relations once', async () => {
    const traced = ['x~backs~y', 'x~knows~y', 'x~backs~y'].map(relation);
    expect(await requestOf(base, choice('trace'), { ...nothingOpen, traced })).toEqual({
      relations: ['x~backs~y', 'x~knows~y'],
    });
  });

  test('of several traces the open one and all of them can be taken, each named so', async () => {
    const traced = ['x~knows~y'].map(relation);
    const traces = { open: 2, all: 3, relations: ['x~backs~y', 'x~knows~y'].map(relation) };
    const offered: Offered = { ...nothingOpen, traced, traces };
    expect(scopesOf(offered)).toEqual(['shown', 'open', 'trace', 'traces', 'whole']);
    expect(scopeWords('trace', offered).label).toBe('The trace that is open (2 of 3)');
    expect(scopeWords('traces', offered).label).toBe('All 3 traces');
    expect(await requestOf(base, choice('trace'), offered)).toEqual({ relations: ['x~knows~y'] });
    expect(await requestOf(base, choice('traces'), offered)).toEqual({ relations: ['x~backs~y', 'x~knows~y'] });
    // Where the answer is gone, all of it is what is shown.
    expect(await requestOf(base, choice('traces'), nothingOpen)).toEqual({ filter: {} });
  });

  test('all of a graph that is a part is said to be one', () => {
    expect(scopeWords('whole', nothingOpen).hint).not.toContain('part');
    expect(scopeWords('whole', { ...nothingOpen, isPart: true }).hint).toContain('a part itself');
  });

  test('a relation comes with the dispute that it is part of, and without others', async () => {
    const open = (id: string): Offered => ({
      view: { filter: { stances: [] }, selection: { kind: 'relation', id: relation(id) } },
      traced: [],
    });
    const dispute = await requestOf(base, choice('open'), open('x~funds~y'));
    expect(dispute.relations?.toSorted()).toEqual(['x~backs~y', 'x~funds~y']);
    expect(await requestOf(base, choice('open'), open('x~knows~y'))).toEqual({ relations: ['x~knows~y'] });
  });

  test.each([
    [{ kind: 'entity', id: EntityId.parse('x') } as const, { focus: ['x'], depth: 3 }],
    [{ kind: 'source', id: SourceId.parse('a') } as const, { filter: { sources: ['a'] } }],
    [{ kind: 'figure', id: 'x~killed~~' } as const, { figures: ['x~killed~~'] }],
  ])('of %o that is open: %o', async (selection, expected) => {
    const offered: Offered = { view: { filter: {}, selection }, traced: [] };
    expect(await requestOf(base, choice('open', 3), offered)).toEqual(expected);
  });
});
