import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { readGraphDocument } from '../../src/formats/graph-document/read-graph-document.ts';
import { tempFolder } from '../temp-folder.ts';
import { BundledGraph } from './bundled-graph.ts';
import { runCli, runJson, runSmall } from './run-cli.ts';

const bundled = new BundledGraph();

describe('export', () => {
  test('the whole graph as JSON is the graph, and nothing is lost', async () => {
    const { out, err } = await runSmall('export');
    expect(readGraphDocument(out).graph?.claims).toHaveLength(10);
    expect(readGraphDocument(out).graph?.manifest).toBeUndefined();
    expect(err).toContain('Nothing is lost.');
  });

  test('a relation is taken with its denial, and the manifest says how', async () => {
    const { out } = await runSmall('export', '--speaker', 'Ada Marsh', '--type', 'closed');
    const { graph } = readGraphDocument(out);
    expect(graph?.claims.map((claim) => claim.stance)).toContain('denies');
    expect(graph?.manifest).toMatchObject({ taken: '2026-01-02T03:04:05.000Z', closedUnderEvidence: true });
  });

  test('--dispute, --focus and --verdict cut', async () => {
    const dispute = readGraphDocument((await runSmall('export', '--dispute')).out).graph;
    expect(new Set(dispute?.claims.map((claim) => claim.type))).toEqual(new Set(['closed', 'pays-for', 'cracks']));
    const near = readGraphDocument((await runSmall('export', '--focus', 'Harbour Trust', '--depth', '1')).out).graph;
    expect(near?.claims.some((claim) => claim.type === 'twinned-with')).toBe(false);
    const single = readGraphDocument((await runSmall('export', '--verdict', 'single-source')).out).graph;
    expect(single?.claims.some((claim) => claim.type === 'closed')).toBe(false);
  });

  test('CSV goes to a folder, and the loss report to the error output', async () => {
    const folder = join(await tempFolder(), 'out');
    const { code, out, err } = await runSmall('export', '--format', 'csv', '-o', folder);
    expect([code, out]).toEqual([0, '']);
    expect(err).toContain('ontology');
    expect(await readdir(folder)).toEqual(['claims.csv', 'entities.csv', 'sources.csv']);
  });

  test('one file is written where -o says, and --json holds the loss report', async () => {
    const file = join(await tempFolder(), 'graph.gexf');
    const { out } = await runSmall('export', '--format', 'gexf', '-o', file, '--json');
    expect(JSON.parse(out)).toMatchObject({ format: 'gexf', files: [{ path: file }], counts: { claims: 10 } });
    expect(JSON.parse(out)).toHaveProperty('losses.0.keptBy', 'json');
    expect(await readFile(file, 'utf8')).toContain('version="1.3"');
    expect(await runCli(['stats', '--graph', file])).toMatchObject({ code: 2 });
  });

  test('what was exported can be opened again', async () => {
    const file = join(await tempFolder(), 'graph.json');
    await runSmall('export', '-o', file);
    const again = JSON.parse((await runCli(['stats', '--json', '--graph', file])).out);
    expect(again).toEqual(JSON.parse((await runSmall('stats', '--json')).out));
  });

  test('--dispute takes each dispute whole, so that the part has the same disputes as the whole', async () => {
    const file = join(await tempFolder(), 'disputes.json');
    expect(await bundled.run('export', '--dispute', '-o', file)).toMatchObject({ code: 0 });
    const Report = z.object({
      total: z.number(),
      disputes: z.array(
        z.object({ id: z.string(), kind: z.string(), sides: z.array(z.object({ parties: z.array(z.unknown()) })) }),
      ),
    });
    const whole = await bundled.json(Report, 'disputes', '--limit', '1000');
    expect(whole.total).toBeGreaterThan(0);
    expect(await runJson(Report, ['disputes', '--limit', '1000', '--graph', file])).toEqual(whole);
  });

  test('--dispute beside a filter and a focus says so in the manifest', async () => {
    const { out } = await runSmall('export', '--dispute', '--speaker', 'council', '--focus', 'council');
    const { graph } = readGraphDocument(out);
    expect(graph?.manifest?.selection).toMatch(/^in dispute; within 1 hop of council; .*; speakers: council$/u);
    // The two who say the contrary are taken along, though they are not the speaker that was asked for.
    expect(graph?.claims.filter((claim) => claim.type === 'closed')).toHaveLength(3);
    expect(graph?.claims.filter((claim) => claim.type === 'cracks')).toEqual([]);
    const far = await runSmall('export', '--dispute', '--focus', 'highmere', '--depth', '0');
    expect(readGraphDocument(far.out).graph?.claims).toEqual([]);
  });

  test('the manifest names the weights by which a part was chosen', async () => {
    const { out } = await runSmall('export', '--verdict', 'unknown', '--weights', 'C=0.1');
    expect(readGraphDocument(out).graph?.manifest?.weights).toBe('1 with C=0.1');
  });

  test('a file with verdicts has those of the weights that were asked for, and names them', async () => {
    const [plain, other] = [
      await runSmall('export', '--format', 'gexf'),
      await runSmall('export', '--format', 'gexf', '--weights', 'A=0.05,B=0.05,C=0.05,D=0.05,F=0.05'),
    ];
    expect(plain.out).toContain('weights version 1.');
    expect(other.out).toContain('weights version 1 with A=0.05,B=0.05,C=0.05,D=0.05,F=0.05.');
    const verdicts = ({ out }: { out: string }): number => out.split('too little evidence').length;
    expect(verdicts(other)).toBeGreaterThan(verdicts(plain));
  });
});
