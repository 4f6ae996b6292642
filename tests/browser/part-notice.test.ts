import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { withoutDenials } from '../../src/knowledge/without-denials.ts';
import type { RunningServer } from '../../src/server/serve.ts';
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
