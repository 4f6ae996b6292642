import { Text } from '@mantine/core';
import { useView } from '../state/use-view.ts';

/** Says that what stands here does not heed what is left out: it is a question put to the graph, no filter. */
export function LeftOutNote() {
  const { without } = useView();
  if (without.length === 0) return null;
  return (
    <Text size="xs" c="dimmed">
      This rests on all claims, also on those that are left out in “Leave out”.
    </Text>
  );
}
