import type { RecordPlace } from '../foreign/records.ts';

/** An edge in a list of neighbours that belongs to no node. */
export interface Astray {
  /** The neighbour. */
  readonly to: string;
  /** What is said of the edge. */
  readonly said: string;
  /** The place of its list. */
  readonly index: number;
  readonly place: RecordPlace;
}

/**
 * The edges of a graph that is written as lists of neighbours, one list for each node in the order of the nodes
 * (`adjacency_data` of networkx). Without directions each edge stands twice, at both of its ends: it is one edge here, and
 * two where the lists say different things of it.
 */
export class Adjacency {
  /** By place in the file; undefined for a node that could not be taken. */
  readonly #keys: (string | undefined)[] = [];
  /** What was said of an edge at its first end, until the second one is met. */
  readonly #waiting = new Map<string, string[]>();
  readonly #astray: Astray[] = [];

  /** The node at a place of the list of nodes. */
  addNode(index: number, key: string | undefined): void {
    this.#keys[index] = key;
  }

  /** The key of the node to which a list belongs; undefined where there is none. */
  keyAt(index: number): string | undefined {
    return this.#keys[index];
  }

  /** Whether an edge without direction is met for the second time. `said` is what is said of it. */
  isSecond(from: string, to: string, said: string): boolean {
    // A loop stands once.
    if (from === to) return false;
    const back = JSON.stringify([to, from]);
    const waiting = this.#waiting.get(back);
    const at = waiting?.indexOf(said) ?? -1;
    if (waiting !== undefined && at >= 0) {
      if (waiting.length === 1) this.#waiting.delete(back);
      else waiting.splice(at, 1);
      return true;
    }
    const here = JSON.stringify([from, to]);
    const known = this.#waiting.get(here);
    if (known === undefined) this.#waiting.set(here, [said]);
    else known.push(said);
    return false;
  }

  /** An edge without direction in a list that belongs to no node. */
  addAstray(edge: Astray): void {
    this.#astray.push(edge);
  }

  /**
   * Of the edges in lists that belong to no node those that stand only there. Any other stands at its other end, too, where
   * it names a node that the file does not have, and is told of there. To be asked for once, in the end.
   */
  onlyAstray(hasNode: (key: string) => boolean): readonly Astray[] {
    if (this.#astray.length === 0) return [];
    /** How often an edge is said at its other end, by this end and what is said of it. */
    const elsewhere = new Map<string, number>();
    for (const [ends, all] of this.#waiting) {
      const [from, to]: unknown[] = JSON.parse(ends);
      if (typeof from !== 'string' || typeof to !== 'string' || hasNode(to)) continue;
      for (const said of all) {
        const edge = JSON.stringify([from, said]);
        elsewhere.set(edge, (elsewhere.get(edge) ?? 0) + 1);
      }
    }
    return this.#astray.filter(({ to, said }) => {
      const edge = JSON.stringify([to, said]);
      const left = elsewhere.get(edge) ?? 0;
      if (left > 0) elsewhere.set(edge, left - 1);
      return left === 0;
    });
  }
}
