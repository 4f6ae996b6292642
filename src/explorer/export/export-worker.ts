import type { WriteOptions, Written } from '../../formats/format.ts';
import type { Picture } from '../../knowledge/knowledge-base.ts';
import type { GraphDocument } from '../../model/graph-document.ts';

/** What the page asks the worker that writes exports. */
export interface ExportQuestion {
  readonly graph: GraphDocument;
  readonly format: string;
  readonly options: WriteOptions;
  /** What is on the screen, where the format draws: entities stand in the file where they stand there. */
  readonly scene?: Picture;
}

/** The files, and how to cite what they hold. */
export interface ExportAnswer {
  readonly written: Written;
  readonly citation: string;
}
