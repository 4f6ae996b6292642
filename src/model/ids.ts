import { z } from 'zod';

/**
 * Identifiers. One string type each, branded, so that an entity is never passed where a claim is wanted.
 *
 * An id is 1 to 200 characters without white space, control or invisible characters, `~` (it joins the parts of a
 * relation id) or a leading `{` or `[`, and is no name that every JavaScript object has. Nothing more is asked of it,
 * since graphs come from many tools.
 */
const ID =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is being kept out.
  /^(?![{[])[^\s~\p{Surrogate}\p{Noncharacter_Code_Point}\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]{1,200}$/u;

/**
 * What every JavaScript object has already (Object.prototype). Libraries and other tools keep records under their ids as
 * properties of plain objects, where an id of these would be found before it is set, or change what all objects inherit.
 */
const TAKEN_NAMES: ReadonlySet<string> = new Set([
  '__defineGetter__',
  '__defineSetter__',
  '__lookupGetter__',
  '__lookupSetter__',
  '__proto__',
  'constructor',
  'hasOwnProperty',
  'isPrototypeOf',
  'propertyIsEnumerable',
  'toLocaleString',
  'toString',
  'valueOf',
]);

const idText = z
  .string()
  .regex(ID, {
    error: 'an id is 1 to 200 characters without spaces, control or invisible characters and without "~"',
  })
  .refine((id) => !TAKEN_NAMES.has(id), {
    error:
      'an id that is no built-in property of JavaScript objects, under which graph tools would lose or mix up records',
    params: { remedy: 'Add something to it, such as a prefix, and change it wherever it is used' },
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
