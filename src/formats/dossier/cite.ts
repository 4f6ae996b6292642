import type { Manifest } from '../../model/graph-document.ts';

/** What a citation of a graph, or of a part of one, is made of. */
export interface Cited {
  readonly title: string | undefined;
  /** Content hash of the part that is cited. */
  readonly hash: string;
  readonly weights: string;
  readonly manifest?: Manifest | undefined;
  readonly address?: string | undefined;
}

/**
 * How to cite a part of a graph, in one line: title, how it was selected and when, the content hashes by which anybody
 * can tell whether they have the same, and the address.
 */
export function citationOf({ title, hash, weights, manifest, address }: Cited): string {
  const parts = [
    `“${title ?? 'Untitled graph'}”`,
    ...(manifest === undefined ? [] : [`selection: ${manifest.selection}`, `taken ${manifest.taken.slice(0, 10)}`]),
    ...(manifest === undefined || manifest.closedUnderEvidence ? [] : ['denials and doubts left out']),
    `content SHA-256 ${hash}`,
    ...(manifest === undefined || manifest.graph === hash ? [] : [`from the graph ${manifest.graph}`]),
    `weights version ${weights}`,
    ...(address === undefined ? [] : [address]),
  ];
  return `${parts.join('; ')}.`;
}
