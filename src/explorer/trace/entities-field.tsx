import { Combobox, Pill, PillsInput, Text, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useId, useState } from 'react';
import type { EntityId } from '../../model/ids.ts';
import { useAnswer } from '../data/use-knowledge.ts';
import { KindIcon } from '../inspector/kind-icon.tsx';
import classes from './ends.module.css';

interface Props {
  readonly label: string;
  /** What stands in the empty field. */
  readonly placeholder: string;
  /** What invites one more, where some are chosen. */
  readonly another: string;
  readonly value: readonly EntityId[];
  readonly onChange: (ids: EntityId[]) => void;
  readonly most?: number;
  readonly error?: string | undefined;
  readonly autoFocus?: boolean;
}

/** How many hits are offered; more letters find the others. */
const OFFERED = 8;

function Chosen({ id, onRemove }: { id: EntityId; onRemove: () => void }) {
  const { data } = useAnswer(['entity', id], (base) => base.entity(id));
  const name = data?.entity.name ?? id;
  return (
    <Pill
      withRemoveButton
      onRemove={onRemove}
      removeButtonProps={{ 'aria-label': `Remove ${name}`, 'aria-hidden': false, tabIndex: 0 }}
      className={classes['pill'] ?? ''}
    >
      {data !== undefined && <KindIcon kind={data.entity.kind} size={13} />} <bdi>{name}</bdi>
    </Pill>
  );
}

/** A field for one entity or several, found by any of their names; typing errors are forgiven. */
export function EntitiesField({ label, placeholder, another, value, onChange, most, error, autoFocus }: Props) {
  const id = useId();
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const [text, setText] = useState('');
  const [wanted] = useDebouncedValue(text.trim(), 120);
  const { data: hits } = useAnswer(
    ['search', wanted, OFFERED],
    (base) => base.search(wanted, { limit: OFFERED }),
    wanted !== '',
  );
  const options = wanted === '' ? [] : (hits?.items ?? []).filter(({ entity }) => !value.includes(entity.id));
  const full = most !== undefined && value.length >= most;
  return (
    <Combobox
      store={combobox}
      onOptionSubmit={(chosen) => {
        const hit = options.find((option) => option.entity.id === chosen);
        if (hit !== undefined && !full) onChange([...value, hit.entity.id]);
        setText('');
        combobox.closeDropdown();
      }}
    >
      <Combobox.DropdownTarget>
        <PillsInput id={id} label={label} size="sm" error={error} classNames={{ input: classes['input'] ?? '' }}>
          <Pill.Group gap={4}>
            {value.map((one) => (
              <Chosen key={one} id={one} onRemove={() => onChange(value.filter((other) => other !== one))} />
            ))}
            <Combobox.EventsTarget>
              <PillsInput.Field
                id={id}
                className={classes['field'] ?? ''}
                data-filled={value.length > 0 || undefined}
                placeholder={value.length === 0 ? placeholder : full ? '' : another}
                disabled={full}
                value={text}
                autoFocus={autoFocus}
                onChange={(event) => {
                  setText(event.currentTarget.value);
                  combobox.openDropdown();
                  combobox.updateSelectedOptionIndex('active');
                }}
                onKeyDown={(event) => {
                  if (event.key === 'Backspace' && text === '' && value.length > 0) onChange(value.slice(0, -1));
                }}
                onBlur={() => {
                  setText('');
                  combobox.closeDropdown();
                }}
              />
            </Combobox.EventsTarget>
          </Pill.Group>
        </PillsInput>
      </Combobox.DropdownTarget>
      <Combobox.Dropdown hidden={wanted === '' || text === ''}>
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
