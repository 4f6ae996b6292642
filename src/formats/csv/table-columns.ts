import type { CellKind } from './cells.ts';
import { CLAIM_COLUMNS, ENTITY_COLUMNS, SOURCE_COLUMNS } from './columns.ts';

export type TableId = 'claims' | 'entities' | 'sources';

/** Where the cell of a column goes in its record, and how it is read. */
export interface ColumnMeaning {
  /** The field of the record, and the field inside it. */
  readonly path: readonly [field: string, inner?: string];
  readonly kind: CellKind;
}

export interface TableMeaning {
  readonly id: TableId;
  readonly columns: ReadonlyMap<string, ColumnMeaning>;
  /**
   * Columns that are made from others when a table is written (names, the attribution, the verdict), or are about the
   * graph: nothing of the record is read from them.
   */
  readonly derived: ReadonlySet<string>;
  /** Columns by which the table is known. */
  readonly required: readonly string[];
}

/** Names of the document's fields where they differ from their column, and columns that are not plain text. */
const CLAIM_PATHS: Readonly<Record<string, ColumnMeaning>> = {
  quantity_of: { path: ['quantity', 'of'], kind: 'text' },
  quantity_min: { path: ['quantity', 'min'], kind: 'number' },
  quantity_max: { path: ['quantity', 'max'], kind: 'number' },
  quantity_approximate: { path: ['quantity', 'approximate'], kind: 'boolean' },
  quantity_unit: { path: ['quantity', 'unit'], kind: 'text' },
  speaker_unnamed: { path: ['speaker', 'unnamed'], kind: 'text' },
  speaker_reliability: { path: ['speaker', 'reliability'], kind: 'text' },
  via: { path: ['via'], kind: 'json' },
  credibility: { path: ['credibility'], kind: 'number' },
  confidence_set: { path: ['confidence', 'value'], kind: 'number' },
  confidence_reason: { path: ['confidence', 'reason'], kind: 'text' },
  paragraph: { path: ['locator', 'paragraph'], kind: 'number' },
  start: { path: ['locator', 'start'], kind: 'number' },
  end: { path: ['locator', 'end'], kind: 'number' },
  passage_sha256: { path: ['locator', 'sha256'], kind: 'text' },
  attributes: { path: ['attributes'], kind: 'json' },
};
const ENTITY_PATHS: Readonly<Record<string, ColumnMeaning>> = {
  aliases: { path: ['aliases'], kind: 'json' },
  unidentified: { path: ['unidentified'], kind: 'boolean' },
  same_as: { path: ['sameAs'], kind: 'json' },
  attributes: { path: ['attributes'], kind: 'json' },
};
const SOURCE_PATHS: Readonly<Record<string, ColumnMeaning>> = {
  derived_from: { path: ['derivedFrom'], kind: 'json' },
  attributes: { path: ['attributes'], kind: 'json' },
};

function meaning(
  id: TableId,
  all: readonly string[],
  paths: Readonly<Record<string, ColumnMeaning>>,
  derived: readonly string[],
  required: readonly string[],
): TableMeaning {
  const made = new Set(derived);
  const read = all.filter((column) => !made.has(column));
  const columns = read.map((column) => [column, paths[column] ?? { path: [column], kind: 'text' }] as const);
  return { id, columns: new Map(columns), derived: made, required };
}

/** The three tables, each with what its columns mean. */
export const TABLES: readonly TableMeaning[] = [
  meaning(
    'claims',
    CLAIM_COLUMNS,
    CLAIM_PATHS,
    [
      ...['source_title', 'subject_name', 'type_label', 'object_name', 'speaker_name', 'place_name', 'attribution'],
      ...['confidence', 'relation', 'verdict', 'verdict_text', 'belief', 'disbelief', 'uncertainty', 'weights'],
      ...['denials_left_out', 'graph_manifest'],
    ],
    ['source', 'subject', 'type', 'summary', 'speaker'],
  ),
  meaning('entities', ENTITY_COLUMNS, ENTITY_PATHS, [], ['id', 'kind', 'name', 'aliases']),
  meaning('sources', SOURCE_COLUMNS, SOURCE_PATHS, ['speaker_name'], ['id', 'title', 'reliability', 'speaker']),
];

/** The table that a header belongs to; undefined for a table of somebody else. */
export function tableOf(header: readonly string[]): TableMeaning | undefined {
  const given = new Set(header);
  return TABLES.find((table) => table.required.every((column) => given.has(column)));
}
