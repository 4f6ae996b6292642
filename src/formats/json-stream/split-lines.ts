import { ReadFailure } from '../read-failure.ts';

/** UTF-16 units of the longest record that is read: beyond it a file is no list of records. */
export const LONGEST_RECORD = 64 * 1024 * 1024;

export interface Line {
  /** Counted from 1. */
  readonly line: number;
  /** Without its line break. */
  readonly text: string;
}

/** The lines of a text that comes in pieces, empty ones left out. Throws a ReadFailure for one that is far too long. */
export async function* splitLines(pieces: AsyncIterable<string>, file: string): AsyncGenerator<Line, void, undefined> {
  let parts: string[] = [];
  let length = 0;
  let line = 1;
  const take = (text: string): void => {
    length += text.length;
    if (length > LONGEST_RECORD) {
      throw new ReadFailure({
        code: 'too-large',
        file,
        line,
        message: 'A line is too long, and was not read',
        expected: `at most ${LONGEST_RECORD} characters`,
      });
    }
    if (text !== '') parts.push(text);
  };
  const give = (): Line | undefined => {
    const text = parts.join('').replace(/\r$/u, '');
    parts = [];
    length = 0;
    return text.trim() === '' ? undefined : { line, text };
  };
  for await (const piece of pieces) {
    let from = 0;
    for (let end = piece.indexOf('\n'); end >= 0; end = piece.indexOf('\n', from)) {
      take(piece.slice(from, end));
      const found = give();
      if (found !== undefined) yield found;
      line++;
      from = end + 1;
    }
    take(piece.slice(from));
  }
  const last = give();
  if (last !== undefined) yield last;
}
