import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { fuse } from '../../src/evidence/fuse.ts';
import { UNITS_PER_ONE } from '../../src/evidence/weights.ts';
import { Stance } from '../../src/model/claim.ts';
import { Credibility, Reliability } from '../../src/model/grades.ts';
import { type ClaimSketch, relationGraph, weighingOf } from './sketch.ts';

const Exact = z.object({ fraction: z.string(), value: z.number() });
const Vectors = z.object({
  cases: z.array(
    z.object({
      name: z.string(),
      sources: z.record(
        z.string(),
        z.object({ reliability: Reliability, publisher: z.string(), derivedFrom: z.string().optional() }),
      ),
      claims: z.array(
        z.object({
          source: z.string(),
          stance: Stance,
          speaker: z.string().optional(),
          speakerReliability: Reliability.optional(),
          unnamed: z.boolean().optional(),
          hedge: z.enum(['mild', 'strong']).optional(),
          credibility: Credibility.optional(),
          said: z.string().optional(),
        }),
      ),
      expect: z.object({
        F: Exact,
        A: Exact,
        b: Exact,
        d: Exact,
        u: Exact,
        P: Exact,
        verdict: z.string(),
        originsFor: z.int(),
        originsAgainst: z.int(),
        critical: z.int(),
      }),
    }),
  ),
});

/** Fractions and doubles computed apart from this code; see EVIDENCE.md's worked examples. */
const vectors = Vectors.parse(
  JSON.parse(readFileSync(new URL('../fixtures/evidence-vectors.json', import.meta.url), 'utf8')),
);

describe('E1–E13: every worked example, exactly', () => {
  test.each(vectors.cases)('$name', ({ sources, claims, expect: expected }) => {
    const graph = relationGraph(sources, claims satisfies ClaimSketch[]);
    const evidence = fuse(graph.claims, weighingOf(graph));
    expect({
      F: evidence.forUnits / UNITS_PER_ONE,
      A: evidence.againstUnits / UNITS_PER_ONE,
      b: evidence.opinion.belief,
      d: evidence.opinion.disbelief,
      u: evidence.opinion.uncertainty,
      P: evidence.probability,
      verdict: evidence.verdict,
      originsFor: evidence.origins.filter((origin) => origin.forUnits > 0).length,
      originsAgainst: evidence.origins.filter((origin) => origin.againstUnits > 0).length,
      critical: evidence.origins.filter((origin) => origin.critical).length,
    }).toEqual({
      ...expected,
      F: expected.F.value,
      A: expected.A.value,
      b: expected.b.value,
      d: expected.d.value,
      u: expected.u.value,
      P: expected.P.value,
    });
  });
});
