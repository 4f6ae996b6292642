import type { Format } from '../../formats/format.ts';
import { FORMATS } from '../../formats/registry.ts';
import type { NamedReading } from '../data/graph-worker.ts';
import type { Columns, Preview, ReadingChoice, ReadSoFar } from '../data/preview.ts';
import type { Recognised } from './sort-files.ts';

/** All that can be read, in the order of the registry. */
export const READ_FORMATS: readonly Format[] = FORMATS.filter(
  ({ read, readTogether }) => read !== undefined || readTogether !== undefined,
);

/** How far the reading of an item is. */
export type ItemState =
  /** No format was recognised, and none is chosen. */
  | { readonly name: 'unknown' }
  | { readonly name: 'reading'; readonly soFar?: ReadSoFar }
  | { readonly name: 'read'; readonly preview: Preview }
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

/** Items of files that were recognised: those that one format reads together are one. `first` is the number of the first. */
export function itemsOf(given: readonly Recognised[], first: number, taken: readonly string[]): ImportItem[] {
  const groups: { files: File[]; format: Format | undefined; recognised: readonly string[] }[] = [];
  for (const { file, formats } of given) {
    const [format] = formats;
    const together = format?.readTogether === undefined ? undefined : groups.find((group) => group.format === format);
    if (together !== undefined) together.files.push(file);
    else groups.push({ files: [file], format, recognised: formats.map(({ id }) => id) });
  }
  const names = new Set(taken);
  return groups.map(({ files, format, recognised }, i): ImportItem => {
    const name = freeName(files.map((file) => file.name).join(', '), names);
    names.add(name);
    return {
      id: first + i,
      name,
      files,
      bytes: files.reduce((sum, { size }) => sum + size, 0),
      recognised,
      ...(format === undefined ? {} : { choice: { format: format.id, skipBad: false } }),
      state: format === undefined ? { name: 'unknown' } : { name: 'reading' },
    };
  });
}

function freeName(name: string, taken: ReadonlySet<string>): string {
  let free = name;
  for (let n = 2; taken.has(free); n++) free = `${name} (${n})`;
  return free;
}

/** Whether all items were read into a graph, so that they can be opened. */
export function isReady(items: readonly ImportItem[]): boolean {
  return items.length > 0 && items.every(({ state }) => state.name === 'read' && state.preview.graph !== undefined);
}

export function readingsOf(items: readonly ImportItem[]): NamedReading[] {
  return items.map(({ id, name }) => ({ reading: id, name }));
}
