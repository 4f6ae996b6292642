import fc from 'fast-check';
import { expect, test } from 'vitest';
import { GEXF } from '../../../src/formats/gexf/format.ts';
import { documents } from '../csv/arbitrary-document.ts';
import { hostileGraph, smallGraph } from '../hostile-graph.ts';
import { expectRoundTrip } from '../xml/round-trip.ts';

const fresh = Date.now() % 2 ** 31;
/** Milliseconds: a machine may have more to do. */
const PATIENCE = 60_000;

test.each([
  ['a pinned seed', 20_261_121],
  [`seed ${fresh}`, fresh],
])(
  'documents come back up to the declared losses: %s',
  async (_, seed) => {
    await fc.assert(
      fc.asyncProperty(documents, (graph) => expectRoundTrip(GEXF, graph)),
      { seed, numRuns: 80 },
    );
  },
  PATIENCE,
);

test(
  'so do a graph of texts that break out of markup, and one that is small',
  async () => {
    await expectRoundTrip(GEXF, await hostileGraph());
    const small = await smallGraph();
    await expectRoundTrip(GEXF, small);
    expect(GEXF.write?.(small).losses.map(({ field }) => field)).toEqual(['ontology', 'title']);
  },
  PATIENCE,
);
