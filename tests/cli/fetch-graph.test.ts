import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCli, runSmall } from './run-cli.ts';

let server: Server;
let base = '';

beforeAll(async () => {
  const graph = (await runSmall('export')).out;
  server = createServer((request, response) => {
    if (request.url === '/graph.json') response.end(graph);
    else if (request.url === '/page.html') response.end('<!doctype html>');
    else if (request.url === '/endless') {
      const part = Buffer.alloc(1024 * 1024, 0x20);
      const send = (): void => {
        while (!response.destroyed && response.write(part));
      };
      response.on('drain', send);
      send();
    } else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address: AddressInfo | string | null = server.address();
  base = typeof address === 'object' && address !== null ? `http://127.0.0.1:${address.port}` : '';
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

test('a graph document is fetched from an address', async () => {
  const { code, out } = await runCli(['stats', '--json', '--graph', `${base}/graph.json`]);
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ claims: { total: 10 } });
});

test.each([
  ['/nothing', '404'],
  ['/endless', 'larger than 20 MB'],
  ['/page.html', 'not valid JSON'],
])('%s is refused: %s', async (path, why) => {
  const { code, err } = await runCli(['stats', '--graph', base + path]);
  expect(code).toBe(2);
  expect(err).toContain(why);
});

test('a server that is not there is told', async () => {
  const { code, err } = await runCli(['stats', '--graph', 'http://127.0.0.1:1/graph.json']);
  expect(code).toBe(2);
  expect(err).toContain('cannot be fetched');
});
