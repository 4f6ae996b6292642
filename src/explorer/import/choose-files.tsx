import { Button, FileButton, Group, Stack, Text, Textarea } from '@mantine/core';
import { IconClipboardText, IconUpload } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { TextButton } from '../inspector/text-button.tsx';
import { pastedFile } from './pasted-file.ts';

interface Props {
  /** Some files are being looked at already. */
  readonly more: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}

/** The ways to give files: chosen, dropped, pasted. */
export function ChooseFiles({ more, onFiles }: Props) {
  const [text, setText] = useState<string>();
  const chooser = useRef<HTMLButtonElement>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  const isTyping = text !== undefined;
  useEffect(() => {
    if (isTyping) area.current?.focus();
  }, [isTyping]);
  return (
    <Stack gap="xs">
      <Group gap="sm">
        <FileButton multiple onChange={(files) => files.length > 0 && onFiles(files)}>
          {(props) => (
            <Button
              {...props}
              ref={chooser}
              data-choose
              size={more ? 'xs' : 'sm'}
              variant={more ? 'default' : 'filled'}
              leftSection={<IconUpload size={15} />}
            >
              {more ? 'Add files' : 'Choose files'}
            </Button>
          )}
        </FileButton>
        <Text size="sm" c="dimmed">
          or drop them anywhere, or paste (Ctrl V) a file or a text.{' '}
          {text === undefined && <TextButton onClick={() => setText('')}>Type or paste a text here</TextButton>}
        </Text>
      </Group>
      {!more && (
        <Text size="sm" c="dimmed">
          Graphs of other tools, tables of connections and of events, graph documents. Files are read in this browser
          and go nowhere; nothing that they name is fetched. You see what was understood before anything is opened.
        </Text>
      )}
      {text !== undefined && (
        <Stack gap={6}>
          <Textarea
            ref={area}
            label="Text of a file"
            autosize
            minRows={4}
            maxRows={12}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <Group gap="xs">
            <Button
              size="xs"
              leftSection={<IconClipboardText size={14} />}
              disabled={text.trim() === ''}
              onClick={() => {
                onFiles([pastedFile(text)]);
                setText(undefined);
              }}
            >
              Look at it
            </Button>
            <Button
              size="xs"
              variant="subtle"
              onClick={() => {
                setText(undefined);
                chooser.current?.focus();
              }}
            >
              Never mind
            </Button>
          </Group>
        </Stack>
      )}
    </Stack>
  );
}
