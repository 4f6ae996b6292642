import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runCli } from '../cli/run-cli.ts';
import { rewrite, UPDATE } from './generated.ts';
import { allPages, type Block, blocksOf, type Page, ROOT } from './markdown.ts';

/** The words of a command line: plain, in single or in double quotes. No variables, no substitution. */
function words(line: string): string[] {
  return [...line.matchAll(/(?:[^\s'"]|'[^']*'|"[^"]*")+/gu)].map(([word]) =>
    word.replace(/'([^']*)'|"([^"]*)"/gu, (_, single: string | undefined, double: string | undefined) =>
      String(single ?? double ?? ''),
    ),
  );
}

/** Blocks whose fence names a path, such as `yaml my-graph/sources.yaml`, are files that the page's commands find. */
function filesOf(page: Page): { path: string; text: string }[] {
  return blocksOf(page).flatMap(({ info, content }) => {
    const [, path] = /^(?:yaml|text) (\S+\/\S+)$/u.exec(info) ?? [];
    return path === undefined ? [] : [{ path, text: content }];
  });
}

/** What a terminal of 100 columns without colours shows for one line of a console block. */
async function answer(line: string, cwd: string): Promise<string> {
  const [command = '', ...filters] = line.split(/\s+\|\s+/u);
  const [npx, ascribe, ...args] = words(command);
  if (npx !== 'npx' || ascribe !== 'ascribe') throw new RangeError(`not an ascribe command: ${line}`);
  if (args.includes('serve') || args.includes('-o') || args.includes('--output')) {
    throw new RangeError(`${line} stays open or writes files: show it in a block marked sh`);
  }
  const { out, err } = await runCli(args, { cwd, terminal: true, columns: 100, env: { NO_COLOR: '1' } });
  let lines = out.split('\n').slice(0, -1);
  for (const filter of filters) {
    const [, count] = /^head -n (\d+)$/u.exec(filter) ?? [];
    if (count === undefined) throw new RangeError(`only "head -n N" can follow: ${line}`);
    lines = lines.slice(0, Number(count));
  }
  return lines.map((text) => `${text}\n`).join('') + err;
}

/** A console block with the output that its commands give now. */
async function rerun({ content }: Block, cwd: string): Promise<string> {
  const commands = content.split(/^(?=\$ )/mu);
  const told = await Promise.all(
    commands.map(async (part) => {
      const [line = ''] = part.split('\n');
      if (!line.startsWith('$ npx ascribe')) return part;
      return `${line}\n${await answer(line.slice(2), cwd)}`;
    }),
  );
  return told.join('');
}

const pages = allPages().filter((page) => blocksOf(page).some((block) => block.info === 'console'));

describe.each(pages.map((page) => [page.path, page] as const))('console blocks of %s', (path, page) => {
  test('show what the commands print', { timeout: 60_000 }, async () => {
    const files = filesOf(page);
    const cwd = files.length === 0 ? ROOT : mkdtempSync(join(tmpdir(), 'ascribe-docs-'));
    try {
      for (const file of files) {
        mkdirSync(dirname(join(cwd, file.path)), { recursive: true });
        writeFileSync(join(cwd, file.path), file.text);
      }
      for (const block of blocksOf(page).filter((one) => one.info === 'console')) {
        const now = await rerun(block, cwd);
        if (UPDATE)
          rewrite(path, (text) => text.replace(`\`\`\`console\n${block.content}`, () => `\`\`\`console\n${now}`));
        else expect(block.content, `run with UPDATE_DOCS=1 to rewrite ${path}`).toBe(now);
      }
    } finally {
      if (cwd !== ROOT) rmSync(cwd, { recursive: true });
    }
  });
});

test('no page shows an ascribe command with output outside a console block', () => {
  const stray = allPages().flatMap((page) =>
    blocksOf(page)
      .filter((block) => block.info !== 'console' && /^\$ npx ascribe/mu.test(block.content))
      .map(() => page.path),
  );
  expect(stray).toEqual([]);
});
