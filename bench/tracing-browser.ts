/**
 * How long traces take in a browser: a page asks a module worker that holds the graph of a million claims for 200
 * traces, one after another, and watches how long it is itself kept from drawing. How to run it: bench/README.md.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { build } from 'vite';
import { launchBrowser, openPage } from '../tests/browser/browser.ts';
import { machine, printTable, quantile, today } from './report.ts';
import { writeGraph, writePairs } from './tracing/files.ts';
import { connectedPairs, makeGraph, walkedLinks } from './tracing/graph.ts';
import { PageResult, type Quiet } from './tracing/page/result.ts';

const [GRAPH_SEED, PAIR_SEED, PAIRS] = [20_240_513, 4, 200];
const SIZE = { entities: 100_000, claims: 1_000_000 };
const TARGETS = { answerMs: 100, blockedMs: 50 };
/** Milliseconds that the page may take as a whole. */
const PATIENCE = 300_000;
const MEDIA_TYPES: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript' };

const folder = mkdtempSync(join(tmpdir(), 'ascribe-tracing-page-'));
const server = createServer(async (request, response) => {
  const name = new URL(request.url ?? '/', 'http://localhost').pathname;
  const file = name === '/' ? '/index.html' : name;
  const body = await readFile(join(folder, file)).catch(() => undefined);
  response.writeHead(body === undefined ? 404 : 200, { 'content-type': MEDIA_TYPES[extname(file)] ?? 'text/plain' });
  response.end(body);
});
const browser = await launchBrowser();
try {
  await build({
    configFile: false,
    root: join(import.meta.dirname, 'tracing', 'page'),
    base: './',
    logLevel: 'error',
    worker: { format: 'es' },
    build: { outDir: folder, emptyOutDir: false, target: 'es2023' },
  });
  const graph = makeGraph(SIZE, GRAPH_SEED);
  const walked = walkedLinks(graph);
  writeGraph(folder, graph);
  writePairs(folder, connectedPairs(walked, PAIRS, PAIR_SEED));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  const { page, complaints } = await openPage(browser, `http://127.0.0.1:${address.port}/`);
  const filled = page.locator('#result:not(:empty)');
  await filled.waitFor({ timeout: PATIENCE, state: 'attached' });
  if (complaints.length > 0) throw new Error(complaints.join('\n'));
  const result = PageResult.parse(JSON.parse((await filled.textContent()) ?? ''));

  const milliseconds = (value: number): string => `${value.toFixed(1)} ms`;
  const longest = ({ longTasks }: Quiet): number => longTasks.reduce((most, ms) => Math.max(most, ms), 0);
  const blocked = (quiet: Quiet): string =>
    `${milliseconds(quiet.longestFrame)} between frames (${quiet.frames}); ${quiet.longTasks.length} tasks over 50 ms` +
    (quiet.longTasks.length > 0 ? `, the longest ${milliseconds(longest(quiet))}` : '');
  const p95 = quantile(result.ms, 0.95);
  const held = Math.max(longest(result.asking), result.asking.longestFrame);
  const isMet = (met: boolean): string => (met ? 'yes' : '**no**');
  printTable([
    ['measure', 'value'],
    [
      'graph',
      `${graph.claims} claims, ${graph.entities} entities, ${graph.from.length} relations, ${walked.from.length} walked`,
    ],
    ['question', `${result.k} best paths of at most ${result.depth} hops, ${result.ms.length} pairs`],
    ['answer, median', milliseconds(quantile(result.ms, 0.5))],
    ['answer, p95', milliseconds(p95)],
    ['answer, p99', milliseconds(quantile(result.ms, 0.99))],
    [
      'answer, first and slowest',
      `${milliseconds(result.ms[0] ?? Number.NaN)} and ${milliseconds(Math.max(...result.ms))}`,
    ],
    ['paths; pairs without one; cut short', `${result.paths}; ${result.empty}; ${result.cutShort}`],
    [
      'graph handed over until ready; of this building',
      `${milliseconds(result.loadMs)}; ${milliseconds(result.buildMs)}`,
    ],
    ['page while asking, at most', blocked(result.asking)],
    ['page while loading, at most', blocked(result.loading)],
    ['page while nothing is asked, at most', blocked(result.idle)],
    ['seeds of graph and pairs', `${GRAPH_SEED}, ${PAIR_SEED}`],
    ['machine', machine()],
    ['Node, browser', `${process.versions.node}, Chromium ${browser.version()}`],
    ['date', today()],
  ]);
  printTable([
    ['target', 'here', 'met'],
    [`answer at p95 ≤ ${TARGETS.answerMs} ms`, milliseconds(p95), isMet(p95 <= TARGETS.answerMs)],
    [
      `page never blocked over ${TARGETS.blockedMs} ms while asking`,
      milliseconds(held),
      isMet(held <= TARGETS.blockedMs),
    ],
  ]);
} finally {
  await browser.close();
  server.close();
  rmSync(folder, { recursive: true });
}
