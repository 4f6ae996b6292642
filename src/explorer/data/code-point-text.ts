/** A text that can be cut by code points, as locators do. Made from a `SentText`, it costs the page no pass over it. */
export class CodePointText {
  readonly #text: string;
  readonly #offsets: Uint32Array | undefined;

  constructor({ text, offsets }: SentText) {
    this.#text = text;
    this.#offsets = offsets;
  }

  /** Length in code points. */
  get length(): number {
    return this.#offsets === undefined ? this.#text.length : this.#offsets.length - 1;
  }

  /** The text from code point `start` up to, not including, `end`; both are taken to lie within the text. */
  slice(start: number, end: number): string {
    return this.#text.slice(this.#offsetOf(start), this.#offsetOf(end));
  }

  #offsetOf(codePoint: number): number {
    const within = Math.min(Math.max(codePoint, 0), this.length);
    return this.#offsets?.[within] ?? within;
  }
}

/** A text as it is sent to the page. */
export interface SentText {
  readonly text: string;
  /** Offset in UTF-16 units of each code point and of the end; absent where each code point is one unit. */
  readonly offsets?: Uint32Array<ArrayBuffer>;
}

/** Makes a text ready to be sent: finds its code points, once, where it is not the page that waits. */
export function textToSend(text: string): SentText {
  // A unit of 16 bits is half a code point only above U+FFFF.
  if (!/[\u{10000}-\u{10ffff}]/u.test(text)) return { text };
  const offsets = new Uint32Array(text.length + 1);
  let count = 0;
  for (let at = 0; at < text.length; at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1) offsets[count++] = at;
  offsets[count++] = text.length;
  return { text, offsets: offsets.slice(0, count) };
}
