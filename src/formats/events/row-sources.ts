import { sha256Hex } from '../../model/sha256.ts';
import type { ForeignGraph } from '../foreign/foreign-graph.ts';
import type { ForeignSource } from '../foreign/records.ts';
import type { Edition } from './edition.ts';
import { documentsOf } from './event-documents.ts';
import type { EventMapping } from './event-mapping.ts';
import type { EventRow } from './event-row.ts';

/** UTF-16 units of the titles of documents within the title of a source. */
const LONGEST_TITLES = 200;

/**
 * The sources of the rows of one edition: the edition itself, or, where a row names documents, a source that takes its word
 * from the edition first and then from them. The edition first, since the origin of a word is the end of what its source
 * names first (EVIDENCE E6): the data set stays one origin in every edition, whatever documents a row adds. Rows of the same
 * documents have one source.
 */
export class RowSources {
  readonly #mapping: EventMapping;
  readonly #graph: ForeignGraph;
  readonly #edition: Edition;
  /** How many sources the last row was the first to have. */
  made = 0;

  constructor(mapping: EventMapping, graph: ForeignGraph, edition: Edition) {
    this.#mapping = mapping;
    this.#graph = graph;
    this.#edition = edition;
    const { publisher, speaker } = mapping.dataset;
    graph.addSource({ ...edition, publisher, speaker, genre: 'event data set' });
  }

  /** The key of the source of a row. */
  of(row: EventRow): string {
    this.made = 0;
    const { documents, dataset } = this.#mapping;
    const edition = this.#edition;
    const cell = documents === undefined ? undefined : row.cell(documents.column);
    const found = documents === undefined || cell === undefined ? [] : documentsOf(cell, documents);
    if (found.length === 0) return edition.key;
    const keys = found.map((document) => document.key);
    const key = `${edition.key}/${sha256Hex(JSON.stringify(keys), 8)}`;
    if (this.#graph.hasSource(key)) return key;
    const place = { line: row.line };
    for (const document of found) {
      if (!this.#graph.hasSource(document.key)) this.#add({ ...document, place });
    }
    this.#add({
      key,
      title: `${edition.title}, after ${titlesOf(found)}`,
      publisher: dataset.publisher,
      speaker: dataset.speaker,
      published: edition.published,
      reliability: edition.reliability,
      derivedFrom: [edition.key, ...keys],
      place,
    });
    return key;
  }

  #add(source: ForeignSource): void {
    this.#graph.addSource(source);
    this.made++;
  }
}

function titlesOf(documents: readonly ForeignSource[]): string {
  const titles = documents.map(({ title, key }) => title ?? key);
  const [first = ''] = titles;
  const all = titles.join('; ');
  if (all.length <= LONGEST_TITLES) return all;
  if (first.length > LONGEST_TITLES) return documents.length === 1 ? 'one document' : `${documents.length} documents`;
  return `${first} and ${documents.length - 1} more`;
}
