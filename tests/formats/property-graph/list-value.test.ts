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
  // Escapes within quotes, as the writers of GEXF 1.3 and JSON have them; elsewhere a backslash frees what follows it.
  ['[a, "\\n\\r\\t\\b\\f", \'\\u00e9\\\\\\/\']', ['a', '\n\r\t\b\f', 'é\\/']],
  ['[\'\\u00g9\', "\\u00e"]', ['u00g9', 'u00e']],
  ['[C:\\new\\,dir]', ['C:new,dir']],
])('%s', (text, items) => {
  expect(listItems(text)).toEqual(items);
});
