import type { Attribute } from '../../model/attributes.ts';
import type { Child } from '../property-graph/groups.ts';
import type { GrowingRecord } from '../property-graph/record-values.ts';
import type { XmlAttributes } from '../xml/read-xml.ts';

/** What data can be of. */
export type Owner = 'graph' | 'node' | 'edge' | 'hyperedge' | 'port' | 'endpoint';

/** One end of a hyperedge. */
export interface Endpoint {
  readonly node: string;
  readonly way: string | undefined;
  readonly key: string | undefined;
  readonly attributes: readonly Attribute[];
}

/** A graph, node, edge, hyperedge, port or endpoint while its tag is open. */
export interface OpenRecord extends GrowingRecord {
  readonly owner: Owner;
  /** What its tag says. */
  readonly own: XmlAttributes;
  /** Whether its edges are directed unless they say otherwise, and whether it lies in a node; of the graph around it. */
  readonly directed: boolean;
  readonly isNested: boolean;
  /** Nodes of the graph that is nested in it; of a nested graph until its end. */
  children: Child[] | undefined;
  /** Of a hyperedge. */
  endpoints: Endpoint[] | undefined;
  /** What yEd writes on it first, and the heads that it gives an edge, at its source and at its target. */
  drawnLabel: string | undefined;
  arrows: { readonly source: string; readonly target: string } | undefined;
}

/** Attributes of XML that have a place of their own. */
const OWN: Readonly<Record<Owner, ReadonlySet<string>>> = {
  graph: new Set(['id', 'edgedefault']),
  node: new Set(['id']),
  edge: new Set(['id', 'source', 'target', 'directed']),
  hyperedge: new Set(['id']),
  port: new Set(['name']),
  endpoint: new Set(['id', 'node', 'type']),
};

export function isOwner(name: string): name is Owner {
  return Object.hasOwn(OWN, name);
}

export function hasPlace(owner: Owner, name: string): boolean {
  return OWN[owner].has(name);
}
