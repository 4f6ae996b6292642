import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { InMemoryKnowledgeBase } from '../../src/knowledge/in-memory.ts';
import type { GraphDocument } from '../../src/model/graph-document.ts';
import type { RunningServer } from '../../src/server/serve.ts';
import { bundledGraph, launchBrowser, type OpenPage, openPage, serve } from './browser.ts';

interface Started {
  readonly browser: Browser;
  readonly server: RunningServer;
  readonly graph: GraphDocument;
  readonly base: InMemoryKnowledgeBase;
}

/**
 * The explorer on the bundled graph, in one browser for all tests of a file. After each test its page is closed, and must
 * not have complained of anything: a refused script or style would stand there, too.
 */
export class BundledExplorer {
  #started: Started | undefined;
  #open: OpenPage | undefined;

  constructor() {
    beforeAll(async () => {
      const read = await bundledGraph();
      if (read.graph === undefined) throw new Error('the bundled graph does not open');
      const [browser, server] = await Promise.all([launchBrowser(), serve(read)]);
      this.#started = { browser, server, graph: read.graph, base: new InMemoryKnowledgeBase(read.graph) };
    });
    afterEach(async () => {
      const open = this.#open;
      this.#open = undefined;
      expect(open?.complaints ?? []).toEqual([]);
      await open?.page.context().close();
    });
    afterAll(async () => {
      await this.#started?.browser.close();
      await this.#started?.server.close();
    });
  }

  /** What the page must agree with. */
  get base(): InMemoryKnowledgeBase {
    return this.#running.base;
  }
  get graph(): GraphDocument {
    return this.#running.graph;
  }

  /** Opens a view, given as the part of its address from `#` on, and waits until it is drawn. */
  async visit(fragment = '', options: Parameters<typeof openPage>[2] = {}): Promise<Page> {
    await this.#open?.page.context().close();
    const { browser, server } = this.#running;
    this.#open = await openPage(browser, server.address + fragment, options);
    await this.#open.page.getByTestId('counts').waitFor();
    return this.#open.page;
  }

  /** Opens the same explorer once more, at an address or a part of it from `#` on; the test closes that page itself. */
  openBeside(address: string, options: Parameters<typeof openPage>[2] = {}): Promise<OpenPage> {
    const { browser, server } = this.#running;
    return openPage(browser, address.startsWith('http') ? address : server.address + address, options);
  }

  get #running(): Started {
    if (this.#started === undefined) throw new Error('the explorer is not there before the tests of a file run');
    return this.#started;
  }
}
