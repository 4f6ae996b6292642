import MiniSearch from 'minisearch';
import type { FigureView, RelationSummary } from '../../knowledge/knowledge-base.ts';
import { fold } from '../../knowledge/search-index.ts';
import { byCodePoint } from '../../model/order.ts';

/** A relation or a figure that was found by its words. */
export type Statement =
  | { readonly kind: 'relation'; readonly relation: RelationSummary }
  | { readonly kind: 'figure'; readonly figure: FigureView };

interface Indexed {
  readonly id: string;
  readonly words: string;
  /** Who says so: for those who remember the speaker, and not what was said. */
  readonly speakers: string;
}

/** Endings that verbs and names of things take and that a reader does not mind: "funds", "funded", "funding". */
const ENDING = /(?<=.{4})(?:ing|ed|es|s)$/u;

/** A word without such an ending. It need not be a word, only the same for all its forms. */
function stem(word: string): string {
  return word.replace(ENDING, '');
}

/** Relations and figures by their words, with prefixes and typing errors forgiven. Ties go to the id that comes first. */
export class StatementIndex {
  readonly #index = new MiniSearch<Indexed>({
    fields: ['words', 'speakers'],
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
  readonly #statements = new Map<string, Statement>();

  constructor(relations: readonly RelationSummary[], figures: readonly FigureView[]) {
    for (const relation of relations) {
      this.#add(
        `relation ${relation.id}`,
        { kind: 'relation', relation },
        // The label and the words of a proposition may differ: "accused of backing", "backs".
        [relation.proposition, relation.typeLabel],
        [...relation.assertedBy, ...relation.deniedBy, ...relation.doubtedBy],
      );
    }
    for (const figure of figures) {
      this.#add(
        `figure ${figure.id}`,
        { kind: 'figure', figure },
        [figure.title, ...figure.rows.map((row) => row.text)],
        figure.rows.flatMap((row) => row.speakers),
      );
    }
  }

  /** Best first. What holds all the words comes alone; where nothing does, what holds some of them. */
  search(text: string): Statement[] {
    const all = this.#index.search(text, { combineWith: 'AND' });
    const hits = all.length > 0 ? all : this.#index.search(text, { combineWith: 'OR' });
    return hits
      .map(({ id, score }) => ({ id: String(id), score }))
      .toSorted((a, b) => b.score - a.score || byCodePoint(a.id, b.id))
      .flatMap(({ id }) => this.#statements.get(id) ?? []);
  }

  #add(id: string, statement: Statement, words: readonly string[], speakers: readonly string[]): void {
    if (this.#statements.has(id)) return;
    this.#statements.set(id, statement);
    this.#index.add({ id, words: words.join('\n'), speakers: speakers.join('\n') });
  }
}
