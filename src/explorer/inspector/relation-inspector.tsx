import { Button, Group, Loader, Stack, Text, Title } from '@mantine/core';
import { IconFocus2, IconRoute } from '@tabler/icons-react';
import { groupBy } from '../../model/group-by.ts';
import type { RelationId } from '../../model/ids.ts';
import { useAnswer } from '../data/use-knowledge.ts';
import { useGo } from '../state/use-view.ts';
import { focusOn, traceBetween } from '../state/view.ts';
import { ClaimCard } from './claim-card.tsx';
import { EntityName } from './entity-name.tsx';
import classes from './inspector.module.css';
import { OpinionBar } from './opinion-bar.tsx';
import { Problem } from './problem.tsx';
import { VerdictMark } from './verdict-mark.tsx';
import { Why } from './why.tsx';

/** A relation as a ledger: what stands for it and what against, and what they amount to. */
export function RelationInspector({ id }: { id: RelationId }) {
  const go = useGo();
  const { data: relation, error } = useAnswer(['relation', id], (base) => base.relation(id));
  if (error !== null) return <Problem error={error} />;
  if (relation === undefined) return <Loader size="sm" aria-label="Loading the relation" />;
  const weighed = new Map(relation.evidence.claims.map((entry) => [entry.claim.id, entry]));
  const sides = groupBy(relation.ledger, (view) => (view.claim.stance === 'asserts' ? 'for' : 'against'));
  const { object } = relation;
  return (
    <Stack gap="md" data-testid="relation-inspector">
      <div>
        <Text size="xs" c="dimmed">
          {object === undefined ? 'What is said of' : 'Relation'}
        </Text>
        <Title order={2} size="h4" className={classes['title']}>
          <EntityName entity={relation.subject} /> <span className={classes['type']}>{relation.typeLabel}</span>{' '}
          {object === undefined ? <bdi>{relation.literal}</bdi> : <EntityName entity={object} />}
        </Title>
      </div>
      <Stack gap={8}>
        <VerdictMark relation={relation} size="md" />
        <OpinionBar {...relation} />
      </Stack>
      <Why evidence={relation.evidence} ledger={relation.ledger} />
      {object !== undefined && (
        <Group gap="xs">
          <Button
            size="xs"
            variant="default"
            leftSection={<IconRoute size={14} />}
            onClick={() => go((view) => traceBetween(view, relation.subject.id, object.id))}
          >
            Trace between the two
          </Button>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconFocus2 size={14} />}
            onClick={() => go((view) => focusOn(view, relation.subject.id))}
          >
            Focus on {relation.subject.name}
          </Button>
        </Group>
      )}
      <div className={classes['ledger']}>
        {(['for', 'against'] as const).map((side) => {
          const views = sides.get(side) ?? [];
          return (
            <section key={side} aria-label={side === 'for' ? 'Claims for' : 'Claims against'}>
              <Title order={3} size="sm" className={classes[side]}>
                {side === 'for' ? 'For' : 'Against'} · {views.length} {views.length === 1 ? 'claim' : 'claims'}
              </Title>
              <Stack gap={8} mt={6}>
                {views.map((view) => (
                  <ClaimCard key={view.claim.id} view={view} weighed={weighed.get(view.claim.id)} />
                ))}
                {views.length === 0 && (
                  <Text size="sm" c="dimmed">
                    {side === 'against'
                      ? 'Nobody in these documents denies or doubts it. Silence is not agreement.'
                      : 'Nobody in these documents asserts it.'}
                  </Text>
                )}
              </Stack>
            </section>
          );
        })}
      </div>
    </Stack>
  );
}
