import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { attributesOf } from '../../../src/formats/json-stream/attributes-of.ts';
import { JsonProblem, parseJson } from '../../../src/formats/json-stream/json-text.ts';
import { readRecord } from '../../../src/formats/json-stream/read-record.ts';
import { type JsonPiece, JsonSplitter } from '../../../src/formats/json-stream/split-json.ts';
import { type Line, splitLines } from '../../../src/formats/json-stream/split-lines.ts';
import type { IssuePath } from '../../../src/model/issue.ts';
import { PINNED } from './random-graph.ts';

const PATIENCE = 60_000;

describe('parseJson', () => {
  const anyJson = fc.property(fc.json(), (text) => {
    expect(parseJson(text, 100).value).toEqual(JSON.parse(text));
  });
  test('gives what JSON.parse gives (pinned seed)', () => fc.assert(anyJson, { seed: PINNED, numRuns: 500 }));
  test('gives what JSON.parse gives (fresh seed)', () => fc.assert(anyJson, { numRuns: 200 }));

  // Twenty digits are the shortest form of some doubles, which JSON.stringify writes.
  const anyNumber = fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => {
    const text = JSON.stringify([number]);
    expect(parseJson(text, 9)).toEqual({ value: JSON.parse(text), repeated: [], asText: [] });
  });
  test('takes every number that JSON.stringify writes (pinned seed)', () =>
    fc.assert(anyNumber, { seed: PINNED, numRuns: 2000 }));
  test('takes every number that JSON.stringify writes (fresh seed)', () => fc.assert(anyNumber, { numRuns: 1000 }));

  test.each([
    ['12345678901234567890', '12345678901234567890'],
    ['12345678901234567000', 12345678901234567000],
    ['9007199254740992', 9007199254740992],
    ['9007199254740993', '9007199254740993'],
    ['1000000000000000000000', 1e21],
    ['1e999', '1e999'],
    ['-1e999', '-1e999'],
    ['0.1', 0.1],
    ['1E2', 100],
    [`1${'0'.repeat(100_000)}`, `1${'0'.repeat(100_000)}`],
  ])('the number %.30s', (text, value) => {
    const parsed = parseJson(`{"a":[${text}]}`, 9);
    expect(parsed.value).toEqual({ a: [value] });
    expect(parsed.asText).toEqual(typeof value === 'string' ? [['a', 0]] : []);
  });

  test('tells each name that stands twice in one object, also in disguise', () => {
    const text = '{"a":1,"b":[{"c":1,"c":2},{"c":3}],"\\u0061":{"a":[]},"__proto__":1,"__proto__":2}';
    expect(parseJson(text, 9).repeated).toEqual([['b', 0, 'c'], ['a'], ['__proto__']]);
    const many = Object.fromEntries(Array.from({ length: 50 }, (_, i) => [`n${i}`, i]));
    const twice = `${JSON.stringify(many).slice(0, -1)},"n7":1}`;
    expect(parseJson(twice, 9).repeated).toEqual([['n7']]);
  });

  test.each([
    '',
    '{',
    '[1,]',
    '{"a":NaN}',
    '{"a":Infinity}',
    '{a:1}',
    '"\\x"',
    '{"\\x":1}',
    '01',
    '[1] 2',
    ']',
    '{"a"}',
  ])('refuses %s', (text) => {
    expect(() => parseJson(text, 9)).toThrow(JsonProblem);
  });

  test('takes what Python writes for what is no number, where that is asked for, and nothing else', () => {
    const text = '{"NaN":[NaN,-Infinity,Infinity,"NaN, \\"Infinity"],"b":-1,"Infinity":NaN}';
    expect(parseJson(text, 9, 'python').value).toEqual({
      NaN: ['NaN', '-Infinity', 'Infinity', 'NaN, "Infinity'],
      b: -1,
      Infinity: 'NaN',
    });
    for (const bad of ['[NaN1]', '[Nan]', '{NaN:1}', '[-NaN]', '[NaN', '[1NaN]', '[+Infinity]', '[NaN Infinity]']) {
      expect(() => parseJson(bad, 9, 'python')).toThrow(JsonProblem);
    }
  });

  test('keeps fractions that a double cannot hold as text, where graph tools wrote them', () => {
    const fine = ['0.1234567890123456789', '-1.00000000000000000001', '1e-400', '2.5E-999', '12345678901234567.25'];
    const plain = [
      '0.1',
      '0.10000000000000001',
      '1.00000000000000000000',
      '5e-324',
      '0e-999',
      '0.00000000000000000000125',
    ];
    for (const token of [...fine, ...plain]) {
      const { value, asText } = parseJson(`{"a":[${token}]}`, 9, 'python');
      const isFine = fine.includes(token);
      expect([token, value, asText]).toEqual([
        token,
        { a: [isFine ? token : Number(token)] },
        isFine ? [['a', 0]] : [],
      ]);
      expect(parseJson(token, 9).value).toBe(Number(token));
    }
  });

  test('refuses nesting before any parser sees it', () => {
    const text = '['.repeat(10_000_000);
    expect(() => parseJson(text, 100)).toThrow(/more than 100 levels/u);
    expect(parseJson(`${'['.repeat(100)}${']'.repeat(100)}`, 100).repeated).toEqual([]);
  });

  test('an object of 300,000 names takes no quadratic time', () => {
    const text = `{${Array.from({ length: 300_000 }, (_, i) => `"n${i}":0`).join(',')}}`;
    const began = performance.now();
    expect(parseJson(text, 9).repeated).toEqual([]);
    expect(performance.now() - began).toBeLessThan(5000);
  });
});

