import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compare } from '../../src/evidence/compare.ts';
import { attributionDisputes, relationDisputes } from '../../src/evidence/disputes.ts';
import { EvidenceTable, weighingOf } from '../../src/evidence/evidence-table.ts';
import { Interests } from '../../src/evidence/interest.ts';
import { Origins } from '../../src/evidence/origins.ts';
import { perspective } from '../../src/evidence/perspective.ts';
import { RollUp } from '../../src/evidence/roll-up.ts';
import { VoiceClaims } from '../../src/evidence/voice-claims.ts';
import type { Voice } from '../../src/evidence/voices.ts';
import { DEFAULT_WEIGHTS } from '../../src/evidence/weights.ts';
import { without } from '../../src/evidence/without.ts';
import type { GraphDocument } from '../../src/model/graph-document.ts';
import { byCodePoint } from '../../src/model/order.ts';
import { claimLines, excludingLines, SOURCES, TYPES } from './arbitrary-graph.ts';
import { type ClaimLine, sketchGraph } from './sketch-graph.ts';

/** Milliseconds: other test files may keep the machine busy. */
const PATIENCE = 60_000;

const P: Voice = { kind: 'source', id: 'a' };
const Q: Voice = { kind: 'speaker', id: 'x' };

/** All that is answered on a graph. Lists stand in the order in which they are given, but for relations as such. */
function answers(graph: GraphDocument): object {
  const origins = new Origins(graph);
  const weighing = weighingOf(graph, origins);
  const table = new EvidenceTable(graph.claims, new RollUp(graph.ontology), weighing);
  const interests = new Interests(table, origins);
  const known = new VoiceClaims(graph, origins);
  const [p, q] = [P, Q].map((voice) => known.of([voice]) ?? new Set<never>());
  const [told, other] = [perspective(p ?? new Set(), table, weighing), perspective(q ?? new Set(), table, weighing)];
  const byId = (a: { readonly id: string }, b: { readonly id: string }): number => byCodePoint(a.id, b.id);
  return {
    origins: origins.all(),
    relations: [...table.relations()].toSorted(byId).map(({ id, subject, object }) => ({
      ...{ id, subject, object },
      evidence: table.evidence(id),
      broader: table.broader(id).map((one) => one.id),
      narrower: table.narrower(id).map((one) => one.id),
    })),
    disputes: relationDisputes(table, DEFAULT_WEIGHTS),
    attributions: attributionDisputes(table, DEFAULT_WEIGHTS, weighing.entities),
    interests: graph.claims.toSorted(byId).map((claim) => interests.of(claim)),
    perspectives: [[...told], [...other]],
    compared: compare(told, other),
    without: without(table, p ?? new Set()),
  };
}

/** Many ties of few entities, so that there is often more than one reason for an interest. */
const tiedLines: fc.Arbitrary<ClaimLine[]> = fc.uniqueArray(
  fc
    .record({
      subject: fc.constantFrom('x', 'y', 'z', 'v', 'w'),
      type: fc.constantFrom('part-of', 'allied', 'fights', 'opposes'),
      object: fc.constantFrom('x', 'y', 'z', 'v', 'w'),
      by: fc.constantFrom(undefined, 'x', 'y', 'z', '9', '10'),
    })
    .map(({ subject, type, object, by }): ClaimLine => ['a', subject, type, object, by === undefined ? {} : { by }]),
  { minLength: 4, maxLength: 16, selector: (one) => JSON.stringify(one) },
);

describe('Law: no answer depends on the order in which claims, sources and entities come', () => {
  test.each([
    ['pinned', 21_112_026],
    ['fresh', Date.now() % 2 ** 31],
  ])(
    '%s seed %i',
    (_, seed) => {
      const shuffled = fc.oneof(claimLines, excludingLines, tiedLines).chain((lines) => {
        const graph = sketchGraph({ types: TYPES, sources: SOURCES, claims: lines });
        const all = <T>(list: readonly T[]): fc.Arbitrary<T[]> =>
          fc.shuffledSubarray([...list], { minLength: list.length });
        return fc.record({
          graph: fc.constant(graph),
          claims: all(graph.claims),
          sources: all(graph.sources),
          entities: all(graph.entities),
        });
      });
      fc.assert(
        fc.property(shuffled, ({ graph, ...lists }) => {
          expect(answers({ ...graph, ...lists })).toEqual(answers(graph));
        }),
        { seed, numRuns: 150 },
      );
    },
    PATIENCE,
  );
});
