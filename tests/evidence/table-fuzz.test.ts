import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EvidenceTable } from '../../src/evidence/evidence-table.ts';
import type { Claim } from '../../src/model/claim.ts';
import { byCodePoint } from '../../src/model/order.ts';
import { claimLines, excludingLines, SOURCES, TYPES } from './arbitrary-graph.ts';
import { type ClaimLine, weighSketch } from './sketch-graph.ts';

/** Milliseconds: other test files may keep the machine busy. */
const PATIENCE = 60_000;

const edits = fc.array(fc.record({ add: fc.boolean(), pick: fc.nat(1000) }), { minLength: 1, maxLength: 25 });

/** All that a table answers, in an order of its own. */
function answers(table: EvidenceTable): unknown {
  return [...table.relations()]
    .map(({ id, claims }) => ({
      id,
      claims: claims.map((claim) => claim.id).toSorted(),
      evidence: table.evidence(id),
      standing: table.standing(id),
    }))
    .toSorted((a, b) => byCodePoint(a.id, b.id));
}

function editedEqualsRebuilt(lines: readonly ClaimLine[], steps: readonly { add: boolean; pick: number }[]): void {
  const { graph, table: whole, weighing } = weighSketch({ types: TYPES, sources: SOURCES, claims: lines });
  const all = graph.claims;
  const held = new Set<Claim>(all.filter((_, i) => i % 2 === 0));
  const edited = new EvidenceTable([...held], whole.rollUp, weighing);
  for (const { add, pick } of steps) {
    const pool = all.filter((claim) => held.has(claim) !== add);
    const claim = pool[pick % Math.max(pool.length, 1)];
    if (claim === undefined) continue;
    if (add) {
      held.add(claim);
      edited.add(claim);
    } else {
      held.delete(claim);
      edited.remove(claim);
    }
  }
  expect(answers(edited)).toEqual(answers(new EvidenceTable([...held], whole.rollUp, weighing)));
}

describe('E5: edits equal a rebuild, bit for bit, with roll-up and exclusion', () => {
  test.each([
    ['pinned', 20_261_121],
    ['fresh', Date.now() % 2 ** 31],
  ])(
    '%s seed %i',
    (_, seed) => {
      fc.assert(fc.property(fc.oneof(claimLines, excludingLines), edits, editedEqualsRebuilt), { seed, numRuns: 150 });
    },
    PATIENCE,
  );
});
