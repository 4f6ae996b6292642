import Papa from 'papaparse';
import type { GraphDocument } from '../../model/graph-document.ts';
import { byCodePoint } from '../../model/order.ts';
import { neutralise } from '../csv/formula.ts';
import type { Written } from '../format.ts';
import { ftmEntities } from './ftm-entities.ts';
import { sha1Hex } from './ftm-id.ts';
import { ftmLosses, statementLosses } from './losses.ts';
import { propertyType } from './schemata.ts';

/** Writes entities of FollowTheMoney, one JSON object a line. */
export function writeFtm(graph: GraphDocument): Written {
  const lines = ftmEntities(graph).map((entity) => `${JSON.stringify(entity)}\n`);
  return { files: [{ name: 'ascribe-graph.ftm.json', text: lines.join('') }], losses: ftmLosses(graph) };
}

/** Columns of a table of statements, in the order of followthemoney/statement. */
export const STATEMENT_COLUMNS = [
  'canonical_id',
  'entity_id',
  'prop',
  'prop_type',
  'schema',
  'value',
  'original_value',
  'lang',
  'dataset',
  'origin',
  'external',
  'first_seen',
  'last_seen',
  'id',
] as const;

/** The id of a statement: SHA-1 of what it says and where (followthemoney/statement/statement.py, make_key). */
export function statementId(dataset: string, entity: string, property: string, value: string): string {
  return sha1Hex(`${dataset}.${entity}.${property}.${value}`);
}

/**
 * Writes statements of FollowTheMoney as CSV: one row for each value of each property, and one with the property `id` for
 * each entity, sorted by entity. A value that a spreadsheet would take for a formula has an apostrophe put in front, which
 * reading takes off; ids are made of the value without it, and how many there are is told among the losses.
 */
export function writeStatements(graph: GraphDocument): Written {
  const entities = ftmEntities(graph).toSorted((a, b) => byCodePoint(a.id, b.id));
  const rows: (readonly string[])[] = [];
  let formulas = 0;
  for (const { id, schema, properties, datasets } of entities) {
    const [dataset = ''] = datasets;
    for (const [property, values] of [['id', [id]] as const, ...Object.entries(properties)]) {
      for (const value of values) {
        const type = propertyType(property);
        const statement = statementId(dataset, id, property, value);
        const cell = neutralise(value);
        if (cell !== value) formulas++;
        rows.push([id, id, property, type, schema, cell, '', '', dataset, '', 'f', '', '', statement]);
      }
    }
  }
  const text = `${Papa.unparse({ fields: [...STATEMENT_COLUMNS], data: rows }, { newline: '\r\n' })}\r\n`;
  return { files: [{ name: 'ascribe-graph.statements.csv', text }], losses: statementLosses(graph, formulas) };
}
