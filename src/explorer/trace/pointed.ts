import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

/** The relation that is pointed at in a list, with the pointer or the keyboard. No part of the view: no link holds it. */
const pointedStore = createStore<{ readonly relation: string | undefined }>(() => ({ relation: undefined }));

export function usePointed(): string | undefined {
  return useStore(pointedStore, (state) => state.relation);
}

/** What an element of a list needs so that the graph lights its relation while it is pointed at. */
export function pointsAt(relation: string): {
  readonly onPointerEnter: () => void;
  readonly onPointerLeave: () => void;
  readonly onFocus: () => void;
  readonly onBlur: () => void;
} {
  const enter = (): void => pointedStore.setState({ relation });
  return { onPointerEnter: enter, onPointerLeave: pointNowhere, onFocus: enter, onBlur: pointNowhere };
}

/** For a list that goes away under the pointer: nothing would tell that it has left. */
export function pointNowhere(): void {
  pointedStore.setState({ relation: undefined });
}
