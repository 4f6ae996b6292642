import { Button, Group, Loader, Stack, Text, Title } from '@mantine/core';
import { IconFocus2, IconRoute } from '@tabler/icons-react';
import { likelihoodText } from '../../knowledge/arithmetic-words.ts';
import type { RelationView } from '../../knowledge/knowledge-base.ts';
import { listNames, originsText } from '../../knowledge/words.ts';
import type { RelationId } from '../../model/ids.ts';
import { useAnswer, useKnowledge } from '../data/use-knowledge.ts';
import { RelationWithout } from '../leave-out/without-them.tsx';
import { useGo } from '../state/use-view.ts';
import { focusOn, traceBetween } from '../state/view.ts';
import { AlsoSaid } from './also-said.tsx';
import { EntityName } from './entity-name.tsx';
import classes from './inspector.module.css';
import { Ledger } from './ledger.tsx';
import { OpinionBar } from './opinion-bar.tsx';
import { Problem } from './problem.tsx';
import { RelatedDenials } from './related-denials.tsx';
import { SourceLink } from './source-link.tsx';
import { VerdictMark } from './verdict-mark.tsx';
import { RuleRef } from './why/rule-ref.tsx';
import { Why } from './why.tsx';

/** Documents that are named beside the verdict; “Why this verdict?” lists all. */
const MOST_CARRIERS = 2;

/** How many say it independently, and which of them reach the reader by one way: three copies are not three voices. */
function Extent({ relation: { evidence } }: { relation: RelationView }) {
  const { about } = useKnowledge();
  const { claims, originsFor, originsAgainst } = evidence;
  const against =
    originsAgainst.min === originsAgainst.max ? originsAgainst.max : `${originsAgainst.min}–${originsAgainst.max}`;
  const carriers = evidence.carriers.toSorted((a, b) => b.origins.length - a.origins.length).slice(0, MOST_CARRIERS);
  return (
    <div>
      <Text size="sm">
        {originsText(originsFor)} for it, {against} against, in {claims.length}{' '}
        {claims.length === 1 ? 'claim' : 'claims'}.
      </Text>
      {carriers.map(({ source, origins }) => (
        <Text key={source} size="xs" c="dimmed">
          {origins.length} of these origins come through{' '}
          <SourceLink source={{ id: source, title: about.sources.find(({ id }) => id === source)?.title ?? source }} />
        </Text>
      ))}
    </div>
  );
}

function Verdict({ relation }: { relation: RelationView }) {
  const { evidence } = relation;
  const likelihood = likelihoodText(evidence.opinion.belief);
  return (
    <Stack gap={8}>
      <VerdictMark relation={relation} size="md" />
      <OpinionBar {...evidence.opinion} />
      <RelationWithout relation={relation} />
      <Extent relation={relation} />
      {relation.implied && (
        <Text size="sm">
          Nobody says this in so many words: it follows from narrower claims. <RuleRef rule="E14" />
        </Text>
      )}
      {evidence.byExclusion && (
        <Text size="sm">
          Weighed against by exclusion: what <bdi>{listNames(relation.excludedBy)}</bdi> asserts cannot hold beside it.
          That is no denial. <RuleRef rule="E14" />
        </Text>
      )}
      {likelihood !== undefined && (
        <Text size="sm" c="dimmed">
          Read as a likelihood, by what speaks for it alone: {likelihood}.
        </Text>
      )}
    </Stack>
  );
}

/** A relation as a ledger: what stands for it and what against, and what they amount to. */
export function RelationInspector({ id }: { id: RelationId }) {
  const go = useGo();
  const { data: relation, error } = useAnswer(['relation', id], (base) => base.relation(id));
  if (error !== null) return <Problem error={error} />;
  if (relation === undefined) return <Loader size="sm" aria-label="Loading the relation" />;
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
      <Verdict relation={relation} />
      <RelatedDenials relation={relation} />
      <Why relation={relation} />
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
      <Ledger relation={relation} />
      <AlsoSaid relation={relation} />
    </Stack>
  );
}
