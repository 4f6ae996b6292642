import { Button, Loader, Text } from '@mantine/core';
import { useTimeout } from '@mantine/hooks';
import { useState } from 'react';
import classes from './trace-panel.module.css';

/** Milliseconds after which a search is said to run, and after which it can be stopped. */
const SAY = 500;
const OFFER = 2000;

/** A search that runs: nothing at first, then that it does, then a way to stop it. */
export function Waiting({ onStop }: { onStop: () => void }) {
  const [stage, setStage] = useState<'short' | 'said' | 'long'>('short');
  useTimeout(() => setStage('said'), SAY, { autoInvoke: true });
  useTimeout(() => setStage('long'), OFFER, { autoInvoke: true });
  if (stage === 'short') return null;
  return (
    <div className={classes['waiting']} role="status">
      <Loader size="xs" />
      <Text size="sm">Searching</Text>
      {stage === 'long' && (
        <Button size="compact-sm" variant="default" onClick={onStop}>
          Stop
        </Button>
      )}
    </div>
  );
}
