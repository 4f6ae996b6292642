import type { ReadInput } from '../../formats/format.ts';

/** Bytes that are taken of a file at once: between two pieces the worker hears that it is to stop. */
const PIECE = 512 * 1024;

/** A file that a person gave, as readers take it. A piece is held at a time, not the file. */
export function fileInput(file: File): ReadInput {
  return {
    name: file.name,
    bytes: file.size,
    async *chunks() {
      for (let at = 0; at < file.size; at += PIECE) {
        yield new Uint8Array(await file.slice(at, at + PIECE).arrayBuffer());
      }
    },
  };
}
