import type { GraphDocument } from '../../model/graph-document.ts';
import type { ClaimId, SourceId } from '../../model/ids.ts';
import { type MatchedDocument, matchDocuments } from '../../model/match-documents.ts';
import { type Found, findPassages } from '../../model/passage.ts';
import { type SentText, textToSend } from './code-point-text.ts';
import type { ReadFile, UnreadFile } from './read-files.ts';

/** Texts with the sources that they belong to, and where each claim's passage stands in them. */
export interface MatchedTexts {
  readonly matched: readonly (Pick<MatchedDocument, 'source' | 'file' | 'matchedBy'> & {
    readonly text: SentText;
    readonly passages: ReadonlyMap<ClaimId, Found>;
  })[];
  /** Names of files that belong to no source. */
  readonly unmatched: readonly string[];
  /** Files that could not be read. */
  readonly unread: readonly UnreadFile[];
}

/** Matches texts to the sources of a graph and finds every passage. */
export function matchTexts(
  graph: GraphDocument,
  files: readonly ReadFile[],
  unread: readonly UnreadFile[] = [],
): MatchedTexts {
  const { matched, unmatched } = matchDocuments(graph, files);
  return {
    matched: matched.map(({ source, file, matchedBy, text }) => ({
      source,
      file,
      matchedBy,
      text: textToSend(text.text),
      passages: passagesOf(graph, source, (locators) => findPassages(text, locators)),
    })),
    unmatched,
    unread,
  };
}

function passagesOf(
  graph: GraphDocument,
  source: SourceId,
  find: (locators: Parameters<typeof findPassages>[1]) => Found[],
): Map<ClaimId, Found> {
  const claims = graph.claims.flatMap((claim) =>
    claim.source === source && claim.locator !== undefined ? [{ id: claim.id, locator: claim.locator }] : [],
  );
  const found = find(claims.map((claim) => claim.locator));
  return new Map(
    claims.flatMap((claim, i) => {
      const place = found[i];
      return place === undefined ? [] : [[claim.id, place] as const];
    }),
  );
}
