import fc from 'fast-check';
import { readGraphFolder } from '../../src/formats/graph-folder/read-graph-folder.ts';
import { InMemoryKnowledgeBase } from '../../src/knowledge/in-memory.ts';
import type { GraphDocument } from '../../src/model/graph-document.ts';
import { testKnowledgeBase } from '../contracts/knowledge-base.ts';
import { claimLines, SOURCES, TYPES } from '../evidence/arbitrary-graph.ts';
import { sketchGraph } from '../evidence/sketch-graph.ts';

async function folderGraph(path: string): Promise<GraphDocument> {
  const { result } = await readGraphFolder(new URL(path, import.meta.url).pathname);
  if (result.graph === undefined) throw new Error(`${path} does not open`);
  return result.graph;
}

const open = async (graph: GraphDocument): Promise<InMemoryKnowledgeBase> => new InMemoryKnowledgeBase(graph);

testKnowledgeBase('in memory, the bundled graph', open, () => folderGraph('../../graph'));
testKnowledgeBase('in memory, a small graph', open, () => folderGraph('../fixtures/small-graph'));

const FRESH_SEED = Date.now() % 2 ** 31;

for (const seed of [1, 2, 3, FRESH_SEED]) {
  const [claims = []] = fc.sample(claimLines, { seed, numRuns: 1 });
  testKnowledgeBase(`in memory, a random graph of seed ${seed}`, open, async () =>
    sketchGraph({ types: TYPES, sources: SOURCES, claims }),
  );
}
