import { expect } from 'vitest';
import type { Format, ReadOptions, ReadResult } from '../../../src/formats/format.ts';
import { inputOf } from '../../../src/formats/read-text.ts';
import { InMemoryKnowledgeBase } from '../../../src/knowledge/in-memory.ts';
import { mergeGraphs } from '../../../src/knowledge/merge-graphs.ts';
import { checkGraph } from '../../../src/model/check-graph.ts';
import { isFigureClaim, isRelationClaim } from '../../../src/model/claim.ts';
import type { GraphDocument } from '../../../src/model/graph-document.ts';

export async function read(format: Format, name: string, text: string, options?: ReadOptions): Promise<ReadResult> {
  if (format.read === undefined) throw new Error('no reader');
  return format.read(inputOf(name, text), options);
}

export async function graphOf(format: Format, name: string, text: string): Promise<GraphDocument> {
  const { graph, issues } = await read(format, name, text);
  expect(issues).toEqual([]);
  if (graph === undefined) throw new Error('nothing was read');
  expect(checkGraph(graph)).toEqual([]);
  return graph;
}

/** The relations of a graph in names. */
export function said(graph: GraphDocument): string[] {
  const name = (id: string): string => graph.entities.find((one) => one.id === id)?.name ?? id;
  return graph.claims.filter(isRelationClaim).map((one) => `${name(one.subject)} | ${one.type} | ${name(one.object)}`);
}

export function figures(graph: GraphDocument): string[] {
  return graph.claims
    .filter(isFigureClaim)
    .map(({ type, quantity }) => `${type} ${quantity.of}: ${quantity.min}–${quantity.max}`);
}

/** Two editions in one graph, as they are imported one after the other. */
export function together(first: GraphDocument, second: GraphDocument): GraphDocument {
  const named = [first, second].map((graph, i) => ({ name: `edition ${i + 1}`, graph }));
  return mergeGraphs(named, { sameIds: true }).graph;
}

export async function disputesOf(graph: GraphDocument): Promise<string[]> {
  const { items } = await new InMemoryKnowledgeBase(graph).disputes();
  return items.map((one) => one.kind);
}
