import { expect, test, vi } from 'vitest';
import type { Workshop } from '../../../src/explorer/data/open-graph.ts';
import type { Preview, ReadingChoice, ReadSoFar } from '../../../src/explorer/data/preview.ts';
import { isMade, isReady, itemsOf, readingsOf } from '../../../src/explorer/import/import-items.ts';
import { ImportSession } from '../../../src/explorer/import/import-session.ts';
import { recognise } from '../../../src/explorer/import/sort-files.ts';

const PREVIEW: Preview = {
  graph: {
    ...{ entities: 2, claims: 1, sources: 1, kinds: [], types: [], samples: [], titles: [], withAttributes: 0 },
    stances: { asserts: 1, denies: 0, doubts: 0 },
  },
  ...{ findings: [], errors: 0, warnings: 0, losses: [], skipped: 0 },
  columns: { edge: [], node: [], suggested: { edge: {}, node: {}, suggestions: [] } },
};

interface Call {
  readonly reading: number;
  readonly choice: ReadingChoice;
  readonly signal: AbortSignal;
  tell(soFar: ReadSoFar): void;
  answer(preview: Preview): void;
  fail(error: Error): void;
}

/** A workshop that answers when it is told to. */
function slowWorkshop() {
  const calls: Call[] = [];
  const closed = vi.fn();
  const forgotten: number[] = [];
  const workshop: Workshop = {
    read: (reading, _, choice, { signal, onProgress }) =>
      new Promise((answer, fail) => {
        calls.push({ reading, choice, signal, tell: onProgress, answer, fail });
        signal.addEventListener('abort', () => fail(new Error('withdrawn')));
      }),
    forget: async (reading) => {
      forgotten.push(reading);
    },
    pairs: async () => ({
      ...{ pairs: [], more: 0, tooCommon: [] },
      equal: { listed: [], entities: 0, claims: 0, sources: 0 },
    }),
    take: () => Promise.reject(new Error('nothing is opened here')),
    close: closed,
  };
  return { workshop, calls, closed, forgotten };
}

const EDGES = new File(['from,to\na,b\n'], 'edges.csv');
const GEXF = new File(['<gexf/>'], 'people.gexf');

async function settled(): Promise<void> {
  await new Promise((done) => setTimeout(done, 0));
}

test('files that are recognised are read at once, others wait for a format', async () => {
  const { workshop, calls } = slowWorkshop();
  const session = new ImportSession(workshop);
  await session.add([EDGES, new File(['?'], 'what.bin')]);
  const [edges, what] = session.store.getState().items;
  expect(calls.map(({ reading, choice }) => [reading, choice.format])).toEqual([[edges?.id, 'edge-list']]);
  expect(what).toMatchObject({ name: 'what.bin', state: { name: 'unknown' } });
  calls[0]?.tell({ read: 5, of: 12 });
  expect(session.store.getState().items[0]?.state).toEqual({ name: 'reading', soFar: { read: 5, of: 12 } });
  calls[0]?.answer(PREVIEW);
  await settled();
  expect(session.store.getState().items[0]?.state.name).toBe('read');
  expect(isReady(session.store.getState().items)).toBe(false);
  session.choose(what?.id ?? -1, { format: 'gexf' });
  await settled();
  calls[1]?.answer(PREVIEW);
  await settled();
  expect(isReady(session.store.getState().items)).toBe(true);
});

test('of several choices the last one is read; what the ones before it say is not heard', async () => {
  const { workshop, calls } = slowWorkshop();
  const session = new ImportSession(workshop);
  await session.add([EDGES]);
  const id = session.store.getState().items[0]?.id ?? -1;
  session.choose(id, { skipBad: true });
  await settled();
  expect(calls.map(({ signal }) => signal.aborted)).toEqual([true, false]);
  calls[0]?.tell({ read: 1, of: 12 });
  expect(session.store.getState().items[0]?.state).toEqual({ name: 'reading' });
  calls[1]?.answer({ ...PREVIEW, skipped: 3 });
  await settled();
  expect(session.store.getState().items[0]?.state).toMatchObject({ name: 'read', preview: { skipped: 3 } });
});

test('another format knows nothing of what the columns meant, and the one before has not forgotten it', async () => {
  const { workshop, calls } = slowWorkshop();
  const session = new ImportSession(workshop);
  await session.add([EDGES]);
  const id = session.store.getState().items[0]?.id ?? -1;
  session.choose(id, { skipBad: true, mapping: { version: 1, edge: { speaker: 'who' }, node: {}, source: {} } });
  session.choose(id, { format: 'csv' });
  await settled();
  expect(calls.at(-1)?.choice).toEqual({ format: 'csv', skipBad: false });
  // Whoever comes back finds what they had told, and it counts as work while they are away.
  expect(session.mapped()).toEqual(['edges.csv']);
  session.choose(id, { format: 'edge-list' });
  await settled();
  expect(calls.at(-1)?.choice).toMatchObject({
    format: 'edge-list',
    skipBad: true,
    mapping: { edge: { speaker: 'who' } },
  });
  session.remove(id);
  expect(session.mapped()).toEqual([]);
});

