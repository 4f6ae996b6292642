import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { tempFolder } from '../temp-folder.ts';
import { BundledGraph } from './bundled-graph.ts';
import { runCli, runSmall, runSmallJson, SMALL_GRAPH } from './run-cli.ts';

const bundled = new BundledGraph();

const Speaker = z.object({ id: z.string(), name: z.string() });
const Report = z.object({
  total: z.number(),
  disputes: z.array(
    z.object({
      id: z.string(),
      kind: z.string(),
      contention: z.number(),
      sides: z.array(
        z.object({ label: z.string(), parties: z.array(z.object({ weight: z.number(), speakers: z.array(Speaker) })) }),
      ),
      relation: z.object({ id: z.string(), deniedBy: z.array(z.string()) }).optional(),
      narrower: z.array(z.object({ id: z.string() })),
    }),
  ),
  weights: z.string(),
});
const Pairs = z.object({
  total: z.number(),
  pairs: z.array(z.object({ a: Speaker, b: Speaker, disputes: z.array(z.string()) })),
  weights: z.string(),
});
const Matrix = z.object({
  total: z.number(),
  matrix: z.object({
    columns: z.array(z.object({ relation: z.object({ id: z.string() }) })),
    rows: z.array(z.object({ label: z.string(), marks: z.array(z.string().nullable()) })),
  }),
  weights: z.string(),
});

