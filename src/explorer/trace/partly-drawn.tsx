import { Text } from '@mantine/core';
import { TextButton } from '../inspector/text-button.tsx';
import { useGo, useView } from '../state/use-view.ts';
import { clearFilter, isOpen, showAll } from '../state/view.ts';

/** A focus or a filter hides relations from the graph, but not from a search: what an answer tells may not be drawn. */
export function PartlyDrawn() {
  const { filter, focus } = useView();
  const go = useGo();
  if (focus === undefined && isOpen(filter)) return null;
  const what = focus === undefined ? 'filter' : isOpen(filter) ? 'focus' : 'focus and the filter';
  return (
    <Text size="xs" c="dimmed">
      The search ran over all relations. The {what} may hide some of the answer from the graph:{' '}
      <TextButton onClick={() => go((view) => showAll(clearFilter(view)))}>show the whole graph</TextButton>.
    </Text>
  );
}