function split(parts: readonly string[], inside: readonly string[] = ['objects'], depth = 20): JsonPiece[] {
  const splitter = new JsonSplitter({ inside, depth, file: 'f' });
  return [...parts.flatMap((part) => [...splitter.push(part)]), ...splitter.end()];
}

/** A text cut at any places. */
const cut = (text: string, places: readonly number[]): string[] => {
  const at = [0, ...places.map((place) => place % (text.length + 1)).toSorted((a, b) => a - b), text.length];
  return at.slice(1).map((end, i) => text.slice(at[i], end));
};

describe('JsonSplitter', () => {
  const law = fc.property(
    fc.array(fc.jsonValue(), { maxLength: 6 }),
    fc.dictionary(fc.string(), fc.jsonValue(), { maxKeys: 3, noNullPrototype: true }),
    fc.nat(4),
    fc.array(fc.nat(), { maxLength: 8 }),
    (records, more, spaces, places) => {
      const { objects: _, ...rest } = more;
      const text = JSON.stringify({ ...rest, objects: records }, null, spaces);
      const pieces = split(cut(text, places), ['objects'], 100);
      expect(pieces).toEqual(split([text], ['objects'], 100));
      const found = pieces.filter(({ is }) => is === 'record');
      expect(found.map((piece) => JSON.parse(piece.text))).toEqual(JSON.parse(JSON.stringify(records)));
      expect(found.map(({ path }) => path)).toEqual(records.map((_, i) => ['objects', i]));
      const members = pieces.filter(({ is }) => is === 'member');
      // As entries: an object would take a member called `__proto__` for its prototype.
      expect(members.map((piece) => [piece.path[0], JSON.parse(piece.text)])).toEqual(
        Object.entries(JSON.parse(JSON.stringify(rest))),
      );
      const lines = text.split('\n');
      for (const piece of found) expect(lines.slice(piece.line - 1).join('\n')).toContain(piece.text);
    },
  );
  test(
    'gives every record, wherever the text is cut (pinned seed)',
    () => fc.assert(law, { seed: PINNED, numRuns: 300 }),
    PATIENCE,
  );
  test('gives every record, wherever the text is cut (fresh seed)', () => fc.assert(law, { numRuns: 100 }), PATIENCE);

  const given = (text: string, inside?: readonly string[]) =>
    split([text], inside).map(({ is, path, text: of }) => [is, path.join('.'), of]);

  test('reads a list, a keyed object, a single object and several values one after the other', () => {
    expect(given('[{"a":1},\n2]')).toEqual([
      ['record', '0', '{"a":1}'],
      ['record', '1', '2'],
    ]);
    expect(given('{"entities":{"Q1":{"a":1}}}', ['entities'])).toEqual([
      ['record', 'entities.Q1', '{"a":1}'],
      ['close', '', ''],
    ]);
    expect(given('{"a":1}\n{"b":[2]}')).toEqual([
      ['member', 'a', '1'],
      ['close', '', ''],
      ['member', '1.b', '[2]'],
      ['close', '1', ''],
    ]);
    expect(given(' ')).toEqual([]);
  });

  test.each([
    '{',
    '[1',
    '[1,,2]',
    '[1,]',
    '{"a":1,}',
    '{"a" 1}',
    '{1:2}',
    '[1 2]',
    'x',
    '1',
    ']',
    '{"a":}',
    '{"a',
    '{"\\q":1}',
  ])('refuses the frame %s', (text) => {
    expect(() => split([text])).toThrow(/./u);
  });

  const nested = (text: string) =>
    [...splitNested(text)].map(({ is, path, line, text: of }) => [is, path.join('.'), line, of]);
  function splitNested(text: string): JsonPiece[] {
    const inside = ([name, group, ...more]: IssuePath, isObject: boolean): boolean =>
      name === 'elements' && more.length === 0 && (group === undefined || (group === 'nodes' && !isObject));
    const splitter = new JsonSplitter({ inside, depth: 9, file: 'f', roots: 'one' });
    return [...splitter.push(text), ...splitter.end()];
  }

  test('gives records of lists within lists one by one, each with its place', () => {
    expect(nested('{"elements":{"nodes":[1,\n[2]],"edges":[3]},"a":{"nodes":[4]}}')).toEqual([
      ['record', 'elements.nodes.0', 1, '1'],
      ['record', 'elements.nodes.1', 2, '[2]'],
      ['record', 'elements.edges', 2, '[3]'],
      ['member', 'a', 2, '{"nodes":[4]}'],
      ['close', '', 2, ''],
    ]);
    expect(nested('{"elements":[[1],{"nodes":2}]}').slice(0, 2)).toEqual([
      ['record', 'elements.0', 1, '[1]'],
      ['record', 'elements.1', 1, '{"nodes":2}'],
    ]);
  });

  test('marks a name that stands twice in a frame, and refuses a list of records that does', () => {
    const repeated = (text: string) => split([text]).flatMap((piece) => (piece.repeated ? [piece.text] : []));
    expect(repeated('{"a":1,"b":2,"\\u0061":3,"objects":[{"a":1,"a":2}]}')).toEqual(['3']);
    expect(repeated('{"a":1}{"a":2}')).toEqual([]);
    expect(repeated('{"objects":{"a":1,"a":2}}')).toEqual(['2']);
    expect(() => split(['{"objects":[1],"objects":[2]}'])).toThrow('The name "objects" stands twice in one object');
    expect(() => splitNested('{"elements":{"nodes":[],"nodes":[]}}')).toThrow('The name "nodes" stands twice');
    expect(() => splitNested('{"a":1}\n{"b":2}')).toThrow('goes on behind its end');
    const bad: string[] = [];
    const findings = { bad: ({ message }: { message: string }) => bad.push(message), warn: () => {} };
    const [, second] = split(['{"a":1,"a":2}']);
    expect(second && readRecord(second, 9, findings)).toBeUndefined();
    expect(bad).toEqual(['The name "a" stands twice in one object']);
  });

  test('of a record that nests too deep only the place is given, and what follows is read', () => {
    const deep = `${'['.repeat(30)}"]"${']'.repeat(30)}`;
    for (const places of [[], [10], [20, 30, 40]]) {
      const pieces = split(cut(`{"objects":[1,\n${deep},\n2],"a":3}`, places));
      expect(pieces.map(({ path, line, text, tooDeep }) => [path.join('.'), line, text, tooDeep])).toEqual([
        ['objects.0', 1, '1', undefined],
        ['objects.1', 2, '', true],
        ['objects.2', 3, '2', undefined],
        ['a', 3, '3', undefined],
        ['', 3, '', undefined],
      ]);
    }
    const told: unknown[] = [];
    const [, piece] = split([`{"objects":[1,\n${deep}]}`]);
    const findings = { bad: (finding: unknown) => told.push(finding), warn: () => undefined };
    expect(piece && readRecord(piece, 20, findings)).toBeUndefined();
    expect(told).toMatchObject([{ code: 'too-large', line: 2, path: ['objects', 1] }]);
  });

  test('leaves what is wrong inside a record to whoever takes it', () => {
    expect(given('{"objects":[{"a":NaN},{"b":1}]}').filter(([is]) => is === 'record')).toHaveLength(2);
  });

  test('a record of many pieces takes no quadratic time', () => {
    const splitter = new JsonSplitter({ inside: [], depth: 9, file: 'f' });
    const began = performance.now();
    let found = 0;
    for (const part of ['["', ...Array.from({ length: 400 }, () => 'x'.repeat(64 * 1024)), '"]']) {
      for (const piece of splitter.push(part)) found += piece.text.length;
    }
    expect(found).toBe(400 * 64 * 1024 + 2);
    expect(performance.now() - began).toBeLessThan(5000);
  });

  test('a record without end is refused before it fills the memory', () => {
    const splitter = new JsonSplitter({ inside: [], depth: 9, file: 'f' });
    const part = 'x'.repeat(1024 * 1024);
    expect(() => {
      for (const text of ['["', ...Array.from({ length: 70 }, () => part)]) for (const _ of splitter.push(text)) _;
    }).toThrow(/longer than/u);
  });
});

