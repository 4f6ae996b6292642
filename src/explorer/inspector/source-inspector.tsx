import { Anchor, Loader, Stack, Text, Title } from '@mantine/core';
import { useStore } from 'zustand';
import { dateText } from '../../knowledge/date-words.ts';
import { RELIABILITY_WORDS } from '../../model/grades.ts';
import type { SourceId } from '../../model/ids.ts';
import { documentStore } from '../data/documents.ts';
import { useAnswer } from '../data/use-knowledge.ts';
import { Attributes } from './attributes.tsx';
import { ClaimCard } from './claim-card.tsx';
import classes from './inspector.module.css';
import { Problem } from './problem.tsx';
import { recordAttributes } from './told-attributes.ts';

/** A document: what it is, how it was graded and why, and its claims in order. */
export function SourceInspector({ id }: { id: SourceId }) {
  const { data: view, error } = useAnswer(['source', id], (base) => base.source(id));
  const document = useStore(documentStore, (state) => state.bySource.get(id));
  if (error !== null) return <Problem error={error} />;
  if (view === undefined) return <Loader size="sm" aria-label="Loading the source" />;
  const { source } = view;
  const facts: [string, string | undefined][] = [
    ['Author', source.author ?? 'unknown'],
    ['Publisher', source.publisher ?? 'unknown'],
    ['Published', source.published === undefined ? 'unknown' : dateText(source.published)],
    ['Genre', source.genre],
    ['Document', document === undefined ? 'not loaded' : `${document.file}, matched by ${document.matchedBy}`],
  ];
  return (
    <Stack gap="md" data-testid="source-inspector">
      <div>
        <Text size="xs" c="dimmed">
          Source
        </Text>
        <Title order={2} size="h4" className={classes['title']}>
          <bdi>{source.title}</bdi>
        </Title>
      </div>
      <dl style={{ margin: 0 }}>
        {facts.map(
          ([term, value]) =>
            value !== undefined && (
              <div className={classes['fact']} key={term}>
                <dt>{term}</dt>
                <dd>
                  <bdi>{value}</bdi>
                </dd>
              </div>
            ),
        )}
        {source.url !== undefined && (
          <div className={classes['fact']}>
            <dt>Address</dt>
            <dd>
              <Anchor href={source.url} target="_blank" rel="noreferrer noopener" size="sm">
                {source.url}
              </Anchor>
            </dd>
          </div>
        )}
      </dl>
      <div>
        <Text size="sm" fw={650}>
          Grade {source.reliability}: {RELIABILITY_WORDS[source.reliability]}
        </Text>
        {source.reason !== undefined && <Text size="sm">{source.reason}</Text>}
      </div>
      <Attributes attributes={recordAttributes(source.attributes).attributes} />
      <section aria-label="Claims">
        <Title order={3} size="sm" mb={6}>
          Claims in document order · {view.claims.length}
        </Title>
        <Stack gap={8}>
          {view.claims.map((claim) => (
            <ClaimCard key={claim.claim.id} view={claim} topic />
          ))}
        </Stack>
      </section>
    </Stack>
  );
}
