import { Checkbox, Group, Kbd, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { listNames, number } from '../../knowledge/words.ts';
import type { Compared } from '../data/compare-readings.ts';
import { useCapped } from '../inspector/capped.tsx';
import { DECISIONS, type Decided, decide, filterPairs, pairKey, type Shown } from './decisions.ts';
import { EqualRecords } from './equal-records.tsx';
import classes from './import.module.css';
import { pairsText } from './match-words.ts';
import { PairRow, radioIn } from './pair-row.tsx';

const SHOWN: readonly { readonly value: Shown; readonly label: string }[] = [
  { value: 'all', label: 'All pairs' },
  { value: 'open', label: 'Not decided' },
  ...DECISIONS,
];

interface Props {
  readonly pairs: Compared;
  readonly decided: Decided;
  readonly onDecided: (decided: Decided) => void;
  readonly sameIds: boolean;
  readonly onSameIds: (sameIds: boolean) => void;
}

/** Which entities of different graphs are the same: proposed with reasons, decided by the person and nobody else. */
export function MatchStep({ pairs: { pairs, more, tooCommon, equal }, decided, onDecided, sameIds, onSameIds }: Props) {
  const [text, setText] = useState('');
  const [shown, setShown] = useState<Shown>('all');
  const wanted = filterPairs(pairs, decided, text, shown);
  const step = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The step before may have been scrolled: what is said here comes first, and the keys decide the first pair.
    const intro = step.current?.querySelector<HTMLElement>('[data-intro]');
    intro?.scrollIntoView({ block: 'start' });
    (radioIn(step.current) ?? intro)?.focus({ preventScroll: true });
  }, []);
  return (
    <Stack gap="sm" ref={step}>
      <Text size="sm" tabIndex={-1} className={classes['heading']} data-intro>
        {pairsText({ pairs, equal })}
      </Text>
      <EqualRecords equal={equal} />
      {more > 0 && <Text size="sm">{number(more)} weaker pairs are not listed, and stay apart.</Text>}
      {tooCommon.length > 0 && (
        <Text size="sm" c="dimmed">
          Too many share the name <bdi>{listNames(tooCommon)}</bdi> for it to say who they are.
        </Text>
      )}
      <Checkbox
        label="Equal ids mean the same entity"
        description="For editions of one data set. Otherwise the later one gets an id of its own, unless you call the two the same."
        checked={sameIds}
        onChange={(event) => onSameIds(event.currentTarget.checked)}
      />
      {pairs.length > 0 && (
        <>
          <Group gap="sm" align="end">
            <TextInput
              size="xs"
              label="Find"
              leftSection={<IconSearch size={13} />}
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
            />
            <NativeSelect
              size="xs"
              label="Show"
              value={shown}
              data={SHOWN.map(({ value, label }) => ({ value, label }))}
              onChange={(event) =>
                setShown(SHOWN.find(({ value }) => value === event.currentTarget.value)?.value ?? 'all')
              }
            />
            <Text size="xs" c="dimmed">
              In a pair: <Kbd size="xs">S</Kbd> same, <Kbd size="xs">N</Kbd> not the same, <Kbd size="xs">U</Kbd>{' '}
              unsure, and on to the next; <Kbd size="xs">⌫</Kbd> takes back
            </Text>
          </Group>
          <Text size="xs" c="dimmed" role="status">
            {number(wanted.length)} of {number(pairs.length)} shown,{' '}
            {number(pairs.filter((pair) => decided.has(pairKey(pair))).length)} decided
          </Text>
          <PairList key={`${shown} ${text}`} {...{ wanted, decided, onDecided }} />
        </>
      )}
    </Stack>
  );
}

interface ListProps {
  readonly wanted: ReturnType<typeof filterPairs>;
  readonly decided: Decided;
  readonly onDecided: (decided: Decided) => void;
}

function PairList({ wanted, decided, onDecided }: ListProps) {
  const { shown, more } = useCapped(wanted, 50, 'pairs');
  return (
    <>
      <ul className={classes['plain']}>
        {shown.map((pair) => (
          <li key={pairKey(pair)}>
            <PairRow
              pair={pair}
              decision={decided.get(pairKey(pair))}
              canTakeBack
              onDecide={(decision) => onDecided(decide(decided, pair, decision))}
            />
          </li>
        ))}
      </ul>
      {more}
    </>
  );
}
