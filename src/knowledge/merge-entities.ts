import canonicalize from 'canonicalize';
import { z } from 'zod';
import { type Attribute, KEY_ATTRIBUTE, LONGEST_ATTRIBUTE, MOST_ATTRIBUTES } from '../model/attributes.ts';
import { Entity } from '../model/entity.ts';
import { EntityId, type KindId } from '../model/ids.ts';
import { UsageError } from '../model/issue.ts';

/** Attributes by which a merge can be undone: the entity as it was, and each that was taken into it, as JSON. */
export const MERGED_BASE = 'merged-base';
export const MERGED_FROM = 'merged-from';

/** What a claim or source said before an entity that it names was taken into another: the ids it had, by field. */
export const Before = z.strictObject({
  subject: EntityId.optional(),
  object: EntityId.optional(),
  place: EntityId.optional(),
  speaker: EntityId.optional(),
  /** One for each go-between; null where it was not changed. */
  via: z.array(EntityId.nullable()).optional(),
});
export type Before = z.infer<typeof Before>;

/** In canonical form: a mark is the same however the record that it holds was read. */
function json(value: unknown): string {
  return canonicalize(value) ?? '';
}

/** What a mark says; undefined for an attribute of that name which another tool gave for reasons of its own. */
function readMark<T>(schema: z.ZodType<T>, { value }: Attribute): T | undefined {
  if (typeof value !== 'string') return undefined;
  try {
    return schema.safeParse(JSON.parse(value)).data;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function isMark(one: Attribute): boolean {
  return (one.name === MERGED_BASE || one.name === MERGED_FROM) && readMark(Entity, one) !== undefined;
}

/**
 * An entity that others were taken into: itself as it was, under the id that it has now, and these. Undefined where none
 * was.
 */
export function partsOf(entity: Entity): { readonly base: Entity; readonly taken: readonly Entity[] } | undefined {
  const marks = (name: string): Entity[] =>
    (entity.attributes ?? []).flatMap((one) => (one.name === name ? (readMark(Entity, one) ?? []) : []));
  const [base] = marks(MERGED_BASE);
  if (base === undefined) return undefined;
  return { base: base.id === entity.id ? base : { ...base, id: entity.id }, taken: marks(MERGED_FROM) };
}

/** All that an entity is made of, down to what was never made of others; none where nothing was merged. */
export function allParts(entity: Entity): readonly Entity[] {
  const found: Entity[] = [];
  // The list grows while it is gone through.
  const toOpen = [entity];
  for (const one of toOpen) {
    const parts = partsOf(one);
    if (parts === undefined) continue;
    for (const part of [parts.base, ...parts.taken]) {
      found.push(part);
      toOpen.push(part);
    }
  }
  return found;
}

/**
 * An entity with its kind, and those of all that it is made of, called anew. Marks lie within marks only as deep as merges
 * were made one upon the other: each doubles the length of what it holds, which is bounded.
 */
export function withKinds(entity: Entity, kinds: ReadonlyMap<KindId, KindId>): Entity {
  const kind = kinds.get(entity.kind) ?? entity.kind;
  const attributes = entity.attributes?.map((one) => {
    const part = one.name === MERGED_BASE || one.name === MERGED_FROM ? readMark(Entity, one) : undefined;
    return part === undefined ? one : { name: one.name, value: json(withKinds(part, kinds)) };
  });
  return { ...entity, kind, ...(attributes === undefined ? {} : { attributes }) };
}

/**
 * One entity of several that are the same. It keeps its own id, name and kind; the others' names become aliases, and of
 * what it does not say itself the first that does is heard. All of them stay whole in its attributes, so that it can be undone.
 * Throws a UsageError where they are too large to be kept.
 */
export function combine(base: Entity, taken: readonly Entity[]): Entity {
  if (taken.length === 0) return base;
  const all = [base, ...taken];
  const names = [...new Set(all.flatMap(({ name, aliases }) => [name, ...aliases]))];
  // The base comes last, so that its own ids stand.
  const sameAs = Object.fromEntries(all.toReversed().flatMap((one) => Object.entries(one.sameAs ?? {})));
  const marks: Attribute[] = [
    { name: MERGED_BASE, value: json(base) },
    ...taken.map((one) => ({ name: MERGED_FROM, value: json(one) })),
  ];
  const attributes = [...all.flatMap((one) => (one.attributes ?? []).filter((each) => !isMark(each))), ...marks];
  const tooLong = marks.some(({ value }) => typeof value === 'string' && value.length > LONGEST_ATTRIBUTE);
  if (tooLong || attributes.length > MOST_ATTRIBUTES) {
    throw new UsageError(
      `${base.id} and ${taken.map(({ id }) => id).join(', ')} cannot be merged: they have too many attributes to be kept as they were.`,
    );
  }
  const graded = all.find((one) => one.reliability !== undefined);
  const first = <K extends 'subkind' | 'summary' | 'when' | 'origin'>(field: K): Pick<Entity, K> | object => {
    const found = all.find((one) => one[field] !== undefined);
    return found === undefined ? {} : { [field]: found[field] };
  };
  return Entity.parse({
    id: base.id,
    kind: base.kind,
    name: base.name,
    aliases: names.filter((name) => name !== base.name),
    ...first('subkind'),
    ...first('summary'),
    ...first('when'),
    ...first('origin'),
    ...(graded === undefined ? {} : { reliability: graded.reliability, reason: graded.reason }),
    unidentified: all.every(({ unidentified }) => unidentified),
    ...(Object.keys(sameAs).length === 0 ? {} : { sameAs }),
    attributes,
  });
}

/** What a record said before `taken` was taken into another, from its attributes, and the attributes without that. */
export function readBefore(
  attributes: readonly Attribute[] | undefined,
  taken: EntityId,
): { readonly before: Before; readonly rest: readonly Attribute[] } | undefined {
  for (const one of attributes ?? []) {
    const before = one.name === MERGED_FROM ? readMark(Before, one) : undefined;
    if (before === undefined) continue;
    const { subject, object, place, speaker, via = [] } = before;
    if (![subject, object, place, speaker, ...via].includes(taken)) continue;
    return { before, rest: (attributes ?? []).filter((other) => other !== one) };
  }
  return undefined;
}

/** What a record says before each merge that it knows of, the first merge first. */
export function marksOf(attributes: readonly Attribute[] = []): readonly Before[] {
  return attributes.flatMap((one) => (one.name === MERGED_FROM ? (readMark(Before, one) ?? []) : []));
}

/** Attributes without what a merge put there. */
export function withoutMarks(attributes: readonly Attribute[] = []): readonly Attribute[] {
  return attributes.filter(
    (one) => !isCopyKey(one) && !(one.name === MERGED_FROM && readMark(Before, one) !== undefined),
  );
}

/** The attributes of a record with what it said before; none where nothing is left to be said. */
export function writeBefore(rest: readonly Attribute[], before: Before): { attributes?: Attribute[] } {
  const attributes = [...rest, ...(saysAnything(before) ? [{ name: MERGED_FROM, value: json(before) }] : [])];
  return attributes.length === 0 ? {} : { attributes };
}

export function saysAnything({ via, ...fields }: Before): boolean {
  return via?.some((id) => id !== null) === true || Object.keys(fields).length > 0;
}

/** The key of a claim that became the same as another when entities were merged. */
export function copyKey(apartId: string): Attribute {
  return { name: KEY_ATTRIBUTE, value: `merged ${apartId}` };
}
export function isCopyKey({ name, value }: Attribute): boolean {
  return name === KEY_ATTRIBUTE && typeof value === 'string' && value.startsWith('merged c-');
}
