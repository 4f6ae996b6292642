import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { readGraphDocument } from '../../src/formats/graph-document/read-graph-document.ts';
import { tempFolder } from '../temp-folder.ts';
import { runCli, runSmall, SMALL_DOCUMENTS, SMALL_GRAPH } from './run-cli.ts';

describe('main', () => {
  test('help and version end well', async () => {
    expect(await runCli(['--help'])).toMatchObject({ code: 0, err: '' });
    expect((await runCli(['--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/u);
  });

  test.each([
    ['no verb', []],
    ['an unknown verb', ['frobnicate']],
    ['an unknown option', ['stats', '--frobnicate']],
    ['a missing argument', ['trace', 'council']],
    ['a number out of bounds', ['trace', 'a', 'b', '--depth', '99']],
    ['a graph that is not there', ['stats', '--graph', 'nowhere']],
    ['an unknown entity', ['trace', 'council', 'nobody', '--graph', SMALL_GRAPH]],
    ['an unknown type', ['export', '--type', 'nothing', '--graph', SMALL_GRAPH]],
    ['several files on standard output', ['export', '--format', 'csv', '--graph', SMALL_GRAPH]],
    ['--depth without --focus', ['export', '--depth', '2', '--graph', SMALL_GRAPH]],
    ['a folder of documents that is not there', ['validate', '--documents', 'nowhere', '--graph', SMALL_GRAPH]],
  ])('%s is exit 2 with a message and no stack', async (_, args) => {
    const { code, err } = await runCli(args);
    expect(code).toBe(2);
    expect(err).not.toBe('');
    expect(err).not.toMatch(/\n\s+at /u);
  });

  test('--graph may stand before the verb', async () => {
    expect((await runCli(['--graph', SMALL_GRAPH, '--json', 'stats'])).code).toBe(0);
  });

  test('the bundled graph is found without --graph', async () => {
    expect(await runCli(['validate'])).not.toMatchObject({ code: 2 });
  });
});

describe('validate', () => {
  test('a sound graph is exit 0', async () => {
    const { code, out } = await runSmall('validate');
    expect(code).toBe(0);
    expect(out).toContain('nothing found');
  });

  test('with documents every passage is checked, and a claim without locator is a finding with its place', async () => {
    const { code, out } = await runSmall('validate', '--documents', SMALL_DOCUMENTS);
    expect(code).toBe(1);
    expect(out).toMatch(/claims\/letter\.yaml:\d+:5: warning: The claim says nowhere/u);
    expect(out).toMatch(/gazette +gazette\.txt +fingerprint +5 +5 +0 +0 +0 +0/u);
  });

  test('--json prints one object with counts per source', async () => {
    const { out } = await runSmall('validate', '--documents', SMALL_DOCUMENTS, '--json');
    expect(JSON.parse(out)).toMatchObject({
      ok: false,
      opens: true,
      counts: { entities: 8, sources: 2, claims: 10 },
      findings: [{ code: 'missing-locator', severity: 'warning' }],
      documents: {
        unmatched: [],
        sources: [
          { source: 'gazette', matchedBy: 'fingerprint', exact: 5, moved: 0, changed: 0, missing: 0 },
          { source: 'letter', matchedBy: 'fingerprint', exact: 4, withoutLocator: 1 },
        ],
      },
    });
  });
});

test('stats counts by all that it promises', async () => {
  const { code, out } = await runSmall('stats');
  expect(code).toBe(0);
  for (const heading of ['source', 'form', 'stance', 'type', 'speaker']) expect(out).toContain(`Claims by ${heading}`);
  expect(out).toMatch(/1 {2}denies/u);
  const json = JSON.parse((await runSmall('stats', '--json')).out);
  expect(json).toMatchObject({
    claims: { total: 10, byStance: { asserts: 8, denies: 1, doubts: 1 }, bySource: { gazette: 5, letter: 5 } },
  });
});

describe('search', () => {
  test('forgives a typing error', async () => {
    expect((await runSmall('search', 'brigde')).out).toMatch(/old-bridge +Old Bridge +place/u);
  });
  test('finds an alias in another script', async () => {
    const { out } = await runSmall('search', 'هايمير', '--json');
    expect(JSON.parse(out)).toMatchObject({ total: 1, hits: [{ entity: { id: 'highmere' }, matched: 'هايمير' }] });
  });
  test('says that nothing is found', async () => {
    expect(await runSmall('search', 'zzzzzz')).toMatchObject({ code: 0, err: '' });
  });
});

describe('show', () => {
  test('a relation with its ledger, its origins and an arithmetic that can be redone by hand (E11, E12)', async () => {
    const { out } = await runSmall('show', 'council~closed~old-bridge');
    expect(out).toContain('disputed, denied by Town Council of Lowford');
    expect(out).toContain('For (2)');
    expect(out).toContain('Against (1)');
    expect(out).toContain('residents, relayed by The Gazette, in “What the Gazette says” asserts');
    expect(out).toContain('t = 1/3, t/(1 − t) = 0.5 × credibility 1 × hedge 0.5 = 0.25');
    expect(out).toContain('F (for) = 1.25, A (against) = 0.5, 1 + F + A = 2.75');
    expect(out).toContain('belief = 1.25 / 2.75 = 45 %');
    expect(out).toContain('3. F = 1.25 < 4 × A = 2? Yes: disputed');
  });

  test('a relation as JSON carries the sums and the rule', async () => {
    const { out } = await runSmall('show', 'council~closed~old-bridge', '--json');
    expect(JSON.parse(out)).toMatchObject({
      what: 'relation',
      relation: { verdict: 'disputed', deniedBy: ['Town Council of Lowford'] },
      arithmetic: { for: 1.25, against: 0.5, rule: 3, steps: [{ holds: false }, { holds: false }, { holds: true }] },
    });
  });

  test.each([
    ['an entity by id', 'old-bridge', 'entity'],
    ['an entity by name without regard to case', 'old bridge', 'entity'],
    ['an entity by alias', 'the council', 'entity'],
    ['a source', 'letter', 'source'],
    ['a symmetric relation from its other end', 'lowford~twinned-with~highmere', 'relation'],
    ['a relation by names', 'the council~closed~Old Bridge', 'relation'],
    ['a figure', 'old-bridge~cracks~deck~', 'figure'],
    ['a figure without its empty end', 'old-bridge~cracks', 'figure'],
  ])('%s', async (_, id, what) => {
    expect(JSON.parse((await runSmall('show', id, '--json')).out)).toMatchObject({ what });
    expect(await runSmall('show', id)).toMatchObject({ code: 0, err: '' });
  });

  test('a claim and a statement by their ids', async () => {
    const Entity = z.object({ entity: z.object({ statements: z.array(z.object({ id: z.string() })) }) });
    const { entity } = Entity.parse(JSON.parse((await runSmall('show', 'council', '--json')).out));
    const statement = await runSmall('show', entity.statements[0]?.id ?? '');
    expect(statement).toMatchObject({ code: 0 });
    expect(statement.out).toContain('Town Council of Lowford is described as a body that asks nobody');
    const claim = /c-[0-9a-f]{16}/u.exec(statement.out)?.[0] ?? '';
    expect((await runSmall('show', claim)).out).toContain('according to    “A letter to the editor” in its own voice');
  });

  test('a name that two entities bear is not decided; the candidates are named', async () => {
    const { code, err } = await runSmall('show', 'Twin Town');
    expect(code).toBe(2);
    expect(err).toContain('lowford (Lowford, place)');
    expect(err).toContain('highmere (Highmere, place)');
  });

  test('a figure gives each value with whose word it is', async () => {
    const { out } = await runSmall('show', 'old-bridge~cracks');
    expect(out).toMatch(/at least 40 deck +asserts +engineers, in “What the Gazette says”/u);
  });
});

test('disputes are ranked, with both sides and the denial', async () => {
  const { out } = await runSmall('disputes');
  expect(out).toMatch(
    /^1\. Town Council of Lowford closed Old Bridge, according to .*denied by Town Council of Lowford/u,
  );
  expect(out).toMatch(/against +Town Council of Lowford \(0\.5\)/u);
  const json = JSON.parse((await runSmall('disputes', '--json', '--limit', '1')).out);
  expect(json).toMatchObject({ total: 2, disputes: [{ kind: 'denial' }] });
});

describe('trace', () => {
  test('hops as sentences, the weakest, shared origins and the band (E24, E25)', async () => {
    const { out } = await runSmall('trace', 'the council', 'lowford');
    expect(out).toContain('1. Town Council of Lowford → Old Bridge: ');
    expect(out).toContain('denied by Town Council of Lowford');
    expect(out).toContain('Weakest hop: 1');
    expect(out).toContain('Several hops rest on the same word (Ada Marsh)');
    expect(out).toMatch(/Searched: \d+ relations/u);
  });

  test('no path says what was searched, what was left out and which change would give one (T4)', async () => {
    const { code, out } = await runSmall('trace', 'council', 'highmere', '--no-disputed');
    expect(code).toBe(0);
    expect(out).toContain('No trace from Town Council of Lowford to Highmere within 4 hops.');
    expect(out).toContain('1 by the options given');
    expect(out).toContain('without --no-disputed (disputed)');
    const json = JSON.parse((await runSmall('trace', 'council', 'island', '--json')).out);
    expect(json).toMatchObject({ answer: { traces: [] }, relaxations: [] });
  });

  test('options reach the search', async () => {
    const args = [
      'trace',
      'council',
      'highmere',
      '-k',
      '2',
      '--depth',
      '3',
      '--direction',
      'along',
      '--avoid',
      'Lowford',
    ];
    const { out } = await runSmall(...args, '--type', 'closed', '--type', 'stands-in', '--include-unknown', '--json');
    expect(JSON.parse(out)).toMatchObject({
      answer: {
        traces: [{ verdict: 'disputed' }],
        options: { k: 2, depth: 3, direction: 'along', includeUnknown: true, types: ['closed', 'stands-in'] },
      },
    });
  });
});

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
    expect(new Set(dispute?.claims.map((claim) => claim.type))).toEqual(new Set(['closed', 'pays-for']));
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
});

describe('locate', () => {
  test('prints the line for YAML as the graph has it', async () => {
    const { out } = await runSmall('locate', 'letter', 'nobody asked us', '--documents', SMALL_DOCUMENTS);
    const claims = await readFile(join(SMALL_GRAPH, 'claims', 'letter.yaml'), 'utf8');
    expect(out).toMatch(/^locator: \{ paragraph: 2, start: 51, end: 66, sha256: [0-9a-f]{64} \}\n$/u);
    expect(claims).toContain(out.trim().replace('locator: ', ''));
  });
  test('a file name works before the graph is whole', async () => {
    const args = ['locate', 'letter.txt', 'cracks', '--documents', SMALL_DOCUMENTS, '--graph', 'nowhere'];
    expect((await runCli(args)).code).toBe(0);
  });
  test('says how often the words stand, and takes the n-th', async () => {
    const { out, err } = await runSmall('locate', 'gazette', 'Lowford', '--documents', SMALL_DOCUMENTS, '--nth', '3');
    expect(out).toContain('paragraph: 4');
    expect(err).toContain('3 times');
  });
  test('words that do not stand there are exit 2', async () => {
    expect(await runSmall('locate', 'gazette', 'never', '--documents', SMALL_DOCUMENTS)).toMatchObject({
      code: 2,
      out: '',
    });
  });
});

test('serve answers until it is stopped', async () => {
  let status = 0;
  const { code, out, opened } = await runCli(
    ['serve', '--json', '--port', '0', '--open', 'yes', '--documents', SMALL_DOCUMENTS, '--graph', SMALL_GRAPH],
    {
      whileRunning: async (text) => {
        const { address } = z.object({ address: z.string() }).parse(JSON.parse(text));
        status = (await fetch(new URL('api/graph', address))).status;
      },
    },
  );
  expect([code, status]).toEqual([0, 200]);
  const report = z.object({ address: z.string(), documents: z.number() }).parse(JSON.parse(out));
  expect(report.documents).toBe(2);
  expect(opened).toEqual([report.address]);
});
