import type { Quantity, Stance } from '../../src/model/claim.ts';
import { GraphDocument } from '../../src/model/graph-document.ts';
import { withId } from '../evidence/sketch.ts';
import { type GraphSketch, sketchGraph } from '../evidence/sketch-graph.ts';

/** Somebody's word on a figure: `{ by: 'x', quantity: { min: 10 } }`; of entity "battle" unless told. */
export interface FigureLine {
  readonly by: string;
  readonly quantity: Quantity;
  readonly stance?: Stance;
  readonly subject?: string;
  readonly source?: string;
  readonly when?: string;
}

/** A graph with claims of figures besides those of the sketch, all in source "a" unless told. */
export function figureGraph(lines: readonly FigureLine[], sketch: Partial<GraphSketch> = {}): GraphDocument {
  const graph = sketchGraph({ types: { backs: {} }, sources: { a: 'B' }, claims: [], ...sketch });
  const people = new Set(lines.flatMap(({ by, subject }) => [by, subject ?? 'battle']));
  for (const { id } of graph.entities) people.delete(id);
  return GraphDocument.parse({
    ...graph,
    ontology: { ...graph.ontology, figures: [{ id: 'killed', label: 'killed' }] },
    entities: [...graph.entities, ...[...people].map((id) => ({ id, kind: 'actor', name: id }))],
    claims: [
      ...graph.claims,
      ...lines.map(({ by, quantity, stance = 'asserts', subject = 'battle', source = 'a', when }, i) =>
        withId({
          source,
          subject,
          type: 'killed',
          quantity,
          stance,
          speaker: by,
          ...(when === undefined ? {} : { when }),
          locator: { paragraph: 1, start: 5000 + i, end: 5001 + i, sha256: '0'.repeat(64) },
          summary: 'sketched',
        }),
      ),
    ],
  });
}
