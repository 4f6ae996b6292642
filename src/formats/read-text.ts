import { decodeText } from './decode-text.ts';
import type { ReadInput, ReadOptions } from './format.ts';
import { limitsOf } from './limits.ts';
import { ReadFailure } from './read-failure.ts';

/** How many bytes at the end of `bytes` begin a character of UTF-8 that is not complete. */
function incomplete(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if ((byte & 0xc0) === 0x80) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return length > back ? back : 0;
  }
  return 0;
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  if (a.length === 0) return b;
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

function lineBreaks(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

/**
 * The text of a file in pieces, decoded strictly from UTF-8; a byte order mark is taken off, and no piece ends within a
 * character. Tells of progress and keeps to the limit of bytes. Throws a ReadFailure at the line of what is no UTF-8, and
 * the signal's reason once it is aborted.
 */
export async function* textPieces(
  input: ReadInput,
  options: ReadOptions = {},
): AsyncGenerator<string, void, undefined> {
  const { bytes: mostBytes } = limitsOf(options.limits);
  const tooLarge = (bytes: number): ReadFailure =>
    new ReadFailure({
      code: 'too-large',
      file: input.name,
      message: 'The file is too large, and was not read',
      expected: `at most ${megabytes(mostBytes)}`,
      got: megabytes(bytes),
      remedy: 'Split it, or take a part of it',
    });
  if (input.bytes !== undefined && input.bytes > mostBytes) throw tooLarge(input.bytes);
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let rest: Uint8Array = new Uint8Array();
  let read = 0;
  let decoded = 0;
  let line = 1;
  const decode = (bytes: Uint8Array): string => {
    let text: string;
    try {
      text = decoder.decode(bytes);
    } catch {
      const place = decodeText(bytes);
      const offset = 'offset' in place ? place.offset : 0;
      const wide =
        decoded === 0 && ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff));
      throw new ReadFailure({
        code: 'invalid-encoding',
        file: input.name,
        line: line + ('line' in place ? place.line - 1 : 0),
        message: wide ? 'The file is UTF-16, which is not read' : 'The file is not valid UTF-8',
        expected: 'text in UTF-8',
        got: `a byte that does not fit at byte offset ${decoded + offset}`,
        remedy: 'Save the file as UTF-8',
      });
    }
    const first = decoded === 0;
    decoded += bytes.length;
    line += lineBreaks(text);
    return first && text.startsWith('\ufeff') ? text.slice(1) : text;
  };
  for await (const chunk of input.chunks()) {
    options.signal?.throwIfAborted();
    read += chunk.length;
    if (read > mostBytes) throw tooLarge(read);
    const bytes = joined(rest, chunk);
    const whole = bytes.length - incomplete(bytes);
    rest = bytes.slice(whole);
    if (whole > 0) yield decode(bytes.subarray(0, whole));
    options.onProgress?.(read, input.bytes);
  }
  options.signal?.throwIfAborted();
  if (rest.length > 0) yield decode(rest);
}

/** A file that is held in memory already. */
export function inputOf(name: string, content: string | Uint8Array): ReadInput {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return {
    name,
    bytes: bytes.length,
    async *chunks() {
      // In pieces, so that progress is told and the reading can be stopped.
      for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE);
    },
  };
}
const PIECE = 64 * 1024;
