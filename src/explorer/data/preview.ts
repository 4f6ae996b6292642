import type { Mapping, TableMapping } from '../../formats/foreign/mapping.ts';
import type { Column, SuggestedMapping } from '../../formats/foreign/suggest-mapping.ts';
import type { Loss } from '../../formats/format.ts';
import type { Stance } from '../../model/claim.ts';
import type { Finding } from './finding.ts';

/** How files are read: as which format, what their attributes mean, and whether bad records are left out. */
export interface ReadingChoice {
  readonly format: string;
  readonly mapping?: Mapping;
  readonly skipBad: boolean;
}

/** How far a reading is, in bytes. */
export interface ReadSoFar {
  readonly read: number;
  readonly of: number;
}

/** What was understood of files, before anything is opened. */
export interface Preview {
  /** Absent where errors stand in the way. */
  readonly graph?: GraphPreview;
  /** The first findings, errors before warnings; `errors` and `warnings` count all. */
  readonly findings: readonly Finding[];
  readonly errors: number;
  readonly warnings: number;
  readonly losses: readonly Loss[];
  /** Bad records that were left out. */
  readonly skipped: number;
  readonly columns: Columns;
}

export interface GraphPreview {
  readonly title?: string;
  readonly entities: number;
  readonly claims: number;
  readonly sources: number;
  readonly kinds: readonly Counted[];
  readonly types: readonly Counted[];
  readonly stances: Readonly<Record<Stance, number>>;
  /** Some claims in words, each of another type as far as there are so many. */
  readonly samples: readonly SampleClaim[];
  /** Titles of some sources. */
  readonly titles: readonly string[];
  /** Records that carry attributes for which there is no field. */
  readonly withAttributes: number;
}

export interface Counted {
  readonly id: string;
  readonly label: string;
  readonly count: number;
}

export interface SampleClaim {
  readonly text: string;
  /** The names in the text. */
  readonly names: readonly string[];
  readonly stance: Stance;
  /** Who says so, and in which source. */
  readonly speaker: string;
  /** The speaker is the source's own voice. */
  readonly ownVoice?: boolean;
  readonly source: string;
}

/** The attributes that a mapping can give a meaning, with some of their values, and guesses at what they mean. */
export interface Columns {
  /** Columns of a table of edges; absent where the file is none. */
  readonly table?: readonly Column[];
  /** The ends that its header seems to name. */
  readonly ends?: TableMapping;
  readonly edge: readonly Column[];
  readonly node: readonly Column[];
  readonly suggested: SuggestedMapping;
}
