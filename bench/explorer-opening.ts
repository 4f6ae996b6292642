/**
 * How long the explorer takes to open, and what it sends. Builds are assumed done.
 *
 * Each run is a fresh browser context, so nothing is cached. The clock is the page's own: `performance.now()` counts
 * from the start of the navigation, so the driver's delays are not in it. The picture counts as drawn one animation
 * frame after the line of counts is visible. Bytes are those of the answers' headers and bodies as they came over the
 * wire, the graph counted apart from the explorer's own files.
 */
import type { Browser, Request } from 'playwright-core';
import { bundledGraph, launchBrowser, openPage, serve } from '../tests/browser/browser.ts';
import { machine, printTable, quantile } from './report.ts';

const RUNS = 7;

interface Run {
  readonly drawn: number;
  readonly bytes: { readonly assets: number; readonly graph: number; readonly requests: number };
}

async function bytesOf(requests: readonly Request[]): Promise<Run['bytes']> {
  const sizes = await Promise.all(
    requests.map(async (request) => {
      const { responseHeadersSize, responseBodySize } = await request.sizes();
      return { isGraph: request.url().includes('/api/'), bytes: responseHeadersSize + responseBodySize };
    }),
  );
  const sum = (graph: boolean): number =>
    sizes.filter(({ isGraph }) => isGraph === graph).reduce((total, { bytes }) => total + bytes, 0);
  return { assets: sum(false), graph: sum(true), requests: sizes.length };
}

async function open(browser: Browser, address: string): Promise<Run> {
  const { page } = await openPage(browser, 'about:blank');
  const requests: Request[] = [];
  page.on('requestfinished', (request) => {
    if (request.url().startsWith(address)) requests.push(request);
  });
  await page.goto(address, { waitUntil: 'commit' });
  const drawn = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const look = (): void => {
          const counts = document.querySelector('[data-testid="counts"]');
          const box = counts?.getBoundingClientRect();
          if (box === undefined || box.width === 0 || box.height === 0) requestAnimationFrame(look);
          else requestAnimationFrame(() => resolve(performance.now()));
        };
        look();
      }),
  );
  await page.waitForLoadState('networkidle');
  const bytes = await bytesOf(requests);
  await page.context().close();
  return { drawn, bytes };
}

const graph = await bundledGraph();
const [browser, server] = await Promise.all([launchBrowser(), serve(graph)]);
const runs: Run[] = [];
for (let i = 0; i < RUNS; i++) runs.push(await open(browser, server.address));
const version = browser.version();
await browser.close();
await server.close();

const times = runs.map((run) => run.drawn);
const [first] = runs;
const kilobytes = (bytes: number): string => `${(bytes / 1024).toFixed(0)} KB`;
const milliseconds = (value: number): string => `${value.toFixed(0)} ms`;
const counts = graph.graph;
const rows: readonly (readonly [string, string])[] = [
  ['graph', `${counts?.claims.length} claims, ${counts?.entities.length} entities`],
  ['runs', String(RUNS)],
  ['until drawn, median', milliseconds(quantile(times, 0.5))],
  ['until drawn, p95', milliseconds(quantile(times, 0.95))],
  ['until drawn, fastest and slowest', `${milliseconds(Math.min(...times))} and ${milliseconds(Math.max(...times))}`],
  ['explorer over the wire', kilobytes(first?.bytes.assets ?? Number.NaN)],
  ['graph and documents over the wire', kilobytes(first?.bytes.graph ?? Number.NaN)],
  ['requests', String(first?.bytes.requests)],
  ['machine', machine()],
  ['Node', process.versions.node],
  ['browser', `Chromium ${version}, WebGL by SwiftShader`],
];
printTable([['measure', 'value'], ...rows]);
