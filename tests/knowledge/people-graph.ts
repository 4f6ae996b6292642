import { expect } from 'vitest';
import { checkGraph } from '../../src/model/check-graph.ts';
import { claimId } from '../../src/model/claim-identity.ts';
import { contentHash } from '../../src/model/content-hash.ts';
import { GraphDocument } from '../../src/model/graph-document.ts';

/** A graph of people who know each other, said by their paper. */
export function people(
  names: readonly (readonly [id: string, name: string, ...aliases: string[]])[],
  knows: readonly (readonly [string, string])[],
  { source = 'paper', label = 'knows' } = {},
): GraphDocument {
  const graph = GraphDocument.parse({
    format: 'ascribe-graph',
    version: 1,
    ontology: {
      version: 1,
      kinds: [{ id: 'person', label: 'Person', plural: 'People' }],
      relations: [
        {
          ...{ id: 'knows', label, inverse: 'known by', domain: ['person'], range: ['person'] },
          reads: { asserts: '{s} knows {o}', denies: '{s} does not know {o}', doubts: '{s} hardly knows {o}' },
        },
      ],
    },
    sources: [{ id: source, title: source, speaker: names[0]?.[0] }],
    entities: names.map(([key, name, ...aliases]) => ({ id: key, kind: 'person', name, aliases })),
    claims: knows.map(([subject, object]) => ({
      ...{ id: 'c-0', source, subject, type: 'knows', object, speaker: names[0]?.[0] },
      summary: `${subject} knows ${object}`,
    })),
  });
  return { ...graph, claims: graph.claims.map((claim) => ({ ...claim, id: claimId(claim) })) };
}

/** Told to be a graph document without an error. */
export function good(graph: GraphDocument): GraphDocument {
  expect(GraphDocument.parse(graph)).toEqual(graph);
  expect(checkGraph(graph).filter(({ severity }) => severity === 'error')).toEqual([]);
  return graph;
}

/** Without what a merge widens and does not narrow again. */
export function bare(graph: GraphDocument): string {
  const relations = graph.ontology.relations.map((type) => ({ ...type, domain: [], range: [] }));
  return contentHash({ ...graph, ontology: { ...graph.ontology, relations } });
}
