import { Button, Group, Radio, Text, VisuallyHidden } from '@mantine/core';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { Pair, PairSide } from '../data/join-readings.ts';
import { DECISIONS, type Decision } from './decisions.ts';
import classes from './import.module.css';

function Side({ side }: { side: PairSide }) {
  return (
    <div>
      <Text size="sm" fw={600}>
        <bdi>{side.name}</bdi>
      </Text>
      <Text size="xs" c="dimmed">
        <bdi>{side.kind}</bdi>
        {side.graph !== '' && (
          <>
            , in <bdi>{side.graph}</bdi>
          </>
        )}
        {side.aliases.length > 0 && (
          <>
            {'; also '}
            <bdi>{side.aliases.join(' · ')}</bdi>
          </>
        )}
      </Text>
      {side.summary !== undefined && (
        <Text size="xs" lineClamp={2}>
          <bdi>{side.summary}</bdi>
        </Text>
      )}
    </div>
  );
}

interface Props {
  readonly pair: Pair;
  readonly decision: Decision | undefined;
  /** Given undefined where the answer is taken back. */
  readonly onDecide: (decision: Decision | undefined) => void;
  /** Whether the pair may stay without an answer. */
  readonly canTakeBack?: boolean;
  /** Takes the focus when it appears, so that the keys decide it. */
  readonly focused?: boolean;
}

/** The radio of a pair, or of the first of a list, that has the focus when it is come to by keys. */
export function radioIn(within: Element | null | undefined): HTMLInputElement | null {
  const pair = within?.querySelector('[data-testid="pair"]') ?? within;
  return (
    pair?.querySelector<HTMLInputElement>('input[type="radio"]:checked') ??
    pair?.querySelector<HTMLInputElement>('input[type="radio"]') ??
    null
  );
}

/** Goes to the next pair that is shown, so that a row of keys decides a row of pairs. */
function focusNext(row: HTMLElement): void {
  radioIn(row.parentElement?.nextElementSibling)?.focus();
}

/** Two entities that may be the same, why, and the three answers. */
export function PairRow({ pair, decision, onDecide, canTakeBack = false, focused = false }: Props) {
  const { a, b, reasons, against, by } = pair;
  const row = useRef<HTMLFieldSetElement>(null);
  useEffect(() => {
    // What is above it is to be read first.
    if (focused) radioIn(row.current)?.focus({ preventScroll: true });
  }, [focused]);
  const onKey = (event: KeyboardEvent<HTMLFieldSetElement>): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Backspace' && canTakeBack) {
      event.preventDefault();
      takeBack(event.currentTarget);
      return;
    }
    const given = DECISIONS.find(({ hotkey }) => hotkey === event.key.toLowerCase());
    if (given === undefined) return;
    event.preventDefault();
    onDecide(given.value);
    focusNext(event.currentTarget);
  };
  const takeBack = (from: HTMLElement): void => {
    onDecide(undefined);
    // What was pressed goes away with the answer.
    from.querySelector<HTMLElement>('input[type="radio"]')?.focus({ preventScroll: true });
  };
  return (
    <fieldset ref={row} className={classes['pair']} data-decision={decision} data-testid="pair" onKeyDown={onKey}>
      <Side side={a} />
      <Side side={b} />
      <Text size="xs" className={classes['why']}>
        {reasons.join(', ')}
        {by.length > 0 && (
          <>
            {': '}
            <bdi>{by.join(' · ')}</bdi>
          </>
        )}
        {against.length > 0 && <span className={classes['against']}>. But: {against.join(', ')}</span>}
      </Text>
      <Radio.Group
        className={classes['why']}
        label={
          <VisuallyHidden>
            Are <bdi>{a.name}</bdi> and <bdi>{b.name}</bdi> the same?
          </VisuallyHidden>
        }
        styles={{ label: { display: 'contents' } }}
        value={decision ?? null}
        onChange={(value) => {
          const chosen = DECISIONS.find((one) => one.value === value);
          if (chosen !== undefined) onDecide(chosen.value);
        }}
      >
        <Group gap="md">
          {DECISIONS.map(({ value, label }) => (
            <Radio key={value} size="xs" value={value} label={label} />
          ))}
          {canTakeBack && decision !== undefined && (
            <Button
              size="compact-xs"
              variant="subtle"
              aria-label={`Take back what was decided of ${a.name} and ${b.name}`}
              onClick={() => row.current !== null && takeBack(row.current)}
            >
              Take back
            </Button>
          )}
        </Group>
      </Radio.Group>
    </fieldset>
  );
}
