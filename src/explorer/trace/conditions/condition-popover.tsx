import { Button, Popover, Stack, Text } from '@mantine/core';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import type { Condition, EditorProps } from './condition.ts';
import classes from './conditions.module.css';

interface Props extends EditorProps {
  readonly condition: Condition;
  readonly opened: boolean;
  readonly onClose: () => void;
  /** What it opens beside. */
  readonly children: ReactNode;
}

/** The editor of one condition, beside its chips. What is set is asked at once. */
export function ConditionPopover({ condition, conditions, set, opened, onClose, children }: Props) {
  const title = useId();
  const target = useRef<HTMLSpanElement>(null);
  const dropdown = useRef<HTMLDivElement>(null);
  const close = useRef(onClose);
  close.current = onClose;
  // Lists of a field in the editor lie outside of it in the document, so a press on them is told apart here.
  useEffect(() => {
    if (!opened) return;
    const press = ({ target: pressed }: Event): void => {
      if (!(pressed instanceof Element)) return;
      const within = [target.current, dropdown.current].some((element) => element?.contains(pressed));
      if (!within && pressed.closest('[role="listbox"]') === null) close.current();
    };
    document.addEventListener('pointerdown', press);
    return () => document.removeEventListener('pointerdown', press);
  }, [opened]);
  const Editor = condition.editor;
  return (
    <Popover
      opened={opened}
      onChange={(open) => {
        if (!open) onClose();
      }}
      width={300}
      position="bottom-start"
      shadow="md"
      trapFocus
      returnFocus
      closeOnClickOutside={false}
      withRoles={false}
    >
      <Popover.Target>
        <span ref={target} className={classes['target']}>
          {children}
        </span>
      </Popover.Target>
      <Popover.Dropdown ref={dropdown} role="dialog" aria-labelledby={title}>
        <Stack gap={10}>
          {/* Not the first field: a list that opens by itself would hide the rest of the editor. */}
          <Text id={title} size="sm" fw={650} tabIndex={-1} data-autofocus className={classes['title'] ?? ''}>
            {condition.name}
          </Text>
          <Editor conditions={conditions} set={set} />
          <Button size="compact-sm" variant="default" style={{ alignSelf: 'flex-end' }} onClick={onClose}>
            Done
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
