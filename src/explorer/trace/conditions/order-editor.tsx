import { Radio, Stack, Switch } from '@mantine/core';
import type { EditorProps } from './condition.ts';

/** Which traces come first. */
export function OrderEditor({ conditions, set }: EditorProps) {
  return (
    <>
      <Radio.Group
        aria-label="What comes first"
        value={conditions.rank ?? 'evidence'}
        onChange={(rank) => set({ rank: rank === 'hops' ? 'hops' : undefined })}
      >
        <Stack gap={8}>
          <Radio size="sm" value="evidence" label="The strongest evidence first" />
          <Radio size="sm" value="hops" label="The fewest hops first" />
        </Stack>
      </Radio.Group>
      <DampedSwitch conditions={conditions} set={set} />
    </>
  );
}

/** What joins three and more has no order of traces, but runs round hubs as well. */
export function DampedSwitch({ conditions, set }: EditorProps) {
  return (
    <Switch
      size="sm"
      label="Places and hubs lower"
      description="Everybody meets in a capital or a parliament: that says little. No number changes, only the order."
      checked={conditions.damped === true}
      onChange={({ currentTarget: { checked } }) => set({ damped: checked ? true : undefined })}
    />
  );
}
