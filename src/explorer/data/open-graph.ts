import { type AskOptions, Line, LineClosedError } from '../../knowledge/remote/line.ts';
import { RemoteKnowledgeBase } from '../../knowledge/remote/remote-knowledge-base.ts';
import type { Finding } from './finding.ts';
import type { Opened, OpeningStep, WorkerQuestion } from './graph-worker.ts';
import type { MatchedTexts } from './match-texts.ts';
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

/** An address as the worker needs it: it stands elsewhere than the page, so relative ones would lead elsewhere. */
function fromPage(address: string): string {
  return new URL(address, document.baseURI).href;
}

/**
 * Opens a graph in a worker: the one that the server gives, or a file. Findings take the place of a graph that cannot
 * be opened. Rejects where it cannot be read at all, and with the reason of the signal.
 */
export async function openGraph(
  from: 'served' | File,
  { signal, onStep }: OpeningOptions,
): Promise<OpenGraph | { readonly findings: readonly Finding[] }> {
  signal.throwIfAborted();
  const worker = new Worker(new URL('./knowledge.worker.ts', import.meta.url), { type: 'module', name: 'knowledge' });
  const toWorker = new Line(worker);
  let toBase: Line | undefined;
  const close = (why?: LineClosedError): void => {
    worker.terminate();
    toWorker.close(why);
    toBase?.close(why);
  };
  // A script that fails, or is not there, will never answer.
  worker.addEventListener('error', ({ message }) =>
    close(new LineClosedError(`The worker that holds the graph has failed. ${message ?? ''}`.trim())),
  );
  const ask = <T>(question: WorkerQuestion, options: AskOptions): Promise<T> => toWorker.ask<T>(question, options);
  try {
    const opened = await ask<Opened>(
      { kind: 'open', from: from === 'served' ? fromPage('./api/graph') : from },
      { signal, ...(onStep === undefined ? {} : { onProgress: onStep }) },
    );
    if ('findings' in opened) {
      close();
      return opened;
    }
    toBase = new Line(opened.port);
    const base = RemoteKnowledgeBase.at(toBase);
    return {
      base,
      about: await base.until(signal).about(),
      matchDocuments: (documents, wanted) =>
        ask<MatchedTexts>(
          { kind: 'match', from: documents === 'served' ? fromPage('./api/documents') : documents },
          { signal: wanted },
        ),
      close: () => close(),
    };
  } catch (error) {
    close();
    throw error;
  }
}
