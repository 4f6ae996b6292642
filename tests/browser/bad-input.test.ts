import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseGraphFolder } from '../../src/formats/graph-folder/parse-graph-folder.ts';
import { readGraphFolder } from '../../src/formats/graph-folder/read-graph-folder.ts';
import type { GraphDocument } from '../../src/model/graph-document.ts';
import { launchBrowser, openPage, serve } from './browser.ts';

let browser: Browser;
let graph: GraphDocument;

beforeAll(async () => {
  browser = await launchBrowser();
  const read = await readGraphFolder(new URL('../fixtures/small-graph', import.meta.url).pathname);
  if (read.result.graph === undefined) throw new Error('the fixture does not open');
  graph = read.result.graph;
});

afterAll(async () => {
  await browser?.close();
});

test('a graph that cannot be opened shows every finding with its place', async () => {
  const broken = parseGraphFolder([
    { path: 'ontology.yaml', text: 'version: 1\nkinds: [\n' },
    { path: 'sources.yaml', text: 'sources: nonsense\n' },
  ]);
  const server = await serve(broken);
  const { page } = await openPage(browser, server.address);
  await page.getByRole('heading', { name: 'This graph cannot be opened yet' }).waitFor();
  const rows = page.getByTestId('findings').getByRole('row');
  expect(await rows.count()).toBe(broken.issues.length + 1);
  await page
    .getByText(/^ontology\.yaml:\d+:\d+$/u)
    .first()
    .waitFor();
  await page.context().close();
  await server.close();
});

test('markup and script in names are shown as text and never run', async () => {
  const evil = '<img src=x onerror="document.title=\'run\'"><script>document.title="run"</script>';
  const hostile: GraphDocument = {
    ...graph,
    title: evil,
    entities: graph.entities.map((entity) => ({ ...entity, name: `${entity.name} ${evil}` })),
  };
  const server = await serve({ graph: hostile, issues: [] });
  const { page, complaints } = await openPage(
    browser,
    `${server.address}#stage=table&sel=entity:${graph.entities[0]?.id}`,
  );
  await page.getByTestId('entity-inspector').getByText('<img src=x').first().waitFor();
  expect(await page.title()).toBe('Ascribe');
  expect(await page.locator('img[src="x"]').count()).toBe(0);
  expect(complaints).toEqual([]);
  await page.context().close();
  await server.close();
});

test('right-to-left names keep to their own place', async () => {
  const [first, ...rest] = graph.entities;
  if (first === undefined) throw new Error('the fixture has no entity');
  const server = await serve({ graph: { ...graph, entities: [{ ...first, name: 'بلوچستان' }, ...rest] }, issues: [] });
  const { page } = await openPage(browser, `${server.address}#sel=entity:${first.id}`);
  const heading = page.getByTestId('entity-inspector').getByRole('heading', { name: 'بلوچستان' });
  await heading.waitFor();
  expect(await heading.locator('bdi').count()).toBe(1);
  await page.context().close();
  await server.close();
});
