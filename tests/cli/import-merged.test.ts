import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readGraphDocument } from '../../src/formats/graph-document/read-graph-document.ts';
import { InMemoryKnowledgeBase } from '../../src/knowledge/in-memory.ts';
import { partsOf } from '../../src/knowledge/merge-entities.ts';
import { unsureOf } from '../../src/knowledge/unsure-pairs.ts';
import { contentHash } from '../../src/model/content-hash.ts';
import type { GraphDocument } from '../../src/model/graph-document.ts';
import { RelationId } from '../../src/model/ids.ts';
import { sketchGraph } from '../evidence/sketch-graph.ts';
import { people } from '../knowledge/people-graph.ts';
import { runCli } from './run-cli.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ascribe-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function run(...args: readonly string[]) {
  return runCli(args, { cwd: folder });
}

async function put(name: string, content: unknown): Promise<void> {
  await writeFile(join(folder, name), JSON.stringify(content));
}

async function imported(...args: readonly string[]): Promise<{ graph: GraphDocument; err: string }> {
  const { code, err } = await run('import', ...args, '-o', 'out.json');
  expect([code, err]).toEqual([0, expect.any(String)]);
  const { graph } = readGraphDocument(await readFile(join(folder, 'out.json'), 'utf8'));
  if (graph === undefined) throw new Error('what was imported cannot be read');
  return { graph, err };
}

describe('a part that was sent out as tables and comes back', () => {
  const whole = sketchGraph({
    types: { backs: {}, funds: { broader: 'backs' }, allied: { symmetric: true, excludes: ['backs'] } },
    sources: { wire: 'B', gazette: 'B' },
    claims: [
      ['wire', 'x', 'funds', 'y'],
      ['gazette', 'x', 'funds', 'y'],
      ['wire', 'y', 'allied', 'z'],
    ],
  });

  beforeAll(async () => {
    await put('whole.json', whole);
    expect((await run('export', '--graph', 'whole.json', '--format', 'csv', '-o', 'tables/')).code).toBe(0);
  });
  const tables = ['claims.csv', 'entities.csv', 'sources.csv'].map((name) => `tables/${name}`);

  test('is the part that it was, beside the whole, in whatever order', async () => {
    for (const files of [
      ['whole.json', ...tables],
      [...tables, 'whole.json'],
    ]) {
      const { graph, err } = await imported(...files);
      expect(err).not.toMatch(/another meaning|another one/u);
      expect(contentHash({ ...graph, ontology: whole.ontology })).toBe(contentHash(whole));
      expect(graph.ontology.relations.toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual(
        whole.ontology.relations.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
      );
    }
  });

  test('with a denial that was added in a spreadsheet, the denial meets what it denies', async () => {
    const claims = await readFile(join(folder, 'tables/claims.csv'), 'utf8');
    const [head = '', row = ''] = claims.split('\r\n');
    expect(row).toContain('asserts');
    // Somebody else than the wire says the opposite, in the same document.
    const denial = row
      .replace(/c-[0-9a-f]{16}/u, '')
      .replace('asserts', 'denies')
      .replaceAll('voice-of-wire', 'x')
      .replaceAll('voice-of-gazette', 'x');
    await writeFile(join(folder, 'tables/claims.csv'), [head, row, denial, ''].join('\r\n'));
    for (const files of [
      ['whole.json', ...tables],
      [...tables, 'whole.json'],
    ]) {
      const { graph } = await imported(...files);
      expect(graph.claims).toHaveLength(whole.claims.length + 1);
      const { deniedBy } = await new InMemoryKnowledgeBase(graph).relation(RelationId.parse('x~funds~y'));
      expect(deniedBy).toEqual(['x']);
    }
    await writeFile(join(folder, 'tables/claims.csv'), claims);
  });
});

describe('what --matches says', () => {
  const ann = people([['ann', 'Ann']], [['ann', 'ann']], { source: 'paper' });
  const anna = people(
    [
      ['anna', 'Anna'],
      ['ana', 'Ana'],
    ],
    [['anna', 'ana']],
    { source: 'letter' },
  );
  beforeAll(async () => {
    await put('ann.json', ann);
    await put('anna.json', anna);
  });
  const pair = (a: readonly [string, string], b: readonly [string, string], decision: string) => ({
    ...{ a: { graph: a[0], id: a[1] }, b: { graph: b[0], id: b[1] } },
    decision,
  });

  test('to be unsure stands in the graph, on both', async () => {
    await put('m.json', [pair(['ann.json', 'ann'], ['anna.json', 'anna'], 'unsure')]);
    const { graph } = await imported('ann.json', 'anna.json', '--matches', 'm.json');
    expect(graph.entities.map((entity) => [entity.id, ...unsureOf(entity)])).toEqual([
      ['ann', 'anna'],
      ['anna', 'ann'],
      ['ana'],
    ]);
  });

  test('of one file alone is done in it, and refused where it names what is not there', async () => {
    await put('m.json', [pair(['anna.json', 'anna'], ['anna.json', 'ana'], 'same')]);
    const { graph, err } = await imported('anna.json', '--matches', 'm.json');
    expect(graph.entities.map(({ id, aliases }) => [id, aliases])).toEqual([['anna', ['Ana']]]);
    expect(err).toContain('anna is now one with ana');
    await put('m.json', [pair(['nowhere.json', 'x'], ['anna.json', 'ana'], 'same')]);
    const refused = await run('import', 'anna.json', '--matches', 'm.json');
    expect([refused.code, refused.err]).toEqual([
      2,
      expect.stringContaining('"x" of "nowhere.json", which is not there'),
    ]);
  });
});

test('claims that a second edition puts otherwise are told', async () => {
  const first = people([['ann', 'Ann']], [['ann', 'ann']]);
  await put('v1.json', first);
  await put('v2.json', { ...first, claims: first.claims.map((claim) => ({ ...claim, note: 'Checked.' })) });
  const { graph, err } = await imported('v1.json', 'v2.json');
  expect([graph.claims.length, graph.sources.length]).toEqual([2, 1]);
  expect(err).toContain('v2.json: 1 claim of the source paper is put otherwise here; both stay, and count once');
});

test('two parts of one id come out one after the other, and are told by what they are called now', async () => {
  const of = (name: string, source: string) =>
    people(
      [
        ['b', name],
        [source, source],
      ],
      [['b', 'b']],
      { source },
    );
  for (const [name, into] of [
    ['one', 'ada'],
    ['two', 'cy'],
  ] as const) {
    await put(`${name}.json`, of(name, into));
    const match = { a: { graph: `${name}.json`, id: into }, b: { graph: `${name}.json`, id: 'b' }, decision: 'same' };
    await put('m.json', [{ ...match, a: match.b, b: match.a }]);
    await imported(`${name}.json`, '--matches', 'm.json');
    await put(`${name}-merged.json`, JSON.parse(await readFile(join(folder, 'out.json'), 'utf8')));
  }
  const { graph } = await imported('one-merged.json', 'two-merged.json');
  await put('both.json', graph);
  const taken = graph.entities.flatMap((entity) => (partsOf(entity)?.taken ?? []).map(({ id }) => id));
  const parted = await imported('both.json', ...taken.flatMap((id) => ['--unmerge', id]));
  expect(parted.graph.entities).toHaveLength(4);
  for (const { id } of parted.graph.entities) {
    if (!graph.entities.some((one) => one.id === id)) expect(parted.err).toContain(`${id} is apart from `);
  }
});
