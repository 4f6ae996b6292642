import { contentHash } from '../model/content-hash.ts';
import type { Manifest } from '../model/graph-document.ts';
import { byCodePoint } from '../model/order.ts';
import { cutText } from '../model/text.ts';
import type { NamedGraph } from './join-entities.ts';

/** A part of a graph among what is merged, and how it was chosen. */
export interface PartNote {
  readonly name: string;
  readonly selection: string;
  /** Whether denials and doubts were left out of it. */
  readonly withoutDenials: boolean;
}

interface Part extends NamedGraph {
  readonly manifest: Manifest;
}

/**
 * What is said of a merged graph where parts of graphs are among those that it is made of. How each was chosen says
 * nothing of the whole, and is told as a note. But if denials were left out of one, the merged graph lacks them too, and its
 * manifest says so and of which graphs, unless the very graph from which that part was taken is there as well: now, or when
 * what was merged is merged with it later.
 */
export function mergeManifests(graphs: readonly NamedGraph[]): {
  readonly manifest?: Manifest;
  readonly parts: readonly PartNote[];
} {
  const parts = graphs.flatMap(({ name, graph }): Part[] =>
    graph.manifest === undefined ? [] : [{ name, graph, manifest: graph.manifest }],
  );
  const notes = parts.map(({ name, manifest }) => ({
    name,
    selection: manifest.selection,
    withoutDenials: !manifest.closedUnderEvidence,
  }));
  const open = parts.filter(({ manifest }) => !manifest.closedUnderEvidence);
  if (open.length === 0) return { parts: notes };
  const whole = new Set(
    graphs.filter(({ graph }) => graph.manifest?.closedUnderEvidence !== false).map(({ graph }) => contentHash(graph)),
  );
  const lacking = open.filter((part) => graphsOf(part).some((hash) => !whole.has(hash)));
  const missing = [...new Set(lacking.flatMap(graphsOf))].filter((hash) => !whole.has(hash)).toSorted(byCodePoint);
  const [first] = lacking;
  if (first === undefined) return { parts: notes };
  return { manifest: manifestOf(graphs, first, lacking, missing), parts: notes };
}

/** The graphs of which a part lacks denials, by hash. */
function graphsOf({ manifest: { graph, leftOut } }: Part): readonly string[] {
  return leftOut.denialsOf ?? [graph];
}

function manifestOf(
  graphs: readonly NamedGraph[],
  first: Part,
  lacking: readonly Part[],
  missing: readonly string[],
): Manifest {
  const sum = (count: (manifest: Manifest) => number): number =>
    lacking.reduce((so, { manifest }) => so + count(manifest), 0);
  const denials = sum(({ leftOut }) => leftOut.denials ?? 0);
  const words = lacking.map(
    ({ name, manifest }) => `${name}, of the graph ${manifest.graph.slice(0, 12)}: ${manifest.selection}`,
  );
  const names = graphs.map(({ name }) => name).join(', ');
  const { weights, taken } = first.manifest;
  return {
    ...{ graph: missing[0] ?? first.manifest.graph, weights, taken },
    selection: cutText(`merged from ${names}; denials and doubts were LEFT OUT of ${words.join('; ')}`, 4500),
    leftOut: {
      entities: sum(({ leftOut }) => leftOut.entities),
      claims: sum(({ leftOut }) => leftOut.claims),
      sources: sum(({ leftOut }) => leftOut.sources),
      ...(denials === 0 ? {} : { denials }),
      ...(missing.length < 2 ? {} : { denialsOf: [...missing] }),
    },
    closedUnderEvidence: false,
  };
}
