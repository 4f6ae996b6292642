import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeHtml } from '../../src/formats/html/write-html.ts';
import { writeSvg } from '../../src/formats/svg/write-svg.ts';
import { GraphDocument } from '../../src/model/graph-document.ts';
import type { RunningServer } from '../../src/server/serve.ts';
import { hostileGraph } from '../formats/hostile-graph.ts';
import { violations } from './axe.ts';
import { bundledGraph, launchBrowser, openPage, serve } from './browser.ts';

const DISPUTED = '#sel=relation:india~accused-of-funding~baloch-armed-groups';

let browser: Browser;
let server: RunningServer;
let folder: string;

beforeAll(async () => {
  [browser, server, folder] = await Promise.all([
    launchBrowser(),
    bundledGraph().then((graph) => serve(graph)),
    mkdtemp(join(tmpdir(), 'ascribe-export-')),
  ]);
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
  if (folder !== undefined) await rm(folder, { recursive: true });
});

async function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
}

/** Opens the export panel on a view. */
async function openPanel(hash: string, options: { width?: number; height?: number; dark?: boolean } = {}) {
  const opened = await openPage(browser, server.address + hash, options);
  await opened.page.getByTestId('counts').waitFor();
  await opened.page.getByRole('button', { name: 'Export' }).click();
  await opened.page.getByTestId('export-size').waitFor();
  return opened;
}

async function save(page: Page): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: /^Save/u }).click(),
  ]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

