import { contentHash } from '../model/content-hash.ts';
import type { Manifest } from '../model/graph-document.ts';
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
 * manifest says so, unless the very graph from which that part was taken is there as well.
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
  const lacking = open.filter(({ manifest }) => !whole.has(manifest.graph));
  const [first] = lacking;
  if (first === undefined) return { parts: notes };
  return { manifest: manifestOf(graphs, first, lacking), parts: notes };
}

function manifestOf(graphs: readonly NamedGraph[], first: Part, lacking: readonly Part[]): Manifest {
  const sum = (count: (manifest: Manifest) => number): number =>
    lacking.reduce((so, { manifest }) => so + count(manifest), 0);
  const denials = sum(({ leftOut }) => leftOut.denials ?? 0);
  const words = lacking.map(
    ({ name, manifest }) => `${name}, of the graph ${manifest.graph.slice(0, 12)}: ${manifest.selection}`,
  );
  const names = graphs.map(({ name }) => name).join(', ');
  const { graph, weights, taken } = first.manifest;
  return {
    ...{ graph, weights, taken },
    selection: cutText(`merged from ${names}; denials and doubts were LEFT OUT of ${words.join('; ')}`, 4500),
    leftOut: {
      entities: sum(({ leftOut }) => leftOut.entities),
      claims: sum(({ leftOut }) => leftOut.claims),
      sources: sum(({ leftOut }) => leftOut.sources),
      ...(denials === 0 ? {} : { denials }),
    },
    closedUnderEvidence: false,
  };
}
