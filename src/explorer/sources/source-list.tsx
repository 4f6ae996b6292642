import { Button, FileButton, Group, Loader, Stack, Text } from '@mantine/core';
import { IconFileText, IconUpload } from '@tabler/icons-react';
import { useStore } from 'zustand';
import { documentStore, keepDocuments } from '../data/documents.ts';
import { useAnswer, useKnowledge } from '../data/use-knowledge.ts';
import inspector from '../inspector/inspector.module.css';
import { Problem } from '../inspector/problem.tsx';
import { useGo, useView } from '../state/use-view.ts';
import { select } from '../state/view.ts';

/** The documents: how each is graded, how many claims it has, and how its text compares with what was coded. */
export function SourceList() {
  const { about, matchDocuments } = useKnowledge();
  const go = useGo();
  const { selection } = useView();
  const documents = useStore(documentStore);
  const { data: stats, error } = useAnswer(['stats'], (base) => base.stats());
  if (error !== null) return <Problem error={error} />;
  if (stats === undefined) return <Loader size="sm" aria-label="Loading the sources" />;
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        Drop the documents anywhere on this page to see each claim’s passage in place. They stay in this browser.
      </Text>
      <Group gap="xs">
        <FileButton
          multiple
          accept=".txt,.md,text/plain,text/markdown"
          onChange={(files) => void matchDocuments(files).then(keepDocuments)}
        >
          {(props) => (
            <Button {...props} size="xs" variant="default" leftSection={<IconUpload size={14} />}>
              Open documents
            </Button>
          )}
        </FileButton>
      </Group>
      {documents.unmatched.length > 0 && (
        <Text size="sm" role="status">
          No source of this graph matches {documents.unmatched.join(', ')}: neither its text, its name nor its passages.
        </Text>
      )}
      <ul className={inspector['list']}>
        {about.sources.map((source) => {
          const document = documents.bySource.get(source.id);
          const states = [...(document?.passages.values() ?? [])].map((found) => found.status);
          const count = (status: string): number => states.filter((state) => state === status).length;
          const parts = (['exact', 'moved', 'changed', 'missing'] as const).filter((status) => count(status) > 0);
          return (
            <li key={source.id}>
              <button
                type="button"
                className={inspector['row']}
                data-selected={selection?.id === source.id || undefined}
                onClick={() => go((view) => select(view, { kind: 'source', id: source.id }))}
              >
                <Text size="sm" fw={550} component="span" display="block">
                  <IconFileText size={14} style={{ verticalAlign: -2 }} aria-hidden="true" /> <bdi>{source.title}</bdi>
                </Text>
                <Text size="xs" c="dimmed" component="span" display="block">
                  grade {source.reliability} · {source.publisher ?? 'publisher unknown'} ·{' '}
                  {stats.claims.bySource[source.id] ?? 0} claims
                </Text>
                <Text size="xs" component="span" display="block" data-testid={`document-${source.id}`}>
                  {document === undefined
                    ? 'document not loaded'
                    : `${parts.map((status) => `${count(status)} ${status}`).join(', ')} · matched by ${document.matchedBy}`}
                </Text>
              </button>
            </li>
          );
        })}
      </ul>
    </Stack>
  );
}
