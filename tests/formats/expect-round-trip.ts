import { expect } from 'vitest';
import type { Format, Loss } from '../../src/formats/format.ts';
import { inputOf } from '../../src/formats/read-text.ts';
import { contentHash } from '../../src/model/content-hash.ts';
import type { GraphDocument } from '../../src/model/graph-document.ts';
import { byCodePoint } from '../../src/model/order.ts';

const byId = (a: { readonly id: string }, b: { readonly id: string }): number => byCodePoint(a.id, b.id);

/** A document without the fields that an export said it loses, its records in the order of their ids. */
function without(graph: GraphDocument, losses: readonly Loss[]): object {
  const lost = new Set(losses.map(({ field }) => field));
  const whole = {
    ...graph,
    sources: graph.sources.toSorted(byId),
    entities: graph.entities.toSorted(byId),
    claims: graph.claims.toSorted(byId),
  };
  return Object.fromEntries(Object.entries(whole).filter(([field]) => !lost.has(field)));
}

/** Writes a graph, reads it again, and expects what is missing to be what the export said, no more and no less. */
export async function expectRoundTrip(format: Format, graph: GraphDocument): Promise<void> {
  const written = format.write?.(graph);
  const [file] = written?.files ?? [];
  if (written === undefined || file?.text === undefined) throw new Error(`${format.id} wrote no text`);
  const read = await format.read?.(inputOf(file.name, file.text));
  expect(read?.issues.filter(({ severity }) => severity === 'error')).toEqual([]);
  if (read?.graph === undefined) throw new Error(`${format.id} read no graph`);
  expect(without(read.graph, written.losses)).toEqual(without(graph, written.losses));
  if (written.losses.length === 0) expect(contentHash(read.graph)).toBe(contentHash(graph));
  for (const { field } of written.losses) {
    const kept: unknown = Object.getOwnPropertyDescriptor(read.graph, field)?.value;
    const was: unknown = Object.getOwnPropertyDescriptor(graph, field)?.value;
    expect(kept, `${field} is named as lost`).not.toEqual(was);
  }
}
