import type { Claim } from '../../model/claim.ts';
import type { Source } from '../../model/source.ts';
import type { CitationEntry } from './dossier.ts';

/** Numbers passages in the order in which they are first cited; claims of one passage share its number. */
export class Citations {
  readonly #sources: ReadonlyMap<string, { readonly number: number; readonly source: Source }>;
  readonly #numbers = new Map<string, number>();
  readonly #entries: CitationEntry[] = [];

  constructor(sources: readonly Source[]) {
    this.#sources = new Map(sources.map((source, i) => [source.id, { number: i + 1, source }]));
  }

  /** The number of the passage that a claim rests on, or of its source as a whole. */
  of({ source, locator }: Claim): number {
    const key = locator === undefined ? source : JSON.stringify([source, locator.start, locator.end, locator.sha256]);
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const cited = this.#sources.get(source);
    const number = this.#entries.length + 1;
    this.#numbers.set(key, number);
    this.#entries.push({
      number,
      source: cited?.number ?? 0,
      title: cited?.source.title ?? source,
      ...(locator === undefined
        ? {}
        : {
            paragraph: locator.paragraph,
            range: `code points ${locator.start}–${locator.end}`,
            sha256: locator.sha256,
          }),
    });
    return number;
  }

  entries(): readonly CitationEntry[] {
    return this.#entries;
  }
}
