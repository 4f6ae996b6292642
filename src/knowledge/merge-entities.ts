import { z } from 'zod';
import { type Attribute, KEY_ATTRIBUTE, MOST_ATTRIBUTES } from '../model/attributes.ts';
import { Entity } from '../model/entity.ts';
import { EntityId, type KindId } from '../model/ids.ts';
import { UsageError } from '../model/issue.ts';
import {
  canonicalJson,
  inMarks,
  joinParts,
  MERGED_FROM,
  readJson,
  readParts,
  stagesOf,
  withoutPart,
} from './merged-parts.ts';

export { MERGED_BASE, MERGED_FROM } from './merged-parts.ts';

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

/**
 * An entity that others were taken into: itself as it was, under the id that it has now, and these. Undefined where none
 * was.
 */
export function partsOf(entity: Entity): { readonly base: Entity; readonly taken: readonly Entity[] } | undefined {
  const [base, ...taken] = (readParts(entity)?.parts ?? []).map(({ record }) => record());
  if (base === undefined) return undefined;
  return { base: base.id === entity.id ? base : { ...base, id: entity.id }, taken };
}

/**
 * All that an entity is made of, down to what was never made of others, and what it was in between, after each that was
 * taken into it; none where nothing was merged.
 */
export function allParts(entity: Entity): readonly Entity[] {
  const found: Entity[] = [];
  // The list grows while it is gone through.
  const toOpen = [entity];
  for (const one of toOpen) {
    const list = readParts(one);
    if (list === undefined) continue;
    const chains = [{ id: one.id, parts: list.parts }];
    for (const { id, parts } of chains) {
      parts.forEach((part, i) => {
        const record = part.record();
        found.push(i === 0 && record.id !== id ? { ...record, id } : record);
        if (part.parts.length > 0) chains.push({ id: i === 0 ? id : part.id, parts: part.parts });
        else toOpen.push(record);
      });
      for (const stage of stagesOf(id, list.items, parts)) found.push(stage);
    }
  }
  return found;
}

/** An entity with its kind, and those of all that it is made of, called anew. */
export function withKinds(entity: Entity, kinds: ReadonlyMap<KindId, KindId>): Entity {
  return inMarks(entity, (record) => ({ ...record, kind: kinds.get(record.kind) ?? record.kind }));
}

/**
 * One entity of several that are the same. It keeps its own id, kind and, unless that is but an id, name; the others' names
 * become aliases, their origin links and attributes its own, and of what it does not say itself the first that does is
 * heard. Of several grades it has the weakest. All of them stay whole in its attributes, so that it can be undone.
 * Throws a UsageError where it would have more attributes than a record may have.
 */
export function combine(base: Entity, taken: readonly Entity[]): Entity {
  if (taken.length === 0) return base;
  const one = joinParts(base, taken);
  const count = one.attributes?.length ?? 0;
  if (count > MOST_ATTRIBUTES) {
    throw new UsageError(
      `${base.id} and ${taken.map(({ id }) => id).join(', ')} cannot be merged: they have ${count} attributes together, with those that keep them as they were, and a record holds ${MOST_ATTRIBUTES}.`,
    );
  }
  return Entity.parse(one);
}

/**
 * An entity and one that was taken into it, apart again, each as it was; undefined where nothing of that id was. Of several
 * of one id it is the last.
 */
export function takeOut(entity: Entity, taken: EntityId): { readonly left: Entity; readonly out: Entity } | undefined {
  const list = readParts(entity);
  const part = list?.parts.slice(1).findLast(({ id }) => id === taken);
  if (list === undefined || part === undefined) return undefined;
  return { left: Entity.parse(withoutPart(entity, list, part)), out: part.record() };
}

/** What a record says before each merge that it knows of, the first merge first. */
export function marksOf(attributes: readonly Attribute[] = []): readonly Before[] {
  return attributes.flatMap((one) => readBefore(one) ?? []);
}

/** Attributes without what a merge put there. */
export function withoutMarks(attributes: readonly Attribute[] = []): readonly Attribute[] {
  return attributes.filter((one) => !isCopyKey(one) && readBefore(one) === undefined);
}

/** What an attribute says of what a record named before a merge; undefined for any other. */
export function readBefore({ name, value }: Attribute): Before | undefined {
  return name === MERGED_FROM ? readJson(Before, value) : undefined;
}

/** What a record said before, as an attribute; none where nothing is left to be said. */
export function beforeMark({ via, ...fields }: Before): Attribute[] {
  const isVia = via?.some((id) => id !== null) === true;
  const before: Before = via !== undefined && isVia ? { ...fields, via } : fields;
  return Object.keys(before).length === 0 ? [] : [{ name: MERGED_FROM, value: canonicalJson(before) }];
}

/** The attributes of a record with what it said before; none where there are none. */
export function writeBefore(rest: readonly Attribute[], before: Before): { attributes?: Attribute[] } {
  const attributes = [...rest, ...beforeMark(before)];
  return attributes.length === 0 ? {} : { attributes };
}

/** The key of a claim that became the same as another when entities were merged. */
export function copyKey(apartId: string): Attribute {
  return { name: KEY_ATTRIBUTE, value: `merged ${apartId}` };
}
export function isCopyKey({ name, value }: Attribute): boolean {
  return name === KEY_ATTRIBUTE && typeof value === 'string' && value.startsWith('merged c-');
}
