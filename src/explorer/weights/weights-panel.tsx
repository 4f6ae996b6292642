import { Text } from '@mantine/core';

/** The numbers that claims are weighed by. */
export function WeightsPanel() {
  return <Text size="sm">WeightsPanel</Text>;
}
