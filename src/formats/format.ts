import type { GraphDocument } from '../model/graph-document.ts';
import type { EntityId, RelationId } from '../model/ids.ts';
import type { Issue } from '../model/issue.ts';
import type { Mapping } from './foreign/mapping.ts';
import type { Limits } from './limits.ts';

/** What a format cannot hold, whatever the graph: which field, why, and the id of a format that keeps it, or `none`. */
export interface KnownLoss {
  readonly field: string;
  readonly why: string;
  readonly keptBy: string;
}

/** What was lost of one graph: a known loss, with the number of records it concerns. */
export interface Loss extends KnownLoss {
  readonly count: number;
}

/** One file of an export: text, or bytes where the format is no text. */
export type WrittenFile = { readonly name: string } & (
  | { readonly text: string; readonly bytes?: never }
  | { readonly bytes: Uint8Array; readonly text?: never }
);

/** An export: one file or several, the main one first, and what they lack. */
export interface Written {
  readonly files: readonly WrittenFile[];
  /** Measured on this graph; empty where nothing is lost. */
  readonly losses: readonly Loss[];
}

/** What a person may choose for an export. A writer takes what concerns it and passes over the rest. */
export interface WriteOptions {
  /** Now, where a file says when it was written. Without it the same graph gives the same file. */
  readonly now?: Date;
  /** `edges` writes plain edges in place of claims as records of their own, where a format has both. Claims unless told. */
  readonly shape?: 'claims' | 'edges';
  /** Where each entity stands on the screen, y downwards; an entity without a place, or all of them, is laid out. */
  readonly places?: ReadonlyMap<EntityId, { readonly x: number; readonly y: number }>;
  /** Relations that somebody chose: all else was taken along as evidence, and is drawn fainter. All of them unless told. */
  readonly chosen?: ReadonlySet<RelationId>;
  /** Whether a dossier carries the picture. It does unless told. */
  readonly picture?: boolean;
  /** The address at which the view can be opened, for a citation. */
  readonly address?: string;
}

/** A file to be read, in pieces. `chunks` may be called several times and starts at the beginning each time. */
export interface ReadInput {
  readonly name: string;
  /** Its size, where it is known. */
  readonly bytes?: number;
  chunks(): AsyncIterable<Uint8Array>;
}

export interface ReadOptions {
  /** Called now and then, in bytes. */
  readonly onProgress?: (bytesRead: number, bytesInAll?: number) => void;
  /** Stops the reading: the promise is rejected with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Leaves bad records out, counted and told, in place of refusing the file. */
  readonly skipBad?: boolean;
  /** What the attributes of a foreign file mean. */
  readonly mapping?: Mapping;
  readonly limits?: Partial<Limits>;
  /** When it is imported; it stands in the source that the import makes. */
  readonly now?: Date;
}

/** What was read. The graph is there unless an issue is an error. */
export interface ReadResult {
  readonly graph?: GraphDocument;
  readonly issues: readonly Issue[];
  /** What the file holds and the graph does not; absent or empty where that is nothing. */
  readonly losses?: readonly Loss[];
  /** Bad records that were left out, as was asked for. */
  readonly skipped?: number;
  /**
   * Ids of kinds and of types of relations, literals and figures that records of Ascribe in the file use, and whose
   * definition the reader made up, because its format has no place for it or the file lost it. Absent or empty where there
   * are none.
   */
  readonly rebuilt?: ReadonlySet<string>;
}

/** How sure it is that a file is of a format: 0 no, 1 by its name only, 2 by its content. */
export type Likeness = 0 | 1 | 2;

/** A way to write a graph to files, or to read one from them. Safe in a browser. */
export interface Format {
  readonly id: string;
  readonly label: string;
  readonly mediaType: string;
  /** With the dot, in lower case, the usual one first. */
  readonly extensions: readonly string[];
  /** For whom it is and what opens it, in a sentence. */
  readonly help: string;
  /** What comes of a file of it, in a sentence, for whoever reads one: where `help` is for whoever writes one. */
  readonly readHelp?: string;
  /** What it cannot hold, whatever the graph: shown before anything is written or read. */
  readonly losses: readonly KnownLoss[];
  /** `head` is the start of the file without a byte order mark, 64 kB at most. By extension where it is absent. */
  readonly sniff?: (head: string, name: string) => Likeness;
  /** Throws a UsageError for a graph that it cannot write at all. */
  readonly write?: (graph: GraphDocument, options?: WriteOptions) => Written;
  /** Rejects only when it is stopped by the signal or cannot get at the bytes; what is wrong with the file are issues. */
  readonly read?: (input: ReadInput, options?: ReadOptions) => Promise<ReadResult>;
  /**
   * Reads files that belong together (three tables of one graph). `read` of one file is what this does with one. A format
   * that has it is given all files of it that come together.
   */
  readonly readTogether?: (inputs: readonly ReadInput[], options?: ReadOptions) => Promise<ReadResult>;
}
