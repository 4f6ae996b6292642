import { Text } from '@mantine/core';

/** Whose word is left out, and what that does. */
export function LeaveOutPanel() {
  return <Text size="sm">LeaveOutPanel</Text>;
}
