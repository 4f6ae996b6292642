import { showValue } from '../../model/issue.ts';
import { byCodePoint } from '../../model/order.ts';
import { restore } from '../csv/formula.ts';
import type { ForeignGraph } from '../foreign/foreign-graph.ts';
import type { RecordPlace } from '../foreign/records.ts';
import { ReadFailure } from '../read-failure.ts';
import { narrowest } from './narrowest.ts';
import type { ReadEntity } from './read-entity.ts';
import { EDGES, isReference } from './schemata.ts';

/** Columns without which nothing can be read. */
const NEEDED = ['canonical_id', 'prop', 'schema', 'value', 'dataset'] as const;
/** What a statement says of itself and an entity put together from statements does not. */
const UNKEPT = ['original_value', 'lang', 'origin', 'first_seen', 'last_seen'] as const;

/** Values of properties, each once, in the order of the file. */
type Values = Map<string, Set<string>>;

/** An entity while its statements come in. */
interface Gathered {
  /** The schemata that its rows name, and those of the rows that say that it is. */
  readonly schemata: Set<string>;
  readonly told: Set<string>;
  readonly line: number;
  /** Other ids that were joined under its own. */
  readonly referents: Set<string>;
  readonly properties: Values;
  readonly byDataset: Map<string, Values>;
}

type Columns = ReadonlyMap<string, number>;

/** The places of the columns. Throws a ReadFailure where they are not those of statements. */
export function columnsOf(header: readonly string[], file: string): Columns {
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

function add(values: Values, property: string, value: string): void {
  const known = values.get(property);
  if (known === undefined) values.set(property, new Set([value]));
  else known.add(value);
}

/**
 * Puts statements together to entities, by the id under which they were joined (`canonical_id`), and keeps apart what each
 * data set states.
 */
export class Statements {
  readonly #foreign: ForeignGraph;
  readonly #columns: Columns;
  readonly #width: number;
  readonly #entities = new Map<string, Gathered>();
  /** The ids under which entities were joined, by the ids that they had before. */
  readonly #canonical = new Map<string, string>();
  /** Properties whose type is `entity`, as the table says. */
  readonly #references = new Set<string>();

  /** Throws as `columnsOf` does. */
  constructor(foreign: ForeignGraph, header: readonly string[], file: string) {
    this.#foreign = foreign;
    this.#columns = columnsOf(header, file);
    this.#width = header.length;
  }

  take(cells: readonly string[], line: number): void {
    const cell = (name: string): string => cells[this.#columns.get(name) ?? -1] ?? '';
    const before = cell('entity_id');
    const id = cell('canonical_id') === '' ? before : cell('canonical_id');
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
    const known = before === '' ? undefined : this.#canonical.get(before);
    if (known !== undefined && known !== id) {
      this.#foreign.bad(
        {
          code: 'invalid-value',
          id: before.slice(0, 200),
          message: 'The entity was joined under another canonical_id in a row before',
          expected: showValue(known),
          got: showValue(id),
        },
        { line },
      );
      return;
    }
    if (before !== '') this.#canonical.set(before, id);
    if (/^(?:t|true|1)$/iu.test(cell('external').trim())) {
      this.#foreign.lose({
        field: 'statements (external)',
        why: 'a statement marked as external is a candidate that an enricher found; its data set does not assert it, and it is left out',
        keptBy: 'none',
      });
      return;
    }
    // Only a table of Ascribe has apostrophes put in front.
    const value = dataset.startsWith('ascribe_') ? restore(cell('value')) : cell('value');
    const entity = this.#entities.get(id) ?? {
      schemata: new Set(),
      told: new Set(),
      line,
      referents: new Set(),
      properties: new Map(),
      byDataset: new Map(),
    };
    this.#entities.set(id, entity);
    if (before !== '' && before !== id) entity.referents.add(before);
    let own = entity.byDataset.get(dataset);
    if (own === undefined) {
      own = new Map();
      entity.byDataset.set(dataset, own);
    }
    entity.schemata.add(schema);
    if (property === 'id') entity.told.add(schema);
    else {
      add(entity.properties, property, value);
      add(own, property, value);
      if (cell('prop_type') === 'entity') this.#references.add(property);
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

  /** The entities, with their places. To be asked for when all rows were taken. */
  *entities(): Generator<{ readonly entity: ReadEntity; readonly place: RecordPlace }, void> {
    for (const [id, { schemata, told, line, referents, properties, byDataset }] of this.#entities) {
      const [schema = '', ...others] = this.#schemataOf(id, schemata, told, line);
      const entity: ReadEntity = {
        id,
        schema,
        datasets: [...byDataset.keys()].filter((name) => name !== '').toSorted(byCodePoint),
        properties: this.#resolved(schema, properties),
        byDataset: new Map([...byDataset].map(([name, values]) => [name, this.#resolved(schema, values)])),
        references: this.#references,
        more: [
          ...others.map((value) => ({ name: 'schema', value })),
          ...[...referents].toSorted(byCodePoint).map((value) => ({ name: 'referents', value })),
        ],
      };
      yield { entity, place: { line } };
    }
  }

  /**
   * What an entity is: the narrowest of the schemata that its rows name. Of several that no other extends those come first
   * that a statement of the entity itself names; that they differ is told.
   */
  #schemataOf(id: string, schemata: ReadonlySet<string>, told: ReadonlySet<string>, line: number): readonly string[] {
    const found = narrowest(schemata);
    if (found.length < 2) return found;
    const sorted = [...found.filter((one) => told.has(one)), ...found.filter((one) => !told.has(one))];
    this.#foreign.tell(
      {
        code: 'invalid-value',
        severity: 'warning',
        id: id.slice(0, 200),
        message:
          'The rows of one entity name schemata of which none is a narrower sort of the other; the first was taken',
        got: sorted.join(', ').slice(0, 200),
        remedy: 'If several things were joined under one canonical_id, part them',
      },
      { line },
    );
    return sorted;
  }

  /** Values with the ids under which entities were joined in place of those that they had before. */
  #resolved(schema: string, values: Values): Map<string, string[]> {
    const ends = EDGES.get(schema);
    return new Map(
      [...values].map(([name, set]) => {
        const isEnd = name === ends?.source || name === ends?.target;
        const isId = isEnd || this.#references.has(name) || isReference(schema, name);
        return [name, isId ? [...new Set([...set].map((one) => this.#canonical.get(one) ?? one))] : [...set]];
      }),
    );
  }
}
