import { type Attribute, LONGEST_ATTRIBUTE } from '../../model/attributes.ts';
import { cutWhole } from './foreign-id.ts';

const LONGEST_NAME = 300;

/**
 * An attribute as those that hold its text: itself, or, where the text is longer than `longest` UTF-16 units (2 at least,
 * since a character may have two), its parts under the names “NAME (1 of 3)”, “NAME (2 of 3)” and so on. Put one after the
 * other they are the text: it is cut between whole characters only.
 */
export function inParts(attribute: Attribute, longest = LONGEST_ATTRIBUTE): Attribute[] {
  const { name, value } = attribute;
  if (typeof value !== 'string' || value.length <= longest) return [attribute];
  const parts: string[] = [];
  for (let at = 0; at < value.length; at += parts.at(-1)?.length ?? value.length) {
    // Of a long text only what a part can hold is looked at, or else each part would copy all that follows it.
    parts.push(cutWhole(value.slice(at, at + Math.max(2, longest) + 1), Math.max(2, longest)));
  }
  return parts.map((text, i) => {
    const which = ` (${i + 1} of ${parts.length})`;
    return { name: `${cutWhole(name, LONGEST_NAME - which.length)}${which}`, value: text };
  });
}
