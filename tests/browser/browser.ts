import { existsSync } from 'node:fs';
import packagedChromium from '@sparticuz/chromium';
import { type Browser, chromium, type Page } from 'playwright-core';
import { readDocuments } from '../../src/formats/documents/read-documents.ts';
import type { ReadResult } from '../../src/formats/format.ts';
import { readGraphFolder } from '../../src/formats/graph-folder/read-graph-folder.ts';
import { type RunningServer, startServer } from '../../src/server/serve.ts';

const SYSTEM_BROWSERS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
];

/** A browser named in ASCRIBE_BROWSER, else one that the system has, else the one that comes as a package. */
async function browserPath(): Promise<string> {
  const named = process.env['ASCRIBE_BROWSER'];
  if (named !== undefined && named !== '') return named;
  return SYSTEM_BROWSERS.find((path) => existsSync(path)) ?? packagedChromium.executablePath();
}

export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: await browserPath(),
    args: [
      '--no-sandbox',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      // WebGL without a graphics card.
      '--use-gl=angle',
      '--use-angle=swiftshader',
      '--enable-unsafe-swiftshader',
    ],
  });
}

const root = new URL('../../', import.meta.url);

export async function bundledGraph(): Promise<ReadResult> {
  return (await readGraphFolder(new URL('graph', root).pathname)).result;
}

/** Serves a graph as `ascribe serve` does. */
export async function serve(graph: ReadResult, documentsFolder?: string): Promise<RunningServer> {
  const documents = documentsFolder === undefined ? [] : (await readDocuments(documentsFolder)).documents;
  return startServer({ graph, documents, staticFolder: new URL('dist/explorer', root).pathname }, { port: 0 });
}

export interface OpenPage {
  readonly page: Page;
  /** Everything that the page complained of: errors, refused content, failed requests. */
  readonly complaints: string[];
}

export async function openPage(
  browser: Browser,
  address: string,
  options: { width?: number; height?: number; dark?: boolean } = {},
): Promise<OpenPage> {
  const context = await browser.newContext({
    viewport: { width: options.width ?? 1440, height: options.height ?? 900 },
    colorScheme: options.dark === true ? 'dark' : 'light',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('requestfailed', (request) => complaints.push(`${request.url()} ${request.failure()?.errorText ?? ''}`));
  await page.goto(address);
  return { page, complaints };
}
