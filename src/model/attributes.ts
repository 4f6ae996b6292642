import { z } from 'zod';

/** As many attributes as one record may have, and as many UTF-16 units as the text of one. */
export const MOST_ATTRIBUTES = 1000;
export const LONGEST_ATTRIBUTE = 100_000;

/** Half a character, or a code point that stands for none: neither can be written everywhere. */
const NO_CHARACTER = /[\p{Surrogate}\p{Noncharacter_Code_Point}]/u;

/** Text as another tool wrote it. It is kept letter for letter, so control characters are let in: writers escape them. */
function foreignText(min: number, max: number) {
  return z
    .string()
    .min(min)
    .max(max)
    .refine((text) => !NO_CHARACTER.test(text), { error: 'text in whole characters' });
}

/**
 * Something that another tool says of a record and that Ascribe has no field for. It is kept and written out again;
 * nothing is weighed by it, but for the links of origin that a merge of entities keeps here (`merged-origin`).
 */
export const Attribute = z.strictObject({
  name: foreignText(1, 300),
  /** `z.number()` takes finite numbers only: no other can be written as JSON. */
  value: z.union([foreignText(0, LONGEST_ATTRIBUTE), z.number(), z.boolean()], {
    error: 'a text, a finite number, true or false',
  }),
});
export type Attribute = z.infer<typeof Attribute>;

/**
 * Attributes in the order of their file. A list and no record: two may have one name, and no name can be taken for a
 * property that every object has. Left out where there are none.
 */
export const Attributes = z.array(Attribute).min(1).max(MOST_ATTRIBUTES);

/** The name under which the key is kept that a record had in the file it comes from. */
export const KEY_ATTRIBUTE = 'key';

/** The key that a record had where it comes from. */
export function foreignKey(attributes: readonly Attribute[] | undefined): Attribute['value'] | undefined {
  return attributes?.find(({ name }) => name === KEY_ATTRIBUTE)?.value;
}
