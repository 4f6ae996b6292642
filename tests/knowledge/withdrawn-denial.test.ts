import { expect, test } from 'vitest';
import { InMemoryKnowledgeBase } from '../../src/knowledge/in-memory.ts';
import { RelationId } from '../../src/model/ids.ts';
import { relationGraph } from '../evidence/sketch.ts';

const graph = (later: 'asserts' | 'denies') =>
  relationGraph({ s0: { reliability: 'B', publisher: 'p0' } }, [
    { source: 's0', stance: later === 'asserts' ? 'denies' : 'asserts', speaker: 'm', said: '2020' },
    { source: 's0', stance: later, speaker: 'm', said: '2021' },
    { source: 's0', stance: 'asserts' },
  ]);

test.each([
  ['asserts', []],
  ['denies', ['m']],
] as const)('E9, E12: who denied and later %s stands beside the verdict as %j', async (later, deniers) => {
  const base = new InMemoryKnowledgeBase(graph(later));
  const relation = await base.relation(RelationId.parse('subject~says~object'));
  expect(relation.deniedBy).toEqual(deniers);
  expect(relation.verdictText.includes('denied')).toBe(deniers.length > 0);
  expect(relation.ledger).toHaveLength(3);
});
