import { expect, test } from 'vitest';
import { InMemoryKnowledgeBase } from '../../src/knowledge/in-memory.ts';
import { sketchGraph } from '../evidence/sketch-graph.ts';

test('what a speaker repeats in one source is one mark: ± where it said both', async () => {
  const said = { by: 'm', said: '2020' } as const;
  const graph = sketchGraph({
    types: { backs: {} },
    sources: { a: 'A', b: 'B' },
    claims: [
      // What counts for m is in the better source; in the other one m says both, and neither counts.
      ['a', 'x', 'backs', 'y', said],
      ['a', 'x', 'backs', 'y', { ...said, stance: 'denies' }],
      ['b', 'x', 'backs', 'y', said],
      ['b', 'x', 'backs', 'y', { ...said, stance: 'denies' }],
      ['b', 'x', 'backs', 'y', { by: 'n' }],
    ],
  });
  // Graded A, m's word in source a is not held down to F, so that those in b are repeats.
  const graded = {
    ...graph,
    entities: graph.entities.map((entity) =>
      entity.id === 'm' ? { ...entity, reliability: 'A' as const, reason: 'sketched' } : entity,
    ),
  };
  const { rows } = await new InMemoryKnowledgeBase(graded).matrix();
  const own = rows.find((row) => row.origin === 'speaker:m');
  expect(own?.repeats.map(({ speaker, source, marks }) => [speaker, source.id, marks])).toEqual([['m', 'b', ['±']]]);
});

test('two speakers of one name are two rows', async () => {
  const graph = sketchGraph({
    types: { backs: {}, 'speaks-for': { oneVoice: true } },
    sources: { a: 'B' },
    claims: [
      ['a', 'x', 'backs', 'y', { by: 'm' }],
      ['a', 'x', 'backs', 'y', { by: 'n' }],
      ['a', 'x', 'backs', 'y', { by: 'o' }],
      ['a', 'n', 'speaks-for', 'm'],
      ['a', 'o', 'speaks-for', 'm'],
      ['a', 'x', 'backs', 'y', { stance: 'denies' }],
    ],
  });
  const named = {
    ...graph,
    entities: graph.entities.map((entity) => (entity.id.length > 1 ? entity : { ...entity, name: 'Khan' })),
  };
  const { rows } = await new InMemoryKnowledgeBase(named).matrix();
  const repeats = rows.flatMap((row) => row.repeats);
  expect(repeats.map(({ speaker }) => speaker)).toEqual(['Khan', 'Khan']);
});
