import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { Progress } from '../../src/cli/progress.ts';
import acledMapping from '../../src/formats/events/mappings/acled.json' with { type: 'json' };
import { readGraphDocument } from '../../src/formats/graph-document/read-graph-document.ts';
import { readGraphFolder } from '../../src/formats/graph-folder/read-graph-folder.ts';
import { contentHash } from '../../src/model/content-hash.ts';
import { ACLED_ROW, acled } from '../formats/events/tables.ts';
import { smallGraph } from '../formats/hostile-graph.ts';
import { runCli, runJson, runSmall, SMALL_GRAPH } from './run-cli.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ascribe-'));
  await runSmall('export', '-o', join(folder, 'small.json'));
  await writeFile(
    join(folder, 'net.gexf'),
    `<gexf xmlns="http://gexf.net/1.3" version="1.3"><graph defaultedgetype="directed"><nodes>
<node id="a b" label="Ann"/><node id="c" label="Cy"/></nodes><edges>
<edge id="1" source="a b" target="c" kind="knows" weight="2"/>
<edge id="2" source="a b" target="nobody"/></edges></graph></gexf>`,
  );
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const Report = z.object({
  ok: z.boolean(),
  read: z.array(
    z.object({
      file: z.string(),
      name: z.string().optional(),
      format: z.string().optional(),
      copyOf: z.string().optional(),
    }),
  ),
  counts: z.object({ entities: z.number(), claims: z.number(), sources: z.number() }).optional(),
  findings: z.array(
    z.object({ code: z.string(), file: z.string().optional(), line: z.number().optional(), message: z.string() }),
  ),
  losses: z.array(z.object({ field: z.string() })),
  skipped: z.number(),
  notes: z.array(z.object({ kind: z.string() })),
  candidates: z.array(z.object({ files: z.tuple([z.string(), z.string()]), a: z.string(), b: z.string() })),
  tooCommon: z.array(z.string()),
  files: z.array(z.object({ name: z.string(), text: z.string().optional(), path: z.string().optional() })),
});

async function report(...args: readonly string[]) {
  const { code, out } = await runCli(['import', ...args, '--json'], { cwd: folder });
  return { code, ...Report.parse(JSON.parse(out)) };
}

