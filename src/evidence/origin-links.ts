import type { Attribute } from '../model/attributes.ts';
import type { Entity } from '../model/entity.ts';
import { Label } from '../model/text.ts';

/**
 * An attribute by which an entity that was made of several keeps the links of all of them: the record holds one label in
 * `origin`, and each further one is the value of such an attribute.
 */
export const MERGED_ORIGIN = 'merged-origin';

/** Whether an attribute is a further origin link of its entity, and none that another tool gave for reasons of its own. */
export function isOriginLink(entity: Entity, { name, value }: Attribute): boolean {
  return entity.origin !== undefined && name === MERGED_ORIGIN && Label.safeParse(value).success;
}

/** The labels by which a coder linked an entity to others (EVIDENCE E8): none, one, or those of all that it was made of. */
export function originLinks(entity: Entity): readonly string[] {
  if (entity.origin === undefined) return [];
  const more = (entity.attributes ?? []).filter((one) => isOriginLink(entity, one)).map(({ value }) => String(value));
  return [entity.origin, ...more];
}
