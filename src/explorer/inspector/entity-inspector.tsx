import { Accordion, Button, Group, Loader, Stack, Text, Title } from '@mantine/core';
import { IconFocus2, IconRoute } from '@tabler/icons-react';
import { dateText } from '../../knowledge/date-words.ts';
import type { FigureView, RelationSummary } from '../../knowledge/knowledge-base.ts';
import { VERDICT_ORDER } from '../../knowledge/words.ts';
import { groupBy } from '../../model/group-by.ts';
import type { EntityId } from '../../model/ids.ts';
import { useAnswer, useKnowledge } from '../data/use-knowledge.ts';
import { FigureRows } from '../figures/figure-rows.tsx';
import { useGo, useView } from '../state/use-view.ts';
import { focusOn, select, traceBetween } from '../state/view.ts';
import classes from './inspector.module.css';
import { KindIcon } from './kind-icon.tsx';
import { Problem } from './problem.tsx';
import { Sentence } from './sentence.tsx';
import { VerdictMark } from './verdict-mark.tsx';

/** The heading a relation stands under, told from one of its ends. */
function headingFor(relation: RelationSummary, id: EntityId): string {
  return relation.subject.id === id || relation.symmetric ? relation.typeLabel : relation.inverseLabel;
}

function byVerdict(a: RelationSummary, b: RelationSummary): number {
  return VERDICT_ORDER.indexOf(a.verdict) - VERDICT_ORDER.indexOf(b.verdict) || b.belief - a.belief;
}

function RelationRow({ relation, from }: { relation: RelationSummary; from: EntityId }) {
  const go = useGo();
  const other = relation.subject.id === from ? relation.object : relation.subject;
  return (
    <li>
      <button
        type="button"
        className={classes['row']}
        onClick={() => go((view) => select(view, { kind: 'relation', id: relation.id }))}
      >
        <Text size="sm" fw={500} component="span" display="block">
          {other !== undefined && <KindIcon kind={other.kind} size={14} />} <bdi>{relation.literal ?? other?.name}</bdi>
        </Text>
        <VerdictMark relation={relation} size="xs" />
      </button>
    </li>
  );
}

function Groups({ relations, id }: { relations: readonly RelationSummary[]; id: EntityId }) {
  const groups = [...groupBy(relations, (relation) => headingFor(relation, id))].toSorted(
    ([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1),
  );
  return (
    <Accordion multiple variant="separated" radius="sm" defaultValue={['0', '1']}>
      {groups.map(([heading, members], i) => (
        <Accordion.Item key={heading} value={String(i)}>
          <Accordion.Control>
            <Text size="sm" fw={600} component="span">
              {heading}{' '}
              <Text span size="sm" c="dimmed">
                {members.length}
              </Text>
            </Text>
          </Accordion.Control>
          <Accordion.Panel>
            <ul className={classes['list']}>
              {members.toSorted(byVerdict).map((relation) => (
                <RelationRow key={relation.id} relation={relation} from={id} />
              ))}
            </ul>
          </Accordion.Panel>
        </Accordion.Item>
      ))}
    </Accordion>
  );
}

function contestedFirst(figures: readonly FigureView[]): FigureView[] {
  return figures.toSorted((a, b) => Number(b.evidence.disputed) - Number(a.evidence.disputed));
}

/** An entity: its names, its figures, and its relations grouped by type and verdict. */
export function EntityInspector({ id }: { id: EntityId }) {
  const go = useGo();
  const { trace } = useView();
  const { about } = useKnowledge();
  const { data: view, error } = useAnswer(['entity', id], (base) => base.entity(id));
  if (error !== null) return <Problem error={error} />;
  if (view === undefined) return <Loader size="sm" aria-label="Loading the entity" />;
  const { entity } = view;
  const kind = about.ontology.kinds.find((candidate) => candidate.id === entity.kind)?.label ?? entity.kind;
  return (
    <Stack gap="md" data-testid="entity-inspector">
      <div>
        <Text size="xs" c="dimmed">
          <KindIcon kind={entity.kind} size={14} /> {kind}
          {entity.subkind !== undefined && ` · ${entity.subkind}`}
        </Text>
        <Title order={2} size="h3" className={classes['title']}>
          <bdi>{entity.name}</bdi>
        </Title>
        {entity.summary !== undefined && (
          <Text size="sm" mt={4}>
            <Sentence text={entity.summary} names={[entity.name, ...entity.aliases]} />
          </Text>
        )}
      </div>
      <dl style={{ margin: 0 }}>
        {entity.aliases.length > 0 && (
          <div className={classes['fact']}>
            <dt>Also named</dt>
            <dd>
              <bdi>{entity.aliases.join(' · ')}</bdi>
            </dd>
          </div>
        )}
        {entity.when !== undefined && (
          <div className={classes['fact']}>
            <dt>When</dt>
            <dd>{dateText(entity.when)}</dd>
          </div>
        )}
        <div className={classes['fact']}>
          <dt>In claims</dt>
          <dd>
            {view.mentions}
            {view.speaks > 0 && `, of which ${view.speaks} rest on its own word`}
          </dd>
        </div>
      </dl>
      <Group gap="xs">
        <Button
          size="xs"
          variant="default"
          leftSection={<IconFocus2 size={14} />}
          onClick={() => go((current) => focusOn(current, id))}
        >
          Focus
        </Button>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconRoute size={14} />}
          onClick={() =>
            go((current) =>
              trace.from !== undefined && trace.to === undefined && trace.from !== id
                ? traceBetween(current, trace.from, id)
                : traceBetween(current, id, undefined),
            )
          }
        >
          {trace.from !== undefined && trace.to === undefined && trace.from !== id
            ? 'Trace to here'
            : 'Trace from here'}
        </Button>
      </Group>
      {view.figures.length > 0 && (
        <Accordion variant="separated" radius="sm" defaultValue={view.figures.length <= 3 ? 'figures' : null}>
          <Accordion.Item value="figures">
            <Accordion.Control>
              <Text size="sm" fw={600} component="span">
                Figures{' '}
                <Text span size="sm" c="dimmed">
                  {view.figures.length}
                </Text>
              </Text>
            </Accordion.Control>
            <Accordion.Panel>
              <FigureRows figures={contestedFirst(view.figures)} />
            </Accordion.Panel>
          </Accordion.Item>
        </Accordion>
      )}
      {view.relations.length > 0 && (
        <section aria-label="Relations">
          <Title order={3} size="sm" mb={6}>
            Relations · {view.relations.length}
          </Title>
          <Groups relations={view.relations} id={id} />
        </section>
      )}
      {view.statements.length > 0 && (
        <section aria-label="What is said of it">
          <Title order={3} size="sm" mb={6}>
            What is said of it · {view.statements.length}
          </Title>
          <Groups relations={view.statements} id={id} />
        </section>
      )}
    </Stack>
  );
}
