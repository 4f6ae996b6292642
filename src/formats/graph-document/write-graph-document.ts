import { Claim } from '../../model/claim.ts';
import { Entity } from '../../model/entity.ts';
import { GraphDocument } from '../../model/graph-document.ts';
import { byCodePoint } from '../../model/order.ts';
import { Source } from '../../model/source.ts';
import type { Written, WrittenFile } from '../format.ts';

/** More records than this nobody reads through. */
const MOST_INDENTED = 100_000;
/** UTF-16 units. No JavaScript engine is sure to hold a longer text: what is longer is written as bytes. */
const MOST_UNITS = 400_000_000;
/** UTF-16 units that are put together at once. */
const PART = 1 << 23;

/**
 * Writes a graph document as readable JSON: two spaces of indentation, fields in the order of the schema, records in the
 * order of the graph, a line break at the end; of a large graph one record in a line, which is half as long, and of a very large
 * one bytes in place of a text. The same graph gives the same file. Nothing is lost.
 * Throws a ZodError for what is no graph document.
 */
export function writeGraphDocument(graph: GraphDocument): Written {
  const records = graph.sources.length + graph.entities.length + graph.claims.length;
  const name = 'ascribe-graph.json';
  if (records > MOST_INDENTED) return { files: [recordsByLine(name, graph, MOST_UNITS)], losses: [] };
  const ordered = GraphDocument.parse(graph);
  const document = { ...ordered, entities: ordered.entities.map(withSchemesInOrder) };
  return { files: [{ name, text: `${JSON.stringify(document, null, 2)}\n` }], losses: [] };
}

function withSchemesInOrder(entity: Entity): Entity {
  if (entity.sameAs === undefined) return entity;
  const schemes = Object.entries(entity.sameAs).toSorted(([a], [b]) => byCodePoint(a, b));
  return { ...entity, sameAs: Object.fromEntries(schemes) };
}

/**
 * A graph with one record in a line. Each record is parsed for itself: a second copy of the whole graph would not fit beside
 * it. It is a text, or bytes where that would be longer than `most` UTF-16 units.
 */
export function recordsByLine(name: string, graph: GraphDocument, most: number): WrittenFile {
  const { sources, entities, claims, ...head } = graph;
  const parsed = GraphDocument.parse({ ...head, sources: [], entities: [], claims: [] });
  const { sources: _, entities: __, claims: ___, ...rest } = parsed;
  const whole = new Parts(most);
  whole.add(JSON.stringify(rest).slice(0, -1));
  const list = <T>(of: string, records: readonly T[], lineOf: (record: T) => unknown): void => {
    whole.add(`,\n"${of}":[`);
    records.forEach((record, i) => {
      whole.add(`${i === 0 ? '' : ','}\n${JSON.stringify(lineOf(record))}`);
    });
    whole.add('\n]');
  };
  list('sources', sources, (one) => Source.parse(one));
  list('entities', entities, (one) => withSchemesInOrder(Entity.parse(one)));
  list('claims', claims, (one) => Claim.parse(one));
  whole.add('\n}\n');
  return { name, ...whole.finish() };
}

/** Puts a long text together, as bytes from where it would be too long for one. Bytes do not count to the engine's heap. */
class Parts {
  readonly #most: number;
  readonly #encoder = new TextEncoder();
  readonly #texts: string[] = [];
  readonly #bytes: Uint8Array[] = [];
  #lines: string[] = [];
  #waiting = 0;
  #units = 0;

  constructor(most: number) {
    this.#most = most;
  }

  add(text: string): void {
    this.#lines.push(text);
    this.#waiting += text.length;
    if (this.#waiting >= PART) this.#close();
  }

  finish(): { readonly text: string } | { readonly bytes: Uint8Array } {
    this.#close();
    if (this.#bytes.length === 0) return { text: this.#texts.join('') };
    const bytes = new Uint8Array(this.#bytes.reduce((sum, part) => sum + part.length, 0));
    let at = 0;
    for (const part of this.#bytes) {
      bytes.set(part, at);
      at += part.length;
    }
    return { bytes };
  }

  #close(): void {
    const text = this.#lines.join('');
    this.#lines = [];
    this.#units += this.#waiting;
    this.#waiting = 0;
    if (this.#units <= this.#most) {
      this.#texts.push(text);
      return;
    }
    for (const before of this.#texts.splice(0)) this.#bytes.push(this.#encoder.encode(before));
    this.#bytes.push(this.#encoder.encode(text));
  }
}
