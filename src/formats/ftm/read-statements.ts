import { restore } from '../csv/formula.ts';
import { readRows } from '../csv/read-rows.ts';
import type { ForeignGraph } from '../foreign/foreign-graph.ts';
import type { ReadInput, ReadOptions, ReadResult } from '../format.ts';
import { collector, findingsOf, OwnGraph } from '../json-stream/own-graph.ts';
import { limitsOf } from '../limits.ts';
import { failed, ReadFailure } from '../read-failure.ts';
import { FtmReader, NOTHING } from './foreign-ftm.ts';

/** Columns without which nothing can be read. */
const NEEDED = ['canonical_id', 'prop', 'schema', 'value', 'dataset'] as const;
/** What a statement says of itself and an entity put together from statements does not. */
const UNKEPT = ['original_value', 'lang', 'origin', 'first_seen', 'last_seen'] as const;

/** An entity while its statements come in. */
interface Gathered {
  schema: string;
  readonly line: number;
  readonly datasets: Set<string>;
  readonly properties: Map<string, Set<string>>;
}

type Columns = ReadonlyMap<string, number>;

function columnsOf(header: readonly string[], file: string): Columns {
  const columns = new Map(header.map((name, i) => [name.trim(), i]));
  const missing = NEEDED.filter((name) => !columns.has(name));
  if (missing.length === 0) return columns;
  throw new ReadFailure({
    code: 'invalid-format',
    file,
    line: 1,
    message: `The header is none of statements: ${missing.join(', ')} missing`,
    expected: 'the columns of a table of statements of FollowTheMoney',
    got: header.slice(0, 14).join(', ').slice(0, 200),
  });
}

/** Puts statements together to entities, by the id under which they were joined (`canonical_id`). */
class Statements {
  readonly #foreign: ForeignGraph;
  readonly #columns: Columns;
  readonly #width: number;
  readonly entities = new Map<string, Gathered>();

  constructor(foreign: ForeignGraph, header: readonly string[], file: string) {
    this.#foreign = foreign;
    this.#columns = columnsOf(header, file);
    this.#width = header.length;
  }

  take(cells: readonly string[], line: number): void {
    const cell = (name: string): string => cells[this.#columns.get(name) ?? -1] ?? '';
    const id = cell('canonical_id') === '' ? cell('entity_id') : cell('canonical_id');
    const [property, schema, dataset] = [cell('prop'), cell('schema'), cell('dataset')];
    if (cells.length !== this.#width || id === '' || property === '' || schema === '') {
      this.#foreign.bad(
        {
          code: cells.length === this.#width ? 'missing-field' : 'invalid-format',
          message: 'The row is no statement',
          expected: `${this.#width} cells with canonical_id, prop and schema`,
          got: `${cells.length} cells`,
        },
        { line },
      );
      return;
    }
    // Only a table of Ascribe has apostrophes put in front.
    const value = dataset.startsWith('ascribe_') ? restore(cell('value')) : cell('value');
    const entity = this.entities.get(id) ?? { schema, line, datasets: new Set(), properties: new Map() };
    this.entities.set(id, entity);
    if (dataset !== '') entity.datasets.add(dataset);
    // The schema of the statement that says that it is; others may name a wider one.
    if (property === 'id') entity.schema = schema;
    else {
      const values = entity.properties.get(property);
      if (values === undefined) entity.properties.set(property, new Set([value]));
      else values.add(value);
    }
    const unkept = UNKEPT.filter((name) => cell(name) !== '').length;
    if (unkept > 0) {
      this.#foreign.lose({
        field: 'statements',
        why: `an entity is put together from its statements, without their ${UNKEPT.join(', ')}`,
        keptBy: 'none',
      });
    }
  }
}

/** Reads a table of statements of FollowTheMoney, in any order of rows, and then its entities as `readFtm` does. */
export async function readStatements(input: ReadInput, options: ReadOptions = {}): Promise<ReadResult> {
  const { depth } = limitsOf(options.limits);
  try {
    const foreign = collector(input.name, 'ftm-statements', options);
    const own = new OwnGraph(foreign);
    const reader = new FtmReader(foreign, own, findingsOf(foreign), depth);
    let statements: Statements | undefined;
    await readRows(
      input,
      options,
      {
        row: (cells, line, fault) => {
          if (fault !== undefined) foreign.bad({ code: 'invalid-format', ...fault });
          else if (statements === undefined) statements = new Statements(foreign, cells, input.name);
          else statements.take(cells, line);
        },
        broken: (fault) => {
          if (statements === undefined || options.skipBad !== true) {
            throw new ReadFailure({ code: 'invalid-format', file: input.name, ...fault });
          }
          const message = `${fault.message}. Everything from here to the end of the file is lost`;
          foreign.bad({ code: 'invalid-format', ...fault, message });
        },
      },
      { delimiter: ',' },
    );
    if (statements === undefined) columnsOf([], input.name);
    for (const [id, { schema, line, datasets, properties }] of statements?.entities ?? []) {
      const values = new Map([...properties].map(([name, set]) => [name, [...set]] as const));
      reader.add({ id, schema, datasets: [...datasets], properties: values, more: [] }, { line });
    }
    if (statements?.entities.size === 0) foreign.tell(NOTHING);
    reader.finish();
    return await own.finish({});
  } catch (error) {
    return failed(error);
  }
}
