import { createServer, type Server } from 'node:http';
import { networkInterfaces } from 'node:os';
import { getRequestListener } from '@hono/node-server';
import { UsageError } from '../model/issue.ts';
import { type AppParts, createApp } from './create-app.ts';
import { securityHeaders } from './security-headers.ts';

export interface ServeOptions {
  /** 127.0.0.1 unless told. */
  readonly host?: string;
  /** The first free one from 5180 unless told; 0 takes any. */
  readonly port?: number;
}

export interface RunningServer {
  /** Where a browser finds it, with a slash at the end. */
  readonly address: string;
  readonly port: number;
  /** Stops listening and lets open answers end, for two seconds at most. */
  close(): Promise<void>;
}

const FIRST_PORT = 5180;
const PORTS_TRIED = 100;
const CLOSE_MS = 2000;

/** Names by which the server may be called: the one it was told, and where that means all addresses, each of them. */
function hostNames(host: string): string[] {
  if (host !== '0.0.0.0' && host !== '::') return [host];
  const addresses = Object.values(networkInterfaces()).flatMap((list) => list?.map((one) => one.address) ?? []);
  return [host, ...addresses];
}

function listen(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
}

/**
 * Starts the server on a port of its own. Throws a UsageError where the port that was asked for is taken, or the host
 * is not one of this machine.
 */
export async function startServer(
  parts: Omit<AppParts, 'hosts'>,
  { host = '127.0.0.1', port }: ServeOptions = {},
): Promise<RunningServer> {
  const app = createApp({ ...parts, hosts: hostNames(host) });
  const listener = getRequestListener(app.fetch, {
    overrideGlobalObjects: false,
    errorHandler: () =>
      Response.json(
        { error: { message: 'The request cannot be understood.' } },
        { status: 400, headers: securityHeaders('none') },
      ),
  });
  const server = createServer((request, response) => {
    void listener(request, response);
  });
  const ports = port === undefined ? Array.from({ length: PORTS_TRIED }, (_, i) => FIRST_PORT + i) : [port];
  for (const candidate of ports) {
    try {
      const taken = await listen(server, host, candidate);
      const name = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host;
      return { address: `http://${name}:${taken}/`, port: taken, close: () => close(server) };
    } catch (error) {
      if (isTaken(error) && candidate !== ports.at(-1)) continue;
      const why = isTaken(error)
        ? 'another program listens there'
        : error instanceof Error
          ? error.message
          : String(error);
      throw new UsageError(`The server cannot listen on ${host} port ${candidate}: ${why}.`);
    }
  }
  throw new UsageError(`No port is free on ${host}.`);
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const hard = setTimeout(() => server.closeAllConnections(), CLOSE_MS);
    server.close(() => {
      clearTimeout(hard);
      resolve();
    });
    server.closeIdleConnections();
  });
}
