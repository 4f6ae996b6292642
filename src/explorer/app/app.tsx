import { useWindowEvent } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { documentStore, keepDocuments } from '../data/documents.ts';
import { type Knowledge, KnowledgeContext } from '../data/use-knowledge.ts';
import { WeighedKnowledge } from '../data/weighed-knowledge.tsx';
import { FindingsPage } from '../findings/findings-page.tsx';
import { DropSheet } from '../import/drop-sheet.tsx';
import { ImportContext, type JudgedPair } from '../import/import-context.ts';
import { ImportDialog } from '../import/import-dialog.tsx';
import { JudgeDialog } from '../import/judge-dialog.tsx';
import { usePaste } from '../import/use-paste.ts';
import { ViewContext } from '../state/use-view.ts';
import { Opening } from './opening.tsx';
import { type Given, matchingTold, refusalTold, type Told } from './told-files.ts';
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

function show({ title, message, warns }: Told): void {
  notifications.show({ title, message, color: warns ? 'orange' : 'ink', ...(warns ? { autoClose: 10_000 } : {}) });
}

/** Matches documents to the sources of a graph and says what came of it. */
async function takeDocuments(
  { about, matchDocuments }: Knowledge,
  files: readonly File[],
  given: Given = 'dropped',
): Promise<void> {
  const texts = await matchDocuments(files);
  keepDocuments(texts);
  show(matchingTold(texts, documentStore.getState().bySource.size, about.sources.length, given));
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
  const begin = useCallback((files: readonly File[] = []): void => {
    // What was told of the files before lies over the dialog on a small screen.
    notifications.clean();
    setBatches((now = []) => (files.length > 0 ? [...now, files] : now));
  }, []);
  const [judged, setJudged] = useState<JudgedPair>();
  /** Which of the graphs that were made in this visit was saved. */
  const [saved, setSaved] = useState<number>();
  const opening = stage.name === 'open' ? stage.opening : undefined;
  const isUnsaved = stage.name === 'open' && stage.made && stage.opening !== saved;
  const importer = useMemo(
    () => ({
      begin,
      saved: (): void => setSaved(opening),
      judge: (pair: JudgedPair): void => {
        setBatches(undefined);
        setJudged(pair);
      },
    }),
    [begin, opening],
  );

  /**
   * A graph document takes the place of the open graph, unless that was made on this page and would be lost; graphs of other
   * formats, and several, are looked at first; all else is taken for documents of sources. While files are looked at,
   * whatever comes is looked at with them.
   */
  const receive = (files: readonly File[], given: Given = 'dropped'): void => {
    // What was told of the files before is of no use any longer, and would be taken for what comes of these.
    notifications.clean();
    if (batches !== undefined) begin(files);
    else sortAndTake(files, given).catch(tell);
  };
  const sortAndTake = async (files: readonly File[], given: Given): Promise<void> => {
    // The readers of all formats come with it.
    const { sortFiles } = await import('../import/sort-files.ts');
    const { graph, imports, documents, refused } = await sortFiles(files);
    const looked = [...(graph !== undefined && isUnsaved ? [graph] : []), ...imports.map(({ file }) => file)];
    if (looked.length > 0) begin([...looked, ...refused.map(({ file }) => file)]);
    else {
      if (graph !== undefined) open(graph);
      if (refused.length > 0) show(refusalTold(refused));
    }
    if (documents.length === 0) return;
    // Documents that come with a graph are its documents.
    if (graph === undefined && stage.name === 'open') await takeDocuments(stage.knowledge, documents, given);
    else early.current = early.current.concat(documents);
  };
  // The browser asks, in its own words, before a page is left or loaded anew with a graph that is nowhere else.
  useWindowEvent('beforeunload', (event) => {
    if (isUnsaved) event.preventDefault();
  });
  usePaste((files) => receive(files, 'pasted'));

  const stopLooking = (): void => {
    setBatches(undefined);
    // Documents that came with a graph which is not opened may be those of the open one.
    const documents = early.current;
    early.current = [];
    if (documents.length > 0 && stage.name === 'open') takeDocuments(stage.knowledge, documents).catch(tell);
  };

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
        unsaved={isUnsaved}
        onSaved={importer.saved}
        onClose={stopLooking}
        onEntry={() => stage.name === 'open' && stage.store.cutAhead()}
        onOpen={(graph, { beside, made }) => {
          setBatches(undefined);
          open(graph, { keepTexts: beside, made });
        }}
        onSeparated={(graph) => {
          setBatches(undefined);
          open(graph, { keepTexts: true, made: true });
        }}
      />
      <JudgeDialog
        pair={judged}
        knowledge={stage.name === 'open' ? stage.knowledge : undefined}
        onClose={() => setJudged(undefined)}
        onJudged={(graph, into) => {
          setJudged(undefined);
          open(graph, { keepTexts: true, made: true, select: into });
        }}
      />
      <DropSheet onDrop={receive} beside={batches !== undefined} />
    </ImportContext.Provider>
  );
}
