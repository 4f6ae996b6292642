import { type AskOptions, Line, LineClosedError } from '../../knowledge/remote/line.ts';
import { RemoteKnowledgeBase } from '../../knowledge/remote/remote-knowledge-base.ts';
import type { Compared } from './compare-readings.ts';
import type { Finding } from './finding.ts';
import type { JudgedGraph, Merging, NamedReading, Opened, OpeningStep, WorkerQuestion } from './graph-worker.ts';
import type { Pair } from './join-readings.ts';
import type { MatchedTexts } from './match-texts.ts';
import type { MergedView } from './merged-view.ts';
import type { Preview, ReadingChoice, ReadSoFar } from './preview.ts';
import type { Knowledge } from './use-knowledge.ts';

/** A graph that is open in a worker of its own. */
export interface OpenGraph extends Knowledge {
  /** Ends the worker. Open questions reject. */
  close(): void;
}

export interface OpeningOptions {
  /** Gives up opening, at once, whatever the worker is at. */
  readonly signal: AbortSignal;
  readonly onStep?: (step: OpeningStep) => void;
}

/** A graph, or what keeps it from being opened. */
export type Opening = OpenGraph | { readonly findings: readonly Finding[] };

/** Files that are looked at in a worker of their own, which then holds the graph that is made of them. */
export interface Workshop {
  /** Reads files of one graph under a number, in place of what was read under it before. */
  read(
    reading: number,
    files: readonly File[],
    choice: ReadingChoice,
    options: { readonly signal: AbortSignal; readonly onProgress: (soFar: ReadSoFar) => void },
  ): Promise<Preview>;
  forget(reading: number): Promise<void>;
  pairs(readings: readonly NamedReading[], signal: AbortSignal): Promise<Compared>;
  /** Opens what was read, several in one graph. The workshop is then the graph's: it ends with it. */
  take(readings: readonly NamedReading[], how: Merging, options: OpeningOptions): Promise<OpenGraph>;
  /** Ends the worker, whatever it is at. */
  close(): void;
}

/** An address as the worker needs it: it stands elsewhere than the page, so relative ones would lead elsewhere. */
function fromPage(address: string): string {
  return new URL(address, document.baseURI).href;
}

/** The worker of one graph, the line to it, and the line to the graph that it holds. */
class GraphWorker {
  readonly #worker = new Worker(new URL('./knowledge.worker.ts', import.meta.url), {
    type: 'module',
    name: 'knowledge',
  });
  readonly #toWorker = new Line(this.#worker);
  #toBase: Line | undefined;

  constructor() {
    // A script that fails, or is not there, will never answer.
    this.#worker.addEventListener('error', ({ message }) =>
      this.close(new LineClosedError(`The worker that holds the graph has failed. ${message ?? ''}`.trim())),
    );
  }

  ask<T>(question: WorkerQuestion, options: AskOptions = {}): Promise<T> {
    return this.#toWorker.ask<T>(question, options);
  }

  async opened(port: MessagePort, signal: AbortSignal): Promise<OpenGraph> {
    this.#toBase = new Line(port);
    const base = RemoteKnowledgeBase.at(this.#toBase);
    return {
      base,
      about: await base.until(signal).about(),
      matchDocuments: (documents, wanted) =>
        this.ask<MatchedTexts>(
          { kind: 'match', from: documents === 'served' ? fromPage('./api/documents') : documents },
          { signal: wanted },
        ),
      document: (wanted) => this.ask<Blob>({ kind: 'document' }, { signal: wanted }),
      merged: (wanted) => this.ask<MergedView>({ kind: 'merged' }, { signal: wanted }),
      separate: (taken, wanted) => this.ask<Blob>({ kind: 'separate', taken }, { signal: wanted }),
      pair: (a, b, wanted) => this.ask<Pair>({ kind: 'pair', a, b }, { signal: wanted }),
      judge: (a, b, decision, wanted) => this.ask<JudgedGraph>({ kind: 'judge', a, b, decision }, { signal: wanted }),
      close: () => this.close(),
    };
  }

  close(why?: LineClosedError): void {
    this.#worker.terminate();
    this.#toWorker.close(why);
    this.#toBase?.close(why);
  }
}

function asking({ signal, onStep }: OpeningOptions): AskOptions {
  return { signal, ...(onStep === undefined ? {} : { onProgress: onStep }) };
}

/**
 * Opens a graph in a worker: the one that the server gives, or a graph document. Findings take the place of a graph that
 * cannot be opened. Rejects where it cannot be read at all, and with the reason of the signal.
 */
export async function openGraph(from: 'served' | File, options: OpeningOptions): Promise<Opening> {
  options.signal.throwIfAborted();
  const worker = new GraphWorker();
  try {
    const question: WorkerQuestion = { kind: 'open', from: from === 'served' ? fromPage('./api/graph') : from };
    const opened = await worker.ask<Opened>(question, asking(options));
    if ('port' in opened) return await worker.opened(opened.port, options.signal);
    worker.close();
    return opened;
  } catch (error) {
    worker.close();
    throw error;
  }
}

/** Starts a worker in which files are looked at before anything is opened. */
export function openWorkshop(): Workshop {
  const worker = new GraphWorker();
  return {
    read: (reading, files, choice, { signal, onProgress }) =>
      worker.ask<Preview>({ kind: 'read', reading, files, choice }, { signal, onProgress }),
    forget: (reading) => worker.ask<void>({ kind: 'forget', readings: [reading] }),
    pairs: (readings, signal) => worker.ask<Compared>({ kind: 'pairs', readings }, { signal }),
    async take(readings, how, options) {
      const opened = await worker.ask<Opened>({ kind: 'take', readings, how }, asking(options));
      if ('findings' in opened) throw new Error(opened.findings[0]?.message ?? 'The graph cannot be opened.');
      const graph = await worker.opened(opened.port, options.signal);
      // Kept until now, so that another try is possible where this one is given up.
      await worker.ask<void>({ kind: 'forget', readings: readings.map(({ reading }) => reading) });
      return graph;
    },
    close: () => worker.close(),
  };
}
