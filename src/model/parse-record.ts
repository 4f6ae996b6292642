import type { z } from 'zod';
import { type Issue, type IssuePath, showValue } from './issue.ts';
import { nearest } from './nearest.ts';

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

/**
 * Parses one record with its schema and words what is wrong: what, where, expected, got, how to mend. `path` is where
 * the record stands; `fields` are the names it may have, for "did you mean".
 */
export function parseRecord<T>(
  schema: z.ZodType<T>,
  value: unknown,
  path: IssuePath = [],
  fields: readonly string[] = [],
): Parsed<T> {
  const result = schema.safeParse(value);
  if (result.success) return { value: result.data, issues: [] };
  const id = idOf(value);
  const issues = result.error.issues.flatMap((issue): Issue[] => {
    const inner = issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key));
    const place = { path: [...path, ...inner], severity: 'error' as const, ...(id === undefined ? {} : { id }) };
    const got = at(value, inner);
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => {
        const meant = nearest(key, fields);
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
      },
    ];
  });
  return { issues };
}
