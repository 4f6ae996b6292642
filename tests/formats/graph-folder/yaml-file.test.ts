import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { parseGraphFolder } from '../../../src/formats/graph-folder/parse-graph-folder.ts';
import { readYaml } from '../../../src/formats/graph-folder/yaml-file.ts';
import { folder, told } from './small-folder.ts';

const read = (text: string) => readYaml('f.yaml', text);
const places = (text: string): string[] => read(text).issues.map(told);

function quickly<T>(work: () => T): T {
  const start = performance.now();
  const result = work();
  expect(performance.now() - start).toBeLessThan(2000);
  return result;
}

describe('broken YAML', () => {
  test.each([
    ['a bracket left open', 'a: 1\nb: [1, 2\nc: 3\n', '3:1'],
    ['a quote left open', 'a: 1\nb: "x\n', '3:1'],
    ['a tab as indentation', 'a:\n\tb: 1\n', '2:1'],
    ['a key twice', 'a: 1\nb: 2\na: 3\n', '3:1'],
    ['a mapping in a value', 'a: b: c\n', '1:4'],
    ['a tag of another language', 'a: 1\nb: !!js/function "x"\n', '2:4'],
    ['an escape that is none', 'a: "\\q"\n', '1:5'],
    ['two documents in one file', 'a: 1\n---\nb: 2\n', '2:1'],
  ])('%s is told with line and column', (_, text, place) => {
    expect(places(text)).toContain(`invalid-yaml f.yaml:${place}`);
    expect(read(text).content).toBeUndefined();
  });

  test.each([
    ['CRLF', 'a: 1\r\nb: 2\r\na: 3\r\n'],
    ['astral characters before it', 'a: 😀\nb: 😀\na: 3\n'],
    ['comments before it', 'a: 1\n# b\na: 3\n'],
  ])('the place counts %s', (_, text) => {
    expect(places(text)).toEqual(['invalid-yaml f.yaml:3:1']);
  });

  test('several faults in one file are all told', () => {
    expect(places('a: 1\na: 2\nb: 1\nb: 2\n')).toEqual(['invalid-yaml f.yaml:2:1', 'invalid-yaml f.yaml:4:1']);
  });

  test('a message is one line, with a remedy', () => {
    const [issue] = read('a: [\n').issues;
    expect(issue?.message).not.toContain('\n');
    expect(issue?.remedy).toBeDefined();
  });
});

describe('aliases', () => {
  test('are refused where they stand; an anchor alone does no harm', () => {
    expect(places('a: &x [1]\nb: *x\n')).toEqual(['invalid-yaml f.yaml:2:4']);
    expect(read('a: &x [1]\n').content).toEqual({ a: [1] });
  });

  test('a merge key is a key like any other', () => {
    expect(read('a: { <<: { b: 1 } }\n').content).toEqual({ a: { '<<': { b: 1 } } });
  });

  test('a billion laughs are refused quickly', () => {
    const laughs = Array.from(
      { length: 40 },
      (_, i) => `a${i + 1}: &a${i + 1} [${Array(9).fill(`*a${i}`).join(', ')}]\n`,
    );
    const { content, issues } = quickly(() => read(`a0: &a0 [lol]\n${laughs.join('')}`));
    expect(content).toBeUndefined();
    expect(issues).toHaveLength(40 * 9);
  });

  test('an alias of itself is refused', () => {
    expect(places('a: &a [*a]\n')).toEqual(['invalid-yaml f.yaml:1:8']);
  });
});

