import type { z } from 'zod';
import { type Issue, type IssuePath, showValue } from './issue.ts';
import { nearest } from './nearest.ts';

/** Names that a record may use: its own under '', those of a record inside it under the name of its field. */
export type FieldNames = Readonly<Record<string, readonly string[]>>;

type Parsed<T> =
  | { readonly value: T; readonly issues: readonly Issue[] }
  | { readonly value?: never; readonly issues: readonly Issue[] };

function at(value: unknown, path: IssuePath): unknown {
  return path.reduce<unknown>((inner, key) => {
    if (typeof inner !== 'object' || inner === null) return undefined;
    return Object.getOwnPropertyDescriptor(inner, key)?.value;
  }, value);
}

function idOf(value: unknown): string | undefined {
  const id = at(value, ['id']);
  return typeof id === 'string' ? id : undefined;
}

/** Paths of every own key `__proto__` in plain data, down to the depth that a record has. */
function pathsOfProto(value: unknown, depth = 0): IssuePath[] {
  if (typeof value !== 'object' || value === null || depth > 4) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const step = Array.isArray(value) ? Number(key) : key;
    if (key === '__proto__') return [[step]];
    return pathsOfProto(inner, depth + 1).map((path) => [step, ...path]);
  });
}

function samePath(a: IssuePath, b: IssuePath): boolean {
  return a.length === b.length && a.every((step, i) => step === b[i]);
}

/** How to mend it, where the rule that was broken says so. */
function remedyOf(issue: z.core.$ZodIssue): { readonly remedy?: string } {
  const remedy: unknown = issue.code === 'custom' ? issue.params?.['remedy'] : undefined;
  return typeof remedy === 'string' ? { remedy } : {};
}

/**
 * Parses one record with its schema and words what is wrong: what, where, expected, got, how to mend. `path` is where
 * the record stands; `fields` are the names that it may use, for "did you mean".
 */
export function parseRecord<T>(
  schema: z.ZodType<T>,
  value: unknown,
  path: IssuePath = [],
  fields: FieldNames = {},
): Parsed<T> {
  const result = schema.safeParse(value);
  const id = idOf(value);
  // The schemas pass over this key in silence, and nothing may be lost in silence.
  const taken = pathsOfProto(value).map(
    (found): Issue => ({
      code: 'unknown-field',
      severity: 'error',
      path: [...path, ...found],
      ...(id === undefined ? {} : { id }),
      message: 'There is no field "__proto__" here',
      remedy: 'Take it out',
    }),
  );
  if (result.success) return taken.length > 0 ? { issues: taken } : { value: result.data, issues: [] };
  const issues = result.error.issues.flatMap((issue): Issue[] => {
    const inner = issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key));
    const place = { path: [...path, ...inner], severity: 'error' as const, ...(id === undefined ? {} : { id }) };
    const got = at(value, inner);
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => {
        const inside = inner.at(-1);
        const meant = nearest(key, fields[typeof inside === 'string' ? inside : ''] ?? []);
        return {
          ...place,
          path: [...place.path, key],
          code: 'unknown-field',
          message: `There is no field ${showValue(key)} here`,
          remedy: meant === undefined ? 'Take it out' : `Did you mean ${showValue(meant)}?`,
        };
      });
    }
    if (got === undefined && inner.length > 0) {
      return [
        {
          ...place,
          code: 'missing-field',
          message: `The field ${showValue(inner.at(-1))} is missing`,
          expected: issue.message.replace(/^Invalid input: expected /u, ''),
          remedy: 'Add it',
        },
      ];
    }
    return [
      {
        ...place,
        code: 'invalid-value',
        message:
          inner.length > 0
            ? `The field ${showValue(inner.at(-1))} has a value it cannot have`
            : 'The record cannot be read',
        expected: issue.message.replace(/^Invalid (input|option|string): (expected |must )?/u, ''),
        got: showValue(got),
        ...remedyOf(issue),
      },
    ];
  });
  return { issues: [...issues, ...taken.filter((one) => !issues.some((issue) => samePath(issue.path, one.path)))] };
}
