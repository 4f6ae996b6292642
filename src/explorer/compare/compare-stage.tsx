import { CloseButton, Loader, Text, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useDeferredValue, useMemo, useState } from 'react';
import type { Perspective } from '../../knowledge/knowledge-base.ts';
import { Problem } from '../inspector/problem.tsx';
import { useView } from '../state/use-view.ts';
import { isOpen } from '../state/view.ts';
import classes from './compare-stage.module.css';
import { sideName } from './side-name.ts';
import { Suggestions } from './suggestions.tsx';
import { TellingColumns } from './telling-columns.tsx';
import { ToldGroups } from './told-groups.tsx';
import { findRows, groupsOfOne } from './told-rows.ts';
import { useTellings } from './use-tellings.ts';

function OneTelling({ perspective, wanted }: { perspective: Perspective; wanted: string }) {
  const groups = useMemo(() => groupsOfOne(perspective), [perspective]);
  const found = findRows(groups, wanted);
  const name = sideName(perspective.voices);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
    <section className={classes['one']} tabIndex={0} aria-label={`What ${name} says, scrolls`}>
      <ToldGroups groups={found} />
      {found.length === 0 && (
        <Text size="sm" c="dimmed" p={9}>
          {groups.length > 0 ? 'Nothing here by these words.' : `${name} says nothing of any relation or figure.`}
        </Text>
      )}
    </section>
  );
}

/** What two say, in columns; or what one says, alone. */
export function CompareStage() {
  const view = useView();
  const tellings = useTellings();
  const [text, setText] = useState('');
  const wanted = useDeferredValue(text);
  const found = tellings.state === 'one' || tellings.state === 'two';
  return (
    <div
      className={classes['stage']}
      data-testid="compare-stage"
      aria-busy={tellings.state === 'loading' || (found && tellings.late)}
    >
      {tellings.state === 'none' && (
        <div className={classes['empty']}>
          <Text component="h2" fw={650} size="lg">
            What does one say, and what does another?
          </Text>
          <Text size="sm" c="dimmed" mb="md">
            Choose one or two in the panel Compare, or begin with a pair that stands against each other.
          </Text>
          <Suggestions />
        </div>
      )}
      {tellings.state === 'loading' && <Loader m="xl" aria-label="Comparing" />}
      {tellings.state === 'failed' && (
        <div className={classes['empty']}>
          <Problem error={tellings.error} />
        </div>
      )}
      {found && (
        <div className={classes['bar']}>
          <Text component="h2" size="md" fw={650} className={classes['title']}>
            {tellings.state === 'two'
              ? `What ${sideName(tellings.comparison.p)} says, beside what ${sideName(tellings.comparison.q)} says`
              : `What ${sideName(tellings.perspective.voices)} says`}
          </Text>
          <TextInput
            size="xs"
            className={classes['find']}
            aria-label="Find in what is said"
            placeholder="Find in what is said"
            leftSection={<IconSearch size={14} />}
            rightSection={
              text === '' ? null : <CloseButton size="xs" aria-label="Clear the words" onClick={() => setText('')} />
            }
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <Text size="xs" c="dimmed" className={classes['note']}>
            The verdict in each row, with its number, is what all claims of the graph amount to.
            {!isOpen(view.filter) && ' The filter does not narrow these lists.'}
          </Text>
        </div>
      )}
      {tellings.state === 'one' && <OneTelling perspective={tellings.perspective} wanted={wanted} />}
      {tellings.state === 'two' && <TellingColumns comparison={tellings.comparison} wanted={wanted} />}
    </div>
  );
}
