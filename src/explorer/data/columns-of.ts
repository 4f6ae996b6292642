import { findDelimiter } from '../../formats/csv/delimiter.ts';
import { BrokenTable, RowReader } from '../../formats/csv/row-reader.ts';
import { suggestTable } from '../../formats/edge-list/suggest-table.ts';
import { type Column, suggestMapping } from '../../formats/foreign/suggest-mapping.ts';
import type { Attribute } from '../../model/attributes.ts';
import type { GraphDocument } from '../../model/graph-document.ts';
import type { Columns } from './preview.ts';

/** Enough to see what a column holds; the rest of the file may hold other values, which a reader tells. */
const MOST_SAMPLES = 12;
const MOST_COLUMNS = 200;
const MOST_RECORDS = 5000;
const LONGEST_SAMPLE = 80;

type Value = Attribute['value'];

/** Collects columns with the first different values of each. */
class Samples {
  readonly #columns = new Map<string, Set<Value>>();

  add(name: string, value: Value): void {
    let values = this.#columns.get(name);
    if (values === undefined) {
      if (this.#columns.size >= MOST_COLUMNS) return;
      values = new Set();
      this.#columns.set(name, values);
    }
    if (values.size >= MOST_SAMPLES || value === '') return;
    values.add(typeof value === 'string' ? value.slice(0, LONGEST_SAMPLE) : value);
  }

  columns(): Column[] {
    return [...this.#columns].map(([name, samples]) => ({ name, samples: [...samples] }));
  }
}

function attributeColumns(records: readonly { readonly attributes?: readonly Attribute[] | undefined }[]): Column[] {
  const samples = new Samples();
  for (const { attributes = [] } of records.slice(0, MOST_RECORDS)) {
    for (const { name, value } of attributes) samples.add(name, value);
  }
  return samples.columns();
}

/**
 * The columns of a table from its first rows. Without a header they are `column 1`, `column 2` and so on, as the reader of
 * edge lists calls them. Empty where the start of the file is no table.
 */
export function tableColumns(head: string, hasHeader = true): Column[] {
  const { delimiter, skip } = findDelimiter(head);
  const samples = new Samples();
  let header: readonly string[] | undefined;
  const reader = new RowReader({
    delimiter,
    longestCell: head.length,
    mostCells: head.length + 1,
    onRow: (cells) => {
      const isFirst = header === undefined;
      header ??= cells.map((cell, i) => (hasHeader && cell.trim() !== '' ? cell.trim() : `column ${i + 1}`));
      header.forEach((name, i) => {
        samples.add(name, isFirst && hasHeader ? '' : (cells[i] ?? ''));
      });
    },
  });
  try {
    reader.push(head.slice(skip));
    if (header === undefined) reader.end();
  } catch (error) {
    // The reader of the file tells what is wrong and where; here is shown what comes before it.
    if (!(error instanceof BrokenTable)) throw error;
  }
  return samples.columns();
}

/** What a mapping can give a meaning: the columns of a table from its `head`, else the attributes that were kept. */
export function columnsOf(
  graph: Pick<GraphDocument, 'entities' | 'claims'> | undefined,
  head: string | undefined,
  hasHeader = true,
): Columns {
  if (head !== undefined) {
    const table = tableColumns(head, hasHeader);
    const ends = suggestTable(table.map(({ name }) => name));
    return {
      table,
      ...(ends === undefined ? {} : { ends }),
      edge: table,
      node: [],
      suggested: suggestMapping(table, true),
    };
  }
  const edge = attributeColumns(graph?.claims ?? []);
  const node = attributeColumns(graph?.entities ?? []);
  const [ofEdges, ofNodes] = [suggestMapping(edge), suggestMapping(node)];
  return {
    edge,
    node,
    suggested: {
      edge: ofEdges.edge,
      node: ofNodes.node,
      suggestions: [
        ...ofEdges.suggestions.filter(({ field }) => field.startsWith('edge.')),
        ...ofNodes.suggestions.filter(({ field }) => field.startsWith('node.')),
      ],
    },
  };
}
