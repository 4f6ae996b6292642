import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeHtml } from '../../src/formats/html/write-html.ts';
import { writeSvg } from '../../src/formats/svg/write-svg.ts';
import { InMemoryKnowledgeBase } from '../../src/knowledge/in-memory.ts';
import type { GraphDocument } from '../../src/model/graph-document.ts';
import { bundledGraph, launchBrowser } from './browser.ts';

const PATIENCE = 60_000;
/** The width of an A4 sheet between its margins, in CSS pixels. */
const A4 = 680;

let browser: Browser;
let graph: GraphDocument;

beforeAll(async () => {
  const { graph: read } = await bundledGraph();
  if (read === undefined) throw new Error('the bundled graph is broken');
  graph = read;
  browser = await launchBrowser();
}, PATIENCE);

afterAll(() => browser.close());

/** The part of the bundled graph that is in dispute: its selection is told in many long words without a space. */
async function disputed(): Promise<GraphDocument> {
  const base = new InMemoryKnowledgeBase(graph);
  const { items } = await base.disputes({}, { limit: 1000 });
  const relations = items.flatMap(({ relation, narrower }) => [relation, ...narrower].flatMap((one) => one?.id ?? []));
  const figures = items.flatMap(({ figure }) => figure?.id ?? []);
  return base.subgraph({ relations: [...new Set(relations)], figures, words: 'in dispute', taken: new Date(0) });
}

test(
  'on paper the number of each citation stands on one line',
  async () => {
    const page = await browser.newPage({ viewport: { width: A4, height: 900 } });
    await page.setContent(writeHtml(graph, { picture: false }).files[0]?.text ?? '');
    await page.emulateMedia({ media: 'print' });
    const broken = await page.evaluate(() => {
      const numbers = [...document.querySelectorAll('[id^="citation-"]')];
      return [numbers.length, numbers.filter((one) => one.getClientRects().length > 1).length];
    });
    expect(broken[0]).toBeGreaterThan(100);
    expect(broken[1]).toBe(0);
    await page.close();
  },
  PATIENCE,
);

test(
  'in a wide font no line that is written round a picture runs out of it',
  async () => {
    const { text = '' } = writeSvg(await disputed()).files[0] ?? {};
    const page = await browser.newPage({ viewport: { width: 1600, height: 900 } });
    const drawing = text.replace(/^<\?xml[^>]*>/u, '').replace(/font-family="[^"]*"/u, 'font-family="DejaVu Sans"');
    await page.setContent(`<body style="margin:0">${drawing}</body>`);
    const [width, furthest] = await page.evaluate(() => [
      document.querySelector('svg')?.getBoundingClientRect().right ?? 0,
      [...document.querySelectorAll('text')].reduce(
        (most, one) => Math.max(most, one.getBoundingClientRect().right),
        0,
      ),
    ]);
    expect(furthest).toBeGreaterThan(500);
    expect(furthest).toBeLessThanOrEqual(Number(width));
    await page.close();
  },
  PATIENCE,
);
