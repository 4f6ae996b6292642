import { Button, Group, Stack, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { Problem } from '../inspector/problem.tsx';
import type { ExportFormat } from './export-formats.ts';
import { Losses } from './losses.tsx';
import { bytesOf, saveFile, sizeText } from './save-file.ts';
import type { useExportFiles } from './use-export.ts';

interface Props {
  readonly format: ExportFormat;
  readonly files: ReturnType<typeof useExportFiles>;
  readonly onSaved: (names: string) => void;
}

/** What the files lack, and each of several by itself. */
export function ExportFiles({ format, files: { data, error }, onSaved }: Props) {
  if (error !== null) return <Problem error={error} />;
  if (data === undefined) return null;
  const { files, losses } = data.written;
  return (
    <Stack gap="sm">
      <Losses losses={losses} />
      {files.length > 1 && (
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
                  onSaved(file.name);
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
    </Stack>
  );
}
