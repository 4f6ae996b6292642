import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readGraphFolder } from '../../../src/formats/graph-folder/read-graph-folder.ts';
import { SMALL, told } from './small-folder.ts';

let root: string;
beforeEach(async () => {
  root = join(await mkdtemp(join(tmpdir(), 'ascribe-')), 'graph');
  for (const [path, text] of Object.entries(SMALL)) await put(path, text);
});
afterEach(() => rm(dirname(root), { recursive: true, force: true }));

async function put(path: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), content);
}
const places = async (): Promise<string[]> => (await readGraphFolder(root)).result.issues.map(told);

describe('DESIGN 2.1: a graph folder on disk', () => {
  test('a sound one is read, and other files are left alone', async () => {
    await put('README.md', 'Read me.');
    await put('claims/notes.txt', '[');
    const { result, placeOf } = await readGraphFolder(root);
    expect(result.issues).toEqual([]);
    expect(result.graph?.claims).toHaveLength(3);
    expect(placeOf(['claims', 1])).toEqual({ file: 'claims/gazette.yaml', line: 8, column: 5 });
  });

  test('what is not UTF-8 is told with its line, and as nothing else', async () => {
    await put('claims/latin.yaml', Uint8Array.of(0x61, 0x0a, 0x62, 0xe9, 0x0a));
    expect(await places()).toEqual(['invalid-encoding claims/latin.yaml:2']);
    await put('sources.yaml', Uint8Array.of(0xff, 0xfe));
    expect(await places()).not.toContain('missing-file sources.yaml');
  });

  test('a link that leads out is not followed', async () => {
    await writeFile(join(dirname(root), 'secret.yaml'), 'entities: []\n');
    await symlink(join(dirname(root), 'secret.yaml'), join(root, 'entities', 'link.yaml'));
    expect(await places()).toEqual(['outside-folder entities/link.yaml']);
  });

  test('a link to a folder outside is not followed', async () => {
    await mkdir(join(dirname(root), 'graph-elsewhere'));
    await rm(join(root, 'entities'), { recursive: true });
    await symlink(join(dirname(root), 'graph-elsewhere'), join(root, 'entities'));
    expect(await places()).toContain('outside-folder entities/');
  });

  test('a folder by the name of a file, a link to nothing and a circle of links are told', async () => {
    await mkdir(join(root, 'claims', 'dir.yaml'));
    await symlink('nothing.yaml', join(root, 'claims', 'dangling.yaml'));
    await symlink('loop.yaml', join(root, 'claims', 'loop.yaml'));
    expect(await places()).toEqual([
      'unreadable claims/dangling.yaml',
      'unreadable claims/dir.yaml',
      'unreadable claims/loop.yaml',
    ]);
  });

  test('a file over 8 MB is not read', async () => {
    await put('claims/large.yaml', new Uint8Array(8 * 1024 * 1024 + 1).fill(0x23));
    expect(await places()).toEqual(['too-large claims/large.yaml']);
  });

  test('no folder, a file in its place, and an empty one', async () => {
    const codes = async (path: string): Promise<string[]> =>
      (await readGraphFolder(path)).result.issues.map((issue) => `${issue.severity} ${issue.code}`);
    expect(await codes(join(root, 'nowhere'))).toEqual(['error missing-file']);
    expect(await codes(join(root, 'sources.yaml'))).toEqual(['error unreadable']);
    await mkdir(join(root, 'empty'));
    expect(await codes(join(root, 'empty'))).toContain('error missing-file');
  });
});
