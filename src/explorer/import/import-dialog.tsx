import { Loader, Modal } from '@mantine/core';
import { useMediaQuery, useWindowEvent } from '@mantine/hooks';
import { lazy, Suspense, useRef, useState } from 'react';
import type { OpenGraph } from '../data/open-graph.ts';
import type { Knowledge } from '../data/use-knowledge.ts';
import { useBackEntry } from '../state/use-back-entry.ts';
import { CloseQuestion, type Work } from './close-question.tsx';
import { isAny, NOTHING_WITHIN, type Within } from './within.ts';

/** All formats come with it: they are fetched when somebody gives a file. */
const ImportPanel = lazy(async () => ({ default: (await import('./import-panel.tsx')).ImportPanel }));

export interface ImportDialogProps {
  /** Files that were given, in batches as they came; undefined while the dialog is closed. */
  readonly batches: readonly (readonly File[])[] | undefined;
  /** The open graph, if there is one. */
  readonly knowledge: Knowledge | undefined;
  /** The open graph was made on this page, and was not saved from here. */
  readonly unsaved: boolean;
  /** The open graph was saved. */
  readonly onSaved: () => void;
  readonly onClose: () => void;
  /** Told when the dialog makes an entry of the browser's history: what was ahead of it is gone. */
  readonly onEntry: () => void;
  /**
   * Given a graph that was made of the files; `beside` where the open one is part of it, `made` where it is more than a
   * graph document as it stands.
   */
  readonly onOpen: (graph: OpenGraph, how: { readonly beside: boolean; readonly made: boolean }) => void;
  /** Given the open graph with an entity apart again. */
  readonly onSeparated: (graph: File) => void;
}

/**
 * Where files are looked at before anything is opened. What was read is let go of when it is closed; where somebody has
 * told what columns mean or judged pairs, it is asked first, and the browser asks before the page is left. Its Back goes
 * to the step before, and from the first one out of the dialog.
 */
export function ImportDialog({ onClose, onEntry, onOpen, onSeparated, batches, ...rest }: ImportDialogProps) {
  const small = useMediaQuery('(max-width: 48em)') ?? false;
  const within = useRef<Within>(NOTHING_WITHIN);
  /** What would be lost, while it is asked. */
  const [asking, setAsking] = useState<Work>();
  const close = (): void => {
    setAsking(undefined);
    onClose();
  };
  /** Closes it, or asks whether to; gives whether it is still open. */
  const ask = (): boolean => {
    const now = within.current.work();
    if (isAny(now)) setAsking(now);
    else close();
    return isAny(now);
  };
  useWindowEvent('beforeunload', (event) => {
    if (batches !== undefined && isAny(within.current.work())) event.preventDefault();
  });
  const leave = useBackEntry('import', batches !== undefined, {
    onEntry,
    onBack: () => {
      if (asking === undefined) return within.current.back() || ask();
      setAsking(undefined);
      return true;
    },
  });
  return (
    <Modal.Stack>
      <Modal
        stackId="import"
        opened={batches !== undefined}
        onClose={ask}
        title="Open or import"
        size={1120}
        fullScreen={small}
        closeOnClickOutside={false}
        closeButtonProps={{ 'aria-label': 'Close the import' }}
      >
        <Suspense fallback={<Loader size="sm" aria-label="Loading the formats" />}>
          {batches !== undefined && (
            <ImportPanel
              batches={batches}
              within={within}
              // The address belongs to what is open: it is gone back to before that changes.
              onOpen={(graph, how) => void leave().then(() => onOpen(graph, how))}
              onSeparated={(graph) => void leave().then(() => onSeparated(graph))}
              {...rest}
            />
          )}
        </Suspense>
      </Modal>
      <CloseQuestion
        work={batches === undefined ? undefined : asking}
        onStay={() => setAsking(undefined)}
        onClose={close}
      />
    </Modal.Stack>
  );
}
