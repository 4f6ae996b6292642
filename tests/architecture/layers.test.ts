import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
let folder: string;

beforeAll(() => {
  // A tree of its own with the project's rules: a slip is never written into the project itself.
  folder = mkdtempSync(join(tmpdir(), 'ascribe-layers-'));
  cpSync(join(root, 'biome.json'), join(folder, 'biome.json'));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What the lint rule says of a file of `layer` that imports from `imported`. */
function lint(layer: string, imported: string): string {
  const at = join(folder, 'src', layer);
  mkdirSync(at, { recursive: true });
  writeFileSync(join(at, 'slip.ts'), `import { x } from '${imported}';\n\nconsole.log(x);\n`);
  const run = spawnSync(
    join(root, 'node_modules', '.bin', 'biome'),
    ['lint', '--vcs-enabled=false', '--only=style/noRestrictedImports', join('src', layer, 'slip.ts')],
    { cwd: folder, encoding: 'utf8' },
  );
  return `${run.status} ${run.stdout}${run.stderr}`;
}

describe('DESIGN 7: arrows run one way, and the lint rule fails on a slip', () => {
  test.each([
    ['model', 'evidence'],
    ['model', 'knowledge'],
    ['evidence', 'tracing'],
    ['evidence', 'knowledge'],
    ['tracing', 'evidence'],
    ['tracing', 'explorer'],
    ['knowledge', 'formats'],
    ['knowledge', 'cli'],
    ['formats', 'server'],
    ['formats', 'explorer'],
    ['server', 'explorer'],
    ['server', 'cli'],
    ['cli', 'explorer'],
    ['explorer', 'cli'],
    ['explorer', 'server'],
  ])('%s may not import %s', (layer, imported) => {
    expect(lint(layer, `../${imported}/x.ts`)).toMatch(/^1 [\s\S]*noRestrictedImports/u);
  });

  test.each([
    ['evidence', 'model'],
    ['knowledge', 'evidence'],
    ['formats', 'knowledge'],
    ['explorer', 'formats'],
    ['cli', 'server'],
  ])('%s may import %s', (layer, imported) => {
    expect(lint(layer, `../${imported}/x.ts`)).toMatch(/^0 /u);
  });

  test('the explorer may not import Node', () => {
    expect(lint('explorer', 'node:fs')).toMatch(/^1 [\s\S]*noRestrictedImports/u);
  });
});
