import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { findDelimiter } from '../../../src/formats/csv/delimiter.ts';
import { BrokenTable, type RowFault, RowReader } from '../../../src/formats/csv/row-reader.ts';

interface Read {
  readonly rows: string[][];
  readonly lines: number[];
  readonly faults: RowFault[];
}

/** Reads a text in pieces that end at the given places. */
function rowsOf(
  text: string,
  cuts: readonly number[] = [],
  options = { longestCell: 1000, mostCells: 100, delimiter: ',' },
): Read {
  const read: Read = { rows: [], lines: [], faults: [] };
  const reader = new RowReader({
    ...options,
    onRow: (cells, line, fault) => {
      read.rows.push(cells);
      read.lines.push(line);
      if (fault !== undefined) read.faults.push(fault);
    },
  });
  let from = 0;
  for (const to of [...cuts.map((cut) => cut % (text.length + 1)).toSorted((a, b) => a - b), text.length]) {
    reader.push(text.slice(from, to));
    from = to;
  }
  reader.end();
  return read;
}

function faultOf(read: () => unknown): RowFault {
  try {
    read();
  } catch (error) {
    if (error instanceof BrokenTable) return error.fault;
    throw error;
  }
  throw new Error('it did not break');
}

const cell = fc.oneof(fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', ' ', '😀') }), fc.constant('x'));
const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 });
const cuts = fc.array(fc.nat(200), { maxLength: 6 });
const seeds = [20261121, Date.now() % 2 ** 31];

describe('RowReader', () => {
  test.each(seeds)('reads what Papa Parse writes, wherever the pieces end (seed %i)', (seed) => {
    fc.assert(
      fc.property(table, cuts, fc.constantFrom('\n', '\r\n', '\r'), (rows, places, newline) => {
        expect(rowsOf(Papa.unparse(rows, { newline }), places).rows).toEqual(rows);
      }),
      { seed, numRuns: 300 },
    );
  });

  test.each(seeds)('pieces change nothing for any text, broken or not (seed %i)', (seed) => {
    const outcome = (text: string, places: readonly number[]): unknown => {
      try {
        return rowsOf(text, places);
      } catch (error) {
        if (error instanceof BrokenTable) return error.fault;
        throw error;
      }
    };
    const text = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', ' '), maxLength: 60 });
    fc.assert(
      fc.property(text, cuts, (any, places) => {
        expect(outcome(any, places)).toEqual(outcome(any, []));
      }),
      { seed, numRuns: 500 },
    );
  });

  test('mixed line ends, empty lines, quotes within cells', () => {
    const { rows, lines } = rowsOf('a,b\r\n\r\nc,d\ne,f\r5" pipe,"two\nlines"\n\ng,""\n');
    expect(rows).toEqual([
      ['a', 'b'],
      ['c', 'd'],
      ['e', 'f'],
      ['5" pipe', 'two\nlines'],
      ['g', ''],
    ]);
    expect(lines).toEqual([1, 3, 4, 5, 8]);
  });

  test('faults have their line and column', () => {
    expect(rowsOf('a,b\n"x\ny" z,c\nd,e\n').faults).toMatchObject([{ line: 3, column: 3 }]);
    expect(faultOf(() => rowsOf('a,b\nc,"d\ne\n'))).toMatchObject({ line: 2, column: 3 });
    expect(faultOf(() => rowsOf('a,b\nc,d\u0000\n'))).toMatchObject({ line: 2, column: 4 });
    expect(faultOf(() => rowsOf(`a,b\n"${'x'.repeat(2000)}`))).toMatchObject({ line: 2, column: 1 });
    expect(faultOf(() => rowsOf(`a,b\n${'x'.repeat(2000)}\n`))).toMatchObject({ line: 2 });
    expect(faultOf(() => rowsOf(`${','.repeat(200)}\n`))).toMatchObject({ line: 1 });
  });

  test('no more than a cell is kept of a quote that is never closed', () => {
    const text = `"${'x\n'.repeat(10_000_000)}`;
    const reader = new RowReader({ delimiter: ',', longestCell: 100_000, mostCells: 10, onRow: () => undefined });
    let pushed = 0;
    const fault = faultOf(() => {
      for (let at = 0; at < text.length; at += 65_536) {
        reader.push(text.slice(at, at + 65_536));
        pushed++;
      }
    });
    expect(fault).toMatchObject({ line: 1, column: 1 });
    expect(pushed).toBeLessThan(3);
  });
});

describe('findDelimiter', () => {
  test.each([
    ['a,b,c\n1,2,3\n', ','],
    ['a;b;c\n1,5;2,5;3,5\n4,5;5,5;6,5\n', ';'],
    ['a\tb\nx, y\tz\n', '\t'],
    ['a|b\n1|2\n', '|'],
    ['name\nAnn\n', ','],
    ['"a;b",c\n"d;e;f",g\n', ','],
    ['', ','],
    // Spaces only where nothing else divides the rows, and they divide all alike.
    ['a b\nc d\n', ' '],
    ['a  b c\n"d e" f  g\nh i', ' '],
    ["0 1 {'weight': 7, 'b': 2}\n1 2 {'weight': 8, 'b': 3}\n", ' '],
    ['Ann Lee,Ben\nCy Day,Di\n', ','],
    ['Ann Lee\nBen\nCy Day Lee\n', ','],
    ['Dear reader', ','],
  ])('%j', (text, delimiter) => {
    expect(findDelimiter(text).delimiter).toBe(delimiter);
  });

  test('a line that declares it is no row', () => {
    expect(findDelimiter('sep=;\r\na;b\r\n')).toEqual({ delimiter: ';', skip: 7 });
  });
});

describe('cells that spaces part', () => {
  const spaced = (text: string, cuts: readonly number[] = []): Read =>
    rowsOf(text, cuts, { longestCell: 1000, mostCells: 100, delimiter: ' ' });

  test('a run of them is one delimiter, and none at the ends of a line', () => {
    const { rows, lines } = spaced('  a   b \r\n\n   \nc "d  e" \nf ""\n g  h  ');
    expect(rows).toEqual([
      ['a', 'b'],
      ['c', 'd  e'],
      ['f', ''],
      ['g', 'h'],
    ]);
    expect(lines).toEqual([1, 4, 5, 6]);
  });

  test('a cell that begins with a brace goes to the end of its line', () => {
    expect(spaced("0 1 {'a': 7, 'b': \"x y\"}\r\n1 2 {}\n").rows).toEqual([
      ['0', '1', "{'a': 7, 'b': \"x y\"}"],
      ['1', '2', '{}'],
    ]);
  });

  test('wherever the text is cut, the rows are the same', () => {
    const text = ' a  "b c" \r\n1 2 {x y}\n\n d e\n "" f \r g';
    const whole = spaced(text);
    for (let cut = 0; cut <= text.length; cut++) expect(spaced(text, [cut])).toEqual(whole);
  });
});

test.each([
  ['in a plain cell', 'a,b\nc,d\u0000\n', 2, 4],
  ['in a quoted cell of several lines', 'a,"b\nc\u0000d"\n', 2, 2],
  ['behind quoted cells', '"a","b""c"\n"d",e\u0000f\n', 2, 6],
])('a NUL %s stops the table where it stands, however it is cut', (_, text, line, column) => {
  for (let cut = 0; cut <= text.length; cut++) {
    expect(() => rowsOf(text, [cut])).toThrow(
      expect.objectContaining({ fault: expect.objectContaining({ line, column }) }),
    );
  }
});
