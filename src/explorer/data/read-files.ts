/** A text file larger than this is not read: no document of claims is. */
const MAX_BYTES = 20 * 1024 * 1024;

export interface ReadFile {
  readonly file: string;
  readonly text: string;
}

export interface UnreadFile {
  readonly file: string;
  /** In words that go on after its name, without a full stop. */
  readonly why: string;
}

/** Reads files that a person gave. One that is too large or no UTF-8 keeps none of the others from being read. */
export async function readFiles(
  files: readonly File[],
): Promise<{ readonly read: readonly ReadFile[]; readonly unread: readonly UnreadFile[] }> {
  const read: ReadFile[] = [];
  const unread: UnreadFile[] = [];
  for (const file of files) {
    if (file.size > MAX_BYTES) {
      unread.push({ file: file.name, why: `is larger than ${MAX_BYTES / 1024 / 1024} MB` });
      continue;
    }
    const text = decoded(await file.arrayBuffer());
    if (text === undefined) unread.push({ file: file.name, why: 'is not text in UTF-8' });
    else read.push({ file: file.name, text });
  }
  return { read, unread };
}

function decoded(bytes: ArrayBuffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}
