import { request } from 'node:http';
import { afterEach, describe, expect, test } from 'vitest';
import { type RunningServer, type ServeOptions, startServer } from '../../src/server/serve.ts';

const running: RunningServer[] = [];

async function start(options: ServeOptions = {}): Promise<RunningServer> {
  const server = await startServer({ graph: { issues: [] }, documents: [], staticFolder: '/nowhere' }, options);
  running.push(server);
  return server;
}

afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.close()));
});

/** The status of a request with headers that fetch would not send. */
function statusOf(port: number, headers: Record<string, string>): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path: '/api/documents', headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });
}

describe('startServer', () => {
  test('takes free ports from 5180 up, on the loopback', async () => {
    const [one, two] = [await start(), await start()];
    expect(one.port).toBeGreaterThanOrEqual(5180);
    expect(two.port).toBeGreaterThan(one.port);
    expect(one.address).toBe(`http://127.0.0.1:${one.port}/`);
    expect((await fetch(new URL('api/documents', two.address))).status).toBe(200);
  });

  test('a port that was asked for and is taken is refused in words', async () => {
    const { port } = await start({ port: 0 });
    await expect(start({ port })).rejects.toThrow(/another program listens there/u);
  });

  test('a host of another machine is refused in words', async () => {
    await expect(start({ host: '192.0.2.1', port: 0 })).rejects.toThrow(/cannot listen on 192\.0\.2\.1/u);
  });

  test('a rebound name is refused on the wire, too', async () => {
    const { port } = await start({ port: 0 });
    expect(await statusOf(port, { host: 'evil.example' })).toBe(403);
    expect(await statusOf(port, { host: `127.0.0.1:${port}` })).toBe(200);
  });

  test('closing ends it', async () => {
    const server = await start({ port: 0 });
    await server.close();
    running.pop();
    await expect(fetch(server.address)).rejects.toThrow();
  });
});
