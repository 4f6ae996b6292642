import type { WriteOptions, Written } from '../../formats/format.ts';
import type { GraphDocument } from '../../model/graph-document.ts';

/** What the page asks the worker that writes exports. */
export interface ExportQuestion {
  readonly graph: GraphDocument;
  readonly format: string;
  /** With places where the format has them: entities stand in the file where they stand on the screen. */
  readonly options: WriteOptions;
  /** Every entity is to have a place in the file, also those that are not on the screen. */
  readonly placed: boolean;
}

/** The files, and how to cite what they hold. */
export interface ExportAnswer {
  readonly written: Written;
  readonly citation: string;
}
