import { Text } from '@mantine/core';
import type { Loss } from '../../formats/format.ts';
import { number } from '../../knowledge/words.ts';
import classes from './export.module.css';
import { EXPORT_FORMATS } from './export-formats.ts';

/** The heading, for whoever leads there. */
export const LOSSES_ID = 'export-losses';

function formatName(id: string): string {
  return EXPORT_FORMATS.find((format) => format.id === id)?.label ?? id;
}

/** What this format cannot hold of what is taken, told before anything is saved. */
export function Losses({ losses }: { losses: readonly Loss[] }) {
  if (losses.length === 0) return <Text size="sm">This format holds all of it.</Text>;
  return (
    <section aria-labelledby={LOSSES_ID}>
      <Text size="sm" fw={600} component="h3" id={LOSSES_ID} tabIndex={-1} className={classes['lossesTitle']}>
        What this format cannot hold
      </Text>
      <ul className={classes['losses']}>
        {losses.map(({ field, count, why, keptBy }) => (
          <li key={field}>
            <b>{field}</b> ({number(count)}): {why}.{' '}
            {keptBy === 'none' ? 'No format keeps it.' : `Kept by ${formatName(keptBy)}.`}
          </li>
        ))}
      </ul>
    </section>
  );
}
