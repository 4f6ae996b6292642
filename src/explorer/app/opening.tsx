import { Button, Center, Loader, Paper, Stack, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { OpeningStep } from '../data/graph-worker.ts';

const STEP_WORDS: Readonly<Record<OpeningStep, string>> = {
  reading: 'Reading the graph',
  checking: 'Checking the graph',
  weighing: 'Weighing the claims',
};

/** What is shown while a graph is opened: how far it is, and after so many milliseconds a way out. */
const SHOWN_AFTER_MS = 500;
const STOPPABLE_AFTER_MS = 2000;

interface Props {
  readonly step: OpeningStep;
  /** Something else is on the page meanwhile, and stays usable. */
  readonly beside: boolean;
  readonly onStop: () => void;
}

export function Opening({ step, beside, onStop }: Props) {
  const shown = useLaterThan(SHOWN_AFTER_MS);
  const stoppable = useLaterThan(STOPPABLE_AFTER_MS);
  if (beside && !shown) return null;
  const words = (
    <Stack align="center" gap="xs" role="status" data-testid="opening">
      <Loader size={beside ? 'sm' : 'md'} />
      <Text size="sm" c="dimmed">
        {shown ? STEP_WORDS[step] : 'Opening the graph'}
      </Text>
      {stoppable && (
        <Button size="xs" variant="default" onClick={onStop}>
          Stop
        </Button>
      )}
    </Stack>
  );
  if (!beside) return <Center h="100dvh">{words}</Center>;
  return (
    <Paper withBorder shadow="md" p="md" pos="fixed" bottom={16} left="50%" style={{ translate: '-50%', zIndex: 400 }}>
      {words}
    </Paper>
  );
}

/** Whether so many milliseconds have passed since this was first on the page. */
function useLaterThan(ms: number): boolean {
  const [later, setLater] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLater(true), ms);
    return () => clearTimeout(timer);
  }, [ms]);
  return later;
}
