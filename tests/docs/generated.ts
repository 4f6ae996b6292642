import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { ROOT } from './markdown.ts';

/** With UPDATE_DOCS=1 the tests rewrite what is generated instead of comparing it. */
export const UPDATE = (process.env['UPDATE_DOCS'] ?? '') !== '';

/** Replaces the characters from `start` to `end` of a page as it stands on disk now. */
export function rewrite(path: string, change: (text: string) => string): void {
  const file = join(ROOT, path);
  writeFileSync(file, change(readFileSync(file, 'utf8')));
}

/**
 * Compares what stands between `<!-- generated: name -->` and `<!-- end -->` of a page with what it should be, or
 * rewrites it.
 */
export function expectGenerated(path: string, name: string, content: string): void {
  const open = `<!-- generated: ${name} -->\n`;
  const close = '<!-- end -->';
  const text = readFileSync(join(ROOT, path), 'utf8');
  const start = text.indexOf(open);
  const end = text.indexOf(close, start);
  if (start < 0 || end < 0) throw new RangeError(`${path} has no generated part ${JSON.stringify(name)}`);
  const wanted = `\n${content.trim()}\n\n`;
  if (UPDATE) rewrite(path, () => text.slice(0, start + open.length) + wanted + text.slice(end));
  else expect(text.slice(start + open.length, end), `run with UPDATE_DOCS=1 to rewrite ${path}`).toBe(wanted);
}

/** A Markdown table. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
