import { createContext, useContext } from 'react';

export interface Importer {
  /** Opens the place where files are looked at, with files or without. */
  begin(files?: readonly File[]): void;
}

export const ImportContext = createContext<Importer | undefined>(undefined);

export function useImporter(): Importer {
  const importer = useContext(ImportContext);
  if (importer === undefined) throw new Error('useImporter stands outside an ImportContext');
  return importer;
}
