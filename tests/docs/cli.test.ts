import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { runCli, SMALL_DOCUMENTS, SMALL_GRAPH } from '../cli/run-cli.ts';
import { expectGenerated } from './generated.ts';
import { allPages, blocksOf, ROOT, readPage, tableBelow } from './markdown.ts';

const PAGE = 'docs/cli.md';

async function help(...verb: readonly string[]): Promise<string> {
  const { code, out } = await runCli([...verb, '--help'], { columns: 100 });
  expect(code).toBe(0);
  return out;
}

const commands = (await help()).split('Commands:\n')[1] ?? '';
const verbs = [...commands.matchAll(/^ {2}([a-z]+)/gmu)].map(([, verb = '']) => verb).filter((verb) => verb !== 'help');

/** One call of each verb on the small graph that answers with its object. */
const CALLS: Readonly<Record<string, readonly string[]>> = {
  validate: ['--documents', SMALL_DOCUMENTS],
  stats: [],
  search: ['council'],
  show: ['council~closed~old-bridge'],
  disputes: [],
  figures: [],
  trace: ['council', 'old-bridge'],
  connect: ['council', 'old-bridge', 'highmere'],
  expand: ['council'],
  common: ['council', 'highmere'],
  perspective: ['council'],
  compare: ['letter', 'gazette'],
  without: ['letter'],
  export: ['--focus', 'council'],
  import: [SMALL_GRAPH],
  locate: ['gazette.txt', 'The', '--documents', SMALL_DOCUMENTS],
  serve: ['--port', '0', '--open', 'no'],
};

describe('docs/cli.md', () => {
  test('the overview is what the command says of itself', async () => {
    expectGenerated(PAGE, 'help', `\`\`\`text\n${await help()}\`\`\``);
  });

  test.each(verbs)('%s: its help is what the command prints', async (verb) => {
    expect(readPage(PAGE).text).toContain(`\n## \`${verb}\` `);
    const own = (await help(verb)).split('\nGlobal Options:')[0] ?? '';
    expectGenerated(PAGE, `help ${verb}`, `\`\`\`text\n${own.trimEnd()}\n\`\`\``);
  });

  test.each(verbs)('%s: every option appears', async (verb) => {
    const options = [...(await help(verb)).matchAll(/(?<![\w-])--?[a-zA-Z][\w-]*/gu)].map(([option]) => option);
    const { text } = readPage(PAGE);
    expect(options.filter((option) => !text.includes(option))).toEqual([]);
  });

  test('the table of JSON objects names each verb and the fields that it prints', async () => {
    const rows = tableBelow(readPage(PAGE), '## `--json` prints one object');
    expect(rows.map(([verb]) => verb)).toEqual(verbs);
    for (const [verb = '', fields = ''] of rows) {
      const call = CALLS[verb];
      if (call === undefined) throw new RangeError(`say in CALLS how ${verb} is called`);
      const { out } = await runCli([verb, ...call, '--json', '--graph', SMALL_GRAPH]);
      const printed = Object.keys(z.record(z.string(), z.unknown()).parse(JSON.parse(out)));
      const documented = [...fields.matchAll(/`([a-zA-Z]+)`(\?)?/gu)].map(([, name = '', optional]) => ({
        name,
        optional,
      }));
      expect(printed.filter((name) => !documented.some((field) => field.name === name))).toEqual([]);
      const promised = documented.filter((field) => field.optional === undefined).map((field) => field.name);
      expect(promised.filter((name) => !printed.includes(name))).toEqual([]);
    }
  });
});

test('every environment variable that the command reads is documented', () => {
  const read = ['src/cli/print.ts', 'src/cli/main.ts', 'src/cli/process-io.ts'].flatMap((file) => [
    ...readFileSync(join(ROOT, file), 'utf8').matchAll(/env\['([A-Z_]+)'\]/gu),
  ]);
  const { text } = readPage(PAGE);
  expect(read.map(([, name = '']) => name).filter((name) => !text.includes(`\`${name}`))).toEqual([]);
});

test('every option in an ascribe command of any page is there', async () => {
  const known = new Set(
    (await Promise.all([[], ...verbs.map((verb) => [verb])].map((verb) => help(...verb))))
      .join('\n')
      .match(/(?<![\w-])--?[a-zA-Z][\w-]*/gu),
  );
  const wrong = allPages().flatMap((page) => {
    const inline = [...page.text.matchAll(/`(npx ascribe [^`\n]*)`/gu)].map(([, code = '']) => code);
    const lines = blocksOf(page)
      .filter(({ info }) => ['console', 'sh'].includes(info))
      .flatMap(({ content }) => content.split('\n'))
      .filter((line) => /^(?:\$ )?npx ascribe/u.test(line));
    return [...inline, ...lines].flatMap((code) => {
      const command = (code.split(' | ')[0] ?? '').replace(/'[^']*'|"[^"]*"/gu, '""').replace(/^\$ /u, '');
      const [, , verb = ''] = command.split(/\s+/u);
      const options = command.match(/(?<=\s)--?[a-zA-Z][\w-]*/gu) ?? [];
      const unknown = options.filter((option) => !known.has(option));
      const isVerb = verbs.includes(verb) || verb.startsWith('-') || verb === '…' || verb === 'help';
      return [...unknown, ...(isVerb ? [] : [verb])].map((what) => `${page.path}: ${what} in ${code}`);
    });
  });
  expect(wrong).toEqual([]);
});
