import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { readGraphDocument } from '../../src/formats/graph-document/read-graph-document.ts';
import { sketchGraph } from '../evidence/sketch-graph.ts';
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

  test('--dispute --focus takes rival answers, though they are farther off than one of them', async () => {
    const file = join(await tempFolder(), 'who.json');
    const part = join(await tempFolder(), 'part.json');
    const graph = sketchGraph({
      types: { did: { attribution: true } },
      sources: { a: 'B', b: 'B' },
      claims: [
        ['a', 'army', 'did', 'attack'],
        ['b', 'rebels', 'did', 'attack'],
        ['b', 'band', 'did', 'raid'],
        ['a', 'gang', 'did', 'raid'],
      ],
    });
    await writeFile(file, JSON.stringify(graph));
    await runCli(['export', '--graph', file, '--dispute', '--focus', 'army', '-o', part]);
    const Report = z.object({ disputes: z.array(z.object({ id: z.string(), contention: z.number() })) });
    const { disputes } = await runJson(Report, ['disputes', '--graph', file]);
    const asked = disputes.filter(({ id }) => id === 'attribution~attack');
    expect(asked).toHaveLength(1);
    expect((await runJson(Report, ['disputes', '--graph', part])).disputes).toEqual(asked);
    // Both are what was asked for, neither only evidence for the other.
    const { graph: taken } = readGraphDocument(await readFile(part, 'utf8'));
    expect(taken?.manifest?.chosen?.relations).toEqual(['army~did~attack', 'rebels~did~attack']);
  });

  test('a graph that was weighed by other numbers is weighed by one table throughout, and that is told', async () => {
    const [weighed, again] = [join(await tempFolder(), 'weighed.json'), join(await tempFolder(), 'again.json')];
    await runSmall('export', '--weights', 'F=0.6', '-o', weighed);
    const weightsOf = async (file: string): Promise<string | undefined> =>
      readGraphDocument(await readFile(file, 'utf8')).graph?.manifest?.weights;
    expect(await weightsOf(weighed)).toBe('1 with F=0.6');
    for (const more of [[], ['--type', 'closed']]) {
      for (const [weights, version] of [[[], '1'] as const, [['--weights', 'F=0.6'], '1 with F=0.6'] as const]) {
        const { err } = await runCli(['export', '--graph', weighed, ...more, ...weights, '-o', again]);
        expect(await weightsOf(again)).toBe(version);
        if (version === '1') expect(err).toContain('With --weights F=0.6 it is weighed as it says.');
        else expect(err).not.toContain('it is weighed as it says');
      }
    }
  });

  test('--dispute beside a filter and a focus says so in the manifest', async () => {
    const { out } = await runSmall('export', '--dispute', '--speaker', 'council', '--focus', 'council');
    const { graph } = readGraphDocument(out);
    expect(graph?.manifest?.selection).toMatch(
      /^in dispute; within 1 hop of council; speakers: council; 1 chosen relation: /u,
    );
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

  test('--trace takes the relations of the traces between two, with all that bears on them', async () => {
    const { out, err } = await runSmall('export', '--trace', 'council', 'lowford');
    const { graph } = readGraphDocument(out);
    expect(graph?.manifest?.selection).toMatch(/^\d+ traces? from Town Council of Lowford to Lowford; /u);
    expect(graph?.claims.length).toBeGreaterThan(0);
    expect(graph?.claims.length).toBeLessThan(10);
    expect(err).toContain('from Town Council of Lowford');
    expect(await runSmall('export', '--trace', 'council')).toMatchObject({ code: 2 });
    expect(await runSmall('export', '--trace', 'council', 'lowford', '--dispute')).toMatchObject({ code: 2 });
  });

  test('--trace takes the traces that `trace` finds with the same options, and tells the options', async () => {
    const ends = ['bla', 'iran'];
    const options = ['-k', '2', '--depth', '3', '--avoid', 'Pakistan', '--no-disputed', '--direction', 'both'];
    const Answer = z.object({
      traces: z.array(z.object({ hops: z.array(z.object({ relation: z.object({ id: z.string() }) })) })),
    });
    const found = await bundled.json(z.object({ answer: Answer }), 'trace', ...ends, ...options);
    const hops = found.answer.traces.flatMap((trace) => trace.hops.map(({ relation }) => relation.id));
    const chosen = async (...more: readonly string[]) => {
      const { out } = await bundled.run('export', '--trace', ...ends, ...more);
      const { manifest } = readGraphDocument(out).graph ?? {};
      return { ids: manifest?.chosen?.relations.toSorted(), words: manifest?.selection };
    };
    const asked = await chosen(...options);
    expect(asked.ids).toEqual([...new Set(hops)].toSorted());
    expect(asked.words).toContain('(-k 2 --no-disputed --avoid Pakistan --direction both --depth 3); ');
    expect((await chosen()).ids).not.toEqual(asked.ids);
  });

  test('options of a trace are refused where no trace is asked for', async () => {
    for (const option of [['-k', '1'], ['--avoid', 'council'], ['--no-disputed']]) {
      const { code, err } = await runSmall('export', ...option);
      expect([code, err]).toEqual([2, expect.stringContaining('needs a --trace')]);
    }
    expect((await runSmall('export', '--depth', '2')).err).toContain('--depth needs a --focus or a --trace');
    expect((await runSmall('export', '--trace', 'council', 'lowford', '--depth', '0')).code).toBe(2);
  });

  test('--select takes relations and figures by their ids', async () => {
    const { out } = await runSmall('export', '--select', 'council~closed~old-bridge', 'old-bridge~cracks');
    const { graph } = readGraphDocument(out);
    expect(new Set(graph?.claims.map(({ type }) => type))).toEqual(new Set(['closed', 'cracks']));
    expect(graph?.claims.map(({ stance }) => stance)).toContain('denies');
    const entity = await runSmall('export', '--select', 'council');
    expect([entity.code, entity.err]).toEqual([2, expect.stringContaining('use --focus')]);
  });

  test('--no-denials leaves out what denies and doubts, and manifest, losses and every text say so', async () => {
    const { out, err } = await runSmall('export', '--no-denials');
    const { graph } = readGraphDocument(out);
    expect(new Set(graph?.claims.map(({ stance }) => stance))).toEqual(new Set(['asserts']));
    expect(graph?.manifest).toMatchObject({ closedUnderEvidence: false, leftOut: { claims: 2 } });
    expect(graph?.manifest?.selection).toMatch(/^2 claims that deny or doubt were LEFT OUT on request/u);
    expect(err).toContain('claims that deny or doubt (2)');
    expect(err).not.toContain('Nothing is lost');
    const gexf = await runSmall('export', '--no-denials', '--format', 'gexf');
    expect(gexf.out).toContain('LEFT OUT on request');
  });

  test('a graph without its denials says so whatever is made of it, and what is left out stays counted', async () => {
    const file = join(await tempFolder(), 'cut.json');
    await runSmall('export', '--no-denials', '-o', file);
    for (const more of [['--focus', 'council'], ['--weights', 'A=0.5'], ['--dispute'], ['--no-denials']]) {
      const { out, err } = await runCli(['--graph', file, 'export', ...more]);
      expect(readGraphDocument(out).graph?.manifest, more.join(' ')).toMatchObject({
        closedUnderEvidence: false,
        leftOut: { denials: 2 },
        selection: expect.stringMatching(/^2 claims that deny or doubt were LEFT OUT on request/u),
      });
      expect(err).toContain('claims that deny or doubt (2)');
    }
    const { err } = await runCli(['--graph', file, 'stats']);
    expect(err).toContain('Denials and doubts were left out of this file');
  });

  test('where nothing denies or doubts, --no-denials leaves nothing out and says that', async () => {
    const { out, err } = await runSmall('export', '--select', 'old-bridge~cracks', '--no-denials');
    const { graph } = readGraphDocument(out);
    expect(graph?.manifest?.closedUnderEvidence).toBe(true);
    expect(err).toContain('nothing was left out');
    expect(err).toContain('Nothing is lost');
  });

  test('a long list of chosen relations is named in part in words, and whole beside them', async () => {
    const { graph: whole } = readGraphDocument(await readFile(bundled.file, 'utf8'));
    const symmetric = new Set(whole?.ontology.relations.filter((type) => type.symmetric).map(({ id }) => id));
    const ids = (whole?.claims ?? []).flatMap(({ subject, type, object }) =>
      object === undefined || symmetric.has(type) ? [] : [`${subject}~${type}~${object}`],
    );
    const { out } = await runCli(['--graph', bundled.file, 'export', '--select', ...new Set(ids)]);
    const { manifest } = readGraphDocument(out).graph ?? {};
    expect(manifest?.selection).toMatch(/ and \d+ more$/u);
    expect(manifest?.chosen?.relations.length).toBeGreaterThan(100);
  });

  test('GEXF and graphology JSON have a place for every entity', async () => {
    const gexf = (await runSmall('export', '--format', 'gexf')).out;
    expect(gexf.match(/<viz:position /gu)).toHaveLength(gexf.match(/<node /gu)?.length ?? -1);
    const { nodes } = JSON.parse((await runSmall('export', '--format', 'graphology-json')).out);
    for (const { attributes } of nodes)
      expect([typeof attributes.x, typeof attributes.y]).toEqual(['number', 'number']);
  });

  test('what a filter does not ask for, and only comes along as evidence, is drawn fainter and counted', async () => {
    const { out } = await bundled.run('export', '--focus', 'india', '--verdict', 'disputed', '--format', 'svg');
    expect(out).toMatch(/taken along/u);
    expect((await runSmall('export', '--format', 'svg')).out).not.toMatch(/taken along/u);
  });

  test('several files want a folder, and a name that is a file’s is told', async () => {
    const { code, err } = await runSmall('export', '--format', 'csv', '-o', join(await tempFolder(), 'out.csv'));
    expect([code, err]).toEqual([2, expect.stringContaining('name a folder')]);
  });

  test('-o with a slash is a folder, a device is written to as it is, and no half file stays', async () => {
    const folder = await tempFolder();
    await runSmall('export', '-o', `${folder}/new/`);
    expect(await readdir(join(folder, 'new'))).toEqual(['ascribe-graph.json']);
    expect(await runSmall('export', '-o', '/dev/null')).toMatchObject({ code: 0 });
    const refused = await runSmall('export', '-o', join(folder, 'new', 'ascribe-graph.json', 'below'));
    expect([refused.code, refused.err]).toEqual([2, expect.stringContaining('cannot be written')]);
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
