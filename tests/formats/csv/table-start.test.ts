import { describe, expect, test } from 'vitest';
import { rowsOfStart, startOfTable } from '../../../src/formats/csv/table-start.ts';

/** The first row, the line it stands on, and how many comments come before it. */
function startOf(text: string): unknown {
  const { delimiter, skip, firstLine, comments, isComment } = startOfTable(text);
  return { first: rowsOfStart(text.slice(skip), delimiter)[0], line: firstLine, comments, isComment };
}

describe('lines at the start that begin with #', () => {
  test('are comments; the last is the header where it names as many columns as the rows have cells', () => {
    expect(startOf('# Directed graph\n# Nodes: 3 Edges: 2\n# From\tTo\n1\t2\n2\t3\n')).toEqual({
      first: ['From', 'To'],
      line: 3,
      comments: 2,
      isComment: true,
    });
    expect(startOf('# one, two, three\r\n\r\n# and more\r\na,b\r\nc,d\r\n')).toEqual({
      first: ['a', 'b'],
      line: 4,
      comments: 2,
      isComment: false,
    });
    expect(startOf('#\n# drawn by hand\nsep=;\na;b\nc;d\n')).toMatchObject({ first: ['a', 'b'], line: 4, comments: 2 });
  });

  test('are rows where they have a word with # and as many cells as the rows', () => {
    const row = { comments: 0, isComment: false, line: 1 };
    expect(startOf('#from to\na b\nc d\n')).toEqual({ ...row, first: ['#from', 'to'] });
    expect(startOf('#a,#b\n#c,d\ne,#f\n')).toEqual({ ...row, first: ['#a', '#b'] });
    expect(startOf('#a,#b\n#c,#d\n')).toEqual({ ...row, first: ['#a', '#b'] });
    expect(startOf('# made by x\n#a,#b\nc,d\n')).toMatchObject({ first: ['#a', '#b'], line: 2, comments: 1 });
  });

  test('a table without any is as it was', () => {
    expect(startOf('sep=;\na;b\n')).toEqual({ first: ['a', 'b'], line: 2, comments: 0, isComment: false });
    expect(startOf('')).toEqual({ first: undefined, line: 1, comments: 0, isComment: false });
  });
});
