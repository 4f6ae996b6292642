import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ReadResult } from '../../src/formats/format.ts';
import { readGraphDocument } from '../../src/formats/graph-document/read-graph-document.ts';
import { readGraphFolder } from '../../src/formats/graph-folder/read-graph-folder.ts';
import { contentHash } from '../../src/model/content-hash.ts';
import { createApp } from '../../src/server/create-app.ts';

const SMALL_GRAPH = join(import.meta.dirname, '..', 'fixtures', 'small-graph');

let staticFolder = '';
let graph: ReadResult;

let outside: string;

afterAll(() => rm(outside, { recursive: true, force: true }));

beforeAll(async () => {
  graph = (await readGraphFolder(SMALL_GRAPH)).result;
  outside = await mkdtemp(join(tmpdir(), 'ascribe-static-'));
  staticFolder = join(outside, 'explorer');
  await mkdir(join(staticFolder, 'assets'), { recursive: true });
  await writeFile(join(outside, 'secret.txt'), 'secret');
  await writeFile(
    join(staticFolder, 'index.html'),
    '<meta property="csp-nonce" nonce="__CSP_NONCE__"><script nonce="__CSP_NONCE__" src="./assets/a.js"></script>',
  );
  await writeFile(join(staticFolder, 'assets', 'a.js'), 'export {};');
  await writeFile(join(staticFolder, '.hidden'), 'secret');
  await symlink('../secret.txt', join(staticFolder, 'link.txt'));
});

interface Asking {
  readonly host?: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly served?: ReadResult;
}

async function ask(path: string, asking: Asking = {}): Promise<Response> {
  const { host = 'localhost:5180', method = 'GET', headers = {}, served = graph } = asking;
  const app = createApp({
    graph: served,
    documents: [{ file: 'a.txt', text: 'text' }],
    staticFolder,
    hosts: ['maps.example'],
  });
  return app.request(`http://localhost:5180${path}`, { method, headers: { host, ...headers } });
}

describe('headers', () => {
  test.each([
    ['a page', '/', {}, 200],
    ['a file', '/assets/a.js', {}, 200],
    ['the graph', '/api/graph', {}, 200],
    ['the documents', '/api/documents', {}, 200],
    ['what is not there', '/nothing', {}, 404],
    ['a foreign host', '/', { host: 'evil.example' }, 403],
    ['another method', '/api/graph', { method: 'POST' }, 405],
  ])('%s has all of them', async (_, path, asking, status) => {
    const response = await ask(path, asking);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; script-src 'self' 'nonce-[A-Za-z0-9+/]{24}'; style-src 'self' 'nonce-[A-Za-z0-9+/]{24}'; style-src-attr 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self' blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'$/u,
    );
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    expect(response.headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(response.headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect(response.headers.get('permissions-policy')).toContain('geolocation=()');
  });

  test('the nonce of a page is that of its header, and fresh for each answer', async () => {
    const nonces = new Set<string>();
    for (let i = 0; i < 3; i++) {
      const response = await ask('/');
      const page = await response.text();
      const nonce = /'nonce-([^']+)'/u.exec(response.headers.get('content-security-policy') ?? '')?.[1] ?? '';
      expect(page.split(`nonce="${nonce}"`)).toHaveLength(3);
      expect(page).not.toContain('__CSP_NONCE__');
      expect(response.headers.get('cache-control')).toBe('no-store');
      nonces.add(nonce);
    }
    expect(nonces.size).toBe(3);
  });
});

describe('the graph', () => {
  test('is a graph document with its content hash as ETag', async () => {
    const response = await ask('/api/graph');
    const read = readGraphDocument(await response.text()).graph;
    expect(read).toEqual(graph.graph);
    expect(read && response.headers.get('etag')).toBe(read && `"${contentHash(read)}"`);
  });

  test('is not sent again to who has it', async () => {
    const etag = (await ask('/api/graph')).headers.get('etag') ?? '';
    const response = await ask('/api/graph', { headers: { 'if-none-match': `W/${etag}` } });
    expect([response.status, await response.text()]).toEqual([304, '']);
    expect((await ask('/api/graph', { headers: { 'if-none-match': '"other"' } })).status).toBe(200);
  });

  test('that cannot be opened is 422 with all issues', async () => {
    const served = readGraphDocument('{"format":"other"}', 'bad.json');
    const response = await ask('/api/graph', { served });
    expect(response.status).toBe(422);
    expect(await response.json()).toEqual({
      error: { message: expect.any(String), issues: JSON.parse(JSON.stringify(served.issues)) },
    });
  });

  test('HEAD has the headers without the body', async () => {
    const response = await ask('/api/graph', { method: 'HEAD' });
    expect([response.status, await response.text()]).toEqual([200, '']);
  });
});

test('the documents are listed with their texts', async () => {
  expect(await (await ask('/api/documents')).json()).toEqual([{ file: 'a.txt', text: 'text' }]);
});

test.each([
  ['/api/nothing', 'GET', 404],
  ['/nothing', 'GET', 404],
  ['/api/graph', 'DELETE', 405],
  ['/', 'PUT', 405],
])('%s by %s is %i in the one shape of a refusal', async (path, method, status) => {
  const response = await ask(path, { method });
  expect(response.status).toBe(status);
  expect(await response.json()).toEqual({ error: { message: expect.any(String) } });
});

describe('host', () => {
  test.each([
    'localhost',
    'localhost:5180',
    '127.0.0.1:5180',
    '127.9.9.9',
    '[::1]:5180',
    'a.localhost',
    'MAPS.example',
  ])('%s is this server', async (host) => {
    expect((await ask('/api/graph', { host })).status).toBe(200);
  });
  test.each([
    'evil.example',
    'localhost.evil.example',
    '127.0.0.1.evil.example',
    '127.0.0.1@evil.example',
    'evil.example:5180',
    '',
  ])('%s is refused', async (host) => {
    const response = await ask('/api/graph', { host });
    expect(response.status).toBe(403);
    expect(await response.json()).toEqual({ error: { message: expect.any(String) } });
  });
});

test.each([
  '/../secret.txt',
  '/%2e%2e/secret.txt',
  '/..%2fsecret.txt',
  '/..%5csecret.txt',
  '/assets/..%2f..%2fsecret.txt',
  '/%252e%252e/secret.txt',
  '//etc/passwd',
  '/%2fetc%2fpasswd',
  '/link.txt',
  '/.hidden',
  '/assets',
  '/assets/a.js%00.html',
  '/%zz',
])('%s leads nowhere', async (path) => {
  const response = await ask(path);
  expect(response.status).toBe(404);
  expect(await response.text()).not.toContain('secret');
});
