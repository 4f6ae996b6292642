import { useMemo } from 'react';
import { OUTCOMES } from '../../evidence/compare.ts';
import { POSITIONS } from '../../evidence/perspective.ts';
import type { Comparison, Perspective, RelationSummary } from '../../knowledge/knowledge-base.ts';
import { OUTCOME_WORDS, POSITION_WORDS } from '../../knowledge/words.ts';
import type { Overlay, OverlayKey, OverlayLine } from '../stage/overlay.ts';
import { shortName, sideName } from './side-name.ts';
import { OUTCOME_LINES, POSITION_LINES } from './telling-lines.ts';
import { useTellings } from './use-tellings.ts';

/** Whether the graph has a line for it: what is said of one entity alone, or only implied, is not drawn. */
export function isDrawn({ object, implied }: RelationSummary): boolean {
  return object !== undefined && !implied;
}

function countLines(lines: Iterable<OverlayLine>): ReadonlyMap<OverlayLine, number> {
  const counts = new Map<OverlayLine, number>();
  for (const line of lines) counts.set(line, (counts.get(line) ?? 0) + 1);
  return counts;
}

function overlayOf(
  title: string,
  drawn: readonly (readonly [string, OverlayLine])[],
  labels: readonly Omit<OverlayKey, 'count'>[],
): Overlay {
  const counts = countLines(drawn.map(([, line]) => line));
  return {
    title,
    lines: new Map(drawn),
    key: labels.flatMap((entry) => {
      const count = counts.get(entry.line) ?? 0;
      return count === 0 ? [] : [{ ...entry, count }];
    }),
  };
}

/** Two tellings over the graph: where they contradict each other first. */
export function comparedOverlay({ p, q, relations }: Comparison): Overlay {
  const [first, second] = [shortName(sideName(p)), shortName(sideName(q))];
  return overlayOf(
    `${first} beside ${second}:`,
    relations
      .filter(({ relation }) => isDrawn(relation))
      .map(({ relation, outcome }) => [relation.id, OUTCOME_LINES[outcome]] as const),
    OUTCOMES.map((outcome) => ({
      label: outcome === 'only-p' ? `only ${first}` : outcome === 'only-q' ? `only ${second}` : OUTCOME_WORDS[outcome],
      line: OUTCOME_LINES[outcome],
    })),
  );
}

/** One telling over the graph: what it asserts, denies and doubts. */
export function toldOverlay({ voices, relations }: Perspective): Overlay {
  return overlayOf(
    `${shortName(sideName(voices))}:`,
    relations.flatMap(({ relation, position }) =>
      position === 'silent' || !isDrawn(relation) ? [] : [[relation.id, POSITION_LINES[position]] as const],
    ),
    POSITIONS.map((position) => ({ label: POSITION_WORDS[position], line: POSITION_LINES[position] })),
  );
}

/** The tellings that are compared, drawn over the graph. */
export function useComparedOverlay(enabled: boolean): Overlay | undefined {
  const tellings = useTellings();
  const comparison = tellings.state === 'two' ? tellings.comparison : undefined;
  const perspective = tellings.state === 'one' ? tellings.perspective : undefined;
  return useMemo(() => {
    if (!enabled) return undefined;
    if (comparison !== undefined) return comparedOverlay(comparison);
    return perspective === undefined ? undefined : toldOverlay(perspective);
  }, [enabled, comparison, perspective]);
}
