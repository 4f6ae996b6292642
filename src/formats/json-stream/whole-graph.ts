import { showValue } from '../../model/issue.ts';
import type { RecordPlace } from '../foreign/records.ts';
import { CLAIM_JSON, GRAPH_JSON } from '../property-graph/names.ts';
import type { PropertyGraph } from '../property-graph/property-graph.ts';
import { isObject, member, textMember } from './attributes-of.ts';

/** What Ascribe writes beside `graph.json`, which says the same, and what networkx adds that says nothing. */
const BESIDE = new Set([GRAPH_JSON, 'title', 'description', 'node_default', 'edge_default', 'mode']);

/** An object as it stands, or one of which the members are a list of pairs, as networkx writes the attributes of a graph. */
function asObject(value: unknown): Readonly<Record<string, unknown>> | undefined {
  if (isObject(value)) return value;
  if (!Array.isArray(value)) return undefined;
  const pairs: [string, unknown][] = [];
  for (const pair of value) {
    if (!Array.isArray(pair) || pair.length !== 2 || typeof pair[0] !== 'string') return undefined;
    pairs.push([pair[0], pair[1]]);
  }
  return Object.fromEntries(pairs);
}

/**
 * Finds the ontology, title and manifest of a graph of Ascribe in JSON that other tools wrote of it: they put what the file
 * said of itself into a member of another name, as an object or as a list of pairs.
 */
export class WholeGraph {
  readonly #graph: PropertyGraph;
  #isFound = false;
  #hasClaims = false;

  constructor(graph: PropertyGraph) {
    this.#graph = graph;
  }

  /** Takes it from a value that holds it; what else stands there and is to be told as lost, or undefined where it does not. */
  takeFrom(value: unknown, place: RecordPlace): Readonly<Record<string, unknown>> | undefined {
    const all = asObject(value);
    const whole = textMember(all, GRAPH_JSON);
    if (all === undefined || whole === undefined) return undefined;
    this.#isFound = true;
    this.#graph.addWhole(whole, GRAPH_JSON, place);
    return Object.fromEntries(Object.entries(all).filter(([name]) => !BESIDE.has(name)));
  }

  /** Looks whether an edge, by itself or in its `attributes`, is a claim of Ascribe. */
  look(edge: Readonly<Record<string, unknown>>): void {
    if (this.#hasClaims) return;
    const attributes = member(edge, 'attributes');
    this.#hasClaims = CLAIM_JSON in edge || (isObject(attributes) && CLAIM_JSON in attributes);
  }

  /** Nothing more comes. */
  end(): void {
    if (!this.#hasClaims || this.#isFound) return;
    this.#graph.foreign.tell({
      code: 'missing-field',
      severity: 'warning',
      message:
        'The claims are those of Ascribe, and their ontology is not in the file: which type is a form of another, and which exclude each other, is lost, and with it disputes',
      expected: `the text ${showValue(GRAPH_JSON)} that Ascribe wrote for the graph`,
      remedy: 'Take a format in which it is kept, such as GraphML, or import a graph document',
    });
  }
}
