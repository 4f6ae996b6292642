import { Center, Loader, Stack, Text } from '@mantine/core';

const WORDS = {
  claims: 'Weighing the claims',
  places: 'Laying out the graph',
} as const;

/** What stands where the graph will be: of a large one it takes some seconds until there is anything to draw. */
export function Drawing({ waitsFor }: { waitsFor: keyof typeof WORDS }) {
  return (
    <Center flex={1} mih={240} p="xl">
      <Stack align="center" gap="xs" role="status" data-testid="drawing">
        <Loader size="md" />
        <Text size="sm" c="dimmed">
          {WORDS[waitsFor]}
        </Text>
      </Stack>
    </Center>
  );
}
