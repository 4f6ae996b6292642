import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { readGraphFolder } from '../../src/formats/graph-folder/read-graph-folder.ts';
import type { GraphDocument } from '../../src/model/graph-document.ts';
import type { RunningServer } from '../../src/server/serve.ts';
import { launchBrowser, openPage, serve } from './browser.ts';

/** Two people, of whom one may be somebody of the small graph. */
export const GEXF = `<?xml version="1.0"?>
<gexf xmlns="http://gexf.net/1.3" version="1.3"><graph defaultedgetype="directed">
  <nodes><node id="n1" label="Ann Lee"/><node id="n2" label="Harbour Trust"/></nodes>
  <edges><edge id="e1" source="n1" target="n2" kind="advises"/></edges>
</graph></gexf>`;

/** A text, or bytes. */
export type Given = readonly [name: string, content: string | readonly number[]];

/** Lets files go over the page. */
export async function drop(page: Page, ...files: readonly Given[]): Promise<void> {
  const dropped = await page.evaluateHandle((given) => {
    const transfer = new DataTransfer();
    for (const [name, content] of given) {
      const bits = typeof content === 'string' ? content : new Uint8Array(content);
      transfer.items.add(new File([bits], name));
    }
    return transfer;
  }, files);
  await page.dispatchEvent('body', 'dragenter', { dataTransfer: dropped });
  await page.getByTestId('drop-sheet').dispatchEvent('drop', { dataTransfer: dropped });
}

/** What has the focus: its label, or its text. */
export function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const { activeElement: at } = document;
    const label = at?.closest('[role="radiogroup"]')?.getAttribute('aria-labelledby') ?? '';
    const group = label === '' ? undefined : document.getElementById(label)?.textContent;
    return (
      group ?? at?.getAttribute('aria-label') ?? at?.tagName.replace(/^(?!BODY|TEXTAREA).*/u, at.textContent) ?? ''
    );
  });
}

interface Started {
  readonly browser: Browser;
  readonly server: RunningServer;
  readonly graph: GraphDocument;
}

/** The explorer on the small graph, in one browser for all tests of a file: where files are given to the page. */
export class SmallExplorer {
  #started: Started | undefined;

  constructor() {
    beforeAll(async () => {
      const folder = (name: string): string => new URL(`../fixtures/${name}`, import.meta.url).pathname;
      const { result } = await readGraphFolder(folder('small-graph'));
      if (result.graph === undefined) throw new Error('the small graph does not open');
      const [browser, server] = await Promise.all([launchBrowser(), serve(result, folder('small-documents'))]);
      this.#started = { browser, server, graph: result.graph };
    });
    afterAll(async () => {
      await this.#started?.browser.close();
      await this.#started?.server.close();
    });
  }

  /** The graph that is served. */
  get graph(): GraphDocument {
    return this.#running.graph;
  }

  /** Opens it anew, with what it complains of; the test closes it. */
  async open(options: Parameters<typeof openPage>[2] = {}) {
    const { browser, server } = this.#running;
    const { page, complaints } = await openPage(browser, server.address, options);
    await page.getByTestId('counts').waitFor();
    return { page, complaints, close: () => page.context().close() };
  }

  get #running(): Started {
    if (this.#started === undefined) throw new Error('the explorer is not there before the tests of a file run');
    return this.#started;
  }
}
