import { columnsOfTable, Samples } from '../../formats/edge-list/columns-of-table.ts';
import { lookAt } from '../../formats/edge-list/plan-table.ts';
import { type Column, suggestMapping } from '../../formats/foreign/suggest-mapping.ts';
import type { Attribute } from '../../model/attributes.ts';
import type { GraphDocument } from '../../model/graph-document.ts';
import type { Columns } from './preview.ts';

const MOST_RECORDS = 5000;

function attributeColumns(records: readonly { readonly attributes?: readonly Attribute[] | undefined }[]): Column[] {
  const samples = new Samples();
  for (const { attributes = [] } of records.slice(0, MOST_RECORDS)) {
    for (const { name, value } of attributes) samples.add(name, value);
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
    const look = lookAt(head);
    const table = columnsOfTable(head, hasHeader && look.hasHeader);
    // By their numbers columns are no ends unless a person, or the form of the whole table, says so.
    const guess = hasHeader || !look.hasHeader ? look.guess : undefined;
    if (hasHeader && guess === undefined && look.nodes !== undefined) {
      const { node, suggestions } = suggestMapping(table);
      const ofNodes = suggestions.filter(({ field }) => field.startsWith('node.'));
      return { table, edge: [], node: table, suggested: { edge: {}, node, suggestions: ofNodes } };
    }
    return {
      table,
      // Those that the reader takes unasked.
      ...(guess?.isSure === true ? { ends: guess.table } : {}),
      edge: table,
      node: [],
      suggested: suggestMapping(table, { ends: guess?.table }),
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
