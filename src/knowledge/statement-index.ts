import MiniSearch from 'minisearch';
import type { Claim } from '../model/claim.ts';
import type { RelationId } from '../model/ids.ts';
import { byCodePoint } from '../model/order.ts';
import type { FigureViews } from './figure-views.ts';
import type { Ground } from './ground.ts';
import { fold } from './search-index.ts';
import type { Figure, Relation } from './topics.ts';
import { quantityText } from './words.ts';

interface Indexed {
  readonly id: string;
  readonly words: string;
  /** Other names of the entities, and who says so: for those who remember these and not what was said. */
  readonly names: string;
}

/** Endings that verbs and names of things take and that a reader does not mind: "funds", "funded", "funding". */
const ENDING = /(?<=.{4})(?:ing|ed|es|s)$/u;

/** A word without such an ending. It need not be a word, only the same for all its forms. */
function stem(word: string): string {
  return word.replace(ENDING, '');
}

/**
 * Relations and figures by their words, with prefixes and typing errors forgiven. MiniSearch (MIT) does the indexing and
 * the ranking; ties go to the id that comes first.
 */
export class StatementIndex {
  readonly #index = new MiniSearch<Indexed>({
    fields: ['words', 'names'],
    tokenize: (text) => text.split(/[^\p{L}\p{N}\p{M}]+/u).filter((word) => word !== ''),
    // Both forms, so that a word is found while it is still being typed.
    processTerm: (term) => [...new Set([fold(term), stem(fold(term))])],
    searchOptions: {
      processTerm: (term) => stem(fold(term)),
      boost: { words: 3 },
      prefix: true,
      fuzzy: (term) => (term.length > 3 ? 0.2 : false),
      weights: { fuzzy: 0.3, prefix: 0.6 },
    },
  });
  readonly #relations = new Map<string, RelationId>();
  readonly #figures = new Map<string, Figure>();
  readonly #ground: Ground;

  constructor(ground: Ground, figures: FigureViews) {
    this.#ground = ground;
    for (const relation of ground.topics.relations.values()) {
      const key = `relation ${relation.id}`;
      this.#relations.set(key, relation.id);
      this.#index.add({ id: key, words: this.#wordsOf(relation), names: this.#namesOf(relation, relation.claims) });
    }
    for (const figure of figures.all()) {
      const key = `figure ${figure.id}`;
      this.#figures.set(key, figure);
      const values = figure.claims.map(({ quantity }) => quantityText(quantity));
      this.#index.add({
        id: key,
        words: [figures.title(figure), ...values].join('\n'),
        names: this.#namesOf(figure, figure.claims),
      });
    }
  }

  /** Best first. What holds all the words comes alone; where nothing does, what holds some of them. */
  search(text: string): { readonly relations: readonly RelationId[]; readonly figures: readonly Figure[] } {
    const all = this.#index.search(text, { combineWith: 'AND' });
    const hits = (all.length > 0 ? all : this.#index.search(text, { combineWith: 'OR' }))
      .map(({ id, score }) => ({ id: String(id), score }))
      .toSorted((a, b) => b.score - a.score || byCodePoint(a.id, b.id));
    return {
      relations: hits.flatMap(({ id }) => this.#relations.get(id) ?? []),
      figures: hits.flatMap(({ id }) => this.#figures.get(id) ?? []),
    };
  }

  /** The label and the words of a proposition may differ: "accused of backing", "backs". */
  #wordsOf(relation: Relation): string {
    const { views, rollUp } = this.#ground;
    return [views.proposition(relation), rollUp.type(relation.type)?.label ?? ''].join('\n');
  }

  #namesOf({ subject, object }: Pick<Relation, 'subject' | 'object'>, claims: readonly Claim[]): string {
    const { views, weighing } = this.#ground;
    const ends = [subject, ...(object === undefined ? [] : [object])];
    const aliases = ends.flatMap((id) => weighing.entities.get(id)?.aliases ?? []);
    const speakers = new Set(claims.map(({ speaker }) => views.speakerName(speaker)));
    return [...aliases, ...speakers].join('\n');
  }
}
