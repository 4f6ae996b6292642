import { useCallback, useEffect, useRef, useState } from 'react';
import type { EntityId } from '../../model/ids.ts';
import { documentFiles, forgetDocuments, keepDocuments } from '../data/documents.ts';
import { type Finding, unreadable } from '../data/finding.ts';
import type { OpeningStep } from '../data/graph-worker.ts';
import { type OpenGraph, openGraph } from '../data/open-graph.ts';
import type { Knowledge } from '../data/use-knowledge.ts';
import { writeAddress } from '../state/address.ts';
import { FIRST_VIEW, select as selectIn } from '../state/view.ts';
import { createViewStore, type ViewStore } from '../state/view-store.ts';

/** What is on the page. */
export type Stage =
  | { readonly name: 'nothing' }
  | { readonly name: 'refused'; readonly findings: readonly Finding[] }
  | {
      readonly name: 'open';
      /** Counts what was opened in this visit: the same graph opened again is another. */
      readonly opening: number;
      readonly knowledge: Knowledge;
      readonly store: ViewStore;
      /** It was made on the page out of others, so that no file and no server has it. */
      readonly made: boolean;
      close(): void;
    };

/** What can be opened: what the server gives, a graph document, or a graph that was made on the page out of files. */
export type OpenFrom = 'served' | File | OpenGraph;

export interface OpeningChoice {
  /** What is open is a part of it: the documents that were given then find their places anew. */
  readonly keepTexts?: boolean;
  /** It was made on the page: no file and no server has it. */
  readonly made?: boolean;
  /** What is selected at first. */
  readonly select?: EntityId;
}

export interface Opener {
  readonly stage: Stage;
  /** How far the opening is that is under way; the stage before stays meanwhile. */
  readonly step: OpeningStep | undefined;
  /** Opens a graph in place of what is open. One that is being opened is given up for it. */
  open(from: OpenFrom, choice?: OpeningChoice): void;
  /** Gives up what is being opened. */
  stop(): void;
}

/** The graph of the page: opened, replaced, closed. `tell` is told what fails while a graph stays open. */
export function useOpening(tell: (error: unknown) => void): Opener {
  const [stage, setStage] = useState<Stage>({ name: 'nothing' });
  const [step, setStep] = useState<OpeningStep>();
  const under = useRef<AbortController>(undefined);
  const count = useRef(0);

  const open = useCallback(
    (from: OpenFrom, choice: OpeningChoice = {}): void => {
      under.current?.abort();
      const abort = new AbortController();
      under.current = abort;
      setStep('reading');
      let opened = false;
      const work = async (): Promise<void> => {
        const texts = choice.keepTexts === true ? documentFiles() : [];
        const next = await load(from, choice, ++count.current, { signal: abort.signal, onStep: setStep });
        setStage(next);
        setStep(undefined);
        opened = true;
        if (next.name === 'open' && from === 'served') {
          keepDocuments(await next.knowledge.matchDocuments('served', abort.signal));
        }
        if (next.name === 'open' && texts.length > 0) {
          keepDocuments(await next.knowledge.matchDocuments(texts, abort.signal));
        }
      };
      work().catch((error: unknown) => {
        // Whoever gave it up knows.
        if (abort.signal.aborted) return;
        setStep(undefined);
        setStage((now) => (now.name === 'nothing' ? { name: 'refused', findings: [unreadable(message(error))] } : now));
        // Where nothing was served, the page says so.
        if (opened || from !== 'served') tell(error);
      });
    },
    [tell],
  );
  const stop = useCallback((): void => {
    under.current?.abort();
    setStep(undefined);
    const findings = [unreadable('Opening the graph was stopped')];
    setStage((now) => (now.name === 'nothing' ? { name: 'refused', findings } : now));
  }, []);

  useEffect(() => {
    open('served');
    return () => under.current?.abort();
  }, [open]);
  useEffect(() => (stage.name === 'open' ? () => stage.close() : undefined), [stage]);
  return { stage, step, open, stop };
}

function message(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

async function load(
  from: OpenFrom,
  { made = false, select }: OpeningChoice,
  opening: number,
  { signal, onStep }: { readonly signal: AbortSignal; readonly onStep: (step: OpeningStep) => void },
): Promise<Stage> {
  const isFile = from === 'served' || from instanceof File;
  const opened = isFile ? await openGraph(from, { signal, onStep }) : from;
  if (signal.aborted && 'close' in opened) opened.close();
  signal.throwIfAborted();
  if (from !== 'served') {
    // What the address bar holds, and the documents, belong to the graph before.
    const hash =
      select === undefined || 'findings' in opened
        ? ''
        : writeAddress(selectIn(FIRST_VIEW, { kind: 'entity', id: select }), opened.about.hash);
    window.history.replaceState(null, '', window.location.pathname + window.location.search + hash);
    forgetDocuments();
  }
  if ('findings' in opened) return { name: 'refused', findings: opened.findings };
  const store = createViewStore(window, opened.about.hash);
  return {
    name: 'open',
    opening,
    knowledge: opened,
    store,
    made,
    close() {
      store.close();
      opened.close();
    },
  };
}
