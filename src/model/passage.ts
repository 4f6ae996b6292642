import type { Locator } from './claim.ts';
import { groupBy } from './group-by.ts';
import { sha256Hex } from './sha256.ts';

/** A document's text made ready for locators: no byte order mark, line breaks as LF. */
export function normaliseText(text: string): string {
  return text.replace(/^\ufeff/u, '').replace(/\r\n?/gu, '\n');
}

/** A text that can be cut by code points. Build it once per document. */
export class DocumentText {
  readonly text: string;
  readonly sha256: string;
  /** Offset in UTF-16 units of each code point, and of the end. */
  readonly #offsets: Uint32Array;
  #wordStarts: readonly number[] | undefined;

  constructor(raw: string) {
    this.text = normaliseText(raw);
    this.sha256 = sha256Hex(this.text);
    const offsets: number[] = [];
    for (let at = 0; at < this.text.length; at += (this.text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1) offsets.push(at);
    this.#offsets = Uint32Array.from(offsets.concat(this.text.length));
  }

  /** Length in code points. */
  get length(): number {
    return this.#offsets.length - 1;
  }

  /** The text from code point `start` up to, not including, `end`. */
  slice(start: number, end: number): string {
    const from = Math.min(Math.max(start, 0), this.length);
    const to = Math.min(Math.max(end, from), this.length);
    return this.text.slice(this.#offsets[from], this.#offsets[to]);
  }

  /** Code points at which a word or a mark after a space starts, and words after a mark, in order. */
  get wordStarts(): readonly number[] {
    if (this.#wordStarts === undefined) {
      const starts: number[] = [];
      let before = ' ';
      for (let i = 0; i < this.length; i++) {
        const point = this.slice(i, i + 1);
        const isStart = /\s/u.test(before)
          ? !/\s/u.test(point)
          : /[\p{L}\p{N}]/u.test(point) && /[^\p{L}\p{N}]/u.test(before);
        if (isStart) starts.push(i);
        before = point;
      }
      this.#wordStarts = starts;
    }
    return this.#wordStarts;
  }

  /** The number of the line with text in it that code point `at` stands in, counted from 1. */
  paragraphAt(at: number): number {
    return this.slice(0, at + 1)
      .split('\n')
      .filter((line) => line.trim() !== '').length;
  }

  /** Code-point offsets of the n-th occurrence (counted from 1) of `words`, or undefined. */
  find(words: string, nth = 1): { start: number; end: number } | undefined {
    let at = -1;
    for (let i = 0; i < nth; i++) {
      at = this.text.indexOf(words, at + 1);
      if (at < 0) return undefined;
    }
    const start = Array.from(this.text.slice(0, at)).length;
    return { start, end: start + Array.from(words).length };
  }

  /** The locator of the passage between two code points. */
  locate(start: number, end: number): Locator {
    return { paragraph: this.paragraphAt(start), start, end, sha256: sha256Hex(this.slice(start, end)) };
  }
}

/** Where a claim's passage stands in a text that may have changed since it was coded. */
export type Found =
  /** At its place, letter for letter. */
  | { readonly status: 'exact'; readonly start: number; readonly end: number }
  /** Letter for letter, at another place; `copies` counts the places, the one nearest to the old is given. */
  | { readonly status: 'moved'; readonly start: number; readonly end: number; readonly copies: number }
  /** Not there letter for letter; between `start` and `end` stands what has taken its place. */
  | { readonly status: 'changed'; readonly start: number; readonly end: number }
  /** Gone: no document, or nothing stands where it stood. */
  | { readonly status: 'missing' };

function standsAt(document: DocumentText, { start, end, sha256 }: Locator, at: number): boolean {
  const length = end - start;
  return at >= 0 && at + length <= document.length && sha256Hex(document.slice(at, at + length)) === sha256;
}

/** How far from where a passage is expected every start is tried, in code points. */
const REACH = 1500;

/** The nearest of several places to where a passage stood. */
function movedTo({ start, end }: Locator, places: readonly number[]): Found | undefined {
  const [nearest] = places.toSorted((a, b) => Math.abs(a - start) - Math.abs(b - start) || a - b);
  if (nearest === undefined) return undefined;
  return { status: 'moved', start: nearest, end: nearest + (end - start), copies: places.length };
}

/**
 * Looks for passages wherever a word starts. All of one length are looked for in one go, so that each stretch of the
 * text is hashed once per length and not once per passage.
 */
function findAtWords(
  document: DocumentText,
  locators: readonly Locator[],
  wanted: readonly number[],
): Map<number, Found> {
  const found = new Map<number, Found>();
  const byLength = groupBy(wanted, (i) => (locators[i]?.end ?? 0) - (locators[i]?.start ?? 0));
  for (const [length, members] of byLength) {
    const places = new Map<string, number[]>(members.map((i) => [locators[i]?.sha256 ?? '', []]));
    for (const at of document.wordStarts) {
      if (at + length > document.length) break;
      places.get(sha256Hex(document.slice(at, at + length)))?.push(at);
    }
    for (const i of members) {
      const locator = locators[i];
      const place = locator === undefined ? undefined : movedTo(locator, places.get(locator.sha256) ?? []);
      if (place !== undefined) found.set(i, place);
    }
  }
  return found;
}

/** Looks for one passage at every start near where it is expected. */
function findNear(document: DocumentText, locator: Locator, expected: number): Found | undefined {
  const starts = Array.from({ length: 2 * REACH + 1 }, (_, i) => expected - REACH + i);
  return movedTo(
    locator,
    starts.filter((at) => standsAt(document, locator, at)),
  );
}

/** The last of sorted items whose key is at most `most`. */
function lastUpTo<T>(items: readonly T[], most: number, keyOf: (item: T) => number): T | undefined {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && keyOf(item) <= most) low = middle + 1;
    else high = middle;
  }
  return items[low - 1];
}

