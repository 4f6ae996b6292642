import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkGraph } from '../../../src/model/check-graph.ts';
import { contentHash } from '../../../src/model/content-hash.ts';
import { GraphDocument } from '../../../src/model/graph-document.ts';
import { HOSTILE } from '../hostile-graph.ts';
import { gather } from './gather.ts';

const key = fc.constantFrom('a', 'b', 'c d', '__proto__', 'é', '~');
const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 12 }), fc.constantFrom(...HOSTILE));
const attributes = fc.array(fc.record({ name: text, value: fc.oneof(text, fc.double(), fc.boolean()) }), {
  maxLength: 4,
});
const nodes = fc.uniqueArray(
  fc.record({ key, label: fc.option(text, { nil: undefined }), kind: fc.option(text, { nil: undefined }), attributes }),
  { selector: (one) => one.key },
);
const edges = fc.array(
  fc.record({
    key: fc.option(text, { nil: undefined }),
    from: key,
    to: key,
    type: fc.option(text, { nil: undefined }),
    directed: fc.boolean(),
    attributes,
    confidence: fc.option(fc.double(), { nil: undefined }),
    speaker: fc.option(text, { nil: undefined }),
    time: fc.option(fc.record({ start: text, end: fc.constantFrom('2020', '2021-01-01') }), { nil: undefined }),
  }),
  { maxLength: 12 },
);
/** Milliseconds: the machine that runs the tests may be busy. */
const PATIENCE = 60_000;

const law = fc.asyncProperty(nodes, edges, async (given, links) => {
  const { graph, skipped = 0 } = await gather(given, links, { skipBad: true });
  if (graph === undefined) throw new Error('no graph');
  expect(GraphDocument.parse(graph)).toEqual(graph);
  expect(checkGraph(graph).filter((issue) => issue.severity === 'error')).toEqual([]);
  expect(graph.claims.length + skipped).toBe(links.length);
  // Of two edges of one key that which stands first in the file stays.
  const keys = links.flatMap((link) => link.key ?? []);
  if (new Set(keys).size < keys.length) return;
  const { graph: turned } = await gather(given.toReversed(), links.toReversed(), { skipBad: true });
  expect(turned && contentHash(turned)).toBe(contentHash(graph));
});

describe('whatever is given, the graph is right and nothing is lost (seeded)', () => {
  test('pinned seed', () => fc.assert(law, { seed: 20261121, numRuns: 150 }), PATIENCE);
  test('fresh seed', () => fc.assert(law, { numRuns: 60 }), PATIENCE);
});
