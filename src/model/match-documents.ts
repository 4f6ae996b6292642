import type { GraphDocument } from './graph-document.ts';
import type { SourceId } from './ids.ts';
import { DocumentText, findPassages } from './passage.ts';

export interface MatchedDocument {
  readonly source: SourceId;
  readonly file: string;
  readonly text: DocumentText;
  /** By its hash, by its name, or by the passages that stand in it. */
  readonly matchedBy: 'fingerprint' | 'file name' | 'passages';
}

export interface DocumentMatches {
  readonly matched: readonly MatchedDocument[];
  /** Names of files that belong to no source. */
  readonly unmatched: readonly string[];
}

/** The least share of a source's passages that must stand in a text for it to be taken for that source's document. */
const LEAST_SHARE = 1 / 4;

/** About how many passages of a source are looked for to tell whether a text is its document. */
const SAMPLE = 24;

/**
 * Finds which source each text belongs to: first by the SHA-256 of its text, then by its file name, then by the share of
 * the source's passages found in it letter for letter. One text per source; what fits nothing is said to.
 */
export function matchDocuments(
  graph: GraphDocument,
  files: readonly { readonly file: string; readonly text: string }[],
): DocumentMatches {
  const matched: MatchedDocument[] = [];
  const taken = new Set<SourceId>();
  let open = files.map(({ file, text }) => ({ file, text: new DocumentText(text) }));
  const pass = (
    matchedBy: MatchedDocument['matchedBy'],
    fits: (candidate: { file: string; text: DocumentText }) => SourceId | undefined,
  ): void => {
    open = open.filter((candidate) => {
      const source = fits(candidate);
      if (source === undefined) return true;
      taken.add(source);
      matched.push({ source, ...candidate, matchedBy });
      return false;
    });
  };
  const baseName = (path: string): string => path.split(/[/\\]/u).at(-1) ?? path;
  pass('fingerprint', ({ text }) => graph.sources.find((s) => s.sha256 === text.sha256 && !taken.has(s.id))?.id);
  pass('file name', ({ file }) => graph.sources.find((s) => s.file === baseName(file) && !taken.has(s.id))?.id);
  pass('passages', ({ text }) => {
    const shares = graph.sources
      .filter((source) => !taken.has(source.id))
      .map((source) => {
        const all = graph.claims.flatMap((claim) =>
          claim.source === source.id && claim.locator !== undefined ? [claim.locator] : [],
        );
        const end = all.reduce((most, locator) => Math.max(most, locator.end), 0);
        // A text of quite another length is no edition of this document; to search it would only take long.
        if (text.length > 4 * end + 2000 || text.length < end / 4) return { id: source.id, share: 0 };
        const step = Math.max(1, Math.floor(all.length / SAMPLE));
        const locators = all.filter((_, i) => i % step === 0);
        const standing = findPassages(text, locators).filter(
          (f) => f.status === 'exact' || f.status === 'moved',
        ).length;
        return { id: source.id, share: locators.length === 0 ? 0 : standing / locators.length };
      })
      .toSorted((a, b) => b.share - a.share);
    const [best] = shares;
    return best !== undefined && best.share >= LEAST_SHARE ? best.id : undefined;
  });
  return { matched, unmatched: open.map(({ file }) => file) };
}
