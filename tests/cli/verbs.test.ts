import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
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
    ['a weight that is none', ['stats', '--weights', 'G=0.5', '--graph', SMALL_GRAPH]],
    ['a weight out of bounds', ['trace', 'council', 'lowford', '--weights', 'A=1', '--graph', SMALL_GRAPH]],
    ['a weight that is no number', ['disputes', '--weights', 'mild=some', '--graph', SMALL_GRAPH]],
    ['two forms of disputes at once', ['disputes', '--pairs', '--matrix', '--graph', SMALL_GRAPH]],
    [
      'three parties',
      ['disputes', ...['council', 'trust', 'island'].flatMap((who) => ['--party', who]), '--graph', SMALL_GRAPH],
    ],
    ['a party against itself', ['disputes', '--party', 'council', '--party', 'the council', '--graph', SMALL_GRAPH]],
    ['an unknown kind of dispute', ['disputes', '--dispute-kind', 'quarrel', '--graph', SMALL_GRAPH]],
    ['all figures and only disputed ones', ['figures', '--all', '--disputed', '--graph', SMALL_GRAPH]],
    ['figures of nobody', ['figures', 'nobody', '--graph', SMALL_GRAPH]],
    ['figures of a type of relation', ['figures', '--type', 'closed', '--graph', SMALL_GRAPH]],
    ['a perspective of nobody', ['perspective', '--graph', SMALL_GRAPH]],
    ['one side of a comparison', ['compare', 'council', '--graph', SMALL_GRAPH]],
    ['half a group', ['compare', 'council+', 'letter', '--graph', SMALL_GRAPH]],
    ['leaving nobody out', ['without', '--graph', SMALL_GRAPH]],
    ['leaving somebody out of a list of all', ['without', 'letter', '--resting', 'source', '--graph', SMALL_GRAPH]],
    ['what rests on no kind of voice', ['without', '--resting', 'town', '--graph', SMALL_GRAPH]],
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
    weights: '1',
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

test('serve names other weights in the address, so that the explorer weighs by them', async () => {
  const args = ['serve', '--json', '--port', '0', '--open', 'yes', '--weights', 'A=0.8', '--graph', SMALL_GRAPH];
  const { out, opened } = await runCli(args);
  const { address } = z.object({ address: z.string() }).parse(JSON.parse(out));
  expect(new URLSearchParams(new URL(address).hash.slice(1)).get('weights')).toBe('1 with A=0.8');
  expect(opened).toEqual([address]);
});
