import { Text } from '@mantine/core';

/** Quantities, with who gives which. */
export function FigureList() {
  return <Text size="sm">FigureList</Text>;
}
