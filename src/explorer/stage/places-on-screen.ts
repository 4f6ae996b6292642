import { useEffect, useRef } from 'react';
import type { Position } from '../graph/layout.ts';

type Places = ReadonlyMap<string, Position>;
type Tell = () => Places | undefined;

/** What was laid out, and, while the stage is open, what it draws: there something may have been moved by hand. */
const told = new Map<'scene' | 'stage', Tell>();

/** Says where things stand as long as the component is there; `now` is asked when somebody wants to know. */
export function useTellPlaces(by: 'scene' | 'stage', now: Tell): void {
  const latest = useRef(now);
  latest.current = now;
  useEffect(() => {
    const tell: Tell = () => latest.current();
    told.set(by, tell);
    return () => {
      // Another one that came since stays.
      if (told.get(by) === tell) told.delete(by);
    };
  }, [by]);
}

/**
 * Where entities stand on the screen now, y upwards; those that a filter hides keep theirs. Undefined where nothing is laid
 * out yet.
 */
export function placesOnScreen(): Places | undefined {
  return told.get('stage')?.() ?? told.get('scene')?.();
}
