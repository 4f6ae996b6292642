import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { InMemoryKnowledgeBase } from '../../src/knowledge/in-memory.ts';
import { withoutDenials } from '../../src/knowledge/without-denials.ts';
import type { RunningServer } from '../../src/server/serve.ts';
import { violations } from './axe.ts';
import { bundledGraph, launchBrowser, openPage, serve } from './browser.ts';

let browser: Browser;
let server: RunningServer;

beforeAll(async () => {
  browser = await launchBrowser();
  const { graph, issues } = await bundledGraph();
  if (graph === undefined) throw new Error('the bundled graph cannot be read');
  server = await serve({ graph: withoutDenials(graph, new Date(0), '1').graph, issues });
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

test('a graph without its denials says so while it is open, and so does what is exported of it', async () => {
  const { page, complaints } = await openPage(browser, server.address);
  await page.getByTestId('counts').waitFor();
  expect(await page.getByTestId('part-notice').textContent()).toMatch(/^\d+ claims that deny or doubt were left out/u);
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByTestId('export-size').waitFor();
  await page.getByText('was left out before').waitFor();
  await page.getByRole('heading', { name: 'What this format cannot hold' }).waitFor();
  expect(await page.getByRole('dialog').getByText('This format holds all of it.').count()).toBe(0);
  expect(complaints).toEqual([]);
});

test('a part that is opened says how much of the whole is not in it, for as long as it is open; a whole says nothing', async () => {
  const { graph, issues } = await bundledGraph();
  if (graph === undefined) throw new Error('the bundled graph cannot be read');
  const sources = graph.sources.slice(0, 1).map(({ id }) => id);
  const part = await new InMemoryKnowledgeBase(graph).subgraph({
    taken: new Date(0),
    filter: { sources },
  });
  const left = (part.manifest?.leftOut.claims ?? 0).toLocaleString('en-GB').replace(',', '\\s');
  const served = await serve({ graph: part, issues });
  const { page, complaints } = await openPage(browser, served.address, { width: 375, height: 800 });
  await page.getByTestId('counts').waitFor();
  const line = page.getByTestId('part-line');
  expect(await line.textContent()).toMatch(
    new RegExp(`^A part of a graph, without ${left} claims.* Taken as: sources: `, 'u'),
  );
  expect(await page.getByTestId('part-notice').count()).toBe(0);
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByText('which is a part itself').waitFor();
  expect(complaints).toEqual([]);
  await served.close();
  const whole = await serve({ graph, issues });
  const other = await openPage(browser, whole.address);
  await other.page.getByTestId('counts').waitFor();
  expect(await other.page.getByTestId('part-line').count()).toBe(0);
  await whole.close();
});