describe('import', () => {
  test('a graph document comes out as it went in', async () => {
    const { code, out, err } = await runCli(['import', 'small.json'], { cwd: folder });
    expect(code).toBe(0);
    expect(readGraphDocument(out).graph).toEqual(await smallGraph());
    expect(err).toContain('small.json: json');
    expect(err).toContain('10 claims');
  });

  test('a wrong record is told with its place and refuses the file, until bad records are to be left out', async () => {
    const refused = await report('net.gexf');
    expect(refused).toMatchObject({
      code: 2,
      ok: false,
      files: [],
      findings: [{ code: 'unknown-id', file: 'net.gexf', line: 4 }],
    });
    const { code, counts, skipped, files } = await report('net.gexf', '--skip-bad');
    expect([code, counts?.claims, skipped]).toEqual([0, 1, 1]);
    const { graph } = readGraphDocument(files[0]?.text ?? '');
    expect(graph?.claims).toMatchObject([{ subject: 'a%20b', type: 'knows', speaker: 'imported-net.gexf%-voice' }]);
    expect(graph?.sources[0]?.title).toBe('Imported from net.gexf');
    const { err } = await runCli(['import', 'net.gexf'], { cwd: folder });
    expect(err).toMatch(/error: net\.gexf:4.*"nobody"/u);
    expect(err).toContain('Nothing was imported.');
  });

  test('a mapping file says what an attribute means; one that is wrong is refused with its place', async () => {
    const mapping = { version: 1, source: { title: 'The net', reliability: 'D' } };
    await writeFile(join(folder, 'mapping.json'), JSON.stringify(mapping));
    const { files } = await report('net.gexf', '--skip-bad', '--mapping', 'mapping.json');
    expect(readGraphDocument(files[0]?.text ?? '').graph?.sources[0]).toMatchObject({
      title: 'The net',
      reliability: 'D',
    });
    await writeFile(join(folder, 'wrong.json'), '{"version": 1, "edge": {"speakr": "x"}}');
    const wrong = await runCli(['import', 'net.gexf', '--mapping', 'wrong.json'], { cwd: folder });
    expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining('edge')]);
  });

  test('a mapping of an event table reads the files that have its columns, and others as what they are', async () => {
    const own = { ...acledMapping, id: 'mine', label: 'My events' };
    await writeFile(join(folder, 'events.json'), JSON.stringify(own));
    await writeFile(join(folder, 'mine.csv'), acled(ACLED_ROW));
    const { code, read, counts } = await report('mine.csv', 'small.json', '--mapping', 'events.json');
    expect([code, read.map(({ format }) => format)]).toEqual([0, ['mine', 'json']]);
    expect(counts?.claims).toBeGreaterThan((await smallGraph()).claims.length);
    for (const [args, word] of [
      [['small.json'], 'No file has the columns'],
      [['mine.csv', '--format', 'acled'], 'Leave --format out'],
    ] as const) {
      const refused = await runCli(['import', ...args, '--mapping', 'events.json'], { cwd: folder });
      expect([refused.code, refused.err]).toEqual([2, expect.stringContaining(word)]);
    }
    await writeFile(join(folder, 'events.json'), JSON.stringify({ ...own, edition: { pattern: '(', name: 'x' } }));
    const wrong = await runCli(['import', 'mine.csv', '--mapping', 'events.json'], { cwd: folder });
    expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining('edition.pattern')]);
  });

  test('-o with a slash writes a graph folder that reads back the same; one that is not empty is refused', async () => {
    const target = join(folder, 'made');
    const { code, err } = await runCli(['import', 'small.json', '-o', 'made/'], { cwd: folder });
    expect([code, err]).toEqual([0, expect.stringContaining('files to made/')]);
    const { result } = await readGraphFolder(target);
    expect(result.graph && contentHash(result.graph)).toBe(contentHash(await smallGraph()));
    const again = await runCli(['import', 'small.json', '-o', 'made'], { cwd: folder });
    expect([again.code, again.err]).toEqual([2, expect.stringContaining('not empty')]);
    expect(await readdir(folder)).not.toContain(expect.stringContaining('.part'));
  });

  test('a graph folder can be imported, too', async () => {
    await runCli(['import', SMALL_GRAPH, '-o', 'from-folder.json'], { cwd: folder });
    const text = await readFile(join(folder, 'from-folder.json'), 'utf8');
    expect(readGraphDocument(text).graph).toEqual(await smallGraph());
  });

  test('several files become one graph; nothing is merged unless the person says so', async () => {
    const graph = await smallGraph();
    const [first] = graph.entities;
    const other = {
      ...graph,
      entities: graph.entities.map((one) => (one === first ? { ...one, summary: 'Another.' } : one)),
    };
    await writeFile(join(folder, 'other.json'), JSON.stringify(other));
    const apart = await report('small.json', 'other.json');
    expect(apart.notes.map(({ kind }) => kind)).toContain('entity-renamed');
    expect(apart.candidates).toMatchObject([{ files: ['small.json', 'other.json'], a: first?.id, b: first?.id }]);
    const match = {
      a: { graph: 'small.json', id: first?.id },
      b: { graph: 'other.json', id: first?.id },
      decision: 'same',
    };
    await writeFile(join(folder, 'matches.json'), JSON.stringify([match]));
    const merged = await report('small.json', 'other.json', '--matches', 'matches.json');
    expect([merged.counts?.entities, merged.candidates]).toEqual([graph.entities.length, []]);
    const editions = await report('small.json', 'other.json', '--same-ids');
    expect(editions.counts?.entities).toBe(graph.entities.length);
  });

  test('files of one name are two: each has a source and a voice of its own, and paths go into no graph', async () => {
    for (const [name, row] of [
      ['north', 'ann,ben,backs'],
      ['south', 'ann,ben,backs\nben,cy,backs'],
    ] as const) {
      await mkdir(join(folder, name), { recursive: true });
      await writeFile(join(folder, name, 'edges.csv'), `from,to,type\n${row}\n`);
    }
    const both = await report('north/edges.csv', join(folder, 'south', 'edges.csv'));
    expect(both.read.map(({ name }) => name)).toEqual(['edges (north).csv', 'edges (south).csv']);
    const { graph } = readGraphDocument(both.files[0]?.text ?? '');
    expect(graph?.sources.map(({ title }) => title)).toEqual([
      'Imported from edges (north).csv',
      'Imported from edges (south).csv',
    ]);
    expect(new Set(graph?.sources.map(({ speaker }) => speaker)).size).toBe(2);
    expect(graph?.claims).toHaveLength(3);
    expect(JSON.stringify(graph)).not.toContain(folder);
    // What is wrong is told at the path that was given.
    await writeFile(join(folder, 'south', 'edges.csv'), 'from,to,type\nann,,backs\n');
    expect((await report('north/edges.csv', 'south/edges.csv')).findings).toMatchObject([
      { file: 'south/edges.csv', line: 2 },
    ]);
  });

  test('one file under two names, or a copy of it, is no second witness', async () => {
    await writeFile(join(folder, 'one.csv'), 'from,to\nann,ben\n');
    await writeFile(join(folder, 'copy.csv'), 'from,to\nann,ben\n');
    const { counts, read } = await report('one.csv', './one.csv', 'copy.csv');
    expect([counts?.sources, read]).toEqual([
      1,
      [
        { file: 'one.csv', name: 'one.csv', format: 'edge-list' },
        { file: 'copy.csv', copyOf: 'one.csv' },
      ],
    ]);
    const { err } = await runCli(['import', 'one.csv', 'copy.csv'], { cwd: folder });
    expect(err).toContain('copy.csv: the same as one.csv, byte for byte');
  });

  test('nobody is proposed whom the merge made one; matches may name a file by its path', async () => {
    await writeFile(join(folder, 'v1.csv'), 'from,to,from_name\n1,2,Ann\n');
    await writeFile(join(folder, 'v2.csv'), 'from,to,from_name\n1,2,Anna\n');
    expect((await report('v1.csv', 'v2.csv')).candidates).toMatchObject([{ a: '1', b: '1' }]);
    expect((await report('v1.csv', 'v2.csv', '--same-ids')).candidates).toEqual([]);
    const match = {
      a: { graph: './v1.csv', id: '1' },
      b: { graph: join(folder, 'v2.csv'), id: '1' },
      decision: 'unsure',
    };
    await writeFile(join(folder, 'unsure.json'), JSON.stringify([match]));
    expect((await report('v1.csv', 'v2.csv', '--matches', 'unsure.json')).candidates).toEqual([]);
  });

  test('names that too many share are told, since nobody is proposed by them', async () => {
    const rows = (first: number): string =>
      Array.from({ length: 30 }, (_, i) => `${first + i},${first + i + 1},John Smith`).join('\n');
    await writeFile(join(folder, 'smiths.csv'), `from,to,from_name\n${rows(0)}\n`);
    await writeFile(join(folder, 'others.csv'), `from,to,from_name\n${rows(100)}\n`);
    expect((await report('smiths.csv', 'others.csv')).tooCommon).toEqual(['John Smith']);
    const { err } = await runCli(['import', 'smiths.csv', 'others.csv'], { cwd: folder });
    expect(err).toContain('share these names, or ids elsewhere, to say who is the same ("John Smith")');
  });

  test('a merge is undone, of merges one upon the other in whatever order they are named', async () => {
    await writeFile(join(folder, 'v1.csv'), 'from,to,from_name\n1,2,Ann\n');
    await writeFile(join(folder, 'v2.csv'), 'from,to,from_name\n1,3,Anna\n');
    await writeFile(join(folder, 'v3.csv'), 'from,to,from_name\n1,4,Annie\n');
    await runCli(['import', 'v1.csv', 'v2.csv', '--same-ids', '-o', 'v12.json'], { cwd: folder });
    await runCli(['import', 'v3.csv', 'v12.json', '--same-ids', '-o', 'v123.json'], { cwd: folder });
    const ids = ['1@v2.csv', '1@v12.json'];
    for (const order of [ids, ids.toReversed()]) {
      const parted = await report('v123.json', ...order.flatMap((id) => ['--unmerge', id]));
      expect(parted.notes.map(({ kind }) => kind)).toEqual(['entity-parted', 'entity-parted']);
      const { graph } = readGraphDocument(parted.files[0]?.text ?? '');
      expect(graph?.entities.filter(({ id }) => id.startsWith('1')).map(({ id, name }) => [id, name])).toEqual([
        ['1', 'Annie'],
        ['1@v12.json', 'Ann'],
        ['1@v2.csv', 'Anna'],
      ]);
    }
    const wrong = await runCli(['import', 'v123.json', '--unmerge', 'nobody'], { cwd: folder });
    expect([wrong.code, wrong.err]).toEqual([2, expect.stringMatching(/"nobody" was merged[\s\S]*1@v12\.json/u)]);
  });

  test('a graph that was merged with one without its denials says that it lacks them', async () => {
    await runSmall('export', '--no-denials', '-o', join(folder, 'asserted.json'));
    await writeFile(join(folder, 'one.csv'), 'from,to\nann,ben\n');
    const { notes, files } = await report('one.csv', 'asserted.json');
    expect(notes).toContainEqual(expect.objectContaining({ kind: 'part-merged' }));
    expect(readGraphDocument(files[0]?.text ?? '').graph?.manifest?.closedUnderEvidence).toBe(false);
    const { err } = await runCli(['import', 'one.csv', 'asserted.json'], { cwd: folder });
    expect(err).toContain('asserted.json: denials and doubts were left out of this file');
  });

  test('files that no reader makes sense of are refused by what they are, whatever their name', async () => {
    for (const [name, bytes, message] of [
      ['empty.csv', '', '"empty.csv" is empty.'],
      ['blank.csv', ' \n\n', '"blank.csv" is empty.'],
      ['packed.gexf', gzipSync('<gexf/>'), '"packed.gexf" is compressed. Unpack it first.'],
      ['book.csv', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), '"book.csv" is a ZIP archive'],
      ['unicode.csv', Buffer.from('\ufefffrom\tto\nann\tben\n', 'utf16le'), 'The file is UTF-16, which is not read'],
      ['unicode.txt', Buffer.from('\ufefffrom\tto\nann\tben\n', 'utf16le'), 'is UTF-16'],
      ['column.csv', 'name\nann\n', 'No two columns are known as the ends of an edge'],
    ] as const) {
      await writeFile(join(folder, name), bytes);
      const { code, err } = await runCli(['import', name], { cwd: folder });
      expect([name, code, err]).toEqual([name, 2, expect.stringContaining(message)]);
    }
  });

  test('tables that belong together are read together', async () => {
    await runSmall('export', '--format', 'csv', '-o', join(folder, 'tables/'));
    const names = ['claims', 'entities', 'sources'].map((name) => `tables/${name}.csv`);
    const { ok, read, counts } = await report(...names);
    expect([ok, read.map(({ format }) => format)]).toEqual([true, ['csv', 'csv', 'csv']]);
    expect(counts).toEqual({ entities: 8, claims: 10, sources: 2 });
  });

  test('what is no known format, no file or a pipe is refused in a sentence', async () => {
    await writeFile(join(folder, 'notes.unknown'), 'hello');
    await mkdir(join(folder, 'empty'), { recursive: true });
    for (const [name, message] of [
      ['notes.unknown', 'Say it with --format'],
      ['nowhere.json', 'no such file'],
      ['/dev/null', 'no regular file'],
    ] as const) {
      const { code, err } = await runCli(['import', name], { cwd: folder });
      expect([name, code, err]).toEqual([name, 2, expect.stringContaining(message)]);
    }
    expect(await report('empty')).toMatchObject({ code: 2, ok: false });
  });

  test('--graph opens a file of any readable format', async () => {
    const gexf = join(folder, 'small.gexf');
    await runSmall('export', '--format', 'gexf', '-o', gexf);
    const counts = z.object({ entities: z.unknown() }).loose();
    expect(await runJson(counts, ['stats', '--graph', gexf])).toHaveProperty('entities');
  });
});

test('progress is told after half a second, and on a terminal in one line that goes away', () => {
  let clock = 0;
  const told = (isTTY: boolean): string => {
    let text = '';
    clock = 0;
    const progress = new Progress({ isTTY, write: (more) => (text += more) }, () => clock);
    for (clock = 0; clock <= 6000; clock += 250) progress.tell('evil\u001b[2J.gexf', clock * 1024, 6000 * 1024);
    progress.end();
    return text;
  };
  expect(told(false)).toBe('reading evil?[2J.gexf: 0.5 MB (8 %)\nreading evil?[2J.gexf: 5.4 MB (91 %)\n');
  // When all is read the graph is made, and nobody is to think that it hangs.
  expect(told(true)).toMatch(/\rmaking the graph of evil\?\[2J\.gexf … *\r +\r$/u);
  expect(told(true)).toMatch(/^\rreading evil\?\[2J\.gexf: 0\.5 MB \(8 %\)\r[\s\S]*\r +\r$/u);
});
