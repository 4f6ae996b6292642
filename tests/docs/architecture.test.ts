import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { securityHeaders } from '../../src/server/security-headers.ts';
import { expectGenerated, table } from './generated.ts';
import { ROOT, readPage } from './markdown.ts';

const PAGE = 'docs/architecture.md';

const Biome = z.object({
  overrides: z.array(
    z.object({
      includes: z.array(z.string()),
      linter: z.object({
        rules: z.object({
          style: z
            .object({
              noRestrictedImports: z.object({
                options: z.object({ patterns: z.array(z.object({ group: z.array(z.string()), message: z.string() })) }),
              }),
            })
            .optional(),
        }),
      }),
    }),
  ),
});

test('the layers are those that the linter holds apart', () => {
  const { overrides } = Biome.parse(JSON.parse(readFileSync(join(ROOT, 'biome.json'), 'utf8')));
  const rows = overrides.flatMap(({ includes, linter }) =>
    (linter.rules.style?.noRestrictedImports.options.patterns ?? []).map(({ group }) => [
      includes.map((glob) => `\`${glob.replace(/\*\*$/u, '')}\``).join(', '),
      group.map((glob) => `\`${glob.replace(/^\*\*\/|\/\*\*$/gu, '')}\``).join(', '),
    ]),
  );
  expect(rows.length).toBeGreaterThan(5);
  expectGenerated(PAGE, 'layers', table(['files in', 'may not import'], rows));
});

test('every folder of src is explained', () => {
  const folders = readdirSync(join(ROOT, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const { text } = readPage(PAGE);
  const missing = folders.map(({ name }) => name).filter((name) => !text.includes(`| \`src/${name}/\` |`));
  // An empty folder is no layer yet.
  expect(missing.filter((name) => readdirSync(join(ROOT, 'src', name)).length > 0)).toEqual([]);
});

test('every file of the evidence layer is told of', () => {
  const { text } = readPage(PAGE);
  const part = text.slice(text.indexOf('## Evidence is weighed'), text.indexOf('## Where to find what'));
  const files = readdirSync(join(ROOT, 'src/evidence'));
  // What the rules themselves name needs no place here.
  const plain = new Set(['grow.ts', 'opinion.ts', 'origins.ts', 'verdict.ts', 'weights.ts']);
  expect(files.filter((file) => !plain.has(file) && !part.includes(`\`${file}\``))).toEqual([]);
});

test('every question of the KnowledgeBase is named', () => {
  const code = readFileSync(join(ROOT, 'src/knowledge/knowledge-base.ts'), 'utf8');
  const contract = /export interface KnowledgeBase \{([\s\S]*?)^\}/mu.exec(code)?.[1] ?? '';
  const methods = [...contract.matchAll(/^ {2}([a-z]\w*)\(/gmu)].map(([, name = '']) => name);
  expect(methods.length).toBeGreaterThan(5);
  const sentence = /ask one interface,([\s\S]*?)\. All answers/u.exec(readPage(PAGE).text)?.[1] ?? '';
  expect(methods.filter((name) => !new RegExp(`\\b${name}\\b`, 'u').test(sentence))).toEqual([]);
});

/** What is bounded, the file that says so, and the expression of the bound, as it stands there. */
const LIMITS: readonly (readonly [what: string, file: string, bound: RegExp, unit: string])[] = [
  ['one YAML file of a graph folder', 'src/formats/graph-folder/read-graph-folder.ts', /MAX_BYTES = ([\d *]+);/u, 'MB'],
  ['depth of nesting in YAML and JSON', 'src/formats/nesting.ts', /MAX_DEPTH = ([\d *]+);/u, 'levels'],
  ['a graph document given as a file', 'src/cli/load-graph.ts', /MAX_FILE_BYTES = ([\d *]+);/u, 'MB'],
  ['a graph document fetched from an address', 'src/cli/fetch-text.ts', /MAX_BYTES = ([\d *]+);/u, 'MB'],
  ['time to fetch it', 'src/cli/fetch-text.ts', /TIMEOUT_MS = ([\d_]+);/u, 'ms'],
  ['one document in `--documents`', 'src/formats/documents/read-documents.ts', /MAX_BYTES = ([\d *]+);/u, 'MB'],
  ['one file dropped on the explorer', 'src/explorer/data/read-files.ts', /MAX_BYTES = ([\d *]+);/u, 'MB'],
  ['a name or label', 'src/model/text.ts', /Label = plainText\((\d+)/u, 'characters'],
  ['a summary, note or reason', 'src/model/text.ts', /Prose = plainText\((\d+)/u, 'characters'],
  ['an id', 'src/model/ids.ts', /\{1,(\d+)\}\$/u, 'characters'],
  ['a date', 'src/model/dates.ts', /text\.length > (\d+)/u, 'characters'],
  ['an address of a source', 'src/model/source.ts', /\.max\((\d+)\)/u, 'characters'],
  ['entities drawn at once', 'src/explorer/stage/use-picture.ts', /MOST_DRAWN = ([\d_]+)/u, 'entities'],
  ['parties of one dispute that are paired', 'src/knowledge/opponents.ts', /MOST_PARTIES = ([\d_]+);/u, 'parties'],
  ['rival answers weighed against each other', 'src/evidence/propositions.ts', /MOST_RIVALS = ([\d_]+);/u, 'answers'],
  ['pairs of a figure listed as incompatible', 'src/evidence/figures.ts', /MOST_PAIRS = ([\d_]+);/u, 'pairs'],
  ['figures set beside one figure', 'src/evidence/figures.ts', /MOST_LINKS = ([\d_]+);/u, 'figures'],
  [
    'relations listed under a voice that carries them',
    'src/knowledge/without-views.ts',
    /MOST_LISTED = (\d+);/u,
    'relations',
  ],
];

function product(expression: string): number {
  return expression
    .split('*')
    .map((factor) => Number(factor.trim().replaceAll('_', '')))
    .reduce((a, b) => a * b, 1);
}

test('the limits are those of the code', () => {
  const rows = LIMITS.map(([what, file, bound, unit]) => {
    const found = bound.exec(readFileSync(join(ROOT, file), 'utf8'))?.[1];
    if (found === undefined) throw new RangeError(`${file} no longer says the bound of ${what}`);
    const value = product(found);
    const shown =
      unit === 'MB' ? `${value / 1024 / 1024} MB` : unit === 'ms' ? `${value / 1000} seconds` : `${value} ${unit}`;
    return [what, shown, `[${file}](../${file})`];
  });
  expectGenerated(PAGE, 'limits', table(['what', 'at most', 'where it is set'], rows));
});

test('the security headers are those of the server', () => {
  const headers = Object.entries(securityHeaders('…')).map(
    ([name, value]) => `${name}: ${value.replaceAll('; ', ';\n  ')}`,
  );
  expectGenerated(PAGE, 'headers', `\`\`\`text\n${headers.join('\n')}\n\`\`\``);
});
