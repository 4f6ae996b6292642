import { CloseButton, Menu, UnstyledButton } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { replaceConditions, setConditions, type TraceQuestion } from '../../state/trace-view.ts';
import { useGo } from '../../state/use-view.ts';
import { traceBy } from '../../state/view.ts';
import type { ConditionChip, SetConditions } from './condition.ts';
import { ConditionPopover } from './condition-popover.tsx';
import classes from './conditions.module.css';
import { useChips } from './use-chips.ts';

function Chip({ chip, onOpen, set }: { chip: ConditionChip; onOpen: () => void; set: SetConditions }) {
  return (
    <span className={classes['chip']}>
      <UnstyledButton className={classes['label']} title={chip.label} onClick={onOpen}>
        <bdi>{chip.label}</bdi>
      </UnstyledButton>
      <CloseButton
        size={18}
        iconSize={12}
        className={classes['remove'] ?? ''}
        aria-label={`Take away: ${chip.label}`}
        onClick={() => set(chip.without)}
      />
    </span>
  );
}

/** What a trace must keep to: what is set as chips, what is not set as quiet words; either opens its editor. */
export function ConditionRow({ kind }: { kind: TraceQuestion['kind'] }) {
  const go = useGo();
  const { conditions, shown } = useChips(kind);
  const [open, setOpen] = useState<string>();
  const set: SetConditions = (changes) => go((view) => traceBy(view, (trace) => setConditions(trace, changes)));
  const anySet = shown.some(({ chips }) => chips.length > 0);
  return (
    <fieldset className={classes['row']} aria-label="Conditions">
      {shown.map(({ condition, chips: own }) => {
        const { id, unset } = condition;
        // What goes without saying is shown only while it is set, or being set.
        if (own.length === 0 && unset === undefined && open !== id) return null;
        return (
          <ConditionPopover
            key={id}
            condition={condition}
            conditions={conditions}
            set={set}
            opened={open === id}
            onClose={() => setOpen((current) => (current === id ? undefined : current))}
          >
            <span className={classes['group']}>
              {own.map((chip) => (
                <Chip key={chip.key} chip={chip} set={set} onOpen={() => setOpen(id)} />
              ))}
              {own.length === 0 && (
                <UnstyledButton
                  className={classes['quiet']}
                  aria-haspopup="dialog"
                  aria-expanded={open === id}
                  onClick={() => setOpen(open === id ? undefined : id)}
                >
                  {unset ?? condition.name.toLowerCase()}
                </UnstyledButton>
              )}
            </span>
          </ConditionPopover>
        );
      })}
      <Menu position="bottom-start" shadow="md" width={220} returnFocus={false}>
        <Menu.Target>
          <UnstyledButton className={classes['add']}>
            <IconPlus size={13} aria-hidden="true" /> Add a condition
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          {shown.map(({ condition: { id, name } }) => (
            <Menu.Item key={id} onClick={() => setOpen(id)}>
              {name}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {anySet && (
        <UnstyledButton
          className={classes['add']}
          onClick={() => go((view) => traceBy(view, (trace) => replaceConditions(trace, {})))}
        >
          Clear all
        </UnstyledButton>
      )}
    </fieldset>
  );
}
