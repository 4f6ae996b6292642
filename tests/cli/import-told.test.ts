import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeGraphDocument } from '../../src/formats/graph-document/write-graph-document.ts';
import { smallGraph } from '../formats/hostile-graph.ts';
import { runCli } from './run-cli.ts';

const HINT = 'With --skip-bad';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ascribe-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function told(name: string, content: string, ...args: readonly string[]) {
  await writeFile(join(folder, name), content);
  return runCli(['import', name, '-o', 'out.json', ...args], { cwd: folder });
}

describe('what import says of bad records', () => {
  test('of a graph document, too: where they are, that they can be left out, and then how many were', async () => {
    const text = writeGraphDocument(await smallGraph()).files[0]?.text ?? '';
    const bad = text.replace(/"stance": "[a-z]+"/u, '"stance": "says"');
    const refused = await told('bad.json', bad);
    expect(refused.code).toBe(2);
    expect(refused.err).toMatch(/bad\.json:\d+: The field "stance" has a value it cannot have at claims\.0\.stance/u);
    expect(refused.err).toContain(HINT);
    const taken = await told('bad.json', bad, '--skip-bad');
    expect(taken.code).toBe(0);
    expect(taken.err).toContain('1 bad records were left out.');
  });

  test('what was asked for is not proposed', async () => {
    const { err } = await told('broken.json', '{"format":"ascribe-graph",', '--skip-bad');
    expect(err).toContain('Nothing was imported.');
    expect(err).not.toContain(HINT);
  });
});

test('a file is told by its frame, be it behind much else', async () => {
  const long = 'long '.repeat(3000);
  const graph = JSON.stringify({ directed: true, graph: { description: long }, nodes: [{ id: 'a' }], edges: [] });
  const elements = JSON.stringify({ data: { description: long }, elements: [{ data: { id: 'a' } }] });
  const own = JSON.stringify({ nodes: [{ id: 'a', elements: [1] }], edges: [] });
  for (const [name, text, format] of [
    ['a.json', graph, 'graphology-json'],
    ['b.json', elements, 'cyjs'],
    ['c.json', own, 'graphology-json'],
    ['d.xml', `<!-- ${long} --><graphml><graph edgedefault="directed"><node id="a"/></graph></graphml>`, 'graphml'],
  ] as const) {
    const { code, err } = await told(name, text);
    expect([code, err]).toEqual([0, expect.stringContaining(`${name}: ${format}`)]);
  }
});
