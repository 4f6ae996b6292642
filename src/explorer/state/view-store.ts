import { createStore, type StoreApi } from 'zustand/vanilla';
import { readAddress, writeAddress } from './address.ts';
import { sameView, type View } from './view.ts';

export interface ViewState {
  readonly view: View;
  /** How many steps back and forward there are within this visit. */
  readonly undoable: number;
  readonly redoable: number;
}

export interface ViewStore extends StoreApi<ViewState> {
  /** Goes from one view to the next and writes it to the address bar. */
  go(transition: (view: View) => View): void;
  undo(): void;
  redo(): void;
  /** To be told when something else made an entry of the history: the views ahead are gone. */
  cutAhead(): void;
  /** Stops listening to the address bar. */
  close(): void;
}

/** The parts of `window` that the store needs, so that tests can give their own. */
export interface Browser {
  readonly location: { hash: string; pathname: string; search: string };
  readonly history: Pick<History, 'pushState' | 'replaceState' | 'back' | 'forward' | 'state'>;
  addEventListener(type: 'popstate', listener: () => void): void;
  removeEventListener(type: 'popstate', listener: () => void): void;
}

function stepOf(state: unknown): number {
  return typeof state === 'object' && state !== null && 'step' in state && typeof state.step === 'number'
    ? state.step
    : 0;
}

/**
 * The view, kept in the address bar: each transition is one entry of the browser's history, so Back and Forward, undo
 * and redo, and a reloaded or shared link are one mechanism.
 */
export function createViewStore(browser: Browser, hash: string): ViewStore {
  const first = readAddress(browser.location.hash).view;
  let step = stepOf(browser.history.state);
  let last = step;
  const store = createStore<ViewState>(() => ({ view: first, undoable: 0, redoable: 0 }));
  const base = step;
  const address = (view: View): string =>
    `${browser.location.pathname}${browser.location.search}${writeAddress(view, hash)}`;
  const set = (view: View): void => store.setState({ view, undoable: step - base, redoable: last - step });
  const listener = (): void => {
    step = stepOf(browser.history.state);
    last = Math.max(last, step);
    set(readAddress(browser.location.hash).view);
  };
  browser.addEventListener('popstate', listener);
  return {
    ...store,
    go(transition) {
      const { view } = store.getState();
      const next = transition(view);
      if (sameView(view, next)) return;
      step += 1;
      last = step;
      browser.history.pushState({ step }, '', address(next));
      set(next);
    },
    undo() {
      if (store.getState().undoable > 0) browser.history.back();
    },
    redo() {
      if (store.getState().redoable > 0) browser.history.forward();
    },
    cutAhead() {
      last = step;
      set(store.getState().view);
    },
    close() {
      browser.removeEventListener('popstate', listener);
    },
  };
}
