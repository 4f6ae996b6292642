import { Radio, Stack } from '@mantine/core';
import type { EditorProps } from './condition.ts';
import { DIRECTION_WORDS } from './condition-words.ts';

const WAYS = ['both', 'along', 'against'] as const;

/** Which way relations may be walked. */
export function DirectionEditor({ conditions, set }: EditorProps) {
  return (
    <Radio.Group
      aria-label="Which way"
      value={conditions.direction ?? 'both'}
      onChange={(way) => set({ direction: way === 'along' || way === 'against' ? way : undefined })}
    >
      <Stack gap={8}>
        {WAYS.map((way) => (
          <Radio key={way} size="sm" value={way} {...DIRECTION_WORDS[way]} />
        ))}
      </Stack>
    </Radio.Group>
  );
}
