import { cp, mkdir, open, readFile, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { tempFolder } from '../temp-folder.ts';
import { runCli, SMALL_DOCUMENTS, SMALL_GRAPH } from './run-cli.ts';

let folder = '';

beforeEach(async () => {
  folder = join(await tempFolder(), 'graph');
  await cp(SMALL_GRAPH, folder, { recursive: true });
});

const Report = z.object({
  ok: z.boolean(),
  opens: z.boolean(),
  findings: z.array(
    z.object({
      code: z.string(),
      file: z.string().optional(),
      line: z.number().optional(),
      column: z.number().optional(),
      message: z.string(),
      got: z.string().optional(),
    }),
  ),
});

async function findings(...args: string[]): Promise<z.infer<typeof Report>['findings']> {
  const { code, out } = await runCli(['validate', '--json', '--graph', folder, ...args]);
  expect(code).toBe(1);
  return Report.parse(JSON.parse(out)).findings;
}

/** Adds YAML to a file of the folder. */
async function append(file: string, yaml: string): Promise<void> {
  const path = join(folder, file);
  await writeFile(path, `${await readFile(path, 'utf8')}${yaml}\n`);
}

test('broken YAML is told with file, line and column, and the rest is still checked', async () => {
  await writeFile(join(folder, 'entities', 'broken.yaml'), 'entities:\n  - { id: x, kind: place, name: "X }\n');
  await append('claims/letter.yaml', '  - { subject: nobody-here, type: closed, object: old-bridge, summary: x }');
  const found = await findings();
  expect(found).toContainEqual(
    expect.objectContaining({
      code: 'invalid-yaml',
      file: join(folder, 'entities', 'broken.yaml'),
      line: expect.any(Number),
      column: expect.any(Number),
    }),
  );
  expect(found).toContainEqual(expect.objectContaining({ code: 'unknown-id', got: '"nobody-here"' }));
});

test('all kinds of wrong content are found at once, each with its line', async () => {
  await append(
    'claims/letter.yaml',
    [
      '  - { subject: counsil, type: closed, object: old-bridge, summary: unknown id }',
      '  - { subject: old-bridge, type: closed, object: council, summary: outside domain and range }',
      '  - { subject: council, type: closed, object: old-bridge, when: 2024-13-45, summary: impossible date }',
      '  - { subject: council, type: closed, object: old-bridge, said: 2024-02-30, summary: impossible day }',
      '  - { subject: trust, type: pays-for, object: island, summary: once }',
      '  - { subject: trust, type: pays-for, object: island, summary: twice }',
    ].join('\n'),
  );
  await append(
    'entities/all.yaml',
    [
      '  - { id: trust, kind: organisation, name: Second trust }',
      '  - { id: markup, kind: place, name: "<img src=x onerror=alert(1)>" }',
      '  - { id: control, kind: place, name: "a\\u0007b" }',
      '  - { id: turned, kind: place, name: "a\\u202eb" }',
      '  - { id: arabic, kind: place, name: "بلدة" }',
    ].join('\n'),
  );
  await append(
    'sources.yaml',
    [
      '  - { id: round-a, title: A, speaker: trust, derivedFrom: [round-b] }',
      '  - { id: round-b, title: B, speaker: trust, derivedFrom: [round-a] }',
    ].join('\n'),
  );
  const found = await findings();
  const codes = new Set(found.map((issue) => issue.code));
  for (const code of [
    'unknown-id',
    'outside-domain',
    'outside-range',
    'duplicate-claim',
    'duplicate-id',
    'markup-in-label',
    'circular',
    'invalid-value',
  ]) {
    expect(codes).toContain(code);
  }
  expect(found.filter((issue) => issue.code === 'invalid-value')).toHaveLength(4);
  for (const issue of found) expect([issue.message, issue.line]).toEqual([issue.message, expect.any(Number)]);
  // In words too, nothing of it reaches the terminal raw.
  const { out } = await runCli(['validate', '--graph', folder]);
  for (const character of ['\u0007', '\u202e']) expect(out).not.toContain(character);
});

test('a label in a right-to-left script is welcome', async () => {
  await append('entities/all.yaml', '  - { id: arabic, kind: place, name: "بلدة" }');
  expect((await runCli(['validate', '--graph', folder])).code).toBe(0);
});

describe('on disk', () => {
  test('a file of 50 MB is refused without being read', async () => {
    const path = join(folder, 'claims', 'huge.yaml');
    await writeFile(path, '');
    await truncate(path, 50 * 1024 * 1024);
    const started = performance.now();
    expect(await findings()).toEqual([expect.objectContaining({ code: 'too-large', got: '50.0 MB', file: path })]);
    expect(performance.now() - started).toBeLessThan(2000);
  });

  test('a link that leads out of the folder is not followed; one inside it is', async () => {
    const secret = join(folder, '..', 'secret.yaml');
    await writeFile(secret, 'entities: [{ id: secret, kind: place, name: Secret }]');
    await symlink(secret, join(folder, 'entities', 'leak.yaml'));
    const found = await findings();
    expect(found).toEqual([expect.objectContaining({ code: 'outside-folder' })]);
    expect(JSON.stringify(found)).not.toContain('Secret');
    await writeFile(join(folder, 'aside.txt'), 'entities: [{ id: aside, kind: place, name: Aside }]');
    await symlink('../aside.txt', join(folder, 'entities', 'aside.yaml'));
    expect(await findings()).toHaveLength(1);
  });

  test('a linked part, a dead link, a link to a device and a folder named like a file', async () => {
    const outside = join(folder, '..', 'more');
    await mkdir(outside);
    await symlink('/dev/zero', join(folder, 'claims', 'zero.yaml'));
    await symlink('nowhere.yaml', join(folder, 'claims', 'dead.yaml'));
    await mkdir(join(folder, 'claims', 'folder.yaml'));
    const codes = (await findings()).map((issue) => issue.code);
    expect(codes).toEqual(['unreadable', 'unreadable', 'outside-folder']);
  });

  test('what is not UTF-8 is told with its line and byte offset', async () => {
    const file = await open(join(folder, 'entities', 'latin.yaml'), 'w');
    await file.write(Buffer.from([0x61, 0x3a, 0x0a, 0x62, 0xe9, 0x0a]));
    await file.close();
    expect(await findings()).toEqual([
      expect.objectContaining({ code: 'invalid-encoding', line: 2, got: expect.stringContaining('byte offset 4') }),
    ]);
  });

  test('a folder without the files, and no folder at all', async () => {
    const empty = await tempFolder();
    const { code, out } = await runCli(['validate', '--graph', empty]);
    expect(code).toBe(1);
    expect(out).toContain('ontology.yaml: error');
    expect(out).toContain('sources.yaml: error');
    expect(await runCli(['validate', '--graph', join(empty, 'not-there')])).toMatchObject({ code: 2, out: '' });
  });

  test('a verb on a graph with errors lists all of them and is exit 2', async () => {
    await append('claims/letter.yaml', '  - { subject: nobody, type: nothing, object: nowhere, summary: x }');
    const { code, err, out } = await runCli(['stats', '--graph', folder]);
    expect([code, out]).toEqual([2, '']);
    for (const part of ['nobody', 'nothing', 'nowhere']) expect(err).toContain(`"${part}"`);
  });
});

describe('documents', () => {
  let documents = '';
  beforeEach(async () => {
    documents = join(folder, '..', 'documents');
    await cp(SMALL_DOCUMENTS, documents, { recursive: true });
  });
  const rewrite = async (file: string, from: string, to: string): Promise<void> => {
    const path = join(documents, file);
    await writeFile(path, (await readFile(path, 'utf8')).replace(from, to));
  };

  test('moved, changed and missing passages are told apart, with the place of the claim', async () => {
    await rewrite('letter.txt', 'To the editor\n', 'To the editor of the paper\n');
    await rewrite('letter.txt', 'I counted 12 cracks, no more.', 'I counted 13 cracks, no more.');
    const codes = (await findings('--documents', documents)).map((issue) => issue.code);
    expect(codes.filter((code) => code === 'passage-moved')).toHaveLength(3);
    expect(codes.filter((code) => code === 'passage-changed')).toHaveLength(1);
    expect(codes).toContain('document-changed');
    const { out } = await runCli(['validate', '--graph', folder, '--documents', documents]);
    expect(out).toMatch(/letter\.yaml:\d+:\d+: error: Other text stands where the passage stood/u);
    expect(out).toMatch(/letter +letter\.txt +file name +5 +0 +3 +1 +0 +1/u);
  });

  test('a renamed and changed document is known by its passages; a stranger is not taken for one', async () => {
    await rewrite('letter.txt', 'To the editor\n', 'Dear editor\n');
    await cp(join(documents, 'letter.txt'), join(documents, 'renamed.md'));
    await writeFile(join(documents, 'letter.txt'), 'Something else.\n');
    const text = (await runCli(['validate', '--json', '--graph', folder, '--documents', documents])).out;
    // The file name comes before the passages, so the stranger under the known name is shown as what it is: changed.
    expect(JSON.parse(text)).toMatchObject({ documents: { unmatched: ['renamed.md'] } });
    await cp(join(documents, 'letter.txt'), join(documents, 'stranger.txt'));
    await rm(join(documents, 'letter.txt'));
    const again = (await runCli(['validate', '--json', '--graph', folder, '--documents', documents])).out;
    expect(JSON.parse(again)).toMatchObject({
      documents: {
        unmatched: ['stranger.txt'],
        sources: [{}, { file: 'renamed.md', matchedBy: 'passages', moved: 4 }],
      },
    });
  });

  test('a source without its document is a finding', async () => {
    await rm(join(documents, 'gazette.txt'));
    expect(await findings('--documents', documents)).toContainEqual(
      expect.objectContaining({ code: 'document-missing', file: join(folder, 'sources.yaml') }),
    );
  });
});
