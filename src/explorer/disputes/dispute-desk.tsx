import { Loader, Stack, Text } from '@mantine/core';
import { useAnswer } from '../data/use-knowledge.ts';
import { Problem } from '../inspector/problem.tsx';
import { useView } from '../state/use-view.ts';

/** What is contested, most contested first, with who stands against whom. */
export function DisputeDesk() {
  const { filter } = useView();
  const { data: page, error } = useAnswer(['disputes', filter], (base) => base.disputes(filter, { limit: 500 }));
  if (error !== null) return <Problem error={error} />;
  if (page === undefined) return <Loader size="sm" aria-label="Loading the disputes" />;
  return (
    <Stack gap="xs">
      {page.items.map((dispute) => (
        <Text key={dispute.id} size="sm">
          {dispute.title}
        </Text>
      ))}
    </Stack>
  );
}
