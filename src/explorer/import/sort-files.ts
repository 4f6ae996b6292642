import type { Format } from '../../formats/format.ts';
import { GRAPH_DOCUMENT } from '../../formats/graph-document/format.ts';
import { FORMATS, HEAD_LENGTH, likelyFormats, likenessOf } from '../../formats/registry.ts';
import { START_BYTES, whyUnreadable } from '../../formats/why-unreadable.ts';

/** A file with the formats that it may be of, the likeliest first. */
export interface Recognised {
  readonly file: File;
  readonly formats: readonly Format[];
  /** Why nothing can be read from it, in words that go on after its name; there are no formats then. */
  readonly refused?: string;
}

/** Files as they were given, told apart by what is to be done with them. */
export interface SortedFiles {
  /** The only graph among them, if it is a graph document: it can be opened as it is. */
  readonly graph?: File;
  /** Everything else that is, by content or name, a graph in some format: it is looked at before it is opened. */
  readonly imports: readonly Recognised[];
  /** Texts of sources, and whatever else may be one: it is named where it belongs to no source. */
  readonly documents: readonly File[];
  /** What holds neither a graph nor a text. */
  readonly refused: readonly Recognised[];
}

/** Endings of the texts of sources: such a file is a graph only if its content says so. */
const TEXT = /\.(txt|md|markdown)$/iu;

/** Endings of graphs and tables: such a file is no text of a source, whatever is wrong with it. */
const GRAPH_ENDINGS = FORMATS.flatMap(({ extensions }) => extensions).filter((ending) => !TEXT.test(ending));

async function headOf(file: File): Promise<string> {
  // A character of UTF-8 has four bytes at most.
  const text = await file.slice(0, HEAD_LENGTH * 4).text();
  return text.replace(/^\ufeff/u, '').slice(0, HEAD_LENGTH);
}

/** Which formats a file may be of: by its start, and by its name. */
export async function recognise(file: File): Promise<Recognised> {
  const formats = likelyFormats(await headOf(file), file.name);
  const start = new Uint8Array(await file.slice(0, START_BYTES).arrayBuffer());
  const refused = whyUnreadable(file.name, start, formats.length > 0);
  return refused === undefined ? { file, formats } : { file, formats: [], refused };
}

async function isGraph({ file, formats }: Recognised): Promise<boolean> {
  const name = file.name.toLowerCase();
  if (GRAPH_ENDINGS.some((ending) => name.endsWith(ending))) return true;
  const [likeliest] = formats;
  if (likeliest === undefined || !TEXT.test(name)) return likeliest !== undefined;
  return likenessOf(likeliest, await headOf(file), file.name) === 2;
}

/** Tells graphs from the texts of sources. JSON that no reader knows is taken for a graph document, which says what it lacks. */
export async function sortFiles(files: readonly File[]): Promise<SortedFiles> {
  const looked = await Promise.all(files.map(recognise));
  const readable = looked.filter(({ refused }) => refused === undefined);
  const refused = looked.filter((one) => one.refused !== undefined);
  const graphs = await Promise.all(readable.map(isGraph));
  const imports = readable.filter((_, i) => graphs[i] === true);
  const documents = readable.filter((_, i) => graphs[i] !== true).map(({ file }) => file);
  const [only] = imports;
  if (only !== undefined && imports.length === 1 && isGraphDocument(only)) {
    return { graph: only.file, imports: [], documents, refused };
  }
  return { imports, documents, refused };
}

function isGraphDocument({ file, formats: [likeliest] }: Recognised): boolean {
  return likeliest === undefined ? /\.json$/iu.test(file.name) : likeliest === GRAPH_DOCUMENT;
}