describe('deep nesting is refused as such, without a stack overflow', () => {
  const lines = (depth: number, line: string): string =>
    Array.from({ length: depth }, (_, i) => `${' '.repeat(i * 2)}${line}`).join('\n');

  test.each([
    ['brackets', '['.repeat(20_000) + ']'.repeat(20_000)],
    ['open brackets', '['.repeat(200_000)],
    ['braces', '{a: '.repeat(20_000)],
    ['dashes on one line', `${'- '.repeat(20_000)}a`],
    ['brackets over lines', '[\n'.repeat(500)],
    // Each is deeper than the 100 levels that are allowed, and shallow enough to leave the stack of a test alone.
    ['brackets after closing ones in a comment', `# ${']'.repeat(300)}\n${'['.repeat(200)}${']'.repeat(200)}`],
    ['brackets after closing ones in a text', `"${'}'.repeat(300)}": ${'['.repeat(200)}${']'.repeat(200)}`],
    ['question marks', `${'? '.repeat(200)}a`],
    ['dashes and question marks', `${'- ? '.repeat(90)}a`],
    ['mappings over lines', `${lines(200, 'a:')} b`],
    ['lists over lines', `${lines(200, '-')} b`],
  ])('%s', (_, text) => {
    const { content, issues } = quickly(() => read(text));
    expect(content).toBeUndefined();
    expect(issues.map((issue) => issue.message)).toEqual(['The file is nested too deeply']);
  });

  test('in a folder it is one issue among others, and nothing is thrown', () => {
    const { graph, issues } = parseGraphFolder(folder({ 'entities/deep.yaml': '['.repeat(20_000) }));
    expect(graph).toBeUndefined();
    expect(issues.map(told)).toEqual(['invalid-yaml entities/deep.yaml']);
  });

  test('two files of 10 kB that nest by question marks do not end the process', () => {
    // In a process of its own: near the end of the stack V8 gives up on compiling a pattern, which nothing can catch.
    const parser = new URL('../../../src/formats/graph-folder/parse-graph-folder.ts', import.meta.url).href;
    const script = `
      const { parseGraphFolder } = await import(${JSON.stringify(parser)});
      const text = '? '.repeat(5000) + 'a';
      const { issues } = parseGraphFolder(['a', 'b'].map((name) => ({ path: 'entities/' + name + '.yaml', text })));
      console.log(issues.filter((issue) => issue.code === 'invalid-yaml').length);
    `;
    const run = spawnSync(process.execPath, ['--experimental-strip-types', '--input-type=module', '-e', script], {
      encoding: 'utf8',
      timeout: 30_000,
    });
    expect({ signal: run.signal, status: run.status, told: run.stdout.trim() }).toEqual({
      signal: null,
      status: 0,
      told: '2',
    });
  }, 40_000);

  test.each([
    ['of 90 levels', `${'['.repeat(90)}1${']'.repeat(90)}`],
    ['with many brackets side by side', `a: [${'[1], '.repeat(5000)}]`],
    ['with brackets in a text', `a: "${'['.repeat(300)}"`],
    ['with brackets in a comment', `a: 1 # ${'{'.repeat(300)}`],
  ])('a file %s is no such file', (_, text) => {
    expect(quickly(() => places(text))).toEqual([]);
  });
});

describe('values', () => {
  test('keys and values that JavaScript has taken are plain data', () => {
    const { content } = read('__proto__: { polluted: 1 }\nconstructor: { prototype: { polluted: 1 } }\n');
    expect(Object.keys(content ?? {})).toEqual(['__proto__', 'constructor']);
    expect(Object.getPrototypeOf(content)).toBe(Object.prototype);
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });

  test('a date stays text, yes and no stay words, as in YAML 1.2', () => {
    expect(read('a: 2024-05-13\nb: no\nc: NO\nd: 010\ne: 1:30\n').content).toEqual({
      a: '2024-05-13',
      b: 'no',
      c: 'NO',
      d: 10,
      e: '1:30',
    });
  });

  test('the place of a value, and of the nearest around it where there is none', () => {
    const { placeOf } = read('a:\n  - b: 1\n    c: [2, 3]\n');
    expect(placeOf(['a', 0, 'c', 1])).toEqual({ file: 'f.yaml', line: 3, column: 12 });
    expect(placeOf(['a', 0, 'c', 9])).toEqual({ file: 'f.yaml', line: 3, column: 8 });
    expect(placeOf(['a', 0, 'x', 'y'])).toEqual({ file: 'f.yaml', line: 2, column: 5 });
    expect(placeOf(['x'])).toEqual({ file: 'f.yaml', line: 1, column: 1 });
    expect(placeOf([])).toEqual({ file: 'f.yaml', line: 1, column: 1 });
  });
});
