import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { distinctNames } from '../formats/distinct-names.ts';
import type { Format } from '../formats/format.ts';
import { systemMessage } from '../formats/read-file-inside.ts';
import { FORMATS, formatById } from '../formats/registry.ts';
import { whyUnreadable } from '../formats/why-unreadable.ts';
import { UsageError } from '../model/issue.ts';
import { formatsOfStart, startOf } from './read-file.ts';

/** The formats that can be read. */
export const READABLE: readonly Format[] = FORMATS.filter(
  ({ read, readTogether }) => read !== undefined || readTogether !== undefined,
);

/** A file or graph folder that was named on the command line. */
export interface GivenFile {
  readonly path: string;
  /** As it was named. */
  readonly shown: string;
  /** What it is called in the graph: without folders, and as no other of the import is. */
  readonly name: string;
  readonly isFolder: boolean;
  readonly bytes: number;
}

/** What reads a file, or files that belong together. */
export interface FileGroup {
  /** Absent for a graph folder. */
  readonly format?: Format;
  readonly files: readonly GivenFile[];
}

/** A file that was named beside another of the same content, and is read as that one. */
export interface Copy {
  readonly file: string;
  readonly of: string;
}

/**
 * The files that are to be read, each once: another name of one, or a copy of it byte for byte, is no second witness.
 * Throws a UsageError for what is no file or folder.
 */
export async function filesToImport(
  given: readonly string[],
  cwd: string,
): Promise<{ readonly files: readonly GivenFile[]; readonly copies: readonly Copy[] }> {
  const found = new Map<string, Omit<GivenFile, 'name'>>();
  for (const shown of given) {
    const refuse = (why: string): UsageError => new UsageError(`${JSON.stringify(shown)} cannot be read: ${why}.`);
    const path = resolve(cwd, shown);
    const known = await stat(path).catch((error: unknown) => {
      throw refuse(systemMessage(error));
    });
    if (!known.isDirectory() && !known.isFile()) throw refuse('it is no regular file');
    const real = await realpath(path);
    if (!found.has(real)) found.set(real, { path, shown, isFolder: known.isDirectory(), bytes: known.size });
  }
  const { files, copies } = await withoutCopies([...found.values()]);
  const names = distinctNames(files.map(({ path }) => path));
  return { files: files.map((file, i) => ({ ...file, name: names[i] ?? file.shown })), copies };
}

type Unnamed = Omit<GivenFile, 'name'>;

async function withoutCopies(
  all: readonly Unnamed[],
): Promise<{ readonly files: readonly Unnamed[]; readonly copies: readonly Copy[] }> {
  const sizes = new Map<number, number>();
  for (const { isFolder, bytes } of all) if (!isFolder) sizes.set(bytes, (sizes.get(bytes) ?? 0) + 1);
  const byHash = new Map<string, Unnamed>();
  const files: Unnamed[] = [];
  const copies: Copy[] = [];
  for (const file of all) {
    const mayBeCopy = !file.isFolder && (sizes.get(file.bytes) ?? 0) > 1;
    const hash = mayBeCopy ? await hashOf(file.path) : undefined;
    const first = hash === undefined ? undefined : byHash.get(hash);
    if (first !== undefined) copies.push({ file: file.shown, of: first.shown });
    else {
      files.push(file);
      if (hash !== undefined) byHash.set(hash, file);
    }
  }
  return { files, copies };
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return hash.digest('hex');
}

/**
 * Files by what reads them: those of a format that reads several together are one group, any other is one by itself.
 * `events` is an event table that the mapping describes. Throws a UsageError for a file that nothing is known to read.
 */
export async function groupFiles(
  files: readonly GivenFile[],
  { format, events }: { readonly format?: string | undefined; readonly events?: Format | undefined },
): Promise<readonly FileGroup[]> {
  const together = new Map<Format, GivenFile[]>();
  const groups: FileGroup[] = [];
  for (const file of files) {
    if (file.isFolder) {
      groups.push({ files: [file] });
      continue;
    }
    const of = await formatOf(file, format, events);
    const others = together.get(of);
    if (others !== undefined) others.push(file);
    else {
      const group = [file];
      if (of.readTogether !== undefined) together.set(of, group);
      groups.push({ format: of, files: group });
    }
  }
  return groups;
}

/** Throws a UsageError for a file that is packed, a picture or the like, whatever its name, or that nothing is known to read. */
async function formatOf(
  { path, shown, name, bytes }: GivenFile,
  told: string | undefined,
  events: Format | undefined,
): Promise<Format> {
  const start = await startOf(path);
  const [likeliest] = formatsOfStart(start, name);
  const why = whyUnreadable(name, start, likeliest !== undefined);
  // White space may go on for longer than the start.
  if (why !== undefined && (why !== 'is empty' || bytes <= start.length)) {
    throw new UsageError(`${JSON.stringify(shown)} ${why}.`);
  }
  if (events?.sniff?.(new TextDecoder().decode(start), name) === 2) return events;
  if (told !== undefined) return formatById(told);
  if (likeliest !== undefined) return likeliest;
  if (isUtf16(start)) {
    throw new UsageError(
      `${JSON.stringify(shown)} is UTF-16. Save it as UTF-8, which Excel calls “CSV UTF-8”, and give that.`,
    );
  }
  throw new UsageError(
    `What ${JSON.stringify(shown)} is cannot be told from its name and content. Say it with --format.`,
    READABLE.map(({ id }) => id),
  );
}

function isUtf16([first, second]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}
