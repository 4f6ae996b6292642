import { expect, test } from 'vitest';
import { fuse } from '../../src/evidence/fuse.ts';
import { Entity } from '../../src/model/entity.ts';
import { relationGraph, weighingOf } from './sketch.ts';

test('E8: two speakers whom a coder has linked count as one origin, others do not', () => {
  const graph = relationGraph({ s0: { reliability: 'B', publisher: 'p0' } }, [
    { source: 's0', stance: 'asserts', speaker: 'm', speakerReliability: 'B' },
    { source: 's0', stance: 'asserts', speaker: 'n', speakerReliability: 'B' },
    { source: 's0', stance: 'asserts', speaker: 'o', speakerReliability: 'B' },
  ]);
  const apart = fuse(graph.claims, weighingOf(graph));
  const linked = {
    ...graph,
    entities: graph.entities.map((entity) =>
      ['m', 'n'].includes(entity.id) ? Entity.parse({ ...entity, origin: 'one press office' }) : entity,
    ),
  };
  const together = fuse(linked.claims, weighingOf(linked));
  expect([apart.origins.length, together.origins.length]).toEqual([3, 2]);
  expect(together.forUnits).toBe((apart.forUnits * 2) / 3);
});
