import { Loader, Modal } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { lazy, Suspense } from 'react';
import type { OpenGraph } from '../data/open-graph.ts';
import type { Knowledge } from '../data/use-knowledge.ts';

/** All formats come with it: they are fetched when somebody gives a file. */
const ImportPanel = lazy(async () => ({ default: (await import('./import-panel.tsx')).ImportPanel }));

export interface ImportDialogProps {
  /** Files that were given, in batches as they came; undefined while the dialog is closed. */
  readonly batches: readonly (readonly File[])[] | undefined;
  /** The open graph, if there is one. */
  readonly knowledge: Knowledge | undefined;
  readonly onClose: () => void;
  /** Given a graph that was made of the files; `beside` where the open one is part of it. */
  readonly onOpen: (graph: OpenGraph, beside: boolean) => void;
  /** Given the open graph with an entity apart again. */
  readonly onSeparated: (graph: File) => void;
}

/** Where files are looked at before anything is opened. What was read is let go of when it is closed. */
export function ImportDialog({ batches, knowledge, onClose, onOpen, onSeparated }: ImportDialogProps) {
  const small = useMediaQuery('(max-width: 48em)') ?? false;
  return (
    <Modal
      opened={batches !== undefined}
      onClose={onClose}
      title="Open or import"
      size={1120}
      fullScreen={small}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': 'Close the import' }}
    >
      <Suspense fallback={<Loader size="sm" aria-label="Loading the formats" />}>
        {batches !== undefined && <ImportPanel {...{ batches, knowledge, onOpen, onSeparated }} />}
      </Suspense>
    </Modal>
  );
}
