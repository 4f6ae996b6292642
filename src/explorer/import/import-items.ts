import { distinctNames } from '../../formats/distinct-names.ts';
import type { Format } from '../../formats/format.ts';
import { FORMATS } from '../../formats/registry.ts';
import type { NamedReading } from '../data/graph-worker.ts';
import type { Columns, GraphPreview, Preview, ReadingChoice, ReadSoFar } from '../data/preview.ts';
import type { Recognised } from './sort-files.ts';

/** All that can be read, in the order of the registry. */
export const READ_FORMATS: readonly Format[] = FORMATS.filter(
  ({ read, readTogether }) => read !== undefined || readTogether !== undefined,
);

/**
 * What would be read of a file with errors if bad records were left out: absent where that does not help, since it is not
 * records that are wrong.
 */
export type WithoutBad = 'looking' | (Preview & { readonly graph: GraphPreview });

/** How far the reading of an item is. */
export type ItemState =
  /** No format was recognised, and none is chosen. */
  | { readonly name: 'unknown' }
  /** Nothing can be read from it, whatever the format; what is opened is opened without it. */
  | { readonly name: 'refused'; readonly why: string }
  | { readonly name: 'reading'; readonly soFar?: ReadSoFar }
  | { readonly name: 'read'; readonly preview: Preview; readonly without?: WithoutBad }
  | { readonly name: 'stopped' }
  | { readonly name: 'failed'; readonly why: string };

/** Files that make one graph, how they are read, and what came of it. */
export interface ImportItem {
  /** The number of its reading in the worker; 0 is kept for the open graph. */
  readonly id: number;
  /** A name that no other item has. */
  readonly name: string;
  readonly files: readonly File[];
  readonly bytes: number;
  /** Ids of the formats that were recognised, the likeliest first. */
  readonly recognised: readonly string[];
  readonly choice?: ReadingChoice;
  readonly state: ItemState;
  /** What a mapping can name, as last seen: it stays while the file is read anew, and when that fails. */
  readonly columns?: Columns;
}

/**
 * Items of files that were recognised: those that one format reads together are one. `first` is the number of the first.
 * Files of one name are told apart, also from those that are `taken`: two files are two sources.
 */
export function itemsOf(given: readonly Recognised[], first: number, taken: readonly string[]): ImportItem[] {
  const names = distinctNames(
    given.map(({ file }) => file.webkitRelativePath || file.name),
    taken,
  );
  const groups: {
    files: File[];
    format: Format | undefined;
    recognised: readonly string[];
    refused: string | undefined;
  }[] = [];
  for (const [i, { file: found, formats, refused }] of given.entries()) {
    const file = named(found, names[i] ?? found.name);
    const [format] = formats;
    const together = format?.readTogether === undefined ? undefined : groups.find((group) => group.format === format);
    if (together !== undefined) together.files.push(file);
    else groups.push({ files: [file], format, recognised: formats.map(({ id }) => id), refused });
  }
  return groups.map(({ files, format, recognised, refused }, i): ImportItem => {
    const name = files.map((file) => file.name).join(', ');
    return {
      id: first + i,
      name,
      files,
      bytes: files.reduce((sum, { size }) => sum + size, 0),
      recognised,
      ...(format === undefined ? {} : { choice: { format: format.id, skipBad: false } }),
      state: firstState(format, refused),
    };
  });
}

function firstState(format: Format | undefined, refused: string | undefined): ItemState {
  if (refused !== undefined) return { name: 'refused', why: refused };
  return format === undefined ? { name: 'unknown' } : { name: 'reading' };
}

/** The same file under the name by which an import knows it. */
function named(file: File, name: string): File {
  if (file.name === name) return file;
  return new File([file], name, { type: file.type, lastModified: file.lastModified });
}

/** Items of which a graph can be made: all but those from which nothing can be read. */
export function usable(items: readonly ImportItem[]): readonly ImportItem[] {
  return items.filter(({ state }) => state.name !== 'refused');
}

/** Whether all that can be read was read into a graph, so that it can be opened. */
export function isReady(items: readonly ImportItem[]): boolean {
  const used = usable(items);
  return used.length > 0 && used.every(({ state }) => state.name === 'read' && state.preview.graph !== undefined);
}

export function readingsOf(items: readonly ImportItem[]): NamedReading[] {
  return usable(items).map(({ id, name }) => ({ reading: id, name }));
}

/** Whether what would be opened is more than a graph document as it stands: then closing it would lose work. */
export function isMade(items: readonly ImportItem[]): boolean {
  const used = usable(items);
  return used.length > 1 || used.some(({ choice }) => choice?.format !== 'json' || choice.skipBad);
}
