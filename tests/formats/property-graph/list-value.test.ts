import { expect, test } from 'vitest';
import { listItems } from '../../../src/formats/property-graph/list-value.ts';

test.each([
  ['', []],
  ['[]', []],
  ['a|b c| d ', ['a', 'b c', 'd']],
  ["[one, \"two, three\", 'it\\'s']", ['one', 'two, three', "it's"]],
  // JSON, with its own escapes.
  ['["a\\nb", "c\\"d", "\\u00e9"]', ['a\nb', 'c"d', 'é']],
  // Numbers keep their digits.
  ['[12345678901234567890, 1.50]', ['12345678901234567890', '1.50']],
  ['["a", 1]', ['a', '1']],
  ['["broken]', ['broken']],
])('%s', (text, items) => {
  expect(listItems(text)).toEqual(items);
});
