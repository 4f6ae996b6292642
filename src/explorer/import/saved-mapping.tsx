import { Alert, Button, FileButton, Group, Stack } from '@mantine/core';
import { IconDownload, IconUpload } from '@tabler/icons-react';
import { useState } from 'react';
import { Mapping } from '../../formats/foreign/mapping.ts';
import { saveFile } from '../export/save-file.ts';
import type { Editing } from './mapping-edits.ts';

/** Keeps a mapping as a file, for the next file of the same sort, and takes one back. */
export function SavedMapping({ mapping, onChange }: Editing) {
  const [problem, setProblem] = useState('');
  const load = async (file: File | null): Promise<void> => {
    if (file === null) return;
    setProblem('');
    let content: unknown;
    try {
      content = JSON.parse(await file.text());
    } catch (error) {
      setProblem(`${file.name} is not JSON: ${error instanceof Error ? error.message : String(error)}`);
      return;
    }
    const parsed = Mapping.safeParse(content);
    if (parsed.success) onChange(parsed.data);
    else {
      const [issue] = parsed.error.issues;
      setProblem(`${file.name} is no mapping: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim());
    }
  };
  return (
    <Stack gap={6}>
      <Group gap="xs">
        <Button
          size="compact-xs"
          variant="default"
          leftSection={<IconDownload size={13} />}
          onClick={() =>
            saveFile({ name: 'mapping.json', text: `${JSON.stringify(mapping, null, 2)}\n` }, 'application/json')
          }
        >
          Save this mapping
        </Button>
        <FileButton accept=".json,application/json" onChange={(file) => void load(file)}>
          {(props) => (
            <Button {...props} size="compact-xs" variant="default" leftSection={<IconUpload size={13} />}>
              Use a saved mapping
            </Button>
          )}
        </FileButton>
      </Group>
      {problem !== '' && (
        <Alert color="orange" p="xs">
          {problem}
        </Alert>
      )}
    </Stack>
  );
}