describe('on the small graph', () => {
  test('each kind is told with its sides, their names and weights, and a denial with who denies', async () => {
    const { out } = await runSmall('disputes');
    expect(out).toMatch(/^1\. Figure: Old Bridge · Cracks: deck \(the values that are given cannot all hold\)/u);
    expect(out).toMatch(/12 deck +Ada Marsh \(1\)\n +at least 40 deck +engineers \(0\.5\)/u);
    expect(out).toMatch(
      /2\. Denial: Town Council of Lowford closed Old Bridge, according to .*: ◐ disputed, denied by Town Council of Lowford \(/u,
    );
    expect(out).toMatch(/for +Ada Marsh \(1\); residents \(0\.25\)\n +against +Town Council of Lowford \(0\.5\)/u);
    expect(out).toMatch(
      /3\. Doubt: Harbour Trust pays for Old Bridge, according to The Gazette, doubted by Ada Marsh/u,
    );
    const report = await runSmallJson(Report, 'disputes', '--limit', '1');
    expect(report).toMatchObject({ total: 3, weights: '1', disputes: [{ kind: 'figure' }] });
    expect(report.disputes).toHaveLength(1);
    expect((await runSmall('disputes', '--limit', '1')).out).toContain('1 of 3 shown');
  });

  test.each([
    [
      'a kind',
      ['--dispute-kind', 'doubt', '--dispute-kind', 'denial'],
      ['council~closed~old-bridge', 'trust~pays-for~old-bridge'],
    ],
    ['an entity by name', ['--entity', 'the council'], ['council~closed~old-bridge']],
    ['one who takes a side', ['--party', 'the council'], ['council~closed~old-bridge']],
    ['two on opposite sides', ['--party', 'Ada Marsh', '--party', 'The Gazette'], ['trust~pays-for~old-bridge']],
    [
      'somebody unnamed against somebody named',
      ['--party', 'unnamed', '--party', 'ada-marsh'],
      ['old-bridge~cracks~deck~'],
    ],
    ['two on the same side', ['--party', 'unnamed', '--party', 'The Gazette'], []],
    ['a filter of claims', ['--source', 'gazette', '--stance', 'denies'], ['council~closed~old-bridge']],
    ['an interest', ['--interest', 'self-interested'], ['council~closed~old-bridge']],
  ])('can be asked for by %s', async (_, args, ids) => {
    const { total, disputes } = await runSmallJson(Report, 'disputes', ...args);
    expect(disputes.map(({ id }) => id)).toEqual(ids);
    expect(total).toBe(ids.length);
    const { out } = await runSmall('disputes', ...args);
    if (ids.length === 0) expect(out).toContain('Nothing is in dispute here.');
  });

  test('pairs of speakers with what they are on opposite sides of', async () => {
    const { total, pairs } = await runSmallJson(Pairs, 'disputes', '--pairs');
    expect(total).toBe(pairs.length);
    expect(pairs).toContainEqual({
      a: { id: 'ada-marsh', name: 'Ada Marsh' },
      b: { id: 'council', name: 'Town Council of Lowford' },
      disputes: ['council~closed~old-bridge'],
    });
    const { out } = await runSmall('disputes', '--pairs');
    expect(out).toMatch(
      /Ada Marsh and Town Council of Lowford: on opposite sides of 1\n {2}Denial: .*denied by Town Council of Lowford/u,
    );
    expect((await runSmall('disputes', '--pairs', '--type', 'twinned-with')).out).toContain('Nobody stands against');
  });

  test('the matrix has a row per origin, a column per relation, and each verdict below with its denial', async () => {
    const { total, matrix } = await runSmallJson(Matrix, 'disputes', '--matrix');
    expect(total).toBe(2);
    expect(matrix.columns.map(({ relation }) => relation.id)).toEqual([
      'council~closed~old-bridge',
      'trust~pays-for~old-bridge',
    ]);
    expect(matrix.rows.find((row) => row.label === 'Ada Marsh')?.marks).toEqual(['+', '?']);
    expect(matrix.rows.find((row) => row.label === 'Town Council of Lowford')?.marks).toEqual(['−', null]);
    const { out } = await runSmall('disputes', '--matrix');
    expect(out).toMatch(/^origin +1 +2\nAda Marsh +\+ +\?\n/u);
    expect(out).toMatch(/1\. Denial: .*denied by Town Council of Lowford/u);
    const none = await runSmall('disputes', '--matrix', '--dispute-kind', 'figure');
    expect(none.out).toContain('No relation is in dispute here.');
  });

  test('unknown names offer candidates', async () => {
    for (const option of ['--entity', '--party', '--speaker']) {
      const { code, err } = await runSmall('disputes', option, 'Twin Town');
      expect(code).toBe(2);
      expect(err).toContain('highmere (Highmere, place)');
    }
    expect((await runSmall('disputes', '--dispute-kind', 'quarrel')).err).toContain('characterisation');
  });

  test('other weights make other disputes, and the answer names them', async () => {
    const report = await runSmallJson(Report, 'disputes', '--weights', 'doubt=0.05', '--weights', 'threshold=0.3');
    expect(report.weights).toBe('1 with doubt=0.05,threshold=0.3');
    expect(report.disputes.map(({ kind }) => kind)).not.toContain('doubt');
    const { out } = await runSmall('disputes', '--weights', 'doubt=0.05');
    expect(out).toContain('Weighed by weights table version 1 with doubt=0.05.');
  });
});

test('rival answers to who did it are one dispute, with each answer and whose it is', async () => {
  const folder = join(await tempFolder(), 'graph');
  await cp(SMALL_GRAPH, folder, { recursive: true });
  const edit = async (file: string, change: (text: string) => string): Promise<void> =>
    writeFile(join(folder, file), change(await readFile(join(folder, file), 'utf8')));
  const reads = '{ asserts: "{s} broke {o}", denies: "{s} did not break {o}", doubts: "did {s} break {o}?" }';
  await edit('ontology.yaml', (text) =>
    text.replace(
      'relations:\n',
      `relations:\n  - { id: broke, label: broke, inverse: broken by, domain: [organisation], range: [place], attribution: true, reads: ${reads} }\n`,
    ),
  );
  for (const [file, subject] of [
    ['claims/gazette.yaml', 'council'],
    ['claims/letter.yaml', 'trust'],
  ] as const) {
    await edit(file, (text) => `${text}  - { subject: ${subject}, type: broke, object: old-bridge, summary: x }\n`);
  }
  const { out } = await runCli(['disputes', '--dispute-kind', 'attribution', '--graph', folder]);
  expect(out).toContain('1. Who did it: Who is responsible: Old Bridge');
  expect(out).toMatch(/Town Council of Lowford +The Gazette \(3\)/u);
  expect(out).toMatch(/Harbour Trust +Ada Marsh \(1\)/u);
  expect(out).toContain('answer: Harbour Trust broke Old Bridge, according to Ada Marsh: ○ single source');
});

describe('on the bundled graph', () => {
  test('a general denial meets the specific accusations, which are listed under it', async () => {
    const { disputes } = await bundled.json(Report, 'disputes', '--entity', 'india', '--limit', '1000');
    const backs = disputes.find(({ id }) => id === 'india~backs~baloch-armed-groups');
    expect(backs).toMatchObject({ kind: 'denial', relation: { deniedBy: ['India'] } });
    expect(backs?.narrower.map(({ id }) => id)).toContain('india~accused-of-funding~baloch-armed-groups');
    const { out } = await bundled.run('disputes', '--entity', 'India');
    expect(out).toMatch(/ {6}narrower, in dispute with it: India is accused of funding .*denied by India/u);
  });

  test('Pakistan and India are on opposite sides', async () => {
    const both = await bundled.json(Report, 'disputes', '--party', 'pakistan', '--party', 'india');
    expect(both.total).toBeGreaterThan(0);
    const { pairs } = await bundled.json(Pairs, 'disputes', '--pairs', '--limit', '1000');
    expect(pairs.find(({ a, b }) => a.id === 'india' && b.id === 'pakistan')?.disputes).toHaveLength(both.total);
  });

  test('what is said again is not counted, and is shown below its origin', async () => {
    const { out } = await bundled.run('disputes', '--matrix');
    expect(out).toMatch(/\nPakistan +.*\n↳ not counted: ISPR \(/u);
    const { matrix } = await bundled.json(Matrix, 'disputes', '--matrix', '--limit', '1000');
    for (const row of matrix.rows) expect(row.marks).toHaveLength(matrix.columns.length);
  });
});
