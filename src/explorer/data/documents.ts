import { createStore } from 'zustand/vanilla';
import type { GraphDocument } from '../../model/graph-document.ts';
import type { ClaimId, SourceId } from '../../model/ids.ts';
import { matchDocuments } from '../../model/match-documents.ts';
import { type DocumentText, type Found, findPassages } from '../../model/passage.ts';

/** A document that was given, the source it belongs to, and where each claim's passage stands in it. */
export interface LoadedDocument {
  readonly file: string;
  readonly text: DocumentText;
  readonly matchedBy: 'fingerprint' | 'file name' | 'passages';
  readonly passages: ReadonlyMap<ClaimId, Found>;
}

export interface Documents {
  readonly bySource: ReadonlyMap<SourceId, LoadedDocument>;
  /** Files that belong to no source of the graph. */
  readonly unmatched: readonly string[];
}

/** The documents given in this visit. They stay in the page; nothing is sent anywhere. */
export const documentStore = createStore<Documents>(() => ({ bySource: new Map(), unmatched: [] }));

/** Matches files to sources and finds every passage. Files given later take the place of earlier ones. */
export function addDocuments(
  graph: GraphDocument,
  files: readonly { readonly file: string; readonly text: string }[],
): void {
  const matches = matchDocuments(graph, files);
  const { bySource, unmatched } = documentStore.getState();
  const next = new Map(bySource);
  for (const { source, file, text, matchedBy } of matches.matched) {
    const claims = graph.claims.flatMap((claim) =>
      claim.source === source && claim.locator !== undefined ? [{ id: claim.id, locator: claim.locator }] : [],
    );
    const found = findPassages(
      text,
      claims.map((claim) => claim.locator),
    );
    const passages = new Map(
      claims.flatMap((claim, i) => {
        const place = found[i];
        return place === undefined ? [] : [[claim.id, place] as const];
      }),
    );
    next.set(source, { file, text, matchedBy, passages });
  }
  documentStore.setState({ bySource: next, unmatched: [...new Set([...unmatched, ...matches.unmatched])] });
}
