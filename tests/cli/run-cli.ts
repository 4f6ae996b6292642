import { join } from 'node:path';
import { expect } from 'vitest';
import type { z } from 'zod';
import type { Io, Output } from '../../src/cli/io.ts';
import { main } from '../../src/cli/main.ts';

const fixtures = join(import.meta.dirname, '..', 'fixtures');
export const SMALL_GRAPH = join(fixtures, 'small-graph');
export const SMALL_DOCUMENTS = join(fixtures, 'small-documents');

class Sink implements Output {
  text = '';
  readonly isTTY: boolean;
  readonly columns: number;
  constructor(isTTY: boolean, columns: number) {
    this.isTTY = isTTY;
    this.columns = columns;
  }
  write(text: string): void {
    this.text += text;
  }
}

interface Setting {
  readonly cwd?: string;
  readonly terminal?: boolean;
  readonly columns?: number;
  readonly env?: Readonly<Record<string, string>>;
  /** What happens while a running command waits to be stopped; its error output so far is given. */
  readonly whileRunning?: (out: string) => Promise<void>;
}

/** Runs the command in this process; what it writes is returned. */
export async function runCli(
  args: readonly string[],
  { cwd = process.cwd(), terminal = false, columns = 80, env = {}, whileRunning }: Setting = {},
): Promise<{ code: number; out: string; err: string; opened: readonly string[] }> {
  const out = new Sink(terminal, columns);
  const err = new Sink(terminal, columns);
  const opened: string[] = [];
  const io: Io = {
    out,
    err,
    env,
    cwd,
    now: () => new Date('2026-01-02T03:04:05Z'),
    stopped: async () => whileRunning?.(out.text),
    openBrowser: (address) => opened.push(address),
  };
  const code = await main(args, io);
  return { code, out: out.text, err: err.text, opened };
}

/** Runs a verb on the small graph. */
export function runSmall(...args: readonly string[]): ReturnType<typeof runCli> {
  return runCli([...args, '--graph', SMALL_GRAPH]);
}

/** What a verb prints with `--json`, as far as a schema asks for it. The command must end well. */
export async function runJson<T>(schema: z.ZodType<T>, args: readonly string[]): Promise<T> {
  const { code, out, err } = await runCli([...args, '--json']);
  expect([code, err]).toEqual([0, '']);
  return schema.parse(JSON.parse(out));
}

/** The same on the small graph. */
export function runSmallJson<T>(schema: z.ZodType<T>, ...args: readonly string[]): Promise<T> {
  return runJson(schema, [...args, '--graph', SMALL_GRAPH]);
}
