import { Loader, SegmentedControl, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { FigureQuery, FigureView, Page } from '../../knowledge/knowledge-base.ts';
import { useAnswer } from '../data/use-knowledge.ts';
import { Problem } from '../inspector/problem.tsx';
import { FigureCard } from './figure-card.tsx';
import classes from './figure-list.module.css';

interface Choice {
  readonly id: string;
  readonly label: string;
  readonly query: FigureQuery;
  /** What to say where there are none. */
  readonly none: string;
}

/** Which figures are shown, fewest first: the first that has any is shown first. */
const CHOICES: readonly Choice[] = [
  {
    id: 'contested',
    label: 'Contested',
    query: { disputed: true },
    none: 'No figure is contested: wherever several origins give a value of one figure, some number fits all of them, and nobody denies one.',
  },
  {
    id: 'several',
    label: 'Several origins',
    query: { origins: 2 },
    none: 'Nothing is counted by more than one origin. A figure with one origin cannot be checked against another.',
  },
  { id: 'all', label: 'All', query: {}, none: 'No claim of this graph gives a number.' },
];

const LIMIT = 200;

interface Answer extends Choice {
  readonly page: Page<FigureView>;
}

/** Quantities, with who gives which; contested ones first. */
export function FigureList() {
  const [chosen, setChosen] = useState<string>();
  const { data: answers, error } = useAnswer(['figure-list'], (base) =>
    Promise.all(
      CHOICES.map(
        async (choice): Promise<Answer> => ({
          ...choice,
          page: await base.figures(choice.query, { limit: LIMIT }),
        }),
      ),
    ),
  );
  if (error !== null) return <Problem error={error} />;
  if (answers === undefined) return <Loader size="sm" aria-label="Loading the figures" />;
  const shown = answers.find(({ id }) => id === chosen) ?? answers.find(({ page }) => page.total > 0) ?? answers.at(-1);
  if (shown === undefined) return null;
  const { page } = shown;
  return (
    <Stack gap="sm" data-testid="figures">
      <Text size="sm" c="dimmed">
        Who gives which number. Numbers are never added up or averaged, and where something else is counted it is
        another figure.
      </Text>
      <SegmentedControl
        size="xs"
        fullWidth
        aria-label="Which figures are shown"
        classNames={{ control: classes['control'] ?? '', label: classes['label'] ?? '' }}
        value={shown.id}
        onChange={setChosen}
        data={answers.map(({ id, label, page: { total } }) => ({
          value: id,
          label: (
            <>
              {label} <b>{total}</b>
            </>
          ),
        }))}
      />
      {page.total === 0 && <Text size="sm">{shown.none}</Text>}
      <ul className={classes['list']}>
        {page.items.map((figure) => (
          <FigureCard key={figure.id} figure={figure} />
        ))}
      </ul>
      {page.items.length < page.total && (
        <Text size="sm" c="dimmed">
          The first {page.items.length} of {page.total} are shown.
        </Text>
      )}
    </Stack>
  );
}
