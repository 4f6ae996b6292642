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
  /** The open graph was made on this page, and was not saved from here. */
  readonly unsaved: boolean;
  /** The open graph was saved. */
  readonly onSaved: () => void;
  readonly onClose: () => void;
  /**
   * Given a graph that was made of the files; `beside` where the open one is part of it, `made` where it is more than a
   * graph document as it stands.
   */
  readonly onOpen: (graph: OpenGraph, how: { readonly beside: boolean; readonly made: boolean }) => void;
  /** Given the open graph with an entity apart again. */
  readonly onSeparated: (graph: File) => void;
}

/** Where files are looked at before anything is opened. What was read is let go of when it is closed. */
export function ImportDialog({ onClose, batches, ...rest }: ImportDialogProps) {
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
        {batches !== undefined && <ImportPanel batches={batches} {...rest} />}
      </Suspense>
    </Modal>
  );
}
