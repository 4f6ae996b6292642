import { z } from 'zod';

/**
 * Identifiers. One string type each, branded, so that an entity is never passed where a claim is wanted.
 *
 * An id is 1 to 200 characters without white space, control or invisible characters, `~` (it joins the parts of a
 * relation id) or a leading `{` or `[`. Nothing more is asked of it, since graphs come from many tools.
 */
const ID =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is being kept out.
  /^(?![{[])[^\s~\p{Surrogate}\p{Noncharacter_Code_Point}\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]{1,200}$/u;

const idText = z.string().regex(ID, {
  error: 'an id is 1 to 200 characters without spaces, control or invisible characters and without "~"',
});

export const EntityId = idText.brand<'EntityId'>();
export type EntityId = z.infer<typeof EntityId>;

export const SourceId = idText.brand<'SourceId'>();
export type SourceId = z.infer<typeof SourceId>;

export const ClaimId = idText.brand<'ClaimId'>();
export type ClaimId = z.infer<typeof ClaimId>;

/** The id of a relation, figure or literal type of the ontology. */
export const TypeId = idText.brand<'TypeId'>();
export type TypeId = z.infer<typeof TypeId>;

/** The id of a kind of entity. */
export const KindId = idText.brand<'KindId'>();
export type KindId = z.infer<typeof KindId>;

/** `subject~type~object`: what a set of claims is about. Unreserved in URLs and in a shell's words. */
export const RelationId = z
  .string()
  .regex(/^[^\s~]+~[^\s~]+~[^\s~]+$/u)
  .brand<'RelationId'>();
export type RelationId = z.infer<typeof RelationId>;

/** Who a word rests on, as a key: an origin of EVIDENCE E6–E8. */
export const OriginId = z.string().min(1).brand<'OriginId'>();
export type OriginId = z.infer<typeof OriginId>;
