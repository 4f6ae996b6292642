import canonicalize from 'canonicalize';
import { showValue } from '../../model/issue.ts';
import { byCodePoint } from '../../model/order.ts';
import type { ForeignGraph } from '../foreign/foreign-graph.ts';
import { isObject } from '../json-stream/attributes-of.ts';
import type { StixObject } from './stix-object.ts';

/** Values that differ, by their canonical JSON, in its order: which copy stands first in the file is chance. */
type Different = ReadonlyMap<string, unknown>;

function different(values: readonly unknown[]): Different {
  const byText = values.map((value) => [canonicalize(value) ?? '', value] as const);
  return new Map(byText.toSorted(([a], [b]) => byCodePoint(a, b)));
}

/** One value of several: lists become one list, objects one object where their members agree; undefined where they conflict. */
function join(values: Different): { readonly value: unknown } | undefined {
  const all = [...values.values()];
  if (all.length === 1) return { value: all[0] };
  if (all.every((value) => Array.isArray(value))) {
    const items: readonly unknown[] = all.flat();
    return { value: [...different(items).values()] };
  }
  if (!all.every(isObject)) return undefined;
  const members = new Map<string, unknown>();
  for (const [name, value] of all.flatMap((one) => Object.entries(one))) {
    if (members.has(name) && canonicalize(members.get(name)) !== canonicalize(value)) return undefined;
    members.set(name, value);
  }
  return { value: Object.fromEntries(members) };
}

/**
 * An object without versions of whose copies each says a part, with all that they say. Where they conflict, the first value
 * in the order of their JSON is taken; the others stay as `NAME (other copies)`, and it is told.
 */
export function joined(first: StixObject, copies: readonly StixObject[], foreign: ForeignGraph): StixObject {
  const values = new Map<string, unknown[]>();
  for (const { fields } of copies) {
    for (const [name, value] of Object.entries(fields)) {
      const known = values.get(name);
      if (known === undefined) values.set(name, [value]);
      else known.push(value);
    }
  }
  const fields = new Map<string, unknown>();
  const conflicts: string[] = [];
  for (const [name, given] of values) {
    const found = different(given);
    const one = join(found);
    const [taken, ...others] = found.values();
    fields.set(name, one === undefined ? taken : one.value);
    if (one !== undefined) continue;
    conflicts.push(name);
    fields.set(`${name} (other copies)`, others);
  }
  if (conflicts.length > 0) {
    foreign.tell(
      {
        code: 'invalid-value',
        severity: 'warning',
        id: first.id.slice(0, 200),
        message:
          'Copies of one object, which has no versions, say different things; one was taken, the others are attributes',
        got: showValue(conflicts.join(', ')),
      },
      copies.at(-1)?.place,
    );
  }
  return { ...first, fields: Object.fromEntries(fields) };
}
