import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { View } from './view.ts';
import type { ViewState, ViewStore } from './view-store.ts';

export const ViewContext = createContext<ViewStore | undefined>(undefined);

export function useViewStore(): ViewStore {
  const store = useContext(ViewContext);
  if (store === undefined) throw new Error('useView stands outside a ViewContext');
  return store;
}

/** A part of the view state; the component is drawn again when that part changes. */
export function useViewState<T>(part: (state: ViewState) => T): T {
  return useStore(useViewStore(), part);
}

export function useView(): View {
  return useViewState((state) => state.view);
}

/** Takes one transition to the next view. */
export function useGo(): ViewStore['go'] {
  return useViewStore().go;
}
