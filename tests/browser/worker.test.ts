import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { extname, join } from 'node:path';
import type { Browser, Page, Worker } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readGraphFolder } from '../../src/formats/graph-folder/read-graph-folder.ts';
import type { GraphDocument } from '../../src/model/graph-document.ts';
import { launchBrowser, openPage, serve } from './browser.ts';

let browser: Browser;
let graph: GraphDocument;

beforeAll(async () => {
  browser = await launchBrowser();
  const { result } = await readGraphFolder(new URL('../fixtures/small-graph', import.meta.url).pathname);
  if (result.graph === undefined) throw new Error('the fixture does not open');
  graph = result.graph;
});

afterAll(async () => {
  await browser?.close();
});

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

/** A server of plain files, as any web host is: the explorer below a path, and the graph as a file beside it. */
async function servePlainly(below: string): Promise<{ server: Server; address: string }> {
  const folder = new URL('../../dist/explorer', import.meta.url).pathname;
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '', 'http://host');
    const path = pathname.startsWith(below) ? pathname.slice(below.length) : undefined;
    const sent =
      path === 'api/graph'
        ? Promise.resolve(JSON.stringify(graph))
        : path === undefined
          ? Promise.reject(new Error('elsewhere'))
          : readFile(join(folder, path === '' ? 'index.html' : path));
    sent.then(
      (body) => {
        response.writeHead(200, { 'content-type': MEDIA_TYPES[extname(path ?? '') || '.html'] ?? 'text/plain' });
        response.end(body);
      },
      () => {
        response.writeHead(404, { 'content-type': 'text/html' });
        response.end('<p>Not here</p>');
      },
    );
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('no address');
  return { server, address: `http://127.0.0.1:${address.port}${below}` };
}

/** The workers that hold a graph; the one that finds places serves all graphs. */
function graphWorkers(page: Page): Worker[] {
  return page.workers().filter((worker) => worker.url().includes('/knowledge.worker-'));
}

async function dropFile(page: Page, name: string, text: string): Promise<void> {
  const dropped = await page.evaluateHandle(
    ([file, content]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([content ?? ''], file ?? '', { type: 'application/json' }));
      return transfer;
    },
    [name, text],
  );
  await page.dispatchEvent('body', 'dragenter', { dataTransfer: dropped });
  await page.getByText('Drop the documents of the sources').dispatchEvent('drop', { dataTransfer: dropped });
}

test('the graph is held by one worker, from a hashed module file of the same origin', async () => {
  const server = await serve({ graph, issues: [] });
  const { page, complaints } = await openPage(browser, server.address);
  await page.getByTestId('counts').waitFor();
  expect(graphWorkers(page).map((worker) => new URL(worker.url()).pathname)).toEqual([
    expect.stringMatching(/^\/assets\/knowledge\.worker-[\w-]{8}\.js$/u),
  ]);
  expect(complaints).toEqual([]);
  await page.context().close();
  await server.close();
});

test('a server of plain files below a path is enough; that it has no documents is no fault', async () => {
  const { server, address } = await servePlainly('/deep/down/');
  const { page, complaints } = await openPage(browser, address);
  await page.getByTestId('counts').waitFor();
  await page.waitForTimeout(300);
  // The browser itself tells of each 404.
  expect(complaints.filter((one) => !one.includes('404'))).toEqual([]);
  expect(await page.getByRole('alert').count()).toBe(0);
  await page.context().close();
  server.close();
});

test('a graph that is dropped takes the place of the open one, and of its worker', async () => {
  const server = await serve({ graph, issues: [] });
  const { page, complaints } = await openPage(browser, server.address);
  await page.getByTestId('counts').waitFor();
  const [first] = graphWorkers(page);
  const [claim] = graph.claims.filter((one) => one.object !== undefined);
  await dropFile(page, 'one.json', JSON.stringify({ ...graph, claims: [claim] }));
  await page
    .getByTestId('counts')
    .getByText(/1 of 1/u)
    .waitFor();
  await expect.poll(() => graphWorkers(page).length).toBe(1);
  expect(graphWorkers(page)[0]).not.toBe(first);
  // One that cannot be opened shows its findings, and leaves no worker.
  await dropFile(page, 'broken.json', '{"format": ');
  await page.getByRole('heading', { name: 'This graph cannot be opened yet' }).waitFor();
  await page.getByText('broken.json').waitFor();
  await expect.poll(() => graphWorkers(page).length).toBe(0);
  expect(complaints).toEqual([]);
  await page.context().close();
  await server.close();
});

test('where nothing can be reached the page says so', async () => {
  const server = await serve({ graph, issues: [] });
  const context = await browser.newContext();
  const page = await context.newPage();
  await context.route('**/api/graph', (route) => route.fulfill({ status: 502, contentType: 'text/html', body: '<p>' }));
  await page.goto(server.address);
  await page.getByText(/The server answered 502/u).waitFor();
  await context.close();
  await server.close();
});

test('a graph that takes long to come says how far it is, and can be stopped', async () => {
  const server = await serve({ graph, issues: [] });
  const context = await browser.newContext();
  const page = await context.newPage();
  await context.route('**/api/graph', () => undefined);
  await page.goto(server.address);
  await page.getByText('Reading the graph').waitFor();
  await page.getByRole('button', { name: 'Stop' }).click();
  await page.getByText('Opening the graph was stopped').waitFor();
  await expect.poll(() => graphWorkers(page).length).toBe(0);
  await context.close();
  await server.close();
});
