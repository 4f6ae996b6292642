import { Loader, Stack, Text } from '@mantine/core';
import { Problem } from '../inspector/problem.tsx';
import { StandingKey } from '../leave-out/standing-key.tsx';
import { TransitionList } from '../leave-out/transition-list.tsx';
import { useMoved } from './use-moved.ts';
import { useWeights } from './use-weights.ts';

/** Relations whose verdict is another than by the default table. */
export function MovedVerdicts() {
  const { isChanged } = useWeights();
  const { moved, error } = useMoved();
  if (error !== null) return <Problem error={error} />;
  if (!isChanged) {
    return (
      <Text size="sm" c="dimmed">
        Nothing is changed. Set a number otherwise, and the verdicts that move stand here.
      </Text>
    );
  }
  if (moved === undefined) return <Loader size="sm" aria-label="Weighing anew" />;
  if (moved.length === 0) return <Text size="sm">No verdict moves. Numbers beside verdicts may.</Text>;
  return (
    <Stack gap="xs" data-testid="moved-verdicts">
      <StandingKey before="by the default" after="by these numbers" />
      <TransitionList shifts={moved} level={3} />
    </Stack>
  );
}
