import { useMediaQuery } from '@mantine/hooks';
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useMemo, useRef } from 'react';
import type { Picture } from '../../knowledge/knowledge-base.ts';
import { useAnswer, useKnowledge } from '../data/use-knowledge.ts';
import type { Position } from '../graph/layout.ts';
import { useView } from '../state/use-view.ts';
import { askPlaces } from './ask-places.ts';
import type { LayoutQuestion } from './layout.worker.ts';
import { useTellPlaces } from './places-on-screen.ts';

/** The most entities drawn at once; more than a person can read, fewer than a browser chokes on. */
const MOST_DRAWN = 1500;

type Places = ReadonlyMap<string, Position>;

export interface Scene {
  readonly picture: Picture;
  readonly places: Places;
  /** Names the layout that the places belong to. */
  readonly scene: string;
}

/** Asks for places, once for each key; nothing is asked without a question. */
function usePlaces(key: readonly unknown[], question: LayoutQuestion | undefined): UseQueryResult<Places> {
  const { about } = useKnowledge();
  return useQuery({
    queryKey: ['places', about.hash, ...key],
    queryFn: ({ signal }) =>
      question === undefined ? Promise.reject(new Error('There is no picture yet.')) : askPlaces(question, signal),
    enabled: question !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
}

/** What is there now; not what is kept in its place while another answer is on its way. */
function currentOf({ data, isPlaceholderData }: UseQueryResult<Picture>): Picture | undefined {
  return isPlaceholderData ? undefined : data;
}

/**
 * What is to be drawn, with places. The whole graph is laid out once; a filter hides without moving anything. A focus is
 * a picture of its own.
 */
export function useScene(): { scene: Scene | undefined; error: Error | null; waitsFor: 'claims' | 'places' } {
  const { filter, focus } = useView();
  const around = focus === undefined ? {} : { focus: [focus.id], depth: focus.depth };
  const scene = focus === undefined ? 'whole' : `${focus.id} ${focus.depth}`;
  const base = useAnswer(['picture', around], (kb) => kb.picture({ ...around, limit: MOST_DRAWN }));
  const shown = useAnswer(['picture', around, filter], (kb) => kb.picture({ ...around, filter, limit: MOST_DRAWN }));
  // What is said above the picture and below it leaves a phone a nearly square canvas: only a strip is upright.
  const upright = useMediaQuery('(max-aspect-ratio: 2/5)', undefined, { getInitialValueInEffect: false }) ?? false;
  const [whole, picture] = [currentOf(base), currentOf(shown)];
  const laidOut = usePlaces(
    [around, upright],
    whole === undefined ? undefined : { kind: 'whole', picture: whole, upright },
  );
  const missing =
    picture !== undefined && laidOut.data !== undefined && picture.entities.some(({ id }) => !laidOut.data.has(id));
  const near = usePlaces(
    [around, upright, filter],
    missing ? { kind: 'near', picture, placed: laidOut.data } : undefined,
  );
  const places = missing ? near.data : laidOut.data;
  const next = useMemo(
    (): Scene | undefined => (picture === undefined || places === undefined ? undefined : { picture, places, scene }),
    [picture, places, scene],
  );
  // What was shown stays until the next is whole: picture and places always belong together.
  const last = useRef<Scene>(undefined);
  if (next !== undefined) last.current = next;
  const current = next ?? last.current;
  useTellPlaces('scene', () => current?.places);
  const waitsFor = whole === undefined || picture === undefined ? 'claims' : 'places';
  return { scene: current, waitsFor, error: base.error ?? shown.error ?? laidOut.error ?? near.error };
}