test('a reading that is stopped stays stopped, and can be taken up', async () => {
  const { workshop, calls } = slowWorkshop();
  const session = new ImportSession(workshop);
  await session.add([EDGES]);
  const id = session.store.getState().items[0]?.id ?? -1;
  session.stop(id);
  await settled();
  expect(calls[0]?.signal.aborted).toBe(true);
  expect(session.store.getState().items[0]?.state).toEqual({ name: 'stopped' });
  session.readAgain(id);
  calls[1]?.fail(new Error('The disk is gone.'));
  await settled();
  expect(session.store.getState().items[0]?.state).toEqual({ name: 'failed', why: 'The disk is gone.' });
});

test('what is left out is let go of, and closing ends the worker', async () => {
  const { workshop, calls, closed, forgotten } = slowWorkshop();
  const session = new ImportSession(workshop);
  await session.add([EDGES]);
  const id = session.store.getState().items[0]?.id ?? -1;
  session.remove(id);
  expect(session.store.getState().items).toEqual([]);
  expect(forgotten).toEqual([id]);
  expect(calls[0]?.signal.aborted).toBe(true);
  session.close();
  expect(closed).toHaveBeenCalledOnce();
});

test('tables that belong together are one item; names are told apart', async () => {
  const claims = new File(['claim,source,subject,type,stance,speaker,summary\n'], 'claims.csv');
  const entities = new File(['id,kind,name,aliases\n'], 'entities.csv');
  const given = await Promise.all([claims, GEXF, entities, GEXF].map(recognise));
  const items = itemsOf(given, 4, ['the open graph', 'people.gexf']);
  expect(items.map(({ id, name, choice, bytes }) => [id, name, choice?.format, bytes])).toEqual([
    [4, 'claims.csv, entities.csv', 'csv', claims.size + entities.size],
    [5, 'people (2).gexf', 'gexf', GEXF.size],
    [6, 'people (3).gexf', 'gexf', GEXF.size],
  ]);
});

const FAILED: Preview = {
  ...{ findings: [], errors: 1, warnings: 0, losses: [], skipped: 0 },
  columns: PREVIEW.columns,
};

test('where leaving bad records out helps, it is offered with what remains, and taken without another reading', async () => {
  const { workshop, calls } = slowWorkshop();
  const session = new ImportSession(workshop);
  const [id = -1] = await session.add([EDGES]);
  calls[0]?.answer(FAILED);
  await settled();
  expect(session.store.getState().items[0]?.state).toMatchObject({ name: 'read', without: 'looking' });
  expect(calls.map(({ choice }) => choice.skipBad)).toEqual([false, true]);
  calls[1]?.answer({ ...PREVIEW, skipped: 2 });
  await settled();
  const state = session.store.getState().items[0]?.state;
  expect(state).toMatchObject({ name: 'read', preview: { errors: 1 }, without: { skipped: 2, graph: { claims: 1 } } });
  expect(isReady(session.store.getState().items)).toBe(false);
  session.choose(id, { skipBad: true });
  const [item] = session.store.getState().items;
  expect(item).toMatchObject({ choice: { skipBad: true }, state: { preview: { skipped: 2 } } });
  expect(isReady(session.store.getState().items)).toBe(true);
  expect(calls).toHaveLength(2);
});

test('where it is not records that are wrong, leaving them out is not offered', async () => {
  const { workshop, calls } = slowWorkshop();
  const session = new ImportSession(workshop);
  await session.add([EDGES]);
  calls[0]?.answer(FAILED);
  await settled();
  calls[1]?.answer(FAILED);
  await settled();
  expect(session.store.getState().items[0]?.state).toEqual({ name: 'read', preview: FAILED });
});

test('from what can never be read nothing is read, and the rest is opened without it', async () => {
  const { workshop, calls } = slowWorkshop();
  const session = new ImportSession(workshop);
  await session.add([EDGES, new File([new Uint8Array([0x50, 0x4b, 0x03, 0x04])], 'book.xlsx')]);
  expect(session.store.getState().items[1]).toMatchObject({ state: { name: 'refused' } });
  calls[0]?.answer(PREVIEW);
  await settled();
  const { items } = session.store.getState();
  expect(isReady(items)).toBe(true);
  expect(readingsOf(items)).toEqual([{ reading: items[0]?.id, name: 'edges.csv' }]);
  expect(isReady(items.slice(1))).toBe(false);
});

test('a graph document as it stands is on a disk; whatever else is opened was made here', async () => {
  const document = new File(['{"format": "ascribe-graph", "version": 1}'], 'town.json');
  const items = async (...files: File[]) => itemsOf(await Promise.all(files.map(recognise)), 1, []);
  expect(isMade(await items(document))).toBe(false);
  expect(isMade(await items(EDGES))).toBe(true);
  expect(isMade(await items(document, document))).toBe(true);
});
