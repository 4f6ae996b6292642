import type { WrittenFile } from '../../formats/format.ts';

/** Downloads that follow each other at once are taken for one by some browsers: they ask, or keep the last. */
const PAUSE = 250;

function blobOf(file: WrittenFile, mediaType: string): Blob {
  if (file.text !== undefined) return new Blob([file.text], { type: `${mediaType};charset=utf-8` });
  // A copy in memory that is surely the page's own: a Blob takes no other.
  return new Blob([new Uint8Array(file.bytes)], { type: mediaType });
}

/** Hands a file to the browser as a download. */
export function saveFile(file: WrittenFile, mediaType: string): void {
  const url = URL.createObjectURL(blobOf(file, mediaType));
  const link = document.createElement('a');
  link.href = url;
  link.download = file.name;
  link.click();
  // The download has taken hold of the data by the next task.
  setTimeout(() => URL.revokeObjectURL(url), 0);
}

/** Hands over several files, one after the other. */
export async function saveFiles(files: readonly WrittenFile[], mediaType: string): Promise<void> {
  for (const [i, file] of files.entries()) {
    if (i > 0) await new Promise((done) => setTimeout(done, PAUSE));
    saveFile(file, mediaType);
  }
}

/** The size of a file in bytes, as UTF-8 where it is text. */
export function bytesOf({ text, bytes }: WrittenFile): number {
  return bytes?.byteLength ?? new Blob([text ?? '']).size;
}

/** "812 bytes", "14 KB", "2.3 MB": thousands, as file managers count. */
export function sizeText(bytes: number): string {
  if (bytes < 1000) return `${bytes} ${bytes === 1 ? 'byte' : 'bytes'}`;
  const [value, unit] = bytes < 999_500 ? [bytes / 1000, 'KB'] : [bytes / 1_000_000, 'MB'];
  return `${value < 10 ? Math.round(value * 10) / 10 : Math.round(value)} ${unit}`;
}
