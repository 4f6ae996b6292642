import { Button, Text, Title } from '@mantine/core';
import { useState } from 'react';
import type { Without } from '../../knowledge/knowledge-base.ts';
import { number } from '../../knowledge/words.ts';
import inspector from '../inspector/inspector.module.css';
import { useGo, useView } from '../state/use-view.ts';
import { select } from '../state/view.ts';
import { figureOutcome } from './left-out-standing.ts';

type FigureChange = Without['figures'][number];

const FIRST = 12;

/** Figures of which a value is left out: first those that lose all of them or whose dispute begins or ends. */
export function FigureChanges({ figures }: { figures: Without['figures'] }) {
  const go = useGo();
  const { selection } = useView();
  const [all, setAll] = useState(false);
  if (figures.length === 0) return null;
  const ordered = figures.toSorted((a, b) => weightOf(b) - weightOf(a));
  return (
    <section aria-label="Figures">
      <Title order={3} size="h5" mb={2}>
        Figures that lose a value{' '}
        <Text span inherit c="dimmed">
          {number(figures.length)}
        </Text>
      </Title>
      <ul className={inspector['list']}>
        {ordered.slice(0, all ? ordered.length : FIRST).map((figure) => (
          <li key={figure.id}>
            <button
              type="button"
              className={inspector['row']}
              data-selected={(selection?.kind === 'figure' && selection.id === figure.id) || undefined}
              onClick={() => go((view) => select(view, { kind: 'figure', id: figure.id }))}
            >
              <Text component="span" size="sm" display="block" lh={1.35}>
                <bdi>{figure.title}</bdi>
              </Text>
              <Text component="span" size="xs" display="block" c={weightOf(figure) === 0 ? 'dimmed' : 'inherit'}>
                {figureOutcome(figure)}
              </Text>
            </button>
          </li>
        ))}
      </ul>
      {!all && ordered.length > FIRST && (
        <Button size="compact-xs" variant="subtle" onClick={() => setAll(true)}>
          Show {number(ordered.length - FIRST)} more
        </Button>
      )}
    </section>
  );
}

/** How much happens to it, for order: a dispute that begins or ends before values that merely go. */
function weightOf({ disputedBefore, disputedAfter, gone }: FigureChange): number {
  if (disputedBefore !== disputedAfter) return 2;
  return gone ? 1 : 0;
}