describe('splitLines', () => {
  const linesOf = async (parts: readonly string[]): Promise<Line[]> => {
    const found: Line[] = [];
    async function* pieces() {
      yield* parts;
    }
    for await (const line of splitLines(pieces(), 'f')) found.push(line);
    return found;
  };
  test('gives lines that are not empty with their number, wherever the text is cut', async () => {
    const text = 'one\r\n\n  \nfour\nfive';
    const expected = [
      { line: 1, text: 'one' },
      { line: 4, text: 'four' },
      { line: 5, text: 'five' },
    ];
    for (let at = 0; at <= text.length; at++)
      expect(await linesOf([text.slice(0, at), text.slice(at)])).toEqual(expected);
    expect(await linesOf([...text])).toEqual(expected);
  });
});

test('attributes keep every member: lists as several, objects as JSON, nulls counted', () => {
  let empty = 0;
  const record = JSON.parse('{"id":"x","a":1,"b":["u",2,true],"c":{"d":[]},"e":[],"f":null,"__proto__":"p","":1}');
  const found = attributesOf(record, new Set(['id']), () => empty++);
  expect(found).toEqual([
    { name: 'a', value: 1 },
    { name: 'b', value: 'u' },
    { name: 'b', value: 2 },
    { name: 'b', value: true },
    { name: 'c', value: '{"d":[]}' },
    { name: 'e', value: '[]' },
    { name: '__proto__', value: 'p' },
    { name: '', value: 1 },
  ]);
  expect(empty).toBe(1);
});
