import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { allPages, anchorsOf, isFile, linksOf, ROOT, readPage } from './markdown.ts';

const pages = allPages();
const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')));

describe.each(pages.map((page) => [page.path, page] as const))('%s', (path, page) => {
  test('links lead to files and headings that are there', () => {
    const broken = linksOf(page).filter((link) => {
      if (/^https?:\/\//u.test(link)) return !URL.canParse(link);
      const [file = '', anchor] = link.split('#');
      const target = file === '' ? path : normalize(join(dirname(path), decodeURIComponent(file)));
      if (!isFile(target)) return true;
      return anchor !== undefined && !(target.endsWith('.md') && anchorsOf(readPage(target)).has(anchor));
    });
    expect(broken).toEqual([]);
  });

  test('every npm script that is named is there', () => {
    const named = [...page.text.matchAll(/npm run ([a-z:-]+)/gu)].map(([, name = '']) => name);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });

  test('fenced blocks are closed and name their language', () => {
    const fences = [...page.text.matchAll(/^```(.*)$/gmu)].map(([, info = '']) => info);
    expect(fences.length % 2).toBe(0);
    expect(fences.filter((info, i) => (i % 2 === 0) === (info === ''))).toEqual([]);
  });
});

test('CONTRIBUTING.md names every npm script', () => {
  const { text } = readPage('CONTRIBUTING.md');
  const missing = Object.keys(scripts).filter(
    (name) => !['npm run ', 'npm '].some((run) => text.includes(`\`${run}${name}\``)),
  );
  expect(missing.filter((name) => name !== 'prepare')).toEqual([]);
});
