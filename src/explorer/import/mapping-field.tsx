import { NativeSelect, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Column, Suggestion } from '../../formats/foreign/suggest-mapping.ts';
import { TextButton } from '../inspector/text-button.tsx';
import classes from './import.module.css';
import { sampleText } from './mapping-edits.ts';

interface FieldProps {
  readonly label: string;
  readonly help: string;
  readonly columns: readonly Column[];
  readonly value: string | undefined;
  readonly suggestion?: Suggestion | undefined;
  readonly required?: boolean;
  readonly onChange: (column: string | undefined) => void;
  readonly onSuggestion?: (suggestion: Suggestion) => void;
  readonly children?: ReactNode;
}

/** One field of a mapping: the column that it names, some of its values, and a guess where it names none. */
export function MappingField({
  label,
  help,
  columns,
  value,
  suggestion,
  required,
  onChange,
  onSuggestion,
  children,
}: FieldProps) {
  const names = columns.map((column) => column.name);
  return (
    <div className={classes['field']} data-field={label}>
      <NativeSelect
        size="xs"
        label={label}
        description={help}
        value={value ?? ''}
        data={[
          { value: '', label: required === true ? '(choose a column)' : '(none)' },
          ...(value === undefined || value === '' || names.includes(value)
            ? []
            : [{ value, label: `${value} (not in this file)` }]),
          ...names.map((column) => ({ value: column, label: column })),
        ]}
        onChange={(event) => onChange(event.currentTarget.value === '' ? undefined : event.currentTarget.value)}
      />
      {children}
      <Text size="xs" c="dimmed" className={classes['samples']}>
        <bdi>{sampleText(columns, value)}</bdi>
      </Text>
      {suggestion !== undefined && onSuggestion !== undefined && (
        <Text size="xs">
          Suggested:{' '}
          <TextButton onClick={() => onSuggestion(suggestion)}>
            <bdi>{suggestion.column}</bdi>
          </TextButton>
          , {suggestion.reason}
        </Text>
      )}
    </div>
  );
}
