import type { Attribute } from '../../model/attributes.ts';
import { byCodePoint } from '../../model/order.ts';
import type { ForeignGraph } from '../foreign/foreign-graph.ts';
import type { RecordPlace } from '../foreign/records.ts';
import { attributesOf, isObject, listMember, member, textMember } from '../json-stream/attributes-of.ts';
import type { EdgeSchema } from './schemata.ts';

/** A value of a property: text, as it ought to be, or what stands in its place. */
type Value = Attribute['value'];
type Properties = ReadonlyMap<string, readonly Value[]>;

/** An entity as it is read, its properties in the order of the file. */
export interface ReadEntity {
  readonly id: string;
  readonly schema: string;
  readonly caption?: string | undefined;
  readonly datasets: readonly string[];
  readonly properties: Properties;
  /** What each data set says by itself, where the file tells; it stands under '' where a row names no data set. */
  readonly byDataset?: ReadonlyMap<string, Properties> | undefined;
  /** Properties of which the file says that they name entities. */
  readonly references?: ReadonlySet<string> | undefined;
  /** What it has besides. */
  readonly more: readonly Attribute[];
}

/** How many attributes the connections of one entity may repeat. */
const MOST_REPEATED = 1000;

const KNOWN: ReadonlySet<string> = new Set(['id', 'schema', 'caption', 'datasets', 'properties']);

/** The values of properties as texts, without those that say nothing. */
export function texts(entity: ReadEntity, ...names: readonly string[]): string[] {
  return names.flatMap((name) => (entity.properties.get(name) ?? []).map(String)).filter((text) => text.trim() !== '');
}

/** An entity that stands within a property of another, where its id ought to stand. */
export interface NestedEntity {
  readonly entity: ReadEntity;
  readonly holder: string;
  readonly property: string;
}

/** An object that is an entity by its members. */
interface EntityObject {
  readonly value: Readonly<Record<string, unknown>>;
  readonly id: string;
  readonly schema: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

function entityObject(value: unknown): EntityObject | undefined {
  if (!isObject(value)) return undefined;
  const [id, schema] = [textMember(value, 'id'), textMember(value, 'schema')];
  const properties = member(value, 'properties');
  if (id === undefined || id === '' || schema === undefined || !isObject(properties)) return undefined;
  return { value, id, schema, properties };
}

/**
 * An entity of parsed JSON, and those that stand within it, each with who holds it (OpenSanctions nests them so, and its
 * API does); undefined, and told, where it is none.
 */
export function entityOfJson(
  value: unknown,
  place: RecordPlace,
  foreign: ForeignGraph,
): { readonly entity: ReadEntity; readonly nested: readonly NestedEntity[] } | undefined {
  const found = entityObject(value);
  if (found === undefined) {
    foreign.bad(
      {
        code: 'invalid-format',
        message: 'This is no entity of FollowTheMoney',
        expected: '{"id": …, "schema": …, "properties": {…}}',
      },
      place,
    );
    return undefined;
  }
  const empty = (): void =>
    foreign.lose({ field: 'null', why: 'a field without a value says nothing', keptBy: 'none' });
  const waiting: { readonly found: EntityObject; readonly holder: string; readonly property: string }[] = [];
  const take = ({ value, id, schema, properties }: EntityObject): ReadEntity => {
    const valuesOf = (property: string, given: unknown): Value[] => {
      const list: readonly unknown[] = Array.isArray(given) ? given : [given];
      // FollowTheMoney writes a list of texts; a text that stands alone is taken, too.
      return list.flatMap((one): Value[] => {
        if (one === null || one === undefined) {
          empty();
          return [];
        }
        if (typeof one === 'string' || typeof one === 'number' || typeof one === 'boolean') return [one];
        const within = entityObject(one);
        if (within === undefined) return [JSON.stringify(one)];
        waiting.push({ found: within, holder: id, property });
        return [within.id];
      });
    };
    return {
      id,
      schema,
      caption: textMember(value, 'caption'),
      datasets: listMember(value, 'datasets').filter((one) => typeof one === 'string'),
      properties: new Map(Object.entries(properties).map(([name, given]) => [name, valuesOf(name, given)])),
      more: attributesOf(value, KNOWN, empty),
    };
  };
  const entity = take(found);
  const nested: NestedEntity[] = [];
  // The list grows while it is gone through.
  for (const { found: one, holder, property } of waiting) nested.push({ entity: take(one), holder, property });
  return { entity, nested };
}

/** The data sets that state a value of a property: all of the entity where the file does not tell them apart. */
export function valuesByDataset(entity: ReadEntity, property: string, value: string): readonly string[] {
  const { byDataset, datasets } = entity;
  if (byDataset === undefined) return datasets;
  return [...byDataset]
    .filter(([dataset, properties]) => dataset !== '' && properties.get(property)?.some((one) => String(one) === value))
    .map(([dataset]) => dataset)
    .toSorted(byCodePoint);
}

/**
 * A connection as each data set states it that names both its ends, with the values of that data set and no others: one
 * does not say what only another said. What the rest say of it stays beside the first, under their names. Where none names both,
 * it is the table that joins them, and so nobody's word but that of the import.
 */
export function statedBy(entity: ReadEntity, { source, target }: EdgeSchema): readonly ReadEntity[] {
  const { byDataset } = entity;
  if (byDataset === undefined) return [entity];
  const sorted = [...byDataset].toSorted(([a], [b]) => byCodePoint(a, b));
  const isWhole = ([, properties]: (typeof sorted)[number]): boolean =>
    properties.has(source) && properties.has(target);
  const whole = sorted.filter(isWhole);
  if (whole.length === 0) return [{ ...entity, datasets: [] }];
  const rest = sorted
    .filter((one) => !isWhole(one))
    .flatMap(([dataset, properties]) =>
      [...properties].flatMap(([name, values]) =>
        values.map((value): Attribute => ({ name: dataset === '' ? name : `${dataset}: ${name}`, value })),
      ),
    );
  return whole.map(([dataset, properties], i) => ({
    ...entity,
    datasets: dataset === '' ? [] : [dataset],
    properties,
    // Ids that were joined under one are as many as the data sets, and are not to stand with each of these.
    more: i === 0 ? [...entity.more, ...rest] : entity.more.length * whole.length <= MOST_REPEATED ? entity.more : [],
  }));
}
