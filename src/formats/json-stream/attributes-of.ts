import type { Attribute } from '../../model/attributes.ts';

/** Whether a value is a JSON object: no array, not null. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A member of parsed JSON, own properties only: `__proto__` and `constructor` are names like others. */
export function member(value: unknown, name: string): unknown {
  return isObject(value) ? Object.getOwnPropertyDescriptor(value, name)?.value : undefined;
}

/** A member that is a text; undefined where it is none. */
export function textMember(value: unknown, name: string): string | undefined {
  const found = member(value, name);
  return typeof found === 'string' ? found : undefined;
}

/** A member that is an array; empty where it is none. */
export function listMember(value: unknown, name: string): readonly unknown[] {
  const found = member(value, name);
  return Array.isArray(found) ? found : [];
}

/** The texts of a member that is an array; others are passed over. */
export function textsMember(value: unknown, name: string): readonly string[] {
  return listMember(value, name).filter((one) => typeof one === 'string');
}

function isPlain(value: unknown): value is Attribute['value'] {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

/**
 * Members of a JSON object as attributes, those of `known` left out. A text, number or boolean stays what it is; a list of
 * these becomes one attribute for each; anything else is kept as JSON text. `empty` is called for each null, which says
 * nothing and becomes none.
 */
export function attributesOf(
  record: Readonly<Record<string, unknown>>,
  known: ReadonlySet<string>,
  empty: () => void,
): Attribute[] {
  const attributes: Attribute[] = [];
  for (const [name, value] of Object.entries(record)) {
    if (known.has(name)) continue;
    if (value === null || value === undefined) empty();
    else if (isPlain(value)) attributes.push({ name, value });
    else if (Array.isArray(value) && value.length > 0 && value.every(isPlain)) {
      for (const one of value) attributes.push({ name, value: one });
    } else attributes.push({ name, value: JSON.stringify(value) });
  }
  return attributes;
}
