import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Compared } from '../data/compare-readings.ts';
import type { Merging, OpeningStep } from '../data/graph-worker.ts';
import { type OpenGraph, openWorkshop, type Workshop } from '../data/open-graph.ts';
import type { Preview, ReadingChoice } from '../data/preview.ts';
import { type ImportItem, type ItemState, itemsOf, readingsOf, type WithoutBad } from './import-items.ts';
import { recognise } from './sort-files.ts';

/** The number of the reading of the open graph, and what it is called beside others. */
const OPEN_GRAPH = { reading: 0, name: 'the open graph' };

/** Choices follow each other fast where somebody maps columns: the file is read when they pause. */
const PAUSE_MS = 350;

/** The files that are being looked at. Nothing of it touches the open graph until it is taken. */
export class ImportSession {
  readonly store: StoreApi<{ readonly items: readonly ImportItem[] }> = createStore(() => ({ items: [] }));
  readonly #workshop: Workshop;
  readonly #reading = new Map<number, AbortController>();
  /** How an item was last read as each format: whoever looks at another format comes back to what they had told. */
  readonly #choices = new Map<number, Map<string, ReadingChoice>>();
  #next = 1;
  #taken = false;

  constructor(workshop: Workshop = openWorkshop()) {
    this.#workshop = workshop;
  }

