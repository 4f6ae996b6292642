import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
  read: z.array(z.object({ file: z.string(), format: z.string() })),
  counts: z.object({ entities: z.number(), claims: z.number(), sources: z.number() }).optional(),
  findings: z.array(z.object({ code: z.string(), file: z.string().optional(), line: z.number().optional() })),
  losses: z.array(z.object({ field: z.string() })),
  skipped: z.number(),
  notes: z.array(z.object({ kind: z.string() })),
  candidates: z.array(z.object({ files: z.tuple([z.string(), z.string()]), a: z.string(), b: z.string() })),
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
    expect(graph?.claims).toMatchObject([{ subject: 'a%20b', type: 'knows', speaker: 'imported-net.gexf' }]);
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
  expect(told(true)).toMatch(/^\rreading evil\?\[2J\.gexf: 0\.5 MB \(8 %\)\r[\s\S]*\r +\r$/u);
});
