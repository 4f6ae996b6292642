import { NumberInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useState } from 'react';
import { WEIGHT_BOUNDS, type WeightName } from '../../evidence/weight-changes.ts';
import { fieldText, readValue, valueText } from './weight-value.ts';
import classes from './weights-panel.module.css';

interface Props {
  readonly name: WeightName;
  readonly label: string;
  readonly value: number;
  readonly step: number;
  readonly onChange: (value: number) => void;
  /** Why what was typed last was not taken; undefined when all is well. */
  readonly onRefusal: (refusal: string | undefined) => void;
  /** Id of the sentence that says so. */
  readonly refusalId: string | undefined;
}

/** Typing rests so long before it counts: one edit is one step of undo. */
const REST = 700;

/** One number of the table. What cannot stand there is refused with a sentence, and the old number stays in force. */
export function WeightInput({ name, label, value, step, onChange, onRefusal, refusalId }: Props) {
  const [draft, setDraft] = useState<string | number>();
  const [min, max] = WEIGHT_BOUNDS[name];
  const settle = (typed: string | number, keepDraft: boolean): void => {
    const read = readValue(name, typed, value);
    if ('value' in read) {
      // ⅓ stands in its field as 0.3333: leaving the field is no change.
      if (valueText(read.value) !== valueText(value)) onChange(read.value);
      setDraft(undefined);
      onRefusal(undefined);
    } else {
      onRefusal(read.refusal);
      if (!keepDraft) setDraft(undefined);
    }
  };
  const settleSoon = useDebouncedCallback((typed: string | number) => settle(typed, true), REST);
  const settleNow = (): void => {
    settleSoon.cancel();
    if (draft !== undefined) settle(draft, false);
  };
  return (
    <NumberInput
      size="xs"
      aria-label={`${label}, from ${min} to ${max}`}
      aria-describedby={refusalId}
      value={draft ?? fieldText(value)}
      min={min}
      max={max}
      step={step}
      decimalScale={4}
      clampBehavior="none"
      allowNegative={false}
      aria-invalid={refusalId !== undefined}
      classNames={{ input: classes['input'] ?? '' }}
      onChange={(typed) => {
        // The field also tells of numbers that it was given, not typed.
        if (String(typed) === String(draft ?? fieldText(value))) return;
        setDraft(typed);
        onRefusal(undefined);
        settleSoon(typed);
      }}
      onPaste={(event) => {
        // The field would drop a comma, and 4,5 would be taken for 45.
        event.preventDefault();
        settleSoon.cancel();
        settle(event.clipboardData.getData('text'), false);
      }}
      onBlur={settleNow}
      onKeyDown={(event) => {
        if (event.key === 'Enter') settleNow();
      }}
    />
  );
}
