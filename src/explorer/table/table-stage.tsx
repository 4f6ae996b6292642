import { SegmentedControl, Text } from '@mantine/core';
import { useState } from 'react';
import type { Picture, RelationSummary } from '../../knowledge/knowledge-base.ts';
import { STANCE_WORDS, VERDICT_ORDER } from '../../knowledge/words.ts';
import { useAnswer } from '../data/use-knowledge.ts';
import { EntityName } from '../inspector/entity-name.tsx';
import { Problem } from '../inspector/problem.tsx';
import { namesIn, Sentence } from '../inspector/sentence.tsx';
import { VerdictMark } from '../inspector/verdict-mark.tsx';
import { useGo, useView } from '../state/use-view.ts';
import { select } from '../state/view.ts';
import classes from './table-stage.module.css';
import { VirtualTable } from './virtual-table.tsx';

const SHOWN = ['relations', 'entities', 'claims'] as const;
type Shown = (typeof SHOWN)[number];

/** Verdicts from the strongest down; of the same, what more speaks for first. */
function verdictKey({ verdict, belief }: RelationSummary): number {
  return VERDICT_ORDER.indexOf(verdict) + (1 - belief) / 2;
}

/** All that the graph draws, and every claim, as tables: for the keyboard, the screen reader, and for reading. */
export function TableStage({ picture }: { picture: Picture }) {
  const { filter, focus } = useView();
  const go = useGo();
  const [shown, setShown] = useState<Shown>('relations');
  const { data: claims, error } = useAnswer(
    ['claims', filter],
    (base) => base.claims(filter, { limit: 100_000 }),
    shown === 'claims',
  );
  if (error !== null) return <Problem error={error} />;
  return (
    <div className={classes['stage']}>
      <div className={classes['bar']}>
        <SegmentedControl
          size="xs"
          aria-label="What the table lists"
          value={shown}
          onChange={(value) => setShown(SHOWN.find((known) => known === value) ?? 'relations')}
          data={[
            { value: 'relations', label: `Relations ${picture.relations.length}` },
            { value: 'entities', label: `Entities ${picture.entities.length}` },
            { value: 'claims', label: 'Claims' },
          ]}
        />
        {shown === 'claims' && (
          <Text size="xs" c="dimmed">
            {claims?.total ?? '…'} claims pass the filter, figures and statements among them
            {focus !== undefined && '; the focus does not narrow this list'}
          </Text>
        )}
      </div>
      {shown === 'relations' && (
        <VirtualTable
          label="Relations"
          rows={picture.relations}
          first="Subject"
          keyOf={(relation) => relation.id}
          columns={[
            {
              title: 'Subject',
              width: '21%',
              cell: (r) => <EntityName entity={r.subject} />,
              sortBy: (r) => `${r.subject.name} ${r.typeLabel}`,
            },
            {
              title: 'Relation',
              width: '19%',
              sortBy: (r) => r.typeLabel,
              cell: (r) => (
                <button
                  type="button"
                  className={classes['link']}
                  onClick={() => go((view) => select(view, { kind: 'relation', id: r.id }))}
                >
                  {r.typeLabel}
                </button>
              ),
            },
            {
              title: 'Object',
              width: '21%',
              sortBy: (r) => r.object?.name ?? '',
              cell: (r) => r.object !== undefined && <EntityName entity={r.object} />,
            },
            {
              title: 'Verdict',
              width: 'auto',
              cell: (r) => <VerdictMark relation={r} size="xs" />,
              sortBy: verdictKey,
            },
            { title: 'Claims', width: '88px', cell: (r) => r.claims, sortBy: (r) => r.claims },
          ]}
        />
      )}
      {shown === 'entities' && (
        <VirtualTable
          label="Entities"
          rows={picture.entities}
          first="Name"
          keyOf={(entity) => entity.id}
          columns={[
            {
              title: 'Name',
              width: '42%',
              cell: (entity) => <EntityName entity={entity} />,
              sortBy: (entity) => entity.name,
            },
            { title: 'Kind', width: '16%', cell: (entity) => entity.kind, sortBy: (entity) => entity.kind },
            {
              title: 'More',
              width: 'auto',
              cell: (entity) => entity.subkind,
              sortBy: (entity) => entity.subkind ?? '',
            },
            { title: 'In claims', width: '104px', cell: (entity) => entity.claims, sortBy: (entity) => entity.claims },
          ]}
        />
      )}
      {shown === 'claims' && claims !== undefined && (
        <VirtualTable
          label="Claims"
          rows={claims.items}
          keyOf={(view) => view.claim.id}
          columns={[
            { title: 'Speaker', width: '17%', cell: (view) => view.speaker.name, sortBy: (view) => view.speaker.name },
            {
              title: 'Stance',
              width: '84px',
              cell: (view) => STANCE_WORDS[view.claim.stance],
              sortBy: (view) => view.claim.stance,
            },
            {
              title: 'Claim',
              width: 'auto',
              sortBy: (view) => view.claim.summary,
              cell: (view) => <Sentence text={view.claim.summary} names={[...namesIn(view), view.speaker.name]} />,
            },
            {
              title: 'About',
              width: '17%',
              cell: (view) => <EntityName entity={view.subject} />,
              sortBy: (view) => view.subject.name,
            },
            { title: 'Source', width: '19%', cell: (view) => view.source.title, sortBy: (view) => view.source.title },
          ]}
        />
      )}
    </div>
  );
}
