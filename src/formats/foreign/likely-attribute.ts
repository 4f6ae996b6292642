import type { Attribute } from '../../model/attributes.ts';
import { byCodePoint } from '../../model/order.ts';
import { foldName } from './fold-name.ts';

/** More names than that are content: what they fold to is not remembered. */
const MOST_KNOWN = 1000;

/**
 * The name of an attribute or column as likely names are compared. Neo4j's `:LABEL` says what a thing is, where a `label`
 * says how it is called.
 */
export function foldLikely(name: string): string {
  return /^:label$/iu.test(name.trim()) ? 'kind' : foldName(name).replaceAll('-', '');
}

/** Whether the value of an attribute says something other than what is looked for; `folded` is the attribute's name. */
export type PassedOver = (attribute: Attribute, folded: string, attributes: readonly Attribute[]) => boolean;

/**
 * A word that records may have under one of several names, best first, folded: a short text. Of two attributes of one
 * folded name the one that is written as the list has it goes first, then by code points, so that the order of columns
 * does not matter.
 */
export class LikelyAttribute {
  readonly #ranks: ReadonlyMap<string, number>;
  readonly #names: readonly string[];
  readonly #passed: PassedOver | undefined;
  /** The rank of names of attributes that were met; -1 for any other. Half a million edges ask for the same few. */
  readonly #known = new Map<string, number>();

  constructor(names: readonly string[], passed?: PassedOver) {
    this.#names = names;
    this.#ranks = new Map(names.map((name, i) => [name, i]));
    this.#passed = passed;
  }

  of(attributes: readonly Attribute[] | undefined): Attribute | undefined {
    if (attributes === undefined) return undefined;
    let best: Attribute | undefined;
    let bestRank = this.#names.length;
    for (const attribute of attributes) {
      const rank = this.#rankOf(attribute.name);
      if (rank < 0 || rank > bestRank || !isShortText(attribute.value)) continue;
      if (rank === bestRank && best !== undefined && !this.#isBefore(attribute, best, rank)) continue;
      if (this.#passed?.(attribute, this.#names[rank] ?? '', attributes) === true) continue;
      best = attribute;
      bestRank = rank;
    }
    return best;
  }

  text(attributes: readonly Attribute[] | undefined): string | undefined {
    const value = this.of(attributes)?.value;
    return typeof value === 'string' ? value : undefined;
  }

  /** Which of the names an attribute has, folded; undefined for any other. */
  nameOf({ name }: Attribute): string | undefined {
    return this.#names[this.#rankOf(name)];
  }

  #isBefore(one: Attribute, other: Attribute, rank: number): boolean {
    const name = this.#names[rank];
    if (one.name === other.name || other.name === name) return false;
    return one.name === name || byCodePoint(one.name, other.name) < 0;
  }

  #rankOf(name: string): number {
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    const rank = this.#ranks.get(foldLikely(name)) ?? -1;
    if (this.#known.size < MOST_KNOWN) this.#known.set(name, rank);
    return rank;
  }
}

function isShortText(value: Attribute['value']): value is string {
  return typeof value === 'string' && value.length <= 100 && value.trim() !== '';
}
