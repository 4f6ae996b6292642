import anyAscii from 'any-ascii';
import MiniSearch from 'minisearch';
import type { Entity } from '../model/entity.ts';
import type { EntityId } from '../model/ids.ts';
import { byCodePoint } from '../model/order.ts';

/** Lower case without diacritics, other scripts in Latin letters: "بلوچستان" and "Balochistān" meet where they can. */
export function fold(text: string): string {
  return anyAscii(text.normalize('NFKD').replace(/\p{M}/gu, '')).toLowerCase();
}

/**
 * The consonants of a folded word. Scripts such as Arabic write few vowels, so a name in them meets its Latin spelling
 * only there: "بلوچستان" folds to "blwchstan", "Balochistan" to itself, and both have the bones "blchstn".
 */
function bones(text: string): string {
  return fold(text).replace(/[aeiouwy'’]/gu, '');
}

/** Letters of a script other than Latin. */
const OTHER_SCRIPT = /(?!\p{Script=Latin})\p{L}/u;

interface Indexed {
  readonly id: EntityId;
  readonly name: string;
  readonly aliases: string;
  readonly subkind: string;
  readonly bones: string;
}

/**
 * Search over names and aliases with prefixes, typing errors and transliteration. Ties go to the id that comes first.
 * MiniSearch (MIT) does the indexing and the BM25+ ranking.
 */
export class SearchIndex {
  readonly #index: MiniSearch<Indexed>;
  readonly #entities: ReadonlyMap<string, Entity>;

  constructor(entities: ReadonlyMap<string, Entity>) {
    this.#entities = entities;
    this.#index = new MiniSearch<Indexed>({
      fields: ['name', 'aliases', 'subkind', 'bones'],
      tokenize: (text) => text.split(/[^\p{L}\p{N}\p{M}]+/u).filter((word) => word !== ''),
      processTerm: fold,
      searchOptions: {
        boost: { name: 3, aliases: 2 },
        prefix: true,
        fuzzy: (term) => (term.length > 3 ? 0.25 : false),
        weights: { fuzzy: 0.3, prefix: 0.6 },
        combineWith: 'AND',
      },
    });
    this.#index.addAll(
      [...entities.values()].map(({ id, name, aliases, subkind }) => ({
        id,
        name,
        aliases: aliases.join('\n'),
        subkind: subkind ?? '',
        bones: [name, ...aliases].map(bones).join('\n'),
      })),
    );
  }

  /** Best first. An exact name, alias or id comes before everything else. */
  search(text: string): { id: EntityId; score: number; matched: string }[] {
    const wanted = fold(text).trim();
    if (wanted === '') return [];
    const exact = this.#exact(wanted);
    const plain = this.#index.search(text, { fields: ['name', 'aliases', 'subkind'] });
    const hits =
      plain.length > 0 || !OTHER_SCRIPT.test(text)
        ? plain
        : this.#index.search(bones(text), { fields: ['bones'], fuzzy: false });
    const found = hits.flatMap((hit) => {
      const entity = this.#entities.get(String(hit.id));
      return entity === undefined || exact.has(entity.id)
        ? []
        : [{ id: entity.id, score: hit.score, matched: bestName(entity, hit.queryTerms) }];
    });
    const top = found.reduce((most, hit) => Math.max(most, hit.score), 0) + 1;
    return [
      ...[...exact].map(([id, matched]) => ({ id, score: top, matched })),
      ...found.toSorted((a, b) => b.score - a.score || byCodePoint(a.id, b.id)),
    ];
  }

  /** Entities of exactly this id, name or alias, folded; with what matched. */
  #exact(wanted: string): Map<EntityId, string> {
    const found = new Map<EntityId, string>();
    for (const entity of this.#entities.values()) {
      const name = [entity.name, ...entity.aliases, entity.id].find((candidate) => fold(candidate) === wanted);
      if (name !== undefined) found.set(entity.id, name);
    }
    return found;
  }
}

/** The name or alias that holds most of the words asked for; the name itself where several hold as many. */
function bestName(entity: Entity, terms: readonly string[]): string {
  const score = (name: string): number => terms.filter((term) => fold(name).includes(fold(term))).length;
  return entity.aliases.reduce((best, alias) => (score(alias) > score(best) ? alias : best), entity.name);
}
