import { Text } from '@mantine/core';

/** A quantity with who gives which value. */
export function FigureInspector({ id }: { id: string }) {
  return <Text size="sm">{id}</Text>;
}
