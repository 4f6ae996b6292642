import { Center, Loader, Stack, Text } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import { notifications } from '@mantine/notifications';
import { useEffect, useState } from 'react';
import { InMemoryKnowledgeBase } from '../../knowledge/in-memory.ts';
import { addDocuments, documentStore } from '../data/documents.ts';
import { type Finding, fetchDocuments, fetchGraph, type OpenedGraph, openText } from '../data/open-graph.ts';
import { readFiles } from '../data/read-files.ts';
import { type Knowledge, KnowledgeContext } from '../data/use-knowledge.ts';
import { WeighedKnowledge } from '../data/weighed-knowledge.tsx';
import { FindingsPage } from '../findings/findings-page.tsx';
import { ViewContext } from '../state/use-view.ts';
import { createViewStore, type ViewStore } from '../state/view-store.ts';
import { Workbench } from './workbench.tsx';

type Stage =
  | { readonly name: 'loading' }
  | { readonly name: 'refused'; readonly findings: readonly Finding[] }
  | { readonly name: 'open'; readonly knowledge: Knowledge; readonly store: ViewStore };

async function open({ graph, findings }: OpenedGraph): Promise<Stage> {
  if (graph === undefined) return { name: 'refused', findings };
  const base = new InMemoryKnowledgeBase(graph);
  const about = await base.about();
  return { name: 'open', knowledge: { base, about, graph }, store: createViewStore(window, about.hash) };
}

function tell(error: unknown): void {
  notifications.show({
    title: 'A file could not be opened',
    message: error instanceof Error ? error.message : String(error),
    color: 'orange',
    autoClose: 10_000,
  });
}

/** Opens the served graph, or one that is dropped on the page, and shows it; or what keeps it from being opened. */
export function App() {
  const [stage, setStage] = useState<Stage>({ name: 'loading' });

  useEffect(() => {
    const abort = new AbortController();
    const load = async (): Promise<void> => {
      const opened = await open(await fetchGraph(abort.signal));
      if (abort.signal.aborted) return;
      setStage(opened);
      if (opened.name === 'open') addDocuments(opened.knowledge.graph, await fetchDocuments(abort.signal));
    };
    load().catch((error: unknown) => {
      if (abort.signal.aborted) return;
      const message = error instanceof Error ? error.message : String(error);
      setStage({ name: 'refused', findings: [{ code: 'unreadable', severity: 'error', path: [], message }] });
    });
    return () => abort.abort();
  }, []);

  useEffect(() => (stage.name === 'open' ? () => stage.store.close() : undefined), [stage]);

  /** A graph document takes the place of the open graph; everything else is taken for a document of a source. */
  const receive = async (files: readonly File[]): Promise<void> => {
    const graphFile = files.find((file) => file.name.endsWith('.json'));
    if (graphFile !== undefined) {
      const [read] = await readFiles([graphFile]);
      if (read === undefined) return;
      window.history.replaceState(null, '', window.location.pathname + window.location.search);
      documentStore.setState({ bySource: new Map(), unmatched: [] });
      setStage(await open(openText(read.text, read.file)));
      return;
    }
    if (stage.name !== 'open') return;
    addDocuments(stage.knowledge.graph, await readFiles(files));
    const { bySource, unmatched } = documentStore.getState();
    notifications.show({
      title: `${bySource.size} of ${stage.knowledge.graph.sources.length} documents at hand`,
      message:
        unmatched.length > 0
          ? `No source matches ${unmatched.join(', ')}.`
          : 'Each claim now shows its passage. Nothing left this browser.',
      color: unmatched.length > 0 ? 'orange' : 'ink',
    });
  };

  return (
    <>
      {stage.name === 'loading' && (
        <Center h="100dvh">
          <Stack align="center" gap="xs">
            <Loader />
            <Text size="sm" c="dimmed">
              Opening the graph
            </Text>
          </Stack>
        </Center>
      )}
      {stage.name === 'refused' && (
        <FindingsPage findings={stage.findings} onFile={(file) => void receive([file]).catch(tell)} />
      )}
      {stage.name === 'open' && (
        <KnowledgeContext.Provider value={stage.knowledge}>
          <ViewContext.Provider value={stage.store}>
            <WeighedKnowledge>
              <Workbench key={stage.knowledge.about.hash} />
            </WeighedKnowledge>
          </ViewContext.Provider>
        </KnowledgeContext.Provider>
      )}
      <Dropzone.FullScreen tabIndex={-1} onDrop={(files) => void receive(files).catch(tell)}>
        <Center h="100%">
          <Text size="lg" fw={600}>
            Drop the documents of the sources, or a graph document (.json)
          </Text>
        </Center>
      </Dropzone.FullScreen>
    </>
  );
}
