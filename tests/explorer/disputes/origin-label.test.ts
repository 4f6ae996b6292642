import { expect, test } from 'vitest';
import { originKind, originSelection } from '../../../src/explorer/disputes/origin-label.ts';
import { readGraphFolder } from '../../../src/formats/graph-folder/read-graph-folder.ts';
import { InMemoryKnowledgeBase } from '../../../src/knowledge/in-memory.ts';

test.each([
  ['speaker:india', 'speaker'],
  ['document:a:b', 'document'],
  ['publisher:RFE/RL', 'publisher'],
  ['unnamed', 'nobody named'],
])('%s is a %s (E6–E8)', (origin, kind) => {
  expect(originKind({ origin })).toBe(kind);
});

test('an origin with a spokesperson opens the one by whose name it goes; a document opens itself', async () => {
  const { result } = await readGraphFolder(new URL('../../../graph', import.meta.url).pathname);
  if (result.graph === undefined) throw new Error('the bundled graph does not open');
  const base = new InMemoryKnowledgeBase(result.graph);
  const [about, { rows }] = await Promise.all([base.about(), base.matrix()]);
  const pakistan = rows.find((row) => row.label === 'Pakistan');
  if (pakistan === undefined) throw new Error('Pakistan takes no side in the bundled graph');
  // It speaks through others, and its id may be that of one of them.
  expect(originSelection(about, pakistan)).toEqual({ kind: 'entity', id: 'pakistan' });
  const [source] = about.sources;
  expect(originSelection(about, { origin: `document:${source?.id}`, label: 'x' })).toEqual({
    kind: 'source',
    id: source?.id,
  });
  expect(originSelection(about, { origin: 'unnamed', label: 'unnamed speakers' })).toBeUndefined();
  expect(originSelection(about, { origin: 'publisher:nobody', label: 'nobody' })).toBeUndefined();
});
