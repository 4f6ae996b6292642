import { readdir, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { type Issue, UsageError } from '../../model/issue.ts';
import { byCodePoint } from '../../model/order.ts';
import { readFileInside, systemMessage } from '../read-file-inside.ts';

/** The text of a document as it was given: its file name and its content. */
export interface DocumentFile {
  readonly file: string;
  readonly text: string;
}

export interface DocumentsReading {
  readonly documents: readonly DocumentFile[];
  /** Files that look like documents but could not be read. */
  readonly issues: readonly Issue[];
}

const MAX_BYTES = 5 * 1024 * 1024;

/**
 * Reads the .txt and .md files of one folder, not of those in it, in code-point order of their names. Files over 5 MB,
 * links that lead out of the folder and what is not UTF-8 are reported, not read.
 * Throws a UsageError where the folder itself cannot be read.
 */
export async function readDocuments(folder: string): Promise<DocumentsReading> {
  let root: string;
  let names: string[];
  try {
    root = await realpath(folder);
    names = await readdir(root);
  } catch (error) {
    throw new UsageError(`The folder of documents cannot be read: ${systemMessage(error)}`);
  }
  const documents: DocumentFile[] = [];
  const issues: Issue[] = [];
  for (const file of names.filter((name) => /\.(txt|md)$/iu.test(name)).toSorted(byCodePoint)) {
    const { text, issue } = await readFileInside(join(root, file), { root, maxBytes: MAX_BYTES, name: file });
    if (issue === undefined) documents.push({ file, text });
    else issues.push(issue);
  }
  return { documents, issues };
}
