import { Text } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import { IconFileImport } from '@tabler/icons-react';
import classes from './drop-sheet.module.css';

interface Props {
  readonly onDrop: (files: readonly File[]) => void;
  /** Other files are being looked at: what is dropped is looked at beside them. */
  readonly beside: boolean;
}

/** What lies over the page while files are dragged on it: it takes them wherever they are let go. */
export function DropSheet({ onDrop, beside }: Props) {
  return (
    <Dropzone.FullScreen
      tabIndex={-1}
      onDrop={(files) => onDrop(files)}
      classNames={{ fullScreen: classes['sheet'] ?? '', root: classes['zone'] ?? '', inner: classes['inner'] ?? '' }}
    >
      <div className={classes['words']} data-testid="drop-sheet">
        <IconFileImport size={44} stroke={1.4} aria-hidden="true" />
        <Text size="lg" fw={650}>
          {beside ? 'Drop more files to look at' : 'Drop graphs, tables or documents'}
        </Text>
        <Text size="sm" c="dimmed">
          {beside
            ? 'Graph documents, GEXF, GraphML, STIX, tables …'
            : 'Drop the documents of the sources to see each passage in place, or graphs: graph documents, GEXF, GraphML, STIX, tables … Nothing leaves this browser.'}
        </Text>
      </div>
    </Dropzone.FullScreen>
  );
}
