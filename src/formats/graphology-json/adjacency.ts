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
}
