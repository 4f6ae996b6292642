import { ActionIcon, Tooltip } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { weightNamed } from '../../evidence/weight-changes.ts';
import { DEFAULT_WEIGHTS } from '../../evidence/weights.ts';
import { weightText } from '../../knowledge/arithmetic-words.ts';
import { useWeights } from './use-weights.ts';
import type { WeightField, WeightGroup } from './weight-fields.ts';
import { WeightInput } from './weight-input.tsx';
import { valueText } from './weight-value.ts';
import classes from './weights-panel.module.css';

/** One row of the table: what it is, its number, the weight that it gives, and the way back to the default. */
export function WeightRow({ field, group }: { field: WeightField; group: WeightGroup }) {
  const { name, sign, label, note, step } = field;
  const { numberAt, set } = useWeights();
  const [refused, setRefused] = useState<{ sentence: string; kept: number }>();
  const id = useId();
  const value = numberAt(name);
  // A refusal speaks of the number that it kept; an undo takes that away.
  const refusal = refused?.kept === value ? refused.sentence : undefined;
  const standard = weightNamed(DEFAULT_WEIGHTS, name);
  const isChanged = value !== standard;
  const full = sign === undefined ? label : `${sign}, ${label}`;
  return (
    <li className={classes['row']} data-changed={isChanged || undefined}>
      <span className={classes['sign']}>{sign}</span>
      <span className={classes['label']}>{label}</span>
      <WeightInput
        name={name}
        label={`${group.title}: ${full}`}
        value={value}
        step={step}
        onChange={(next) => set(name, next)}
        onRefusal={(sentence) => setRefused(sentence === undefined ? undefined : { sentence, kept: value })}
        refusalId={refusal === undefined ? undefined : id}
      />
      <span className={classes['gives']}>{group.givesWeight && weightText(value / (1 - value))}</span>
      <span className={classes['undo']}>
        {isChanged && (
          <Tooltip label={`Back to ${valueText(standard)}`} position="left">
            <ActionIcon
              size="sm"
              variant="subtle"
              color="gray"
              aria-label={`${full}: back to ${valueText(standard)}`}
              onClick={() => {
                setRefused(undefined);
                set(name, undefined);
              }}
            >
              <IconArrowBackUp size={14} />
            </ActionIcon>
          </Tooltip>
        )}
      </span>
      {(note !== undefined || isChanged) && (
        <span className={classes['note']}>
          {note}
          {note !== undefined && isChanged && ' · '}
          {isChanged && `default ${valueText(standard)}`}
        </span>
      )}
      {refusal !== undefined && (
        <span id={id} role="alert" className={classes['refusal']}>
          {refusal}
        </span>
      )}
    </li>
  );
}
