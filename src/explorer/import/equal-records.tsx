import { Text } from '@mantine/core';
import type { Equal } from '../data/compare-readings.ts';
import { useCapped } from '../inspector/capped.tsx';
import classes from './import.module.css';
import { equalText } from './match-words.ts';

/** What is one in several graphs without being asked, so that nobody takes it for a decision of theirs. */
export function EqualRecords({ equal }: { equal: Equal }) {
  const text = equalText(equal);
  const { shown, more } = useCapped(equal.listed, 50, 'entities');
  if (text === undefined) return null;
  return (
    <div data-testid="equal-records">
      <Text size="sm">{text}</Text>
      {equal.listed.length > 0 && (
        <details className={classes['equal']}>
          <summary>Which entities</summary>
          <ul className={classes['list']}>
            {shown.map(({ id, name, kind }) => (
              <li key={id}>
                <bdi>{name}</bdi> ({kind}, <bdi>{id}</bdi>)
              </li>
            ))}
          </ul>
          {more}
          {equal.entities > equal.listed.length && (
            <Text size="xs" c="dimmed">
              {equal.entities - equal.listed.length} more are not listed.
            </Text>
          )}
        </details>
      )}
    </div>
  );
}
