import { useCallback, useEffect, useRef } from 'react';

interface Told {
  /** An entry was made: those that were ahead of it are gone. */
  readonly onEntry: () => void;
  /** Somebody went back: what is shown goes back a step, or closes. Gives whether it stays open. */
  readonly onBack: () => boolean;
}

function isAt(name: string): boolean {
  const state: unknown = window.history.state;
  return typeof state === 'object' && state !== null && 'over' in state && state.over === name;
}

/**
 * Gives what is shown over the page an entry of the browser's history for as long as it is there, so that Back means
 * what is shown and not the page behind it, which it may leave. The entry has the address and the state of the one before,
 * marked with a name. What stays open when somebody goes back gets another one.
 * Gives a function that goes back to the entry before, and resolves once the browser is there: whatever writes to the
 * address waits for it.
 */
export function useBackEntry(name: string, shown: boolean, told: Told): () => Promise<void> {
  const last = useRef(told);
  useEffect(() => {
    last.current = told;
  });
  /** Resolves the leaving that is under way. */
  const left = useRef<() => void>(undefined);
  const leaving = useRef<Promise<void>>(undefined);

  const leave = useCallback((): Promise<void> => {
    if (leaving.current !== undefined) return leaving.current;
    if (!isAt(name)) return Promise.resolve();
    leaving.current = new Promise((done) => {
      left.current = () => {
        left.current = undefined;
        leaving.current = undefined;
        done();
      };
    });
    window.history.back();
    return leaving.current;
  }, [name]);

  const isShown = useRef(shown);
  const enter = useCallback((): void => {
    if (isAt(name)) return;
    const state: unknown = window.history.state;
    window.history.pushState({ ...(typeof state === 'object' ? state : {}), over: name }, '');
    last.current.onEntry();
  }, [name]);

  useEffect(() => {
    isShown.current = shown;
    if (!shown) {
      void leave();
      return;
    }
    // What was closed a moment ago may still be on its way back.
    void (leaving.current ?? Promise.resolve()).then(() => {
      if (isShown.current) enter();
    });
  }, [shown, enter, leave]);

  useEffect(() => {
    const onPop = (): void => {
      if (left.current !== undefined) {
        left.current();
        return;
      }
      if (!isShown.current || isAt(name)) return;
      if (last.current.onBack()) enter();
    };
    window.addEventListener('popstate', onPop);
    return () => window.removeEventListener('popstate', onPop);
  }, [name, enter]);
  return leave;
}
