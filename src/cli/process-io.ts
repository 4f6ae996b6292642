import { spawn } from 'node:child_process';
import type { Io } from './io.ts';

/** The program that opens an address in the person's browser. */
function browserCommand(address: string): [string, readonly string[]] {
  if (process.platform === 'darwin') return ['open', [address]];
  if (process.platform === 'win32') return ['cmd', ['/c', 'start', '""', address]];
  return ['xdg-open', [address]];
}

function openBrowser(address: string): void {
  const [command, args] = browserCommand(address);
  const child = spawn(command, args, { stdio: 'ignore', detached: true });
  // Without a browser the address on the screen is enough.
  child.on('error', () => {});
  child.unref();
}

/** Resolves at the first SIGINT or SIGTERM; a second one ends the process the hard way. */
function stopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}

/** The world of a real process. A reader that closes the pipe (`| head`) ends the command without a word. */
export function processIo(): Io {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0);
      throw error;
    });
  }
  return {
    out: process.stdout,
    err: process.stderr,
    env: process.env,
    cwd: process.cwd(),
    now: () => new Date(),
    stopped,
    openBrowser,
  };
}
