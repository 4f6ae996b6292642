import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, vi } from 'vitest';
import type { z } from 'zod';
import { runCli, runJson } from './run-cli.ts';

/**
 * Runs verbs on the bundled graph. It is written to one document before the tests of a file: that opens several times
 * faster than the folder, and holds the same (an export of the whole graph loses nothing).
 */
export class BundledGraph {
  #folder = '';

  constructor() {
    vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 });
    beforeAll(async () => {
      this.#folder = await mkdtemp(join(tmpdir(), 'ascribe-'));
      expect(await runCli(['export', '-o', this.file])).toMatchObject({ code: 0 });
    });
    afterAll(() => rm(this.#folder, { recursive: true, force: true }));
  }

  get file(): string {
    return join(this.#folder, 'bundled.json');
  }

  run(...args: readonly string[]): ReturnType<typeof runCli> {
    return runCli([...args, '--graph', this.file]);
  }

  json<T>(schema: z.ZodType<T>, ...args: readonly string[]): Promise<T> {
    return runJson(schema, [...args, '--graph', this.file]);
  }
}
