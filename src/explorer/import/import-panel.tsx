import { Alert, Button, Loader, Radio, Stack, Text } from '@mantine/core';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { Compared } from '../data/compare-readings.ts';
import { ChooseFiles } from './choose-files.tsx';
import { type Decided, matchesOf } from './decisions.ts';
import classes from './import.module.css';
import type { ImportDialogProps } from './import-dialog.tsx';
import { isMade, isReady, usable } from './import-items.ts';
import { ImportSession } from './import-session.ts';
import { ItemCard } from './item-card.tsx';
import { MatchStep } from './match-step.tsx';
import { MergedList } from './merged-list.tsx';
import { SaveOpenGraph } from './save-open-graph.tsx';
import { NOTHING_WITHIN, type Within } from './within.ts';

/** The step that is shown, and what is under way in it. */
type Step =
  | { readonly name: 'files' }
  | { readonly name: 'comparing' }
  | { readonly name: 'matching'; readonly pairs: Compared }
  | { readonly name: 'opening'; readonly pairs?: Compared };

interface Props extends Omit<ImportDialogProps, 'batches' | 'onClose' | 'onEntry'> {
  readonly batches: readonly (readonly File[])[];
  /** Put here is what the dialog asks of it while it is open. */
  readonly within: RefObject<Within>;
}

/** Where the focus goes once the next thing is on the page: without it, it would fall out of the dialog. */
type NextFocus = { readonly to: 'foot' } | { readonly to: 'files' } | { readonly to: 'item'; readonly id: number };

/** Files are looked at, several are matched, and then opened. Until then the open graph is as it was. */
export function ImportPanel(props: Props) {
  const [session, setSession] = useState<ImportSession>();
  useEffect(() => {
    const started = new ImportSession();
    setSession(started);
    return () => started.close();
  }, []);
  return session === undefined ? null : <Started {...props} session={session} />;
}

