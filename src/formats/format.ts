import type { GraphDocument } from '../model/graph-document.ts';
import type { Issue } from '../model/issue.ts';

/** What a format could not hold: which field, of how many records, why, and which format would have kept it. */
export interface Loss {
  readonly field: string;
  readonly count: number;
  readonly why: string;
  readonly keptBy: string;
}

export interface WrittenFile {
  readonly name: string;
  readonly text: string;
}

/** An export: one file or several, the main one first, and what they lack. */
export interface Written {
  readonly files: readonly WrittenFile[];
  readonly losses: readonly Loss[];
}

/** What was read. The graph is there unless an issue is an error. */
export interface ReadResult {
  readonly graph?: GraphDocument;
  readonly issues: readonly Issue[];
}

/** A way to write a graph to files, or to read one from them. */
export interface Format {
  readonly id: string;
  readonly label: string;
  readonly mediaType: string;
  /** With the dot, the usual one first. */
  readonly extensions: readonly string[];
  readonly write?: (graph: GraphDocument) => Written;
  readonly read?: (text: string, file?: string) => ReadResult;
}
