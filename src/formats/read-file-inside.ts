import { constants } from 'node:fs';
import { lstat, open, realpath } from 'node:fs/promises';
import { sep } from 'node:path';
import type { Issue } from '../model/issue.ts';
import { decodeText } from './decode-text.ts';

/** A text file, or why it was not read. */
export type FileReading =
  | { readonly text: string; readonly issue?: never }
  | { readonly text?: never; readonly issue: Issue };

interface Bounds {
  /** The real path of the folder that the file must lie in. */
  readonly root: string;
  /** Most bytes that are read. */
  readonly maxBytes: number;
  /** How the file is called in issues. */
  readonly name: string;
}

/** Whether a real path is a folder or lies in it. */
export function isInside(root: string, path: string): boolean {
  return path === root || path.startsWith(root.endsWith(sep) ? root : root + sep);
}

const SYSTEM_WORDS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'the permission to read it is missing',
  EPERM: 'it may not be read',
  ELOOP: 'its links go round in a circle',
  ENOTDIR: 'it is no folder',
  ENAMETOOLONG: 'its name is too long',
};

/** What a failed system call says, in words. */
export function systemMessage(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error ? String(error.code) : '';
  return SYSTEM_WORDS[code] ?? error.message;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

/**
 * Reads one text file that must lie in a folder, following symbolic links only inside it. What is no regular file, is
 * too large or lies elsewhere is never opened. Never rejects: each refusal is an issue.
 */
export async function readFileInside(path: string, { root, maxBytes, name }: Bounds): Promise<FileReading> {
  const refuse = (issue: Omit<Issue, 'severity' | 'path' | 'file'>): FileReading => ({
    issue: { severity: 'error', path: [], file: name, ...issue },
  });
  try {
    const real = await realpath(path);
    if (!isInside(root, real)) {
      return refuse({
        code: 'outside-folder',
        message: 'The file is a link that leads out of the folder, and was not followed',
        expected: 'files that lie in the folder',
        remedy: 'Put the file itself into the folder',
      });
    }
    const found = await lstat(real);
    if (!found.isFile()) {
      return refuse({
        code: 'unreadable',
        message: 'This is no regular file, and was not opened',
        expected: 'a text file',
        remedy: 'Take it out of the folder',
      });
    }
    const tooLarge = (bytes: number): FileReading =>
      refuse({
        code: 'too-large',
        message: 'The file is too large, and was not read',
        expected: `at most ${megabytes(maxBytes)}`,
        got: megabytes(bytes),
        remedy: 'Split it, or take it out of the folder',
      });
    if (found.size > maxBytes) return tooLarge(found.size);
    // Between the look and the opening the file may have been changed for a link or a pipe: neither is followed.
    const file = await open(real, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
    try {
      const buffer = new Uint8Array(Math.min(maxBytes + 1, found.size * 2 + 1024));
      let length = 0;
      for (;;) {
        const { bytesRead } = await file.read(buffer, length, buffer.length - length);
        length += bytesRead;
        if (bytesRead === 0 || length === buffer.length) break;
      }
      if (length > maxBytes || length === buffer.length) return tooLarge(length);
      const decoded = decodeText(buffer.subarray(0, length));
      if ('text' in decoded) return { text: decoded.text };
      return refuse({
        code: 'invalid-encoding',
        line: decoded.line,
        message: 'The file is not valid UTF-8',
        expected: 'text in UTF-8',
        got: `a byte that does not fit at byte offset ${decoded.offset}`,
        remedy: 'Save the file as UTF-8',
      });
    } finally {
      await file.close();
    }
  } catch (error) {
    return refuse({ code: 'unreadable', message: `The file cannot be read: ${systemMessage(error)}` });
  }
}
