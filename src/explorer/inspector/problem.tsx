import { Alert } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';

/** A request that failed, in the words of its error. */
export function Problem({ error }: { error: Error }) {
  return (
    <Alert
      color="orange"
      icon={<IconAlertTriangle size={18} />}
      title="This could not be shown"
      styles={{ title: { color: 'var(--mantine-color-text)' } }}
    >
      {error.message}
    </Alert>
  );
}
