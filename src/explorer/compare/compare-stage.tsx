import { Text } from '@mantine/core';

/** Two tellings in columns. */
export function CompareStage() {
  return <Text size="sm">CompareStage</Text>;
}
