import { expect, test } from 'vitest';
import { titlesText } from '../../../src/explorer/import/titles-text.ts';

test.each([
  [[], 0, ''],
  [['A, and so on'], 1, '“A, and so on”'],
  [['A', 'B', 'C', 'D'], 4, '“A”, “B”, “C” and “D”'],
  [['A', 'B', 'C', 'D', 'E', 'F'], 11, '“A”, “B”, “C” and 8 others'],
  [['A', 'B', 'C', 'D', 'E', 'F'], 5000, '“A”, “B”, “C” and 4\u2009997 others'],
] as const)(
  'of %j, %d in all, those that are named and those that are counted are all: %s',
  (titles, all, expected) => {
    expect(titlesText(titles, all)).toBe(expected);
  },
);
