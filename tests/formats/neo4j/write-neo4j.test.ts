import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { restore } from '../../../src/formats/csv/formula.ts';
import type { WriteOptions } from '../../../src/formats/format.ts';
import { writeNeo4j } from '../../../src/formats/neo4j/write-neo4j.ts';
import { withoutDenials } from '../../../src/knowledge/without-denials.ts';
import type { GraphDocument } from '../../../src/model/graph-document.ts';
import { documents } from '../arbitrary-document.ts';
import { hostileGraph } from '../hostile-graph.ts';

interface Table {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

function tablesOf(graph: GraphDocument, options?: WriteOptions): Map<string, Table> {
  const { files } = writeNeo4j(graph, options);
  return new Map(
    files
      .filter(({ name }) => name.endsWith('.csv'))
      .map(({ name, text }) => {
        const { data, errors } = Papa.parse<string[]>(text ?? '', { skipEmptyLines: true });
        expect(errors).toEqual([]);
        const [header = [], ...rows] = data;
        return [name, { header, rows }];
      }),
  );
}

function column(table: Table | undefined, name: string): string[] {
  const at = table?.header.indexOf(name) ?? -1;
  if (table === undefined || at < 0) throw new Error(`no column ${name}`);
  return table.rows.map((row) => row[at] ?? '');
}

/** The items that neo4j-admin reads from a cell, with what the table's note says undone. */
function items(cell: string): string[] {
  return cell === '' ? [] : restore(cell).split(';').map(decodeURIComponent);
}

const seeds = [20261121, Date.now() % 2 ** 31];

describe('writeNeo4j', () => {
  test.each(seeds)('headers are typed, rows are whole, ids meet (seed %i)', (seed) => {
    fc.assert(
      fc.property(documents, fc.constantFrom('claims', 'edges'), (graph, shape) => {
        const tables = tablesOf(graph, { shape });
        for (const [name, { header, rows }] of tables) {
          for (const field of header) {
            expect(field).toMatch(
              /^([a-z][a-z0-9_]*(:(double|int|boolean|string\[\]|ID\(\w+\)|IGNORE))?|:(LABEL|TYPE|START_ID\(\w+\)|END_ID\(\w+\)))$/u,
            );
          }
          for (const row of rows) expect(row).toHaveLength(header.length);
          const [, from, to] = /^(\w+)-to-(\w+)\.csv$/u.exec(name) ?? [];
          if (from === undefined || to === undefined) continue;
          const [start = '', end = ''] = header;
          const known = (field: string): Set<string> => {
            const [, label = ''] = /\((\w+)\)/u.exec(field) ?? [];
            return new Set(column(tables.get(`${label.toLowerCase()}.csv`), `id:ID(${label})`));
          };
          const [starts, ends] = [known(start), known(end)];
          for (const row of rows) expect(starts.has(row[0] ?? '') && ends.has(row[1] ?? '')).toBe(true);
        }
      }),
      { seed, numRuns: 60 },
    );
  });

  test('what is written can be read again by the rules that it tells', async () => {
    const graph = await hostileGraph();
    const tables = tablesOf(graph);
    expect(column(tables.get('entity.csv'), 'name').map(restore)).toEqual(graph.entities.map((one) => one.name));
    expect(column(tables.get('entity.csv'), 'aliases:string[]').map(items)).toEqual(
      graph.entities.map((one) => one.aliases),
    );
    expect(column(tables.get('claim.csv'), 'summary').map(restore)).toEqual(graph.claims.map((one) => one.summary));
    expect(column(tables.get('entity.csv'), ':LABEL')).toContain('Entity;place');
    const types = new Set(column(tables.get('claim-to-relation.csv'), ':TYPE'));
    expect(types).toEqual(new Set(['ASSERTS', 'DENIES', 'DOUBTS']));
  });

  test('no cell can be taken for a formula, but for numbers', async () => {
    for (const shape of ['claims', 'edges'] as const) {
      for (const { header, rows } of tablesOf(await hostileGraph(), { shape }).values()) {
        for (const row of rows) {
          row.forEach((cell, i) => {
            if (!/:(double|int)$/u.test(header[i] ?? '')) expect(cell).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/u);
          });
        }
      }
    }
  });

  test('what was changed is counted', async () => {
    const { losses } = writeNeo4j(await hostileGraph());
    const counts = new Map(losses.map((loss) => [loss.field, loss.count]));
    expect(counts.get('aliases')).toBe(2);
    expect(counts.get('formulas')).toBeGreaterThan(10);
    expect(counts.has('sources')).toBe(false);
  });

  test('plain edges carry the names of their ends for people only, and denials are of another type', async () => {
    const graph = await hostileGraph();
    const table = tablesOf(graph, { shape: 'edges' }).get('entity-to-entity.csv');
    expect(column(table, 'from_name:IGNORE').map(restore)).toContain('Lowford');
    const types = column(table, ':TYPE');
    const relations = graph.claims.filter((one) => one.object !== undefined);
    expect(types.filter((type) => type === 'DENIED')).toHaveLength(
      relations.filter((one) => one.stance === 'denies').length,
    );
    expect(types).toHaveLength(relations.length);
  });

  test('that denials were left out stands in the text beside the tables, and beside each verdict', async () => {
    const graph = await hostileGraph();
    const cut = withoutDenials(graph, new Date(0), '1').graph;
    const readmeOf = (one: GraphDocument): string =>
      writeNeo4j(one).files.find(({ name }) => name === 'README.txt')?.text ?? '';
    expect(readmeOf(graph)).not.toContain('left out');
    expect(readmeOf(cut)).toContain('Denials and doubts were left out');
    // A figure has no relation that would say it.
    for (const table of ['relation.csv', 'claim.csv']) {
      const marks = (one: GraphDocument): Set<string> =>
        new Set(column(tablesOf(one).get(table), 'denials_left_out:boolean'));
      expect([marks(graph), marks(cut)]).toEqual([new Set(['']), new Set(['true'])]);
    }
  });

  test('the command names every table', async () => {
    const { files } = writeNeo4j(await hostileGraph());
    const readme = files.find(({ name }) => name === 'README.txt')?.text ?? '';
    for (const { name } of files) if (name.endsWith('.csv')) expect(readme).toContain(`=${name}`);
    expect(readme).toContain('--multiline-fields=true');
    // A browser that has a claim.csv already saves "claim (1).csv", which the command does not name.
    expect(readme).toContain('must have the name that it has above');
  });
});
