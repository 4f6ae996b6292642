import { Group, NumberInput, Radio, Stack, Text, TextInput } from '@mantine/core';
import { TIME_POLICIES } from '../../../knowledge/trace-answers.ts';
import type { EditorProps } from './condition.ts';
import { TIME_WORDS } from './condition-words.ts';
import { useDraft } from './use-draft.ts';

function DayField({ label, value, onTake }: { label: string; value: string; onTake: (value: string) => void }) {
  const draft = useDraft(value, onTake);
  return (
    <TextInput
      label={label}
      size="sm"
      placeholder="2019-05"
      style={{ flex: 1 }}
      value={draft.value}
      onChange={(event) => draft.setValue(event.currentTarget.value.trim())}
      onBlur={draft.commit}
      onKeyDown={draft.onKeyDown}
    />
  );
}

function GapField({ value, onTake }: { value: number | undefined; onTake: (days: number | undefined) => void }) {
  const draft = useDraft<number | undefined>(value, onTake);
  return (
    <NumberInput
      label="At most so many days between two hops"
      size="sm"
      min={0}
      placeholder="any number"
      value={draft.value ?? ''}
      onChange={(days) => draft.setValue(typeof days === 'number' ? days : undefined)}
      onBlur={draft.commit}
      onKeyDown={draft.onKeyDown}
    />
  );
}

/** When relations must have held. */
export function DatesEditor({ conditions, set }: EditorProps) {
  return (
    <>
      <Group gap={8} wrap="nowrap" align="flex-end">
        <DayField
          label="Since"
          value={conditions.since ?? ''}
          onTake={(day) => set({ since: day === '' ? undefined : day })}
        />
        <DayField
          label="Until"
          value={conditions.until ?? ''}
          onTake={(day) => set({ until: day === '' ? undefined : day })}
        />
      </Group>
      <Text size="xs" c="dimmed">
        A year, a month or a day. What has no date passes.
      </Text>
    </>
  );
}

/** When relations must have held, and in which order along a trace. */
export function TimeEditor({ conditions, set }: EditorProps) {
  const policy = conditions.time ?? 'ignore';
  return (
    <>
      <DatesEditor conditions={conditions} set={set} />
      <Radio.Group
        aria-label="Order in time"
        value={policy}
        onChange={(chosen) => set({ time: chosen === 'overlap' || chosen === 'sequence' ? chosen : undefined })}
      >
        <Stack gap={8}>
          {TIME_POLICIES.map((one) => (
            <Radio key={one} size="sm" value={one} {...TIME_WORDS[one]} />
          ))}
        </Stack>
      </Radio.Group>
      {policy === 'sequence' && <GapField value={conditions.gap} onTake={(gap) => set({ gap })} />}
    </>
  );
}