/**
 * Finds passages in a document's text, one answer per locator, in the same order.
 *
 * A passage that stands nowhere letter for letter is *changed* if text stands where it stood and *missing* if not.
 * Where it stood is told by its neighbours, the nearest found passages before and after it, and by what lay between them
 * and it. If the text between the neighbours is now shorter by more than half the passage, the passage is gone. A
 * look-alike is never taken for it: what is shown for *changed* is the place, said to be changed.
 */
export function findPassages(document: DocumentText, locators: readonly Locator[]): Found[] {
  const first = locators.map((locator): Found | undefined =>
    standsAt(document, locator, locator.start)
      ? { status: 'exact', start: locator.start, end: locator.end }
      : undefined,
  );
  const unfound = first.flatMap((place, i) => (place === undefined ? [i] : []));
  for (const [i, place] of findAtWords(document, locators, unfound)) first[i] = place;
  // A passage that starts inside a word or after a quotation mark is looked for near where the others have gone. Where
  // none was found there is nowhere to look.
  const shifts = first
    .flatMap((place, i) => (place?.status === 'moved' ? [place.start - (locators[i]?.start ?? 0)] : []))
    .sort((a, b) => a - b);
  const shift = shifts[shifts.length >> 1] ?? 0;
  const lost = first.every((place) => place === undefined) && document.length > 20 * REACH;
  const found = locators.map(
    (locator, i) => first[i] ?? (lost ? undefined : findNear(document, locator, locator.start + shift)),
  );
  const anchors = locators.flatMap((locator, i) => {
    const place = found[i];
    return place === undefined || place.status === 'changed' || place.status === 'missing'
      ? []
      : [{ oldStart: locator.start, oldEnd: locator.end, start: place.start, end: place.end }];
  });
  const byEnd = anchors.toSorted((a, b) => a.oldEnd - b.oldEnd);
  const byStart = anchors.toSorted((a, b) => b.oldStart - a.oldStart);
  return locators.map((locator, i) => {
    const place = found[i];
    if (place !== undefined) return place;
    const before = lastUpTo(byEnd, locator.start, (anchor) => anchor.oldEnd);
    const after = lastUpTo(byStart, -locator.end, (anchor) => -anchor.oldStart);
    const lead = locator.start - (before?.oldEnd ?? 0);
    const tail = after === undefined ? 0 : after.oldStart - locator.end;
    const start = Math.min((before?.end ?? 0) + lead, document.length);
    const end = Math.max(start, (after?.start ?? document.length) - tail);
    const text = document.slice(start, end);
    const leading = Array.from(text).length - Array.from(text.trimStart()).length;
    const length = Array.from(text.trim()).length;
    if (length * 2 < locator.end - locator.start) return { status: 'missing' };
    return { status: 'changed', start: start + leading, end: start + leading + length };
  });
}
