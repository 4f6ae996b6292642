import { Combobox, InputBase, Text, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import type { EntityId } from '../../model/ids.ts';
import { useAnswer } from '../data/use-knowledge.ts';
import { KindIcon } from '../inspector/kind-icon.tsx';

interface Props {
  readonly label: string;
  readonly placeholder: string;
  readonly value: EntityId | undefined;
  readonly onChange: (id: EntityId | undefined) => void;
}

/** A field that finds an entity by any of its names, with typing errors forgiven. */
export function EntitySelect({ label, placeholder, value, onChange }: Props) {
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const [text, setText] = useState<string>();
  const [wanted] = useDebouncedValue(text ?? '', 120);
  const { data: chosen } = useAnswer(
    ['entity', value],
    (base) => (value === undefined ? Promise.reject(new Error('nothing chosen')) : base.entity(value)),
    value !== undefined,
  );
  const { data: hits } = useAnswer(['search', wanted, 8], (base) => base.search(wanted, { limit: 8 }), wanted !== '');
  const name = value === undefined ? '' : (chosen?.entity.name ?? value);
  const options = wanted === '' ? [] : (hits?.items ?? []);
  return (
    <Combobox
      store={combobox}
      onOptionSubmit={(id) => {
        const hit = options.find((option) => option.entity.id === id);
        if (hit !== undefined) onChange(hit.entity.id);
        setText(undefined);
        combobox.closeDropdown();
      }}
    >
      <Combobox.Target>
        <InputBase
          label={label}
          placeholder={placeholder}
          size="sm"
          value={text ?? name}
          rightSection={
            value !== undefined && text === undefined ? (
              <Combobox.ClearButton onClear={() => onChange(undefined)} aria-label={`Clear ${label}`} />
            ) : null
          }
          rightSectionPointerEvents="all"
          onFocus={(event) => event.currentTarget.select()}
          onChange={(event) => {
            setText(event.currentTarget.value);
            combobox.openDropdown();
            combobox.updateSelectedOptionIndex('active');
          }}
          onBlur={() => {
            setText(undefined);
            combobox.closeDropdown();
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={wanted === '' || text === undefined}>
        <Combobox.Options mah={320} style={{ overflowY: 'auto' }}>
          {options.map(({ entity, matched }) => (
            <Combobox.Option key={entity.id} value={entity.id}>
              <KindIcon kind={entity.kind} size={14} /> <bdi>{entity.name}</bdi>
              {matched !== entity.name && (
                <Text span size="xs" c="dimmed">
                  {' '}
                  · {matched}
                </Text>
              )}
            </Combobox.Option>
          ))}
          {options.length === 0 && <Combobox.Empty>No entity by that name</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
