import { isRewordedKey } from '../../knowledge/merge-claims.ts';
import { isCopyKey, partsOf, readBefore } from '../../knowledge/merge-entities.ts';
import { plainOf } from '../../knowledge/merged-parts.ts';
import type { Attribute } from '../../model/attributes.ts';
import type { Entity } from '../../model/entity.ts';
import { EntityId } from '../../model/ids.ts';
import { UNSURE_SAME, unsureOf } from '../data/merged-view.ts';

/** An entity's attributes, told apart by what is made of them. */
export interface EntityAttributes {
  /** Those of the tool that it comes from. */
  readonly attributes: readonly Attribute[];
  /** The entities that were taken into it, as they were. */
  readonly joined: readonly Entity[];
  /** Entities that may be the same: somebody was unsure. */
  readonly unsure: readonly EntityId[];
}

export function entityAttributes(entity: Entity): EntityAttributes {
  const { attributes = [] } = plainOf(entity);
  return {
    // Another tool may have an attribute of this name for reasons of its own.
    attributes: attributes.filter((one) => one.name !== UNSURE_SAME || !EntityId.safeParse(one.value).success),
    joined: partsOf(entity)?.taken ?? [],
    unsure: unsureOf(entity),
  };
}

/** The attributes of a claim or source, and the ids that it named until those were taken into other entities. */
export function recordAttributes(attributes: readonly Attribute[] = []): {
  readonly attributes: readonly Attribute[];
  readonly named: readonly EntityId[];
} {
  const kept: Attribute[] = [];
  const named = new Set<EntityId>();
  for (const one of attributes) {
    const before = readBefore(one);
    if (before !== undefined) {
      const { subject, object, place, speaker, via = [] } = before;
      for (const id of [subject, object, place, speaker, ...via]) if (id !== undefined && id !== null) named.add(id);
    } else if (!isCopyKey(one) && !isRewordedKey(one)) kept.push(one);
  }
  return { attributes: kept, named: [...named] };
}
