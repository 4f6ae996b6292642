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

const KNOWN: ReadonlySet<string> = new Set(['id', 'schema', 'caption', 'datasets', 'properties']);

/** Values that FollowTheMoney writes as a list of texts; one that stands alone is taken, too. */
function valuesOf(found: unknown, empty: () => void): Value[] {
  const list: readonly unknown[] = Array.isArray(found) ? found : [found];
  return list.flatMap((value) => {
    if (value === null || value === undefined) {
      empty();
      return [];
    }
    return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
      ? [value]
      : [JSON.stringify(value)];
  });
}

/** An entity of parsed JSON; undefined, and told, where it is none. */
export function entityOfJson(value: unknown, place: RecordPlace, foreign: ForeignGraph): ReadEntity | undefined {
  const id = textMember(value, 'id');
  const schema = textMember(value, 'schema');
  const properties = member(value, 'properties');
  if (!isObject(value) || id === undefined || id === '' || schema === undefined || !isObject(properties)) {
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
  return {
    id,
    schema,
    caption: textMember(value, 'caption'),
    datasets: listMember(value, 'datasets').filter((one) => typeof one === 'string'),
    properties: new Map(Object.entries(properties).map(([name, found]) => [name, valuesOf(found, empty)])),
    more: attributesOf(value, KNOWN, empty),
  };
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
    more: i === 0 ? [...entity.more, ...rest] : entity.more,
  }));
}
