import type { ReadInput, ReadOptions } from '../format.ts';
import { limitsOf } from '../limits.ts';
import { textPieces } from '../read-text.ts';
import { type RecordFindings, readRecord } from './read-record.ts';
import { type JsonPiece, type SplitOptions, splitJson } from './split-json.ts';

/** What takes the records of a file that is one JSON value. */
export interface PieceTaker {
  readonly inside: SplitOptions['inside'];
  readonly findings: RecordFindings;
  take(piece: JsonPiece, value: unknown): void;
}

/** Gives each record and member of a file to who takes them, as it streams in; what cannot be read is told instead. */
export async function readPieces(
  input: ReadInput,
  options: ReadOptions,
  { inside, findings, take }: PieceTaker,
): Promise<void> {
  const { depth } = limitsOf(options.limits);
  for await (const piece of splitJson(textPieces(input, options), { inside, depth, file: input.name, roots: 'one' })) {
    if (piece.is === 'close') continue;
    const record = readRecord(piece, depth, findings, 'python');
    if (record !== undefined) take(piece, record.value);
  }
}
