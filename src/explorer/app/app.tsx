import { Center, Text } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import { notifications } from '@mantine/notifications';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { documentStore, keepDocuments } from '../data/documents.ts';
import { type Knowledge, KnowledgeContext } from '../data/use-knowledge.ts';
import { WeighedKnowledge } from '../data/weighed-knowledge.tsx';
import { FindingsPage } from '../findings/findings-page.tsx';
import { ImportContext } from '../import/import-context.ts';
import { ImportDialog } from '../import/import-dialog.tsx';
import { usePaste } from '../import/use-paste.ts';
import { ViewContext } from '../state/use-view.ts';
import { Opening } from './opening.tsx';
import { useOpening } from './use-opening.ts';
import { Workbench } from './workbench.tsx';

function tell(error: unknown): void {
  notifications.show({
    title: 'A file could not be opened',
    message: error instanceof Error ? error.message : String(error),
    color: 'orange',
    autoClose: 10_000,
  });
}

/** Matches documents to the sources of a graph and says what came of it. */
async function takeDocuments({ about, matchDocuments }: Knowledge, files: readonly File[]): Promise<void> {
  keepDocuments(await matchDocuments(files));
  const { bySource, unmatched } = documentStore.getState();
  notifications.show({
    title: `${bySource.size} of ${about.sources.length} documents at hand`,
    message:
      unmatched.length > 0
        ? `No source matches ${unmatched.join(', ')}.`
        : 'Each claim now shows its passage. Nothing left this browser.',
    color: unmatched.length > 0 ? 'orange' : 'ink',
  });
}

/** Opens the served graph, or one that is given to the page, and shows it; or what keeps it from being opened. */
export function App() {
  const { stage, step, open, stop } = useOpening(tell);

  /** Documents that were given before there was a graph to match them to. */
  const early = useRef<readonly File[]>([]);

  useEffect(() => {
    if (stage.name !== 'open' || early.current.length === 0) return;
    const files = early.current;
    early.current = [];
    takeDocuments(stage.knowledge, files).catch(tell);
  }, [stage]);

  /** Files that are to be looked at, in batches as they came; undefined while nobody looks at any. */
  const [batches, setBatches] = useState<readonly (readonly File[])[]>();
  const begin = useCallback(
    (files: readonly File[] = []): void => setBatches((now = []) => (files.length > 0 ? [...now, files] : now)),
    [],
  );
  const importer = useMemo(() => ({ begin }), [begin]);

  /**
   * A graph document takes the place of the open graph; graphs of other formats, and several, are looked at first; all
   * else is taken for documents of sources. While files are looked at, whatever comes is looked at with them.
   */
  const receive = (files: readonly File[]): void => {
    if (batches !== undefined) begin(files);
    else sortAndTake(files).catch(tell);
  };
  const sortAndTake = async (files: readonly File[]): Promise<void> => {
    // The readers of all formats come with it.
    const { sortFiles } = await import('../import/sort-files.ts');
    const { graph, imports, documents } = await sortFiles(files);
    if (graph !== undefined) open(graph);
    if (imports.length > 0) begin(imports.map(({ file }) => file));
    if (documents.length === 0) return;
    // Documents that come with a graph are its documents.
    if (graph === undefined && stage.name === 'open') await takeDocuments(stage.knowledge, documents);
    else early.current = early.current.concat(documents);
  };
  usePaste(receive);

  return (
    <ImportContext.Provider value={importer}>
      {step !== undefined && <Opening step={step} beside={stage.name !== 'nothing'} onStop={stop} />}
      {stage.name === 'refused' && <FindingsPage findings={stage.findings} onFile={(file) => receive([file])} />}
      {stage.name === 'open' && (
        <KnowledgeContext.Provider key={stage.opening} value={stage.knowledge}>
          <ViewContext.Provider value={stage.store}>
            <WeighedKnowledge>
              <Workbench />
            </WeighedKnowledge>
          </ViewContext.Provider>
        </KnowledgeContext.Provider>
      )}
      <ImportDialog
        batches={batches}
        knowledge={stage.name === 'open' ? stage.knowledge : undefined}
        onClose={() => setBatches(undefined)}
        onOpen={(graph, beside) => {
          setBatches(undefined);
          open(graph, beside);
        }}
        onSeparated={(graph) => {
          setBatches(undefined);
          open(graph, true);
        }}
      />
      <Dropzone.FullScreen tabIndex={-1} onDrop={receive}>
        <Center h="100%">
          <Text size="lg" fw={600}>
            Drop the documents of the sources, or graphs: graph documents, GEXF, GraphML, STIX, tables …
          </Text>
        </Center>
      </Dropzone.FullScreen>
    </ImportContext.Provider>
  );
}
