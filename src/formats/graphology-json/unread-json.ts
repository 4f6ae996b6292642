import { type FrameOfHead, frameOfHead } from '../json-stream/frame-of-head.ts';

/** JSON of another tool or standard that is about networks, and is not read. */
export interface UnreadJson {
  /** What it is, in words that go on after “This is”. */
  readonly what: string;
  readonly remedy: string;
}

/** Relations of PROV-JSON, https://www.w3.org/submissions/prov-json/. */
const PROVENANCE = [
  'used',
  'wasAssociatedWith',
  'wasAttributedTo',
  'wasDerivedFrom',
  'wasGeneratedBy',
  'wasInformedBy',
];

const KINDS: readonly (UnreadJson & { readonly test: (frame: FrameOfHead, head: string) => boolean })[] = [
  {
    what: 'GraphSON of TinkerPop, which is not read',
    remedy: 'Write the graph as GraphML, and take that',
    test: ({ begins }) =>
      (begins.get('vertices') === '[' && !begins.has('nodes')) ||
      (begins.has('_id') && (begins.get('_outE') === '[' || begins.get('_inE') === '[')) ||
      (begins.has('id') && begins.has('label') && (begins.get('outE') === '{' || begins.get('inE') === '{')),
  },
  {
    what: 'the JSON of Neo4j’s APOC, which is not read',
    remedy: 'Export it by apoc.export.graphml, and take that',
    test: ({ begins }, head) =>
      (begins.get('nodes') === '[' && begins.get('rels') === '[') ||
      (begins.has('id') &&
        (begins.get('labels') === '[' || (begins.get('start') === '{' && begins.get('end') === '{')) &&
        /^\s*\{\s*(?:"id"\s*:\s*"[^"]*"\s*,\s*)?"type"\s*:\s*"(?:node|relationship)"/u.test(head)),
  },
  {
    what: 'a graph in JSON Graph Format (JGF), which is not read',
    remedy: 'Write it as GraphML, or as node-link JSON: { "nodes": […], "edges": […] }',
    test: ({ begins, inner }) =>
      begins.get('graph') === '{' &&
      (inner.has('graph.nodes') || inner.has('graph.edges')) &&
      !['nodes', 'edges', 'links', 'adjacency'].some((list) => begins.has(list)),
  },
  {
    what: 'PROV-JSON, which tells how things were made, and is not read',
    remedy: 'Write what is joined as node-link JSON, or as a table of edges',
    test: ({ begins }) =>
      PROVENANCE.some((name) => begins.get(name) === '{') &&
      ['entity', 'activity', 'agent'].some((name) => begins.get(name) === '{'),
  },
  {
    what: 'a cluster of a MISP galaxy, which is not read',
    remedy: 'Export it from MISP as STIX 2.1, and take that',
    test: ({ begins }) =>
      begins.get('values') === '[' &&
      ['uuid', 'type', 'name'].every((name) => begins.get(name) === '"') &&
      ['category', 'authors', 'source'].some((name) => begins.has(name)),
  },
];

/** Which JSON that is not read a file is, by its start; undefined where it is none of these. */
export function unreadJson(head: string): UnreadJson | undefined {
  const frame = frameOfHead(head);
  return frame === undefined ? undefined : KINDS.find(({ test }) => test(frame, head));
}
