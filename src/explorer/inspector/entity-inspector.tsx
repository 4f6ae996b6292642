import { Accordion, Button, Group, Loader, Stack, Text, Title } from '@mantine/core';
import { IconFocus2, IconRoute } from '@tabler/icons-react';
import { dateText } from '../../knowledge/date-words.ts';
import type { FigureView } from '../../knowledge/knowledge-base.ts';
import type { EntityId } from '../../model/ids.ts';
import { useAnswer, useKnowledge } from '../data/use-knowledge.ts';
import { FigureRows } from '../figures/figure-rows.tsx';
import { WithoutKey } from '../leave-out/without-them.tsx';
import { useGo, useView } from '../state/use-view.ts';
import { focusOn, traceBetween } from '../state/view.ts';
import { Attributes } from './attributes.tsx';
import { EntityDisputes } from './entity-disputes.tsx';
import classes from './inspector.module.css';
import { KindIcon } from './kind-icon.tsx';
import { PerhapsSame } from './perhaps-same.tsx';
import { Problem } from './problem.tsx';
import { RelationsByVerdict } from './relations-by-verdict.tsx';
import { Sentence } from './sentence.tsx';
import { entityAttributes } from './told-attributes.ts';

function contestedFirst(figures: readonly FigureView[]): FigureView[] {
  return figures.toSorted((a, b) => Number(b.evidence.disputed) - Number(a.evidence.disputed));
}

/** An entity: its names, what is disputed of it, its relations by verdict, and its figures. */
export function EntityInspector({ id }: { id: EntityId }) {
  const go = useGo();
  const { trace } = useView();
  const { about } = useKnowledge();
  const { data: view, error } = useAnswer(['entity', id], (base) => base.entity(id));
  if (error !== null) return <Problem error={error} />;
  if (view === undefined) return <Loader size="sm" aria-label="Loading the entity" />;
  const { entity } = view;
  const { attributes, joined, unsure } = entityAttributes(entity);
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
      <PerhapsSame id={id} joined={joined} unsure={unsure} />
      <WithoutKey />
      <EntityDisputes id={id} />
      <RelationsByVerdict title="Relations" relations={view.relations} id={id} />
      <RelationsByVerdict title="What is said of it" relations={view.statements} id={id} />
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
      <Attributes attributes={attributes} />
    </Stack>
  );
}
