import { sha256Hex } from '../../model/sha256.ts';
import type { ForeignGraph } from '../foreign/foreign-graph.ts';
import type { ForeignSource, RecordPlace } from '../foreign/records.ts';
import { dateOf, textsOf } from './snak.ts';

/** Properties that say what a reference refers to. */
const P = {
  statedIn: 'P248',
  referenceUrl: 'P854',
  importedFrom: 'P143',
  title: 'P1476',
  author: 'P50',
  authorName: 'P2093',
  publisher: 'P123',
  published: 'P577',
  volume: 'P478',
  issue: 'P433',
} as const;

/** The name of the host of an address; undefined where it is none. */
function hostOf(url: string): string | undefined {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./u, '') || undefined : undefined;
}

/** A source that is told when all labels are known. */
interface Cited {
  readonly source: ForeignSource;
  /** The item whose label is its title, and what tells this part of it from others. */
  readonly work: string | undefined;
  readonly part: string;
}

/**
 * The documents that references name. A reference to an address is to that page; one to a work is to the work, or to that
 * article, issue or volume of it which the reference tells by title, date, volume or issue: two articles of one newspaper
 * are two documents with one voice. Pages of a book are no documents of their own.
 */
export class CitedSources {
  readonly #foreign: ForeignGraph;
  readonly #cited = new Map<string, Cited>();
  readonly #labels = new Map<string, string>();

  constructor(foreign: ForeignGraph) {
    this.#foreign = foreign;
  }

  /** The label of an item: the title of the documents that are known by the item alone. */
  know(id: string, label: string | undefined): void {
    if (label !== undefined) this.#labels.set(id, label);
  }

  /**
   * The key of the source that a reference names, and the work in which it is. `otherwise` tells the reference from others where it
   * names neither a page nor a work.
   */
  cite(snaks: unknown, otherwise: string, place: RecordPlace): { readonly key: string; readonly work?: string } {
    const [work] = [...textsOf(snaks, P.statedIn), ...textsOf(snaks, P.importedFrom)];
    const [url] = textsOf(snaks, P.referenceUrl);
    const [title] = textsOf(snaks, P.title);
    const published = dateOf(snaks, P.published);
    const [volume] = textsOf(snaks, P.volume);
    const [issue] = textsOf(snaks, P.issue);
    // Any other address is no link; ForeignGraph tells of it, and it stays in the claim's reference.
    const page = url !== undefined && /^https?:/iu.test(url) ? url : undefined;
    const key =
      page ?? (work === undefined ? `reference ${otherwise}` : keyOfPart(work, [title, published, volume, issue]));
    if (!this.#cited.has(key)) {
      const [author] = [...textsOf(snaks, P.author), ...textsOf(snaks, P.authorName)];
      const [publisher] = textsOf(snaks, P.publisher);
      const source = {
        key,
        title: title ?? page ?? (work === undefined ? `A reference without title in ${otherwise}` : undefined),
        // Pages of one site have one voice: they are not taken for independent.
        publisher: publisher ?? (page === undefined ? undefined : hostOf(page)),
        author,
        published,
        url,
        ...(page === undefined && work !== undefined ? { speaker: work } : {}),
        place,
      };
      const part = [volume && `volume ${volume}`, issue && `issue ${issue}`].filter((one) => one).join(', ');
      this.#cited.set(key, { source, work, part });
    }
    return { key, ...(work === undefined ? {} : { work }) };
  }

  /** Gives all of them to the graph, in the order in which they were cited first. */
  finish(): void {
    for (const { source, work, part } of this.#cited.values()) {
      const label = work === undefined ? undefined : (this.#labels.get(work) ?? work);
      const title = source.title ?? [label, part].filter((one) => one).join(', ');
      this.#foreign.addSource({ ...source, title });
    }
    this.#cited.clear();
  }
}

/** The key of a work, or of that part of it which has these features. */
function keyOfPart(work: string, features: readonly (string | undefined)[]): string {
  if (features.every((one) => one === undefined)) return work;
  return `${work}#${sha256Hex(JSON.stringify(features.map((one) => one ?? null)), 8)}`;
}
