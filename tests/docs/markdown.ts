import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The root of the repository. */
export const ROOT = join(import.meta.dirname, '..', '..');

/** A page of the documentation: its path in the repository, with `/`, and its text. */
export interface Page {
  readonly path: string;
  readonly text: string;
}

export function readPage(path: string): Page {
  return { path, text: readFileSync(join(ROOT, path), 'utf8') };
}

/** All Markdown pages of the repository, those of libraries and builds aside. */
export function allPages(): Page[] {
  const paths = globSync(['*.md', 'docs/**/*.md', 'graph/**/*.md', 'bench/**/*.md', 'tests/**/*.md'], { cwd: ROOT });
  return paths
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => !path.includes('node_modules/'))
    .toSorted()
    .map(readPage);
}

export function isFile(path: string): boolean {
  return existsSync(join(ROOT, path));
}

/** A fenced block: what stands behind the fence, and the lines between. `start` is the offset of its content. */
export interface Block {
  readonly info: string;
  readonly content: string;
  readonly start: number;
  readonly end: number;
}

export function blocksOf({ text }: Page): Block[] {
  return [...text.matchAll(/^```([^\n]*)\n([\s\S]*?)^```$/gmu)].map((match) => {
    const [, info = '', content = ''] = match;
    const start = match.index + 3 + info.length + 1;
    return { info: info.trim(), content, start, end: start + content.length };
  });
}

/** The text without fenced blocks and without code in lines: what is prose. */
export function proseOf({ text }: Page): string {
  return text.replace(/^```[^\n]*\n[\s\S]*?^```$/gmu, '').replace(/`[^`\n]*`/gu, '');
}

/** Targets of links and pictures. */
export function linksOf(page: Page): string[] {
  const prose = proseOf(page);
  const inline = [...prose.matchAll(/\]\(([^)\s]+)\)/gu)].map(([, target = '']) => target);
  const html = [...prose.matchAll(/\b(?:src|srcset|href)="([^"\s]+)/gu)].map(([, target = '']) => target);
  return [...inline, ...html];
}

/** The anchors that GitHub makes of a page's headings. */
export function anchorsOf({ text }: Page): Set<string> {
  const anchors = new Set<string>();
  const plain = text.replace(/^```[^\n]*\n[\s\S]*?^```$/gmu, '');
  for (const [, heading = ''] of plain.matchAll(/^#{1,6} +(.+)$/gmu)) {
    const slug = heading
      .replace(/\[([^\]]*)\]\([^)]*\)/gu, '$1')
      .trim()
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\p{M} _-]/gu, '')
      .replaceAll(' ', '-');
    let anchor = slug;
    for (let n = 1; anchors.has(anchor); n++) anchor = `${slug}-${n}`;
    anchors.add(anchor);
  }
  return anchors;
}

/** The rows of the first table below a heading, without its head: cells with the code marks taken off. */
export function tableBelow(page: Page, heading: string): string[][] {
  const at = page.text.split('\n').indexOf(heading);
  if (at < 0) throw new RangeError(`${page.path} has no heading ${JSON.stringify(heading)}`);
  const lines = page.text.split('\n').slice(at + 1);
  const first = lines.findIndex((line) => line.startsWith('|'));
  const after = lines.slice(first);
  const length = after.findIndex((line) => !line.startsWith('|'));
  return after.slice(2, length < 0 ? undefined : length).map((line) =>
    line
      .split(/(?<!\\)\|/u)
      .slice(1, -1)
      .map((cell) => cell.trim().replace(/^`([^`]*)`$/u, '$1')),
  );
}
