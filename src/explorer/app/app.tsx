import { Center, Text } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import { notifications } from '@mantine/notifications';
import { useEffect, useRef } from 'react';
import { documentStore, keepDocuments } from '../data/documents.ts';
import { type Knowledge, KnowledgeContext } from '../data/use-knowledge.ts';
import { WeighedKnowledge } from '../data/weighed-knowledge.tsx';
import { FindingsPage } from '../findings/findings-page.tsx';
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

/** Opens the served graph, or one that is dropped on the page, and shows it; or what keeps it from being opened. */
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

  /** A graph document takes the place of the open graph; everything else is taken for a document of a source. */
  const receive = (files: readonly File[]): void => {
    const graphFile = files.find((file) => file.name.endsWith('.json'));
    if (graphFile !== undefined) open(graphFile);
    else if (stage.name === 'open') takeDocuments(stage.knowledge, files).catch(tell);
    else early.current = early.current.concat(files);
  };

  return (
    <>
      {step !== undefined && <Opening step={step} beside={stage.name !== 'nothing'} onStop={stop} />}
      {stage.name === 'refused' && <FindingsPage findings={stage.findings} onFile={open} />}
      {stage.name === 'open' && (
        <KnowledgeContext.Provider key={stage.opening} value={stage.knowledge}>
          <ViewContext.Provider value={stage.store}>
            <WeighedKnowledge>
              <Workbench />
            </WeighedKnowledge>
          </ViewContext.Provider>
        </KnowledgeContext.Provider>
      )}
      <Dropzone.FullScreen tabIndex={-1} onDrop={receive}>
        <Center h="100%">
          <Text size="lg" fw={600}>
            Drop the documents of the sources, or a graph document (.json)
          </Text>
        </Center>
      </Dropzone.FullScreen>
    </>
  );
}
