import { createContext, useContext } from 'react';
import type { EntityId } from '../../model/ids.ts';

/** Two entities of the open graph of which somebody was unsure. */
export interface JudgedPair {
  readonly a: EntityId;
  readonly b: EntityId;
}

export interface Importer {
  /** Opens the place where files are looked at, with files or without. */
  begin(files?: readonly File[]): void;
  /** To be told once all of the open graph is in a file that keeps it: then nothing is lost when another takes its place. */
  saved(): void;
  /** Asks again whether two are the same. */
  judge(pair: JudgedPair): void;
}

export const ImportContext = createContext<Importer | undefined>(undefined);

export function useImporter(): Importer {
  const importer = useContext(ImportContext);
  if (importer === undefined) throw new Error('useImporter stands outside an ImportContext');
  return importer;
}
