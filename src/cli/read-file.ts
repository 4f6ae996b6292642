import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import type { Format, ReadInput } from '../formats/format.ts';
import { systemMessage } from '../formats/read-file-inside.ts';
import { HEAD_LENGTH, likelyFormats } from '../formats/registry.ts';
import { UsageError } from '../model/issue.ts';

/** A file on disk, to be read in pieces. Throws a UsageError for what is no regular file or is not there. */
export async function fileInput(path: string, shown: string): Promise<ReadInput> {
  const refuse = (why: string): UsageError => new UsageError(`${JSON.stringify(shown)} cannot be read: ${why}.`);
  const found = await stat(path).catch((error: unknown) => {
    throw refuse(systemMessage(error));
  });
  if (!found.isFile()) throw refuse(found.isDirectory() ? 'it is a folder' : 'it is no regular file');
  return {
    name: shown,
    bytes: found.size,
    chunks: () => createReadStream(path, { highWaterMark: 256 * 1024 }),
  };
}

/** The first bytes of a file, enough to tell its format. */
export async function startOf(path: string): Promise<Uint8Array> {
  const file = await open(path, 'r');
  try {
    const buffer = new Uint8Array(HEAD_LENGTH);
    const { bytesRead } = await file.read(buffer, 0, buffer.length);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** Formats that a file may be of, by its start and its name; the likeliest first, none where none fits. */
export async function formatsOf(path: string, name: string): Promise<readonly Format[]> {
  return formatsOfStart(await startOf(path), name);
}

/** The same of the first bytes; those that are no UTF-8 are read as such. */
export function formatsOfStart(start: Uint8Array, name: string): readonly Format[] {
  return likelyFormats(new TextDecoder().decode(start), name);
}

/** Reads one file with a format, whichever of its two ways it has. Throws a UsageError for one that can only be written. */
export async function readWith(
  format: Format,
  inputs: readonly ReadInput[],
  options: Parameters<NonNullable<Format['readTogether']>>[1],
): ReturnType<NonNullable<Format['readTogether']>> {
  if (format.readTogether !== undefined) return format.readTogether(inputs, options);
  const [only] = inputs;
  if (format.read === undefined || only === undefined) {
    throw new UsageError(`The format ${format.id} can only be written.`);
  }
  return format.read(only, options);
}
