import { ActionIcon, Button, Loader, Modal } from '@mantine/core';
import { useDisclosure, useMediaQuery } from '@mantine/hooks';
import { IconDownload } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import classes from './export.module.css';

/** All formats come with it: they are fetched when somebody wants one. */
const ExportPanel = lazy(async () => ({ default: (await import('./export-panel.tsx')).ExportPanel }));

/** Opens the export panel. What it shows is asked for only while it is open. */
export function ExportMenu({ narrow }: { narrow: boolean }) {
  const [opened, { open, close }] = useDisclosure(false);
  const small = useMediaQuery('(max-width: 48em)') ?? false;
  return (
    <>
      {narrow ? (
        <ActionIcon variant="default" size="lg" aria-label="Export" onClick={open}>
          <IconDownload size={17} />
        </ActionIcon>
      ) : (
        <Button size="xs" variant="default" leftSection={<IconDownload size={15} />} onClick={open}>
          Export
        </Button>
      )}
      <Modal
        opened={opened}
        onClose={close}
        title="Export"
        size={1040}
        fullScreen={small}
        closeButtonProps={{ 'aria-label': 'Close the export' }}
        classNames={{ content: classes['dialog'] ?? '', body: classes['body'] ?? '' }}
      >
        <Suspense fallback={<Loader size="sm" m="md" aria-label="Loading the formats" />}>
          <ExportPanel />
        </Suspense>
      </Modal>
    </>
  );
}