  get #items(): readonly ImportItem[] {
    return this.store.getState().items;
  }

  /** Looks at files, and reads those whose format is recognised. Gives the ids of the new items; rejects where one cannot be looked at. */
  async add(files: readonly File[]): Promise<readonly number[]> {
    const given = await Promise.all(files.map(recognise));
    const items = itemsOf(given, this.#next, [
      OPEN_GRAPH.name,
      ...this.#items.flatMap(({ files }) => files.map(({ name }) => name)),
    ]);
    this.#next += items.length;
    this.store.setState({ items: [...this.#items, ...items] });
    for (const { id, choice } of items) if (choice !== undefined) void this.#read(id, 0);
    return items.map(({ id }) => id);
  }

  /** Reads an item in another way. */
  choose(id: number, change: Partial<ReadingChoice>): void {
    const item = this.#item(id);
    const format = change.format ?? item.choice?.format;
    if (format === undefined) return;
    // What the columns of one format mean says nothing of those of another.
    const kept = this.#choices.get(id)?.get(format) ?? { skipBad: false };
    const choice: ReadingChoice = { ...kept, ...change, format };
    this.#keep(id, choice);
    const without = withoutBad(item.state);
    if (isOnlySkipping(change) && without !== undefined) {
      // It was read so already, and the worker holds what came of it.
      this.#set(id, { choice, state: { name: 'read', preview: without } });
      return;
    }
    this.#set(id, { choice });
    void this.#read(id, change.mapping === undefined ? 0 : PAUSE_MS);
  }

  /** Names of the items of which somebody told what their columns mean, as whichever format. */
  mapped(): string[] {
    return this.#items.flatMap(({ id, name }) =>
      [...(this.#choices.get(id)?.values() ?? [])].some(({ mapping }) => mapping !== undefined) ? [name] : [],
    );
  }

  readAgain(id: number): void {
    void this.#read(id, 0);
  }

  stop(id: number): void {
    this.#reading.get(id)?.abort();
    this.#set(id, { state: { name: 'stopped' } });
  }

  remove(id: number): void {
    this.#reading.get(id)?.abort();
    this.#choices.delete(id);
    this.store.setState({ items: this.#items.filter((item) => item.id !== id) });
    void this.#workshop.forget(id);
  }

  /** Reads the open graph beside the others, so that it can be merged with them. */
  async addOpenGraph(document: Promise<Blob>, signal: AbortSignal): Promise<void> {
    const file = new File([await document], OPEN_GRAPH.name);
    const choice = { format: 'json', skipBad: false };
    const preview = await this.#workshop.read(0, [file], choice, { signal, onProgress: () => undefined });
    if (preview.graph === undefined) throw new Error(preview.findings[0]?.message ?? 'The open graph cannot be read.');
  }

  pairs(withOpen: boolean, signal: AbortSignal): Promise<Compared> {
    return this.#workshop.pairs(this.#readings(withOpen), signal);
  }

  /** Makes one graph of all items and opens it. The session ends with it. */
  async take(
    withOpen: boolean,
    how: Merging,
    options: { readonly signal: AbortSignal; readonly onStep?: (step: OpeningStep) => void },
  ): Promise<OpenGraph> {
    const opened = await this.#workshop.take(this.#readings(withOpen), how, options);
    this.#taken = true;
    return opened;
  }

  /** Ends the worker, unless it holds the graph that was taken. */
  close(): void {
    for (const abort of this.#reading.values()) abort.abort();
    if (!this.#taken) this.#workshop.close();
  }

  #readings(withOpen: boolean) {
    return [...(withOpen ? [OPEN_GRAPH] : []), ...readingsOf(this.#items)];
  }

  async #read(id: number, pause: number): Promise<void> {
    this.#reading.get(id)?.abort();
    const abort = new AbortController();
    this.#reading.set(id, abort);
    const { signal } = abort;
    const show = (state: ItemState, more: Partial<ImportItem> = {}): void => {
      if (!signal.aborted) this.#set(id, { state, ...more });
    };
    show({ name: 'reading' });
    if (pause > 0) await new Promise((done) => setTimeout(done, pause));
    if (signal.aborted) return;
    const { files, choice, columns } = this.#item(id);
    if (choice === undefined) return;
    try {
      const preview = await this.#workshop.read(id, files, choice, {
        signal,
        onProgress: (soFar) => show({ name: 'reading', soFar }),
      });
      // Where nothing was read there are no columns to see; what was seen before is what there is to map.
      const isSeen = preview.graph !== undefined || preview.columns.table !== undefined || columns === undefined;
      show({ name: 'read', preview }, isSeen ? { columns: preview.columns } : {});
      if (preview.errors > 0 && !choice.skipBad) await this.#readWithoutBad(id, preview, signal, show);
    } catch (error) {
      show({ name: 'failed', why: error instanceof Error ? error.message : String(error) });
    }
  }

  /** Looks whether leaving bad records out helps: readers know it only once they are through. */
  async #readWithoutBad(
    id: number,
    preview: Preview,
    signal: AbortSignal,
    show: (state: ItemState) => void,
  ): Promise<void> {
    const { files, choice } = this.#item(id);
    if (choice === undefined) return;
    show({ name: 'read', preview, without: 'looking' });
    const without = await this.#workshop.read(
      id,
      files,
      { ...choice, skipBad: true },
      { signal, onProgress: () => undefined },
    );
    const { graph } = without;
    show({ name: 'read', preview, ...(graph === undefined ? {} : { without: { ...without, graph } }) });
  }

  #keep(id: number, choice: ReadingChoice): void {
    const known = this.#choices.get(id) ?? new Map<string, ReadingChoice>();
    this.#choices.set(id, known.set(choice.format, choice));
  }

  #item(id: number): ImportItem {
    const found = this.#items.find((item) => item.id === id);
    if (found === undefined) throw new RangeError(`no item ${id}`);
    return found;
  }

  #set(id: number, change: Partial<ImportItem>): void {
    this.store.setState({ items: this.#items.map((item) => (item.id === id ? { ...item, ...change } : item)) });
  }
}

function withoutBad(state: ItemState): Exclude<WithoutBad, 'looking'> | undefined {
  return state.name === 'read' && state.without !== 'looking' ? state.without : undefined;
}

function isOnlySkipping(change: Partial<ReadingChoice>): boolean {
  return change.skipBad === true && change.format === undefined && change.mapping === undefined;
}
