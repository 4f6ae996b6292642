import { useMediaQuery } from '@mantine/hooks';
import { useMemo } from 'react';
import type { Picture } from '../../knowledge/knowledge-base.ts';
import { useAnswer } from '../data/use-knowledge.ts';
import { layOutNear, type Position } from '../graph/layout.ts';
import { useView } from '../state/use-view.ts';
import { drawPicture, placesOf } from './drawn-picture.ts';

/** The most entities drawn at once; more than a person can read, fewer than a browser chokes on. */
const MOST_DRAWN = 1500;

export interface Scene {
  readonly picture: Picture;
  readonly places: ReadonlyMap<string, Position>;
  /** Names the layout that the places belong to. */
  readonly scene: string;
}

/**
 * What is to be drawn, with places. The whole graph is laid out once; a filter hides without moving anything. A focus is
 * a picture of its own.
 */
export function useScene(): { scene: Scene | undefined; error: Error | null } {
  const { filter, focus } = useView();
  const around = focus === undefined ? {} : { focus: [focus.id], depth: focus.depth };
  const scene = focus === undefined ? 'whole' : `${focus.id} ${focus.depth}`;
  const base = useAnswer(['picture', around], (kb) => kb.picture({ ...around, limit: MOST_DRAWN }));
  const shown = useAnswer(['picture', around, filter], (kb) => kb.picture({ ...around, filter, limit: MOST_DRAWN }));
  // What is said above the picture and below it leaves a phone a nearly square canvas: only a strip is upright.
  const upright = useMediaQuery('(max-aspect-ratio: 2/5)', undefined, { getInitialValueInEffect: false }) ?? false;
  const laidOut = useMemo(
    () => (base.data === undefined ? undefined : placesOf(base.data, upright)),
    [base.data, upright],
  );
  const result = useMemo((): Scene | undefined => {
    if (laidOut === undefined || shown.data === undefined) return undefined;
    const known = shown.data.entities.every((entity) => laidOut.has(entity.id));
    return {
      picture: shown.data,
      places: known ? laidOut : layOutNear(drawPicture(shown.data, 'light'), laidOut),
      scene,
    };
  }, [laidOut, shown.data, scene]);
  return { scene: result, error: base.error ?? shown.error };
}
