/** Takes the pictures of README from the explorer itself, on the bundled graph: `npm run screenshots` after a build. */
import type { Page } from 'playwright-core';
import { bundledGraph, launchBrowser, openPage, serve } from '../tests/browser/browser.ts';

interface Shot {
  readonly name: string;
  readonly hash: string;
  readonly width: number;
  readonly height: number;
  readonly dark?: boolean;
  readonly prepare?: (page: Page) => Promise<void>;
}

const SHOTS: readonly Shot[] = [
  { name: 'graph', hash: '', width: 1600, height: 980 },
  {
    name: 'dispute',
    hash: '#dispute=denial&sel=relation:india~backs~baloch-armed-groups',
    width: 1600,
    height: 980,
    prepare: async (page) => {
      await page.getByRole('button', { name: 'Why this verdict?' }).click();
    },
  },
  {
    name: 'compare',
    hash: '#panel=compare&stage=compare&p=speaker:pakistan&q=speaker:bla',
    width: 1600,
    height: 980,
  },
  {
    name: 'trace',
    hash: '#panel=trace&from=india&to=baloch-independence-movement',
    width: 1600,
    height: 980,
    dark: true,
  },
];

const [browser, server] = await Promise.all([launchBrowser(), bundledGraph().then((graph) => serve(graph))]);
for (const shot of SHOTS) {
  const { page } = await openPage(browser, server.address + shot.hash, shot);
  await page.getByTestId('counts').waitFor();
  await shot.prepare?.(page);
  await page.waitForTimeout(1500);
  await page.screenshot({ path: new URL(`images/${shot.name}.png`, import.meta.url).pathname });
  await page.context().close();
}
await browser.close();
await server.close();