function Started({
  batches,
  knowledge,
  unsaved,
  onSaved,
  onOpen,
  onSeparated,
  within,
  session,
}: Props & { session: ImportSession }) {
  const items = useStore(session.store, (state) => state.items);
  const [step, setStep] = useState<Step>({ name: 'files' });
  const [beside, setBeside] = useState(false);
  const [decided, setDecided] = useState<Decided>(new Map());
  const [sameIds, setSameIds] = useState(false);
  const [problem, setProblem] = useState('');
  const under = useRef<AbortController>(undefined);
  useEffect(() => () => under.current?.abort(), []);

  useEffect(() => {
    within.current = {
      work: () => ({ mapped: session.mapped(), decided: decided.size }),
      back: () => {
        if (step.name === 'files') return false;
        if (step.name === 'matching') {
          setStep({ name: 'files' });
          setFocus({ to: 'foot' });
        }
        // What is under way goes to the step before by itself when it is stopped.
        else under.current?.abort();
        return true;
      },
    };
    return () => {
      within.current = NOTHING_WITHIN;
    };
  }, [session, decided, within, step]);

  const panel = useRef<HTMLDivElement>(null);
  const [focus, setFocus] = useState<NextFocus>();
  useEffect(() => {
    if (focus === undefined) return;
    const at =
      focus.to === 'item'
        ? `[data-item="${focus.id}"]`
        : focus.to === 'files'
          ? '[data-choose]'
          : '[data-go]:not(:disabled), [data-foot]';
    panel.current?.querySelector<HTMLElement>(at)?.focus();
    setFocus(undefined);
  }, [focus]);

  const add = (files: readonly File[]): void => {
    setStep({ name: 'files' });
    session.add(files).then(
      ([first]) => first !== undefined && setFocus({ to: 'item', id: first }),
      (error: unknown) => setProblem(error instanceof Error ? error.message : String(error)),
    );
  };
  const remove = (id: number): void => {
    const at = items.findIndex((item) => item.id === id);
    const next = items[at + 1] ?? items[at - 1];
    session.remove(id);
    setFocus(next === undefined ? { to: 'files' } : { to: 'item', id: next.id });
  };
  const added = useRef(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each batch is added once, when it comes.
  useEffect(() => {
    for (const files of batches.slice(added.current)) add(files);
    added.current = batches.length;
  }, [batches]);

  const withOpen = beside && knowledge !== undefined;
  const merges = withOpen || usable(items).length > 1;

  /** Does something that takes time; what fails is told, and the step before is shown again. */
  const attempt = async (work: (signal: AbortSignal) => Promise<void>, back: Step): Promise<void> => {
    under.current?.abort();
    const abort = new AbortController();
    under.current = abort;
    setProblem('');
    try {
      await work(abort.signal);
    } catch (error) {
      if (under.current !== abort) return;
      setStep(back);
      setFocus({ to: 'foot' });
      if (!abort.signal.aborted) setProblem(error instanceof Error ? error.message : String(error));
    }
  };
  const compare = (): void => {
    setStep({ name: 'comparing' });
    setFocus({ to: 'foot' });
    void attempt(
      async (signal) => {
        if (withOpen && knowledge !== undefined) await session.addOpenGraph(knowledge.document(signal), signal);
        setStep({ name: 'matching', pairs: await session.pairs(withOpen, signal) });
      },
      { name: 'files' },
    );
  };
  const open = (pairs?: Compared): void => {
    setStep(pairs === undefined ? { name: 'opening' } : { name: 'opening', pairs });
    setFocus({ to: 'foot' });
    void attempt(
      async (signal) => {
        const matches = matchesOf(pairs?.pairs ?? [], decided);
        const graph = await session.take(withOpen, { matches, sameIds }, { signal });
        onOpen(graph, { beside: withOpen, made: withOpen || isMade(items) });
      },
      pairs === undefined ? { name: 'files' } : { name: 'matching', pairs },
    );
  };
  const isBusy = step.name === 'comparing' || step.name === 'opening';
  const ready = isReady(items);
  return (
    <Stack gap="md" ref={panel}>
      {step.name === 'matching' ? (
        <MatchStep pairs={step.pairs} {...{ decided, sameIds }} onDecided={setDecided} onSameIds={setSameIds} />
      ) : (
        <>
          <ChooseFiles more={items.length > 0} onFiles={add} />
          {items.map((item) => (
            <ItemCard key={item.id} item={item} session={session} onRemove={() => remove(item.id)} />
          ))}
          {knowledge !== undefined && items.length === 0 && (
            <MergedList knowledge={knowledge} onSeparated={onSeparated} />
          )}
          {knowledge !== undefined && items.length > 0 && (
            <Radio.Group
              label="And the graph that is open?"
              value={beside ? 'beside' : 'replace'}
              onChange={(value) => setBeside(value === 'beside')}
            >
              <Stack gap={6} mt={6}>
                <Radio
                  value="replace"
                  label="Open this in its place"
                  description={
                    unsaved
                      ? `“${knowledge.about.title}” is closed. It was made on this page: if it is saved nowhere, it is gone then.`
                      : `“${knowledge.about.title}” is closed.`
                  }
                />
                {unsaved && !beside && <SaveOpenGraph knowledge={knowledge} onSaved={onSaved} />}
                <Radio
                  value="beside"
                  label="Merge the two"
                  description="Both in one graph. Which entities are the same you decide in the next step."
                />
              </Stack>
            </Radio.Group>
          )}
        </>
      )}
      {problem !== '' && (
        <Alert color="orange" p="xs" title="This did not work">
          {problem}
        </Alert>
      )}
      {(items.length > 0 || isBusy) && (
        <div className={classes['foot']}>
          {step.name === 'matching' && (
            <Button
              variant="default"
              onClick={() => {
                setStep({ name: 'files' });
                setFocus({ to: 'foot' });
              }}
            >
              Back to the files
            </Button>
          )}
          {isBusy ? (
            <>
              <Loader size="sm" />
              <Text size="sm" role="status" tabIndex={-1} className={classes['heading']} data-foot>
                {step.name === 'comparing' ? 'Looking for entities that may be the same' : 'Opening the graph'}
              </Text>
              <Button size="compact-sm" variant="default" onClick={() => under.current?.abort()}>
                Stop
              </Button>
            </>
          ) : step.name === 'matching' ? (
            <Button data-go onClick={() => open(step.pairs)}>
              Merge and open
            </Button>
          ) : (
            <Button data-go disabled={!ready} onClick={merges ? compare : () => open()}>
              {merges ? 'Next: who is the same?' : 'Open'}
            </Button>
          )}
          {!isBusy && !ready && (
            <Text size="sm" c="dimmed" tabIndex={-1} className={classes['heading']} data-foot>
              {items.some(({ state }) => state.name === 'reading')
                ? 'Still reading.'
                : 'Not all of it can be opened yet: see above.'}
            </Text>
          )}
        </div>
      )}
    </Stack>
  );
}
