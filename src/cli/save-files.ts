import { rmSync } from 'node:fs';
import { mkdir, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { WrittenFile } from '../formats/format.ts';
import { systemMessage } from '../formats/read-file-inside.ts';
import { UsageError } from '../model/issue.ts';

/** A file of a report: where it was written, or what it holds. */
export interface SavedFile {
  readonly name: string;
  readonly bytes: number;
  readonly path?: string;
  readonly text?: string;
  readonly base64?: string;
}

export function sizeOf(file: WrittenFile): number {
  return file.text === undefined ? file.bytes.length : Buffer.byteLength(file.text);
}

/** A file within a report, for somebody who asked for no other place. */
export function inReport(file: WrittenFile): SavedFile {
  const base = { name: file.name, bytes: sizeOf(file) };
  return file.text === undefined
    ? { ...base, base64: Buffer.from(file.bytes).toString('base64') }
    : { ...base, text: file.text };
}

/** Whether there is a folder at a path. */
export async function isFolder(path: string): Promise<boolean> {
  const known = await stat(path).catch(() => undefined);
  return known?.isDirectory() === true;
}

const STOPS = ['SIGINT', 'SIGTERM'] as const;

/** Writes a file whole or not at all. What is no regular file (a pipe, a device) is written to as it is. */
async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  // Through a link the file that it leads to is written, and the link stays.
  const real = await realpath(path).catch(() => path);
  const known = await stat(real).catch(() => undefined);
  if (known !== undefined && !known.isFile()) {
    await writeFile(real, content);
    return;
  }
  const beside = `${real}.${process.pid}.part`;
  const stopped = (): void => {
    rmSync(beside, { force: true });
    process.exit(130);
  };
  for (const signal of STOPS) process.once(signal, stopped);
  try {
    await writeFile(beside, content);
    await rename(beside, real);
  } finally {
    for (const signal of STOPS) process.off(signal, stopped);
    await rm(beside, { force: true });
  }
}

/**
 * Writes one file to `output`, or several into it as a folder; one goes into a folder too where `output` is one, or ends
 * with a slash. A command that is stopped leaves no half file. Throws a UsageError where they cannot be written.
 */
export async function saveFiles(files: readonly WrittenFile[], output: string, cwd: string): Promise<SavedFile[]> {
  const target = resolve(cwd, output);
  const folder = files.length > 1 || /[/\\]$/u.test(output) || (await isFolder(target));
  if (files.length > 1 && /\.[a-z]\w{1,9}$/iu.test(output) && !(await isFolder(target))) {
    const names = files.map(({ name }) => name).join(', ');
    throw new UsageError(
      `These are ${files.length} files (${names}): name a folder, such as -o ${output.replace(/\.\w+$/u, '')}/.`,
    );
  }
  const saved: SavedFile[] = [];
  try {
    for (const file of files) {
      const path = folder ? join(target, file.name) : target;
      if (folder) await mkdir(dirname(path), { recursive: true });
      await writeWhole(path, file.text ?? file.bytes);
      saved.push({ name: file.name, bytes: sizeOf(file), path });
    }
  } catch (error) {
    throw new UsageError(`The files cannot be written: ${systemMessage(error)}.`);
  }
  return saved;
}
