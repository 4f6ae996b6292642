import { Button, Group, Loader, Text, UnstyledButton } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import type { Loss, WrittenFile } from '../../formats/format.ts';
import { number } from '../../knowledge/words.ts';
import classes from './export.module.css';
import type { ExportFormat } from './export-formats.ts';
import { LOSSES_ID } from './losses.tsx';
import { bytesOf, saveFiles, sizeText } from './save-file.ts';
import type { useExportFiles } from './use-export.ts';

interface Props {
  readonly format: ExportFormat;
  readonly files: ReturnType<typeof useExportFiles>;
  readonly saved: string;
  readonly onSaved: (names: string) => void;
}

/** Where to read why something is lost: the heading, which then has the focus. */
function showLosses(): void {
  const heading = document.getElementById(LOSSES_ID);
  heading?.scrollIntoView({ block: 'start' });
  heading?.focus({ preventScroll: true });
}

/** How large it is and what it lacks, in two lines at most: nobody saves before they could have read it. */
function Told({ files, losses }: { files: readonly WrittenFile[]; losses: readonly Loss[] }) {
  return (
    <div className={classes['told']}>
      <Text size="sm" fw={600} data-testid="export-size">
        {sizeText(files.reduce((sum, file) => sum + bytesOf(file), 0))}
      </Text>
      {losses.length === 0 ? (
        <Text size="xs" c="dimmed">
          Nothing is lost.
        </Text>
      ) : (
        <UnstyledButton className={classes['lost']} onClick={showLosses} data-testid="export-lost">
          Lost: {losses.map(({ field, count }) => `${field} (${number(count)})`).join(', ')}
        </UnstyledButton>
      )}
    </div>
  );
}

/** What a browser calls a file where there is one of its name: “claim (1).csv”. */
function numbered(name: string): string {
  return `“${name.replace(/(\.[^.]*)?$/u, ' (1)$1')}”`;
}

/** Size, losses and the button that saves, always in sight; nothing leaves the page before it is pressed. */
export function SaveBar({ format, files: query, saved, onSaved }: Props) {
  const client = useQueryClient();
  const { data, error, fetchStatus, queryKey, refetch } = query;
  if (error !== null) return null;
  if (data === undefined) {
    if (fetchStatus === 'idle') {
      return (
        <div className={classes['bar']}>
          <Button variant="default" onClick={() => void refetch()}>
            Make the file
          </Button>
        </div>
      );
    }
    return (
      <div className={classes['bar']} role="status">
        <Group gap="sm">
          <Loader size="xs" />
          <Text size="sm">Making the file …</Text>
          <Button
            variant="subtle"
            size="compact-xs"
            onClick={() => void client.cancelQueries({ queryKey, exact: true })}
          >
            Stop
          </Button>
        </Group>
      </div>
    );
  }
  const { files, losses } = data.written;
  const names = files.map(({ name }) => name);
  return (
    <div className={classes['bar']}>
      <Told files={files} losses={losses} />
      <Button
        className={classes['save']}
        leftSection={<IconDownload size={15} />}
        onClick={() => {
          void saveFiles(files, format.mediaType);
          onSaved(names.join(', '));
        }}
      >
        {files.length > 1 ? `Save ${files.length} files` : `Save ${names[0] ?? ''}`}
      </Button>
      {files.length > 1 && saved === '' && (
        <Text size="xs" c="dimmed" className={classes['saved']}>
          One download after the other. Save them into an empty folder: beside older ones the browser calls them{' '}
          {numbered(names[0] ?? '')}, and a command that names them does not find them.
        </Text>
      )}
      <Text size="xs" role="status" className={classes['saved']}>
        {saved === '' ? '' : `Handed to the browser: ${saved}.`}
      </Text>
    </div>
  );
}
