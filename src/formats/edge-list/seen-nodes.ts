import type { ForeignGraph } from '../foreign/foreign-graph.ts';

interface Seen {
  label: string | undefined;
  kind: string | undefined;
  readonly line: number;
  aliases: Set<string> | undefined;
  otherKinds: Set<string> | undefined;
}

/**
 * The things that the rows of a table name: each once, under the name and the kind that it has first. Other names are
 * spellings of it; another kind is kept as an attribute.
 */
export class SeenNodes {
  readonly #seen = new Map<string, Seen>();

  see(key: string, line: number, label?: string, kind?: string): void {
    const known = this.#seen.get(key);
    if (known === undefined) {
      this.#seen.set(key, { label, kind, line, aliases: undefined, otherKinds: undefined });
      return;
    }
    if (label !== undefined) {
      known.label ??= label;
      if (label !== known.label) {
        known.aliases ??= new Set();
        known.aliases.add(label);
      }
    }
    if (kind !== undefined) {
      known.kind ??= kind;
      if (kind !== known.kind) {
        known.otherKinds ??= new Set();
        known.otherKinds.add(kind);
      }
    }
  }

  /** Adds those that the graph has not yet. `isUnidentified` tells by its name whether somebody is known by sort only. */
  addTo(graph: ForeignGraph, isUnidentified: (name: string) => boolean = () => false): void {
    for (const [key, { label, kind, line, aliases, otherKinds }] of this.#seen) {
      if (graph.hasNode(key)) continue;
      graph.addNode({
        key,
        label,
        kind,
        ...(label !== undefined && isUnidentified(label) ? { unidentified: true } : {}),
        ...(aliases === undefined ? {} : { aliases: [...aliases] }),
        ...(otherKinds === undefined ? {} : { attributes: [...otherKinds].map((value) => ({ name: 'kind', value })) }),
        place: { line },
      });
    }
  }
}
