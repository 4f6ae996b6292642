import type { Format } from '../../formats/format.ts';
import { GRAPH_DOCUMENT } from '../../formats/graph-document/format.ts';
import { HEAD_LENGTH, likelyFormats } from '../../formats/registry.ts';

/** A file with the formats that it may be of, the likeliest first. */
export interface Recognised {
  readonly file: File;
  readonly formats: readonly Format[];
}

/** Files as they were given, told apart by what is to be done with them. */
export interface SortedFiles {
  /** The only graph among them, if it is a graph document: it can be opened as it is. */
  readonly graph?: File;
  /** Everything else that is a graph in some format: it is looked at before it is opened. */
  readonly imports: readonly Recognised[];
  /** Texts of sources, and whatever no reader knows: it is named where it belongs to no source. */
  readonly documents: readonly File[];
}

/** Endings of the texts of sources: such a file is a graph only if its content says so. */
const TEXT = /\.(txt|md|markdown)$/iu;

async function headOf(file: File): Promise<string> {
  // A character of UTF-8 has four bytes at most.
  const text = await file.slice(0, HEAD_LENGTH * 4).text();
  return text.replace(/^\ufeff/u, '').slice(0, HEAD_LENGTH);
}

/** Which formats a file may be of: by its start, and by its name. */
export async function recognise(file: File): Promise<Recognised> {
  return { file, formats: likelyFormats(await headOf(file), file.name) };
}

async function isGraph({ file, formats }: Recognised): Promise<boolean> {
  if (/\.json$/iu.test(file.name)) return true;
  const [likeliest] = formats;
  if (likeliest === undefined || !TEXT.test(file.name)) return likeliest !== undefined;
  return likeliest.sniff?.(await headOf(file), file.name) === 2;
}

/** Tells graphs from the texts of sources. JSON that no reader knows is taken for a graph document, which says what it lacks. */
export async function sortFiles(files: readonly File[]): Promise<SortedFiles> {
  const looked = await Promise.all(files.map(recognise));
  const graphs = await Promise.all(looked.map(isGraph));
  const imports = looked.filter((_, i) => graphs[i] === true);
  const documents = looked.filter((_, i) => graphs[i] !== true).map(({ file }) => file);
  const [only] = imports;
  if (only !== undefined && imports.length === 1 && (only.formats[0] ?? GRAPH_DOCUMENT) === GRAPH_DOCUMENT) {
    return { graph: only.file, imports: [], documents };
  }
  return { imports, documents };
}
