import { showValue } from '../../model/issue.ts';
import type { PropertyGraph } from '../property-graph/property-graph.ts';
import { isNamespace, type XmlAttributes } from '../xml/read-xml.ts';

/** How an edge goes. */
export type Way = 'directed' | 'undirected' | 'mutual';

/** In the words of 1.1 to 1.3. */
const WAYS: ReadonlyMap<string, Way> = new Map([
  ['directed', 'directed'],
  ['dir', 'directed'],
  ['undirected', 'undirected'],
  ['undir', 'undirected'],
  ['mutual', 'mutual'],
]);

/** What a graph says for its reader alone: its records say the same. */
const FOR_READERS = new Set(['defaultedgetype', 'idtype', 'timerepresentation', 'count']);

export function wayOf(text: string): Way | undefined {
  return WAYS.get(text.toLowerCase());
}

/** What a file says of itself, in its `meta` and the tag of its graph, and what that means for its records. */
export class Frame {
  readonly #graph: PropertyGraph;
  readonly #said: string[] = [];
  #isOwn = false;
  /** Whether four digits are a year, since the file counts time in dates. */
  datesAreYears = false;
  /** Of edges that say nothing of it. GEXF's default is undirected. */
  #way: Way = 'undirected';
  /** A way that is none, while nothing was told of it. */
  #oddWay: string | undefined;

  constructor(graph: PropertyGraph) {
    this.#graph = graph;
  }

  openMeta(attributes: XmlAttributes): void {
    for (const name of Object.keys(attributes)) if (!isNamespace(name)) this.#said.push(name);
  }

  /** An element within `meta`. */
  meta(name: string, text: string): void {
    if (name === 'creator' && text === 'Ascribe') this.#isOwn = true;
    else if (text !== '') this.#said.push(name);
  }

  closeMeta(): void {
    // What Ascribe says of a file in words it says of the graph itself.
    if (!this.#isOwn) for (const name of this.#said) this.#graph.lostOfFile(name);
    this.#said.length = 0;
  }

  openGraph(attributes: XmlAttributes): void {
    const { defaultedgetype: way = '', timeformat, timetype, mode } = attributes;
    this.#way = way === '' ? 'undirected' : (wayOf(way) ?? 'directed');
    this.#oddWay = way === '' || wayOf(way) !== undefined ? undefined : way;
    // GEXF's own default is double: a number is then a point of a scale that only the file's author knows.
    this.datesAreYears = /^date(?:time)?$/iu.test(timeformat ?? timetype ?? '');
    for (const name of Object.keys(attributes)) {
      const isSaid =
        FOR_READERS.has(name) ||
        isNamespace(name) ||
        (name === 'mode' && mode === 'static') ||
        (this.datesAreYears && (name === 'timeformat' || name === 'timetype'));
      if (!isSaid) this.#graph.lostOfFile(name);
    }
  }

  /** How an edge goes that says nothing of it. */
  wayUntold(line: number, column: number): Way {
    const way = this.#oddWay;
    if (way !== undefined) {
      this.#oddWay = undefined;
      this.#graph.foreign.tell(
        {
          code: 'invalid-value',
          severity: 'warning',
          message:
            'Edges do not say whether they are directed, and what the file says for all of them is no direction; they are taken as directed',
          expected: 'defaultedgetype="directed", "undirected" or "mutual"',
          got: showValue(way),
        },
        { line, column },
      );
    }
    return this.#way;
  }
}
