import { NativeSelect, TextInput } from '@mantine/core';
import { Reliability } from '../../model/grades.ts';
import classes from './import.module.css';
import type { Editing } from './mapping-edits.ts';

/** What is known of the file as a source. Nothing is taken for it: it is graded F until somebody says otherwise. */
export function SourceFields({ name, mapping, onChange }: { name: string } & Editing) {
  const { source } = mapping;
  const text = (field: 'title' | 'publisher' | 'published' | 'reason', value: string): void => {
    const { [field]: _, ...rest } = source;
    onChange({ ...mapping, source: value.trim() === '' ? rest : { ...rest, [field]: value } });
  };
  return (
    <fieldset className={classes['fields']}>
      <legend>The file as a source</legend>
      <TextInput
        size="xs"
        label="Title"
        placeholder={`Imported from ${name}`}
        maxLength={300}
        value={source.title ?? ''}
        onChange={(event) => text('title', event.currentTarget.value)}
      />
      <TextInput
        size="xs"
        label="Publisher"
        maxLength={300}
        value={source.publisher ?? ''}
        onChange={(event) => text('publisher', event.currentTarget.value)}
      />
      <TextInput
        size="xs"
        label="Published"
        placeholder="2024-03"
        value={source.published ?? ''}
        onChange={(event) => text('published', event.currentTarget.value)}
      />
      <NativeSelect
        size="xs"
        label="Reliability"
        value={source.reliability ?? ''}
        data={[
          { value: '', label: 'F, cannot be judged' },
          ...Reliability.options.filter((letter) => letter !== 'F').map((letter) => ({ value: letter, label: letter })),
        ]}
        onChange={(event) => {
          const { reliability: _, ...rest } = source;
          const letter = Reliability.safeParse(event.currentTarget.value);
          onChange({ ...mapping, source: letter.success ? { ...rest, reliability: letter.data } : rest });
        }}
      />
      <TextInput
        size="xs"
        label="Reason for the grade"
        value={source.reason ?? ''}
        onChange={(event) => text('reason', event.currentTarget.value)}
      />
    </fieldset>
  );
}
