import { Button, Group, Loader, Stack, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Problem } from '../inspector/problem.tsx';
import type { ExportFormat } from './export-formats.ts';
import { Losses } from './losses.tsx';
import { bytesOf, saveFile, saveFiles, sizeText } from './save-file.ts';
import type { useExportFiles } from './use-export.ts';

interface Props {
  readonly format: ExportFormat;
  readonly files: ReturnType<typeof useExportFiles>;
}

/** The files with their sizes and what they lack; nothing leaves the page before a button is pressed. */
export function ExportFiles({ format, files: query }: Props) {
  const client = useQueryClient();
  const [saved, setSaved] = useState('');
  if (query.error !== null) return <Problem error={query.error} />;
  if (query.data === undefined) {
    if (query.fetchStatus === 'idle') {
      return (
        <Button variant="default" size="xs" onClick={() => void query.refetch()}>
          Make the file
        </Button>
      );
    }
    return (
      <Group gap="sm" role="status">
        <Loader size="xs" />
        <Text size="sm">Making the file …</Text>
        <Button
          variant="subtle"
          size="compact-xs"
          onClick={() => void client.cancelQueries({ queryKey: query.queryKey, exact: true })}
        >
          Stop
        </Button>
      </Group>
    );
  }
  const { files, losses } = query.data.written;
  const [only] = files;
  const several = files.length > 1;
  const tell = (names: string): void => setSaved(`Handed to the browser: ${names}.`);
  return (
    <Stack gap="sm">
      <Losses losses={losses} />
      {several && (
        <Stack gap={4}>
          <Text size="sm">{files.length} files that belong together, one after the other:</Text>
          {files.map((file) => (
            <Group key={file.name} gap="xs">
              <Button
                size="compact-xs"
                variant="default"
                leftSection={<IconDownload size={13} />}
                onClick={() => {
                  saveFile(file, format.mediaType);
                  tell(file.name);
                }}
              >
                {file.name}
              </Button>
              <Text size="xs" c="dimmed">
                {sizeText(bytesOf(file))}
              </Text>
            </Group>
          ))}
        </Stack>
      )}
      <Group gap="sm">
        <Button
          leftSection={<IconDownload size={15} />}
          onClick={() => {
            void saveFiles(files, format.mediaType);
            tell(files.map(({ name }) => name).join(', '));
          }}
        >
          {several ? `Save ${files.length} files` : `Save ${only?.name ?? ''}`}
        </Button>
        <Text size="sm" c="dimmed" data-testid="export-size">
          {sizeText(files.reduce((sum, file) => sum + bytesOf(file), 0))}
        </Text>
      </Group>
      <Text size="sm" role="status">
        {saved}
      </Text>
    </Stack>
  );
}
