import { describe, expect, test } from 'vitest';
import { InMemoryKnowledgeBase } from '../../src/knowledge/in-memory.ts';
import { mergeGraphs, type NamedGraph } from '../../src/knowledge/merge-graphs.ts';
import { contentHash } from '../../src/model/content-hash.ts';
import type { GraphDocument } from '../../src/model/graph-document.ts';
import { RelationId, SourceId } from '../../src/model/ids.ts';
import { type ClaimLine, sketchGraph } from '../evidence/sketch-graph.ts';
import { good } from './people-graph.ts';

const source = (id: string): SourceId => SourceId.parse(id);

/** Of two documents the gazette copies the wire. */
function wireAndGazette(title: string, claims: readonly ClaimLine[]): GraphDocument {
  const graph = sketchGraph({ types: { knows: {} }, sources: { gazette: 'B', wire: 'B' }, claims });
  return {
    ...graph,
    sources: graph.sources.map((one) =>
      one.id === 'wire' ? { ...one, title } : { ...one, derivedFrom: [source('wire')] },
    ),
  };
}

const OURS = wireAndGazette('wire', [
  ['wire', 'x', 'knows', 'y'],
  ['gazette', 'x', 'knows', 'y'],
]);
const THEIRS = wireAndGazette('another wire', [['gazette', 'x', 'knows', 'z']]);

function named(graphs: Readonly<Record<string, GraphDocument>>): NamedGraph[] {
  return Object.entries(graphs).map(([name, graph]) => ({ name, graph }));
}

function derivations({ sources }: GraphDocument): unknown {
  return Object.fromEntries(sources.map(({ id, derivedFrom }) => [id, derivedFrom]));
}

describe('a source that derives from one that is another one in a later file', () => {
  test('is another one too, and what it was in the first file stays', async () => {
    for (const [graphs, suffix] of [
      [named({ OURS, THEIRS }), 'THEIRS'],
      [named({ THEIRS, OURS }), 'OURS'],
    ] as const) {
      const { graph, notes } = mergeGraphs(graphs);
      expect(derivations(good(graph))).toEqual({
        wire: [],
        gazette: ['wire'],
        [`wire@${suffix}`]: [],
        [`gazette@${suffix}`]: [`wire@${suffix}`],
      });
      expect(notes.map((note) => note.kind === 'source-renamed' && note.from)).toEqual(['gazette', 'wire']);
      const { verdict } = await new InMemoryKnowledgeBase(graph).relation(RelationId.parse('x~knows~y'));
      expect(verdict).toBe('single-source');
    }
  });

  test('is so once: the file changes nothing when it comes again', () => {
    const { graph } = mergeGraphs(named({ OURS, THEIRS }));
    for (const again of [named({ graph, THEIRS }), named({ graph, OURS }), named({ graph, other: THEIRS })]) {
      const { graph: same, notes } = mergeGraphs(again);
      expect([contentHash(same), notes]).toEqual([contentHash(graph), []]);
    }
  });

  test('in a circle, too: what is equal stays one, what is not is another one all around', () => {
    const circle = (title: string): GraphDocument => {
      const graph = wireAndGazette(title, [['wire', 'x', 'knows', 'y']]);
      return {
        ...graph,
        sources: graph.sources.map((one) => ({
          ...one,
          derivedFrom: [source(one.id === 'wire' ? 'gazette' : 'wire')],
        })),
      };
    };
    const one = circle('wire');
    expect(contentHash(mergeGraphs(named({ one, two: circle('wire') })).graph)).toBe(contentHash(one));
    expect(derivations(mergeGraphs(named({ one, two: circle('other') })).graph)).toEqual({
      ...{ wire: ['gazette'], gazette: ['wire'] },
      ...{ 'wire@two': ['gazette@two'], 'gazette@two': ['wire@two'] },
    });
  });
});

test('a source that is equal in the second and third file is one, though the first has another of its id', () => {
  const third = wireAndGazette('another wire', [
    ['gazette', 'x', 'knows', 'z'],
    ['wire', 'z', 'knows', 'z'],
  ]);
  const { graph, notes } = mergeGraphs(named({ OURS, THEIRS, third }));
  expect(good(graph).sources.map(({ id }) => id)).toEqual(['gazette', 'wire', 'gazette@THEIRS', 'wire@THEIRS']);
  expect(graph.claims).toHaveLength(4);
  expect(notes.filter((note) => 'name' in note && note.name === 'third')).toEqual([]);
});
