import { isOriginLink, MERGED_ORIGIN, originLinks } from '../evidence/origin-links.ts';
import { DEFAULT_WEIGHTS } from '../evidence/weights.ts';
import { type Attribute, foreignKey } from '../model/attributes.ts';
import type { Entity } from '../model/entity.ts';

/** What several entities that are one say together, without what grows with their number. */
export interface Together {
  readonly fields: Omit<Entity, 'aliases' | 'attributes'>;
  /** Whether the name is no more than an id, so that another's is better. */
  readonly isNameless: boolean;
  readonly origins: readonly string[];
}

/**
 * Whether an entity has no name but an id of its own, as the items of a database that say no more: the name has a digit
 * and no space, and is the id, the key or an id elsewhere.
 */
function isNamedById({ id, name, sameAs = {}, attributes }: Entity): boolean {
  if (!/^\S*\d\S*$/u.test(name)) return false;
  return (
    name === id || id.startsWith(`${name}@`) || foreignKey(attributes) === name || Object.values(sameAs).includes(name)
  );
}

export function startTogether(first: Entity): Together {
  const { aliases: _, attributes: __, ...fields } = first;
  return { fields, isNameless: isNamedById(first), origins: originLinks(first) };
}

/**
 * With one more: the first that says something is heard, its id and kind among them. Of grades the weaker holds, since
 * a chain is as strong as its weakest link (EVIDENCE E2); origin links hold all of them (E8).
 */
export function addTo({ fields, isNameless, origins }: Together, next: Entity): Together {
  const { aliases: _, attributes: __, reliability, reason, ...rest } = next;
  const isBetterNamed = isNameless && !isNamedById(next);
  const isWeaker =
    reliability !== undefined &&
    (fields.reliability === undefined || gradeOf(reliability) < gradeOf(fields.reliability));
  const { reason: __was, ...withoutReason } = fields;
  const graded = isWeaker ? { ...withoutReason, reliability, ...(reason === undefined ? {} : { reason }) } : fields;
  const sameAs = { ...rest.sameAs, ...fields.sameAs };
  const fresh = originLinks(next).filter((label) => !origins.includes(label));
  return {
    fields: {
      ...rest,
      ...graded,
      name: isBetterNamed ? next.name : fields.name,
      unidentified: fields.unidentified && next.unidentified,
      ...(Object.keys(sameAs).length === 0 ? {} : { sameAs }),
    },
    isNameless: isNameless && !isBetterNamed,
    origins: fresh.length === 0 ? origins : [...origins, ...fresh],
  };
}

function gradeOf(letter: NonNullable<Entity['reliability']>): number {
  return DEFAULT_WEIGHTS.reliability[letter];
}

/** All names but the one that it has. */
export function aliasesOf(all: readonly Entity[], { fields }: Together): string[] {
  const names = new Set(all.flatMap(({ name, aliases }) => [name, ...aliases]));
  names.delete(fields.name);
  return [...names];
}

/** All attributes: of what several have alike, those of the first, and last the origin links beyond the first. */
export function attributesOf(all: readonly Entity[], { origins }: Together): Attribute[] {
  const known = new Map<string, Set<Attribute['value']>>();
  const found: Attribute[] = [];
  for (const entity of all) {
    const fresh = (entity.attributes ?? []).filter(
      (one) => !isOriginLink(entity, one) && known.get(one.name)?.has(one.value) !== true,
    );
    for (const one of fresh) {
      found.push(one);
      const values = known.get(one.name);
      if (values === undefined) known.set(one.name, new Set([one.value]));
      else values.add(one.value);
    }
  }
  return [...found, ...origins.slice(1).map((value) => ({ name: MERGED_ORIGIN, value }))];
}
