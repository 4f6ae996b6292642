import { createStore } from 'zustand/vanilla';
import type { ClaimId, SourceId } from '../../model/ids.ts';
import type { Found } from '../../model/passage.ts';
import { CodePointText } from './code-point-text.ts';
import type { MatchedTexts } from './match-texts.ts';

/** A document that was given, the source it belongs to, and where each claim's passage stands in it. */
export interface LoadedDocument {
  readonly file: string;
  readonly text: CodePointText;
  readonly matchedBy: 'fingerprint' | 'file name' | 'passages';
  readonly passages: ReadonlyMap<ClaimId, Found>;
}

export interface Documents {
  readonly bySource: ReadonlyMap<SourceId, LoadedDocument>;
  /** Files that belong to no source of the graph, and those that could not be read, with why. */
  readonly unmatched: readonly string[];
}

/** The documents given in this visit. They stay in this browser; nothing is sent anywhere. */
export const documentStore = createStore<Documents>(() => ({ bySource: new Map(), unmatched: [] }));

/** Forgets all documents: those of one graph say nothing of another. */
export function forgetDocuments(): void {
  documentStore.setState({ bySource: new Map(), unmatched: [] });
}

/** The texts that are at hand, as files: so they can be matched to another graph. */
export function documentFiles(): File[] {
  const { bySource } = documentStore.getState();
  return [...bySource.values()].map(({ file, text }) => new File([text.slice(0, text.length)], file));
}

/** Keeps documents that were matched to the sources of the open graph. Later ones take the place of earlier ones. */
export function keepDocuments(texts: MatchedTexts): void {
  const { bySource, unmatched } = documentStore.getState();
  const next = new Map(bySource);
  for (const { source, file, text, matchedBy, passages } of texts.matched) {
    next.set(source, { file, text: new CodePointText(text), matchedBy, passages });
  }
  const unread = texts.unread.map(({ file, why }) => `${file} (it ${why})`);
  documentStore.setState({ bySource: next, unmatched: [...new Set([...unmatched, ...texts.unmatched, ...unread])] });
}
