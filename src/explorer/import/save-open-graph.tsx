import { Button, Group, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import type { Knowledge } from '../data/use-knowledge.ts';
import { saveFile } from '../export/save-file.ts';

interface Props {
  readonly knowledge: Knowledge;
  readonly onSaved: () => void;
}

/** Saves the open graph as a document, before something takes its place. */
export function SaveOpenGraph({ knowledge: { document }, onSaved }: Props) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  const save = async (): Promise<void> => {
    setBusy(true);
    setProblem('');
    try {
      saveFile({ name: 'graph.json', text: await (await document()).text() }, 'application/json');
      onSaved();
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
      setBusy(false);
    }
  };
  return (
    <Group gap="sm" ms={30}>
      <Button
        size="compact-sm"
        variant="default"
        loading={busy}
        leftSection={<IconDownload size={14} />}
        onClick={() => void save()}
      >
        Save it first
      </Button>
      {problem !== '' && (
        <Text size="sm" role="alert">
          {problem}
        </Text>
      )}
    </Group>
  );
}
