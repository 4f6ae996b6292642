import { CloseButton, Stack, Text, Title } from '@mantine/core';
import { useGo, useView } from '../state/use-view.ts';
import { select } from '../state/view.ts';
import { EntityInspector } from './entity-inspector.tsx';
import { FigureInspector } from './figure-inspector.tsx';
import classes from './inspector.module.css';
import { RelationInspector } from './relation-inspector.tsx';
import { SourceInspector } from './source-inspector.tsx';

/** What is selected, in full. */
export function Inspector() {
  const { selection } = useView();
  const go = useGo();
  if (selection === undefined) {
    return (
      <Stack gap="xs" p="md">
        <Title order={2} size="h5">
          Nothing selected
        </Title>
        <Text size="sm" c="dimmed">
          Press an entity or a line on the graph, or a row of a list, to see who says what about it, on what evidence,
          and who disputes it.
        </Text>
      </Stack>
    );
  }
  return (
    <div
      style={{
        position: 'relative',
        padding: 'var(--mantine-spacing-md)',
        containerType: 'inline-size',
        containerName: 'inspector',
      }}
    >
      <CloseButton
        aria-label="Close the inspector"
        style={{ position: 'absolute', insetInlineEnd: 10, top: 10, zIndex: 1 }}
        onClick={() => go((view) => select(view, undefined))}
      />
      <div className={classes['content']}>
        {selection.kind === 'entity' && <EntityInspector key={selection.id} id={selection.id} />}
        {selection.kind === 'relation' && <RelationInspector key={selection.id} id={selection.id} />}
        {selection.kind === 'figure' && <FigureInspector key={selection.id} id={selection.id} />}
        {selection.kind === 'source' && <SourceInspector key={selection.id} id={selection.id} />}
      </div>
    </div>
  );
}
