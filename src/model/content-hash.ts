import canonicalize from 'canonicalize';
import type { GraphDocument } from './graph-document.ts';
import { byCodePoint } from './order.ts';
import { sha256Hex } from './sha256.ts';

const byId = (a: { readonly id: string }, b: { readonly id: string }): number => byCodePoint(a.id, b.id);

/**
 * SHA-256 of a graph's content, lower-case hex: its ontology, sources, entities and claims with records sorted by id, in
 * the canonical JSON of RFC 8785. The order of files and records, the title and the manifest do not change it.
 */
export function contentHash(graph: GraphDocument): string {
  const text = canonicalize({
    ontology: graph.ontology,
    sources: graph.sources.toSorted(byId),
    entities: graph.entities.toSorted(byId),
    claims: graph.claims.toSorted(byId),
  });
  return sha256Hex(text ?? '');
}
