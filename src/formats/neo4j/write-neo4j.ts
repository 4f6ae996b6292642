import { WITHOUT_DENIALS } from '../../knowledge/without-denials.ts';
import type { GraphDocument } from '../../model/graph-document.ts';
import { groupBy } from '../../model/group-by.ts';
import { csvText } from '../csv/csv-text.ts';
import { neutralise } from '../csv/formula.ts';
import type { KnownLoss, WriteOptions, Written, WrittenFile } from '../format.ts';
import { lossesOf } from '../losses.ts';
import type { Column, Properties, Property } from './columns.ts';
import { type LinkTable, lacksDenials, NEO4J_LOSSES, neo4jLosses, propertyGraph } from './property-graph.ts';

const FORMULAS: KnownLoss = {
  field: 'formulas',
  why: 'a text that a spreadsheet would execute has an apostrophe in front, in the database, too; take one off where it stands before = + - @ or a tab at the start of a text, or behind a semicolon or line break',
  keptBy: 'cypher',
};
const SEPARATORS: KnownLoss = {
  field: 'aliases',
  why: 'neo4j-admin has no escape for the ";" between items of a list; within one it is written %3B, and % is written %25',
  keptBy: 'cypher',
};

/** Browsers save each file for itself, and give another name to one whose name is taken. */
const NAMES =
  'Each table must have the name that it has above. Where a browser saved it as "claim (1).csv", because of an earlier export in that folder, move the tables of this export to a folder of their own and take the number off.';

/** What it cannot hold, whatever the graph. */
export const NEO4J_CSV_LOSSES: readonly KnownLoss[] = [...NEO4J_LOSSES, FORMULAS, SEPARATORS];

/** Writes cells and counts those that had to be changed. */
class Cells {
  formulas = 0;
  separators = 0;

  text(text: string): string {
    const cell = neutralise(text);
    if (cell !== text) this.formulas++;
    return cell;
  }

  of(value: Property | undefined): string | number | boolean {
    if (value === undefined) return '';
    if (typeof value === 'string') return this.text(value);
    if (typeof value !== 'object') return value;
    const items = value.map((item) => item.replace(/[%;]/gu, encodeURIComponent));
    if (items.some((item, i) => item !== value[i])) this.separators++;
    return this.text(items.join(';'));
  }
}

function typed([name, type]: Column): string {
  return type === 'string' ? name : `${name}:${type}`;
}

/** An entity has its kind as a label of its own, so that a query can ask for it. */
function labelsOf(label: string, row: Properties, cells: Cells): string {
  const { kind } = row;
  return typeof kind === 'string' ? `${label};${cells.text(kind.replace(/[%;]/gu, encodeURIComponent))}` : label;
}

/** One file for all arrows between two labels; those of plain edges have their own type. */
function linkFile(
  tables: readonly LinkTable[],
  from: string,
  to: string,
  cells: Cells,
  names: ReadonlyMap<string, string>,
): WrittenFile {
  const columns = [...new Map(tables.flatMap((table) => table.columns).map((column) => [column[0], column])).values()];
  const shown = from === 'Entity' && to === 'Entity' ? ['from_name:IGNORE', 'to_name:IGNORE'] : [];
  const fields = [`:START_ID(${from})`, `:END_ID(${to})`, ':TYPE', ...shown, ...columns.map(typed)];
  const all = tables.flatMap(({ type, rows }) => rows.map((row) => ({ type, row })));
  const text = csvText(
    fields,
    all,
    ({ type, row }) => [
      cells.text(row.from),
      cells.text(row.to),
      type,
      ...(shown.length === 0 ? [] : [row.from, row.to].map((id) => cells.text(names.get(id) ?? id))),
      ...columns.map(([name]) => cells.of(row.properties[name])),
    ],
    '\n',
  );
  return { name: `${from.toLowerCase()}-to-${to.toLowerCase()}.csv`, text };
}

/**
 * Writes tables for `neo4j-admin database import full`, with typed headers, and a text that says the command. The names
 * beside the ends of plain edges are for people; the import passes over them (`:IGNORE`).
 *
 * Items of a list stand between `;`. Texts that a spreadsheet would execute are neutralised as in the other tables. Both are
 * counted among the losses, since the import does not undo them. An id is neutralised everywhere alike and joins as before.
 */
export function writeNeo4j(graph: GraphDocument, { shape = 'claims' }: WriteOptions = {}): Written {
  const { nodes, links } = propertyGraph(graph, shape);
  const cells = new Cells();
  const nodeFiles = nodes.map(({ label, columns, rows }) => {
    const fields = columns.map((column) => (column[0] === 'id' ? `id:ID(${label})` : typed(column)));
    const text = csvText(
      [...fields, ':LABEL'],
      rows,
      (row) => [...columns.map(([name]) => cells.of(row[name])), labelsOf(label, row, cells)],
      '\n',
    );
    return { name: `${label.toLowerCase()}.csv`, text };
  });
  const names = new Map<string, string>(graph.entities.map((entity) => [entity.id, entity.name]));
  const filled = links.filter(({ rows }) => rows.length > 0);
  const groups = [...groupBy(filled, ({ from, to }) => `${from} ${to}`).values()];
  const linkFiles = groups.flatMap((tables) => {
    const [first] = tables;
    return first === undefined ? [] : [linkFile(tables, first.from, first.to, cells, names)];
  });
  const command = [
    'neo4j-admin database import full neo4j --multiline-fields=true',
    ...nodeFiles.map(({ name }) => `--nodes=${name}`),
    ...linkFiles.map(({ name }) => `--relationships=${name}`),
  ].join(' \\\n  ');
  const warning = lacksDenials(graph) ? `\n${WITHOUT_DENIALS}\n` : '';
  const readme = `Import into an empty database that is stopped:\n\n${command}\n\n${NAMES}\n${warning}`;
  return {
    files: [...nodeFiles, ...linkFiles, { name: 'README.txt', text: readme }],
    losses: [
      ...neo4jLosses(graph, shape),
      ...lossesOf([
        { ...FORMULAS, count: cells.formulas },
        { ...SEPARATORS, count: cells.separators },
      ]),
    ],
  };
}