describe('the export panel', () => {
  test('what is shown leaves as a graph document, with the denials of what it holds', async () => {
    const { page, complaints } = await openPanel('#sources=mu-lin-article');
    const shown = await page.getByTestId('export-counts').textContent();
    const exported = GraphDocument.parse(JSON.parse((await save(page)).bytes.toString()));
    expect(exported.manifest).toMatchObject({ closedUnderEvidence: true, selection: 'sources: mu-lin-article' });
    expect(shown?.replace(/\s/gu, '')).toContain(`${exported.claims.length}claims`);
    const { graph } = await bundledGraph();
    const relations = new Set(exported.claims.map((claim) => `${claim.subject} ${claim.type} ${claim.object}`));
    const kept = new Set(exported.claims.map((claim) => claim.id));
    const denials = (graph?.claims ?? []).filter(
      ({ subject, type, object, stance }) =>
        stance !== 'asserts' && object !== undefined && relations.has(`${subject} ${type} ${object}`),
    );
    expect(denials.length).toBeGreaterThan(0);
    expect(denials.filter((claim) => !kept.has(claim.id))).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('what is open can be taken alone; losses are told before anything is saved', async () => {
    const { page } = await openPanel(DISPUTED);
    const whole = await page.getByTestId('export-counts').textContent();
    await page.getByRole('radio', { name: 'The relation that is open' }).check();
    await expect.poll(() => page.getByTestId('export-counts').textContent()).not.toBe(whole);
    await page.getByRole('radio', { name: /GEXF/u }).check();
    await page.getByRole('heading', { name: 'What this format cannot hold' }).waitFor();
    expect(await page.getByRole('dialog').getByRole('listitem').count()).toBeGreaterThan(0);
    await page.getByRole('radio', { name: /Graph document/u }).check();
    await page.getByText('This format holds all of it.').waitFor();
    await page.context().close();
  });

  test('denials are left out only by an outright choice, which is told in the panel and in the file', async () => {
    const { page } = await openPanel(DISPUTED);
    await page.getByRole('radio', { name: 'The relation that is open' }).check();
    await page.getByRole('checkbox', { name: 'Leave denials and doubts out' }).check();
    await page.getByText(/denials and doubts are left out/u).waitFor();
    await page.getByRole('heading', { name: 'What this format cannot hold' }).waitFor();
    const { manifest, claims } = GraphDocument.parse(JSON.parse((await save(page)).bytes.toString()));
    expect(manifest?.closedUnderEvidence).toBe(false);
    expect(claims.every(({ stance }) => stance === 'asserts')).toBe(true);
    await page.context().close();
  });

  test('the trace that is open can be taken, and all traces of the answer', async () => {
    const { page } = await openPage(browser, `${server.address}#panel=trace&from=india&to=bla`);
    await page.getByTestId('counts').waitFor();
    await page.getByRole('button', { name: 'Export' }).click();
    const chosen = async (): Promise<number> =>
      Number(
        /selection: (\d+) chosen relation/u.exec((await page.getByTestId('export-citation').textContent()) ?? '')?.[1],
      );
    await page.getByRole('radio', { name: /^The trace that is open \(1 of \d+\)$/u }).check();
    await expect.poll(chosen).toBeGreaterThan(0);
    const one = await chosen();
    await page.getByRole('radio', { name: /^All \d+ traces$/u }).check();
    await expect.poll(chosen).toBeGreaterThan(one);
    await page.context().close();
  });

  test('the picture is saved in pixels, twice as fine as it is drawn', async () => {
    const { page, complaints } = await openPanel(DISPUTED);
    await page.getByRole('radio', { name: 'The relation that is open' }).check();
    await page.getByRole('radio', { name: /Picture \(PNG\)/u }).check();
    await page.getByRole('button', { name: 'Save ascribe-picture.png' }).waitFor();
    const { bytes } = await save(page);
    expect(bytes.subarray(1, 4).toString()).toBe('PNG');
    const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
    expect(width).toBeGreaterThanOrEqual(1520);
    expect(height).toBeGreaterThan(600);
    // A blank page of that size would be a few kilobytes.
    expect(bytes.length).toBeGreaterThan(30_000);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('the picture is what is on the screen: filter, focus and what was dragged; the rest is beside it, fainter', async () => {
    const { page, complaints } = await openPage(browser, `${server.address}#verdicts=disputed&verdicts=denied`);
    await page.getByTestId('counts').waitFor();
    const drawn = async (): Promise<Map<string, { x: number; y: number }>> => {
      await page.getByRole('button', { name: 'Export' }).click();
      await page.getByRole('radio', { name: /Picture \(SVG\)/u }).check();
      await page.getByRole('button', { name: 'Save ascribe-picture.svg' }).waitFor();
      const text = (await save(page)).bytes.toString();
      expect(text).toMatch(/only taken along as evidence: \d+ entities and \d+ relations, drawn fainter/u);
      await page.getByRole('button', { name: 'Close the export' }).click();
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
      return new Map(
        Array.from(
          text.matchAll(/<g class="entity" transform="translate\((\S+) (\S+)\)[^>]*><title>(.*?) \(/gu),
          ([, x, y, name = '']) => [name, { x: Number(x), y: Number(y) }],
        ),
      );
    };
    const before = await drawn();
    for (const [i, one] of [...before.values()].entries()) {
      for (const other of [...before.values()].slice(i + 1)) {
        expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(25);
      }
    }
    // Pakistan and Balochistan: the one relation that is denied outright, from the right to the left of the screen.
    const angle = (places: ReadonlyMap<string, { x: number; y: number }>): number => {
      const [from, to] = [places.get('Pakistan'), places.get('Balochistan')];
      if (from === undefined || to === undefined)
        throw new Error('the bundled graph says no more who controls Balochistan');
      return Math.atan2(to.y - from.y, to.x - from.x);
    };
    const canvas = page.getByTestId('graph');
    const box = await canvas.boundingBox();
    if (box === null) throw new Error('no canvas');
    // Balochistan is found by looking for what the pointer meets in the lower left of what is drawn.
    let found: { x: number; y: number } | undefined;
    for (let x = box.x + 200; found === undefined && x < box.x + box.width * 0.6; x += 8) {
      for (let y = box.y + box.height * 0.45; found === undefined && y < box.y + box.height * 0.75; y += 8) {
        await page.mouse.move(x, y);
        const meets = (await canvas.getAttribute('data-pointer')) !== null;
        if (meets && !(await page.getByTestId('caption').isVisible())) found = { x, y };
      }
    }
    if (found === undefined) throw new Error('no entity under the pointer');
    await page.mouse.move(found.x, found.y);
    await page.mouse.down();
    await page.mouse.move(found.x - 60, found.y - 260, { steps: 6 });
    await page.mouse.up();
    const after = await drawn();
    expect(Math.abs(angle(after) - angle(before))).toBeGreaterThan(0.4);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('GEXF has a place for every entity, so that Gephi opens what is on the screen', async () => {
    const { page } = await openPanel('');
    await page.getByRole('radio', { name: /GEXF/u }).check();
    await page.getByRole('button', { name: 'Save ascribe-graph.gexf' }).waitFor();
    const text = (await save(page)).bytes.toString();
    expect(text.match(/<viz:position /gu)?.length).toBe(text.match(/<node /gu)?.length);
    await page.context().close();
  });

  test('the dossier has the picture of what is on the screen, unless it is not wanted', async () => {
    const { page, complaints } = await openPanel(DISPUTED);
    await page.getByRole('radio', { name: 'The relation that is open' }).check();
    await page.getByRole('radio', { name: /one HTML page/u }).check();
    await page.getByRole('button', { name: 'Save ascribe-dossier.html' }).waitFor();
    const drawn = (await save(page)).bytes.toString();
    expect(drawn).toContain('class="picture"');
    expect(drawn).toContain('Whether India is accused of funding Baloch armed groups');
    await page.getByRole('checkbox', { name: 'With the picture' }).uncheck();
    await page.getByRole('button', { name: 'Save ascribe-dossier.html' }).waitFor();
    expect((await save(page)).bytes.toString()).not.toContain('class="picture"');
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('every format can be written, and says for whom it is', async () => {
    const { page, complaints } = await openPanel(DISPUTED);
    await page.getByRole('radio', { name: 'The relation that is open' }).check();
    const formats = page.getByRole('radiogroup', { name: 'As' }).getByRole('radio');
    const count = await formats.count();
    expect(count).toBeGreaterThan(5);
    for (let i = 0; i < count; i++) {
      await formats.nth(i).check();
      await page.getByTestId('export-size').waitFor();
      expect(await formats.nth(i).getAttribute('aria-describedby')).not.toBeNull();
    }
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('several files are saved one after the other', async () => {
    const { page } = await openPanel('');
    await page.getByRole('radio', { name: /CSV tables/u }).check();
    await page.getByRole('button', { name: 'Save 3 files' }).waitFor();
    // Beside older ones the browser would call them otherwise.
    await page.getByText(/Save them into an empty folder: .* “\w+ \(1\)\.csv”/u).waitFor();
    const names: string[] = [];
    page.on('download', (download) => names.push(download.suggestedFilename()));
    await page.getByRole('button', { name: 'Save 3 files' }).click();
    await expect.poll(() => names.length).toBe(3);
    expect(new Set(names).size).toBe(3);
    await page.context().close();
  });

  test('a citation can be copied: title, day and content hash, without an address that nobody else can open', async () => {
    const { page } = await openPanel(DISPUTED);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: 'Copy citation' }).click();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(/^“.+”; selection: .+; taken \d{4}-\d\d-\d\d; content SHA-256 [0-9a-f]{64}/u);
    expect(copied).not.toContain('127.0.0.1');
    await page.context().close();
  });

  test.each([
    [360, 740, false],
    [360, 740, true],
    [1440, 900, false],
    [1440, 900, true],
    [2560, 1440, false],
  ])('at %d × %d, dark: %s, nothing runs out of the page and axe-core finds nothing', async (width, height, dark) => {
    const { page, complaints } = await openPanel('', { width, height, dark });
    if (width < 700) await page.getByRole('combobox', { name: 'As' }).selectOption('gexf');
    else await page.getByRole('radio', { name: /GEXF/u }).check();
    await page.getByRole('heading', { name: 'What this format cannot hold' }).waitFor();
    // Size, losses and the button are in sight whatever is scrolled.
    for (const part of [
      page.getByTestId('export-size'),
      page.getByTestId('export-lost'),
      page.getByRole('button', { name: 'Save ascribe-graph.gexf' }),
    ]) {
      const box = await part.boundingBox();
      expect(box?.y).toBeGreaterThan(0);
      expect((box?.y ?? height) + (box?.height ?? 0)).toBeLessThanOrEqual(height);
    }
    await page.waitForTimeout(300);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    expect(await violations(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});

/** Opens a file as a reader would, and notes everything that it asks for. */
async function openFile(name: string, text: string, options: { width?: number; dark?: boolean } = {}) {
  const path = join(folder, name);
  await writeFile(path, text);
  const context = await browser.newContext({
    viewport: { width: options.width ?? 1200, height: 900 },
    colorScheme: options.dark === true ? 'dark' : 'light',
  });
  const page = await context.newPage();
  const noted: string[] = [];
  page.on('console', (message) => noted.push(message.text()));
  page.on('pageerror', (error) => noted.push(error.message));
  page.on('dialog', (dialog) => {
    noted.push(dialog.message());
    void dialog.dismiss();
  });
  const address = pathToFileURL(path).href;
  page.on('request', (request) => {
    if (request.url() !== address) noted.push(request.url());
  });
  await page.goto(address);
  return { page, noted };
}

describe('the dossier as a page', () => {
  test.each([
    [1200, false],
    [1200, true],
    [360, false],
    [360, true],
  ])(
    'of a hostile graph, %d px wide, dark: %s: nothing runs or loads, all fits, axe-core finds nothing',
    async (width, dark) => {
      const text = writeHtml(await hostileGraph()).files[0]?.text ?? '';
      const { page, noted } = await openFile('hostile.html', text, { width, dark });
      expect(noted).toEqual([]);
      expect(await overflow(page)).toBeLessThanOrEqual(0);
      // Its own policy keeps out even the checker: it is put in from outside of the page.
      const free = await browser.newContext({
        bypassCSP: true,
        viewport: { width, height: 900 },
        colorScheme: dark ? 'dark' : 'light',
      });
      const checked = await free.newPage();
      await checked.goto(page.url());
      expect(await violations(checked)).toEqual([]);
      await free.close();
      await page.context().close();
    },
  );

  test('its style sheet is applied, under its own policy', async () => {
    const text = writeHtml(await hostileGraph()).files[0]?.text ?? '';
    const { page } = await openFile('style.html', text, { dark: true });
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(26, 27, 30)');
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(255, 255, 255)');
    await page.context().close();
  });

  test('its picture keeps its size on a screen, and has a sheet across on paper', async () => {
    const { graph } = await bundledGraph();
    if (graph === undefined) throw new Error('the bundled graph is broken');
    const text = writeHtml(graph).files[0]?.text ?? '';
    const { page } = await openFile('picture.html', text, { width: 390 });
    const height = await page.evaluate(() => document.querySelector('text.name')?.getBoundingClientRect().height ?? 0);
    expect(height).toBeGreaterThan(11);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    const across = pdf.match(/\/MediaBox \[0 0 84[12](\.\d+)? 59[45](\.\d+)?\]/gu);
    expect(across).toHaveLength(1);
    await page.context().close();
  });

  test('it prints on A4 with links spelled out', async () => {
    const graph = await hostileGraph();
    const sources = graph.sources.map((source) => ({ ...source, url: 'https://example.org/document' }));
    const { page } = await openFile('print.html', writeHtml({ ...graph, sources }).files[0]?.text ?? '');
    await page.emulateMedia({ media: 'print' });
    const spelled = await page.evaluate(() => {
      const link = document.querySelector('a[href^="https"]');
      return link === null ? '' : getComputedStyle(link, '::after').content;
    });
    expect(spelled).toContain('https://example.org/document');
    const pdf = await page.pdf({ preferCSSPageSize: true });
    // A4 in points.
    expect(pdf.toString('latin1')).toMatch(/\/MediaBox \[0 0 59[45](\.\d+)? 84[12](\.\d+)?\]/u);
    await page.context().close();
  });
});

describe('the picture as a file', () => {
  test('a strict reader takes it, and nothing in it runs or loads', async () => {
    const text = writeSvg(await hostileGraph()).files[0]?.text ?? '';
    const { page, noted } = await openFile('hostile.svg', text);
    expect(noted).toEqual([]);
    const [root, errors] = await page.evaluate(() => [
      document.documentElement.tagName,
      document.querySelectorAll('parsererror').length,
    ]);
    expect([root, errors]).toEqual(['svg', 0]);
    await page.context().close();
  });

  test('no name covers another', async () => {
    const { graph } = await bundledGraph();
    if (graph === undefined) throw new Error('the bundled graph is broken');
    const { page } = await openFile('names.svg', writeSvg(graph).files[0]?.text ?? '');
    const covered = await page.evaluate(() => {
      const boxes = [...document.querySelectorAll('text.name')].map((name) => name.getBoundingClientRect());
      // Boxes of text have some air above and below the letters.
      const air = 3;
      return boxes.flatMap((a, i) =>
        boxes
          .slice(i + 1)
          .filter(
            (b) => a.left + air < b.right && b.left + air < a.right && a.top + air < b.bottom && b.top + air < a.bottom,
          ),
      ).length;
    });
    expect(covered).toBe(0);
    await page.context().close();
  });
});
