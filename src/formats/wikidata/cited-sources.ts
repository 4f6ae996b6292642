import { byCodePoint } from '../../model/order.ts';
import { sha256Hex } from '../../model/sha256.ts';
import type { ForeignGraph } from '../foreign/foreign-graph.ts';
import type { ForeignSource, RecordPlace } from '../foreign/records.ts';
import { dateOf, itemsOf, textsOf } from './snak.ts';

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
  /** The item whose word it is: the work in which it is, else its publisher. */
  voice: string | undefined;
  /** The item who wrote it; a text is in the source. */
  readonly author: string | undefined;
  readonly host: string | undefined;
  /** What tells this part of a work from others. */
  readonly part: string;
}

/** The source that a reference names, and the items that stand in it. */
interface Citation {
  readonly key: string;
  readonly items: readonly string[];
}

/**
 * The documents that references name. A reference to an address is to that page; one to a work is to the work, or to that
 * article, issue or volume of it which the reference tells by title, date, volume or issue: two articles of one newspaper
 * are two documents with one voice. Pages of a book are no documents of their own.
 *
 * Where a reference names a work, the work is the voice, of its pages as well: the page and the newspaper are not two who
 * say the same. Pages of which no reference names a work have the voice of their host; they count as one origin
 * with a work where others on that host are all given to it.
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

  /** Takes a reference. `otherwise` tells it from others where it names neither a page nor a work. */
  cite(snaks: unknown, otherwise: string, place: RecordPlace): Citation {
    const [work] = [...textsOf(snaks, P.statedIn), ...textsOf(snaks, P.importedFrom)];
    const [publisher] = itemsOf(snaks, P.publisher);
    const [author] = itemsOf(snaks, P.author);
    const [url] = textsOf(snaks, P.referenceUrl);
    const [title] = textsOf(snaks, P.title);
    const published = dateOf(snaks, P.published);
    const [volume] = textsOf(snaks, P.volume);
    const [issue] = textsOf(snaks, P.issue);
    // Any other address is no link; ForeignGraph tells of it, and it stays in the claim's reference.
    const page = url !== undefined && /^https?:/iu.test(url) ? url : undefined;
    const key =
      page ?? (work === undefined ? `reference ${otherwise}` : keyOfPart(work, [title, published, volume, issue]));
    const voice = work ?? publisher;
    const known = this.#cited.get(key);
    if (known === undefined) {
      const host = page === undefined ? undefined : hostOf(page);
      const [writer] = [...textsOf(snaks, P.author), ...textsOf(snaks, P.authorName)];
      const [publisherText] = textsOf(snaks, P.publisher);
      const source = {
        key,
        title: title ?? page ?? (work === undefined ? `A reference without title in ${otherwise}` : undefined),
        // Pages of one site have one voice: they are not taken for independent.
        publisher: publisherText ?? host,
        author: writer,
        published,
        url,
        place,
      };
      const part = [volume && `volume ${volume}`, issue && `issue ${issue}`].filter((one) => one).join(', ');
      this.#cited.set(key, { source, voice, author, host, part });
    } else if (voice !== undefined && (known.voice === undefined || byCodePoint(voice, known.voice) < 0)) {
      // Of one page, whichever reference comes first.
      known.voice = voice;
    }
    return { key, items: [work, publisher, author].filter((one) => one !== undefined) };
  }

  /** Gives all of them to the graph, in the order in which they were cited first. */
  finish(): void {
    const owners = this.#ownersOfHosts();
    for (const { source, voice, author, host, part } of this.#cited.values()) {
      const label = voice === undefined ? undefined : this.#label(voice);
      const owner = voice ?? (host === undefined ? undefined : owners.get(host));
      this.#foreign.addSource({
        ...source,
        title: source.title ?? [label, part].filter((one) => one).join(', '),
        publisher: label ?? source.publisher,
        author: author === undefined ? source.author : this.#label(author),
        ...(voice === undefined ? {} : { speaker: voice }),
        // Another file may know the item by its id alone, and so have another publisher.
        ...(owner === undefined ? {} : { origin: owner }),
      });
    }
    this.#cited.clear();
  }

  #label(item: string): string {
    return this.#labels.get(item) ?? item;
  }

  /** To whom all pages of a host belong whose owner is told; none where they belong to several, as those of a library do. */
  #ownersOfHosts(): ReadonlyMap<string, string | undefined> {
    const owners = new Map<string, string | undefined>();
    for (const { host, voice } of this.#cited.values()) {
      if (host === undefined || voice === undefined) continue;
      owners.set(host, owners.has(host) && owners.get(host) !== voice ? undefined : voice);
    }
    return owners;
  }
}

/** The key of a work, or of that part of it which has these features. */
function keyOfPart(work: string, features: readonly (string | undefined)[]): string {
  if (features.every((one) => one === undefined)) return work;
  return `${work}#${sha256Hex(JSON.stringify(features.map((one) => one ?? null)), 8)}`;
}
