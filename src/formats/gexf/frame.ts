import type { Manifest } from '../../model/graph-document.ts';
import { showValue } from '../../model/issue.ts';
import type { RecordPlace } from '../foreign/records.ts';
import { inlineJson } from '../inline-json.ts';
import { manifestInText } from '../manifest-in-text.ts';
import type { PropertyGraph } from '../property-graph/property-graph.ts';
import { WITHOUT_DENIALS } from '../property-graph/rows.ts';
import { isNamespace, type XmlAttributes } from '../xml/read-xml.ts';
import { TIMES } from './times.ts';

/** Before the manifest as JSON, at the end of a description; never within that JSON. */
const MANIFEST_START = ' Ascribe manifest: ';

/** How a graph was chosen, as the end of its description. */
export function manifestAtEnd(manifest: Manifest): string {
  const json = inlineJson(manifestInText(manifest));
  return MANIFEST_START + json.replaceAll(MANIFEST_START, ` \\u0041${MANIFEST_START.slice(2)}`);
}

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
  /** When all edges of a slice hold that say no time of their own; undefined where the graph is none. */
  #slice: XmlAttributes | undefined;
  #isSliceUsed = false;
  /** A way that is none, while nothing was told of it. */
  #oddWay: string | undefined;

  constructor(graph: PropertyGraph) {
    this.#graph = graph;
  }

  openMeta(attributes: XmlAttributes): void {
    for (const name of Object.keys(attributes)) if (!isNamespace(name)) this.#said.push(name);
  }

  /** An element within `meta`. */
  meta(name: string, text: string, place: RecordPlace): void {
    if (name === 'creator' && text === 'Ascribe') this.#isOwn = true;
    else if (name === 'description' && this.#takeDescription(text, place)) return;
    else if (text !== '') this.#said.push(name);
  }

  /** What Ascribe says in a description of how the graph was chosen. Other tools keep it as it was. */
  #takeDescription(text: string, place: RecordPlace): boolean {
    const at = text.lastIndexOf(MANIFEST_START);
    const json = at < 0 ? undefined : text.slice(at + MANIFEST_START.length);
    const isMarked = (at < 0 ? text : text.slice(0, at)).endsWith(`${WITHOUT_DENIALS}.`);
    if (json === undefined && !isMarked) return false;
    this.#graph.addManifest(json, isMarked, place);
    return true;
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
    const isSlice = mode?.toLowerCase() === 'slice';
    const times = Object.entries(attributes).filter(([name]) => isSlice && TIMES.has(name));
    if (times.length > 0) this.#slice = Object.fromEntries(times);
    for (const name of Object.keys(attributes)) {
      const isSaid =
        FOR_READERS.has(name) ||
        isNamespace(name) ||
        (name === 'mode' && (mode === 'static' || this.#slice !== undefined)) ||
        this.#slice?.[name] !== undefined ||
        (this.datesAreYears && (name === 'timeformat' || name === 'timetype'));
      if (!isSaid) this.#graph.lostOfFile(name);
    }
  }

  /** What says when an edge holds that says nothing of it: the time of the slice that the file is, if it is one. */
  timeUntold(): XmlAttributes | undefined {
    this.#isSliceUsed = true;
    return this.#slice;
  }

  /** To be called at the end of the file. */
  close(): void {
    if (!this.#isSliceUsed) for (const name of Object.keys(this.#slice ?? {})) this.#graph.lostOfFile(name);
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
