import { Text } from '@mantine/core';

/** Whose tellings are compared. */
export function ComparePanel() {
  return <Text size="sm">ComparePanel</Text>;
}
