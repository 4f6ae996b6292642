import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconFolderOpen } from '@tabler/icons-react';
import { useImporter } from './import-context.ts';

/** Opens the place where files are looked at before they are opened or merged. */
export function ImportButton({ narrow }: { narrow: boolean }) {
  const { begin } = useImporter();
  const label = 'Open or import …';
  if (narrow) {
    return (
      <ActionIcon variant="default" size="lg" aria-label={label} onClick={() => begin()}>
        <IconFolderOpen size={17} />
      </ActionIcon>
    );
  }
  return (
    <Tooltip label={`${label} (O)`}>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconFolderOpen size={15} />}
        aria-label={label}
        onClick={() => begin()}
      >
        Open
      </Button>
    </Tooltip>
  );
}
