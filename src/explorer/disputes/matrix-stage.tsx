import { Text } from '@mantine/core';

/** Origins by disputed relations. */
export function MatrixStage() {
  return <Text size="sm">MatrixStage</Text>;
}
