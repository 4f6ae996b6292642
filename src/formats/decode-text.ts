/** Bytes that are text, or the place where they stop being it. */
export type Decoded =
  | { readonly text: string }
  /** The first byte that does not fit, counted from 0, and its line, counted from 1. */
  | { readonly offset: number; readonly line: number };

/** Decodes UTF-8 strictly: nothing is replaced in silence. A byte order mark is taken off. */
export function decodeText(bytes: Uint8Array): Decoded {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    // A lenient decoder puts U+FFFD where the text breaks; encoded again, it differs there for the first time.
    const again = new TextEncoder().encode(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes));
    const differs = bytes.findIndex((byte, i) => byte !== again[i]);
    const offset = differs < 0 ? bytes.length : differs;
    return { offset, line: bytes.subarray(0, offset).filter((byte) => byte === 0x0a).length + 1 };
  }
}
