import type { Attribute } from '../../model/attributes.ts';
import type { ForeignGraph } from '../foreign/foreign-graph.ts';
import type { RecordPlace } from '../foreign/records.ts';
import type { KnownLoss } from '../format.ts';
import type { NestedEntity, ReadEntity } from './read-entity.ts';
import { EDGES, isReference } from './schemata.ts';

type Value = Attribute['value'];

/** An entity while its copies come in. */
interface Gathered {
  readonly first: ReadEntity;
  readonly place: RecordPlace;
  readonly datasets: Set<string>;
  readonly properties: Map<string, Set<Value>>;
  readonly references: Set<string>;
}

const COPIES: KnownLoss = {
  field: 'copies within others',
  why: 'an entity that stands by itself and within others is taken as it stands by itself; what only its copies say is left out',
  keptBy: 'none',
};

/** Whether a nested entity names the one that holds it, so that the connection is told already. */
function names({ schema, properties }: ReadEntity, holder: string): boolean {
  const ends = EDGES.get(schema);
  for (const [property, values] of properties) {
    const isEnd = property === ends?.source || property === ends?.target;
    if ((isEnd || isReference(schema, property)) && values.includes(holder)) return true;
  }
  return false;
}

/** The end of a connection that the entity holding it is, where the connection itself does not name it. */
function missingEnd({ schema, properties }: ReadEntity, property: string): string | undefined {
  const ends = EDGES.get(schema);
  if (ends === undefined) return undefined;
  const isMissing = (end: string): boolean => (properties.get(end) ?? []).length === 0;
  const missing = [ends.source, ends.target].filter(isMissing);
  // Of a person's `ownershipOwner` the person is the owner.
  if (missing.length === 2) return missing.find((end) => property.toLowerCase().endsWith(end.toLowerCase()));
  return missing[0];
}

/** Entities that stand within others: of each id one, with all that its copies say. */
export class NestedEntities {
  readonly #byId = new Map<string, Gathered>();

  /** The properties of the outermost entity that name entities within it, beside those that always do. */
  take(nested: readonly NestedEntity[], outermost: string, place: RecordPlace): ReadonlySet<string> {
    const references = new Set<string>();
    for (const { entity, holder, property } of nested) {
      const properties = new Map(entity.properties);
      const isNamed = names(entity, holder);
      const end = isNamed ? undefined : missingEnd(entity, property);
      if (end !== undefined) properties.set(end, [holder]);
      else if (!isNamed && !EDGES.has(entity.schema)) {
        const ofHolder = holder === outermost ? references : this.#byId.get(holder)?.references;
        ofHolder?.add(property);
      }
      this.#add({ ...entity, properties }, place);
    }
    return references;
  }

  #add(entity: ReadEntity, place: RecordPlace): void {
    const known = this.#byId.get(entity.id) ?? {
      first: entity,
      place,
      datasets: new Set(),
      properties: new Map(),
      references: new Set(),
    };
    this.#byId.set(entity.id, known);
    for (const dataset of entity.datasets) known.datasets.add(dataset);
    for (const [name, values] of entity.properties) {
      const before = known.properties.get(name);
      if (before === undefined) known.properties.set(name, new Set(values));
      else for (const value of values) before.add(value);
    }
  }

  /** To be asked for when all were taken. `isTaken`: whether an entity stands by itself, too. */
  *entities(
    isTaken: (id: string) => boolean,
    foreign: ForeignGraph,
  ): Generator<{ readonly entity: ReadEntity; readonly place: RecordPlace }, void> {
    for (const [id, { first, place, datasets, properties, references }] of this.#byId) {
      if (isTaken(id)) {
        foreign.lose(COPIES);
        continue;
      }
      const entity: ReadEntity = {
        ...first,
        datasets: [...datasets],
        properties: new Map([...properties].map(([name, values]) => [name, [...values]])),
        references,
      };
      yield { entity, place };
    }
  }
}
