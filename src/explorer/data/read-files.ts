/** A text file larger than this is not read: no document of claims is. */
const MAX_BYTES = 20 * 1024 * 1024;

export interface ReadFile {
  readonly file: string;
  readonly text: string;
}

/** Reads files that a person gave. Rejects, naming the file, where one is too large or no UTF-8. */
export async function readFiles(files: readonly File[]): Promise<ReadFile[]> {
  return Promise.all(
    files.map(async (file) => {
      if (file.size > MAX_BYTES) throw new Error(`${file.name} is larger than ${MAX_BYTES / 1024 / 1024} MB.`);
      const bytes = await file.arrayBuffer();
      try {
        return { file: file.name, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
      } catch (cause) {
        throw new Error(`${file.name} is not text in UTF-8.`, { cause });
      }
    }),
  );
}
