import { describe, expect, test } from 'vitest';
import { Printer } from '../../src/cli/print.ts';
import { displayWidth, tableLines, wrap } from '../../src/cli/text-layout.ts';
import { runCli, SMALL_GRAPH } from './run-cli.ts';

function printed(env: Record<string, string>, isTTY: boolean, print: (printer: Printer) => void): string {
  let text = '';
  print(new Printer({ isTTY, columns: 40, write: (part) => (text += part) }, env));
  return text;
}

describe('colours', () => {
  const args = ['disputes', '--graph', SMALL_GRAPH];
  test('only on a terminal', async () => {
    expect((await runCli(args, { terminal: true })).out).toContain('\u001b[');
    expect((await runCli(args)).out).not.toContain('\u001b');
  });
  test('NO_COLOR is honoured', async () => {
    expect((await runCli(args, { terminal: true, env: { NO_COLOR: '1' } })).out).not.toContain('\u001b');
  });
});

test.each([40, 80, 200])('no line is wider than a terminal of %i columns', async (columns) => {
  for (const verb of [
    ...[['disputes'], ['disputes', '--pairs'], ['disputes', '--matrix'], ['figures'], ['stats']],
    ...[
      ['show', 'council~closed~old-bridge'],
      ['show', 'old-bridge~cracks'],
      ['perspective', 'letter'],
    ],
    ...[
      ['compare', 'letter', 'gazette', '--all'],
      ['without', 'letter', '--all'],
      ['without', '--resting', 'origin'],
    ],
  ]) {
    const { out } = await runCli([...verb, '--graph', SMALL_GRAPH], { terminal: true, columns });
    const widest = Math.max(...out.split('\n').map(displayWidth));
    expect(widest).toBeLessThanOrEqual(columns);
  }
});

test('elsewhere lines stay whole, so that each can be searched with its attribution', async () => {
  const { out } = await runCli(['disputes', '--dispute-kind', 'denial', '--graph', SMALL_GRAPH]);
  expect(out.split('\n')[0]).toMatch(/according to .*denied by/u);
});

test('control and direction characters never reach the terminal, also in the guise of a colour', () => {
  const hostile = 'a\u001b]0;title\u0007b\u009b31mc\u202ed\re';
  const expected = 'a\\u001b]0;title\\u0007b\\u009b31mc\\u202ed\\u000de\n';
  expect(printed({}, false, (printer) => printer.line(hostile))).toBe(expected);
  expect(printed({}, false, (printer) => printer.line('\u001b[31mred'))).toBe('\\u001b[31mred\n');
});

test('JSON stays the same data when such characters are escaped', () => {
  const value = { name: 'a\u009b\u202eb' };
  const text = printed({}, false, (printer) => printer.json(value));
  expect(text).not.toMatch(/[\u009b\u202e]/u);
  expect(JSON.parse(text)).toEqual(value);
});

describe('layout', () => {
  test('wide letters take two columns, marks none', () => {
    expect(displayWidth('日本')).toBe(4);
    expect(displayWidth('e\u0301')).toBe(1);
    expect(displayWidth('\u001b[1mbold\u001b[22m')).toBe(4);
  });
  test('a word that is wider than the line is broken, not cut off', () => {
    expect(wrap('x'.repeat(25), 10)).toEqual(['x'.repeat(10), 'x'.repeat(10), 'x'.repeat(5)]);
  });
  test('columns stay aligned where cells wrap', () => {
    expect(
      tableLines(
        [
          ['a', 'one two three four five six seven'],
          ['bb', 'x'],
        ],
        20,
      ),
    ).toEqual(['a   one two three', '    four five six', '    seven', 'bb  x']);
  });
  test('a long id is broken behind its parts, if at all', () => {
    expect(wrap('document:independence-report', 21)).toEqual(['document:independence', '-report']);
    expect(wrap('baloch-nationalist-army-leader', 21)).toEqual(['baloch-nationalist-', 'army-leader']);
    expect(wrap('a-'.padEnd(25, 'x'), 10)).toEqual([`a-${'x'.repeat(8)}`, 'x'.repeat(10), 'x'.repeat(5)]);
  });
  test('a number keeps its percent sign, and the mark of a verdict its word', () => {
    expect(wrap('disputed (49 % for, 17 % against)', 23)).toEqual(['disputed (49 % for,', '17 % against)']);
    expect(wrap('India denies it all: ◐ disputed', 23)).toEqual(['India denies it all:', '◐ disputed']);
    expect(wrap('India denies it all: \u001b[33m◐ disputed\u001b[39m', 23)).toEqual([
      'India denies it all:',
      '\u001b[33m◐ disputed\u001b[39m',
    ]);
  });
  test('ids stay whole in a table as long as there are blanks to break at', () => {
    expect(tableLines([['an-id-that-should-stay', 'some words that may be broken']], 40)).toEqual([
      'an-id-that-should-stay  some words that',
      '                        may be broken',
    ]);
  });
});
