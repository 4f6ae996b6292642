import { InMemoryKnowledgeBase } from '../../../src/knowledge/in-memory.ts';
import type { FigureView } from '../../../src/knowledge/knowledge-base.ts';
import { GraphDocument } from '../../../src/model/graph-document.ts';
import { sketchFigure, type WordSketch } from '../../evidence/figures-sketch.ts';
import { relationGraph } from '../../evidence/sketch.ts';

/** The figure that words of these publishers make, as a knowledge base shows it. */
export async function viewOf(words: readonly WordSketch[]): Promise<FigureView> {
  const { claims, weighing } = sketchFigure(words);
  const graph = relationGraph(
    Object.fromEntries(
      [...weighing.sources].map(([id, { reliability, publisher }]) => [id, { reliability, publisher, voice: id }]),
    ),
    [],
  );
  const base = new InMemoryKnowledgeBase(
    GraphDocument.parse({
      ...graph,
      ontology: { ...graph.ontology, figures: [{ id: 'killed', label: 'killed' }] },
      claims: claims.map((claim) => ({ ...claim, speaker: claim.source })),
    }),
  );
  const { items } = await base.figures();
  const [figure] = items;
  if (figure === undefined || items.length > 1) throw new Error(`expected one figure, got ${items.length}`);
  return figure;
}
