import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Format } from '../../src/formats/format.ts';
import { GEXF } from '../../src/formats/gexf/format.ts';
import { GRAPH_DOCUMENT } from '../../src/formats/graph-document/format.ts';
import { GRAPHML } from '../../src/formats/graphml/format.ts';
import { GRAPHOLOGY_JSON } from '../../src/formats/graphology-json/format.ts';
import { JSON_LD } from '../../src/formats/json-ld/format.ts';
import { documents } from './arbitrary-document.ts';
import { expectRoundTrip } from './expect-round-trip.ts';
import { hostileGraph, smallGraph } from './hostile-graph.ts';

const fresh = Date.now() % 2 ** 31;
/** Milliseconds: a machine may have more to do. */
const PATIENCE = 60_000;

/** Formats whose losses are whole fields of a graph, and which of them a small graph has. */
const FORMATS: readonly (readonly [Format, readonly string[]])[] = [
  [GRAPH_DOCUMENT, []],
  [GEXF, ['ontology', 'title']],
  [GRAPHML, []],
  [GRAPHOLOGY_JSON, []],
  [JSON_LD, []],
];

describe.each(FORMATS.map(([format, lost]) => [format.id, format, lost] as const))('%s', (_, format, lost) => {
  test.each([
    ['a pinned seed', 20_261_121],
    [`seed ${fresh}`, fresh],
  ])(
    'documents come back up to the declared losses: %s',
    async (_name, seed) => {
      await fc.assert(
        fc.asyncProperty(documents, (graph) => expectRoundTrip(format, graph)),
        { seed, numRuns: 60 },
      );
    },
    PATIENCE,
  );

  test(
    'so do a graph of texts that break out of markup, and one that is small',
    async () => {
      await expectRoundTrip(format, await hostileGraph());
      const small = await smallGraph();
      await expectRoundTrip(format, small);
      expect(format.write?.(small).losses.map(({ field }) => field)).toEqual(lost);
    },
    PATIENCE,
  );

  test('so does a graph without claims, and one without anything', async () => {
    const small = await smallGraph();
    await expectRoundTrip(format, { ...small, claims: [] });
    // An empty GEXF file has nothing in it that tells whose it is.
    if (format !== GEXF) await expectRoundTrip(format, { ...small, sources: [], entities: [], claims: [] });
  });
});
