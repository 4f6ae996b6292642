import { Accordion, Text, Title } from '@mantine/core';
import type { RelationSummary } from '../../knowledge/knowledge-base.ts';
import { VERDICT_ORDER, VERDICT_WORDS } from '../../knowledge/words.ts';
import { groupBy } from '../../model/group-by.ts';
import type { EntityId } from '../../model/ids.ts';
import { byCodePoint } from '../../model/order.ts';
import { RowWithout } from '../leave-out/without-them.tsx';
import { useGo } from '../state/use-view.ts';
import { select } from '../state/view.ts';
import { useCapped } from './capped.tsx';
import classes from './inspector.module.css';
import { KindIcon } from './kind-icon.tsx';
import { VerdictLine, VerdictMark } from './verdict-mark.tsx';

/** Relations of one verdict that are listed before the rest is asked for: a state may have thousands. */
const MOST = 20;
/** Verdicts are unfolded from the strongest down, as long as no more than so many relations are in sight. */
const IN_SIGHT = 12;

/** What a relation says, in the words of its type, told from one of its ends. */
function typeWords(relation: RelationSummary, id: EntityId): string {
  return relation.subject.id === id || relation.symmetric ? relation.typeLabel : relation.inverseLabel;
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
          <span className={classes['type']}>{typeWords(relation, from)}</span>{' '}
          {other !== undefined && <KindIcon kind={other.kind} size={14} />} <bdi>{relation.literal ?? other?.name}</bdi>
        </Text>
        <VerdictMark relation={relation} size="xs" />
        <RowWithout relation={relation} />
      </button>
    </li>
  );
}

/** Relations of one type beside each other: types with most of them first, within each what most speaks for. */
function ByType({ relations, id }: { relations: readonly RelationSummary[]; id: EntityId }) {
  const groups = [...groupBy(relations, (relation) => typeWords(relation, id))].toSorted(
    ([a, x], [b, y]) => y.length - x.length || byCodePoint(a, b),
  );
  const ordered = groups.flatMap(([, members]) =>
    members.toSorted((a, b) => b.belief - a.belief || byCodePoint(a.id, b.id)),
  );
  const { shown, more } = useCapped(ordered, MOST, 'relations');
  return (
    <>
      <ul className={classes['list']}>
        {shown.map((relation) => (
          <RelationRow key={relation.id} relation={relation} from={id} />
        ))}
      </ul>
      {more}
    </>
  );
}

interface Props {
  readonly title: string;
  readonly relations: readonly RelationSummary[];
  /** The entity from which they are told. */
  readonly id: EntityId;
}

/** Relations of an entity by what their claims amount to, the strongest verdict first. */
export function RelationsByVerdict({ title, relations, id }: Props) {
  if (relations.length === 0) return null;
  const byVerdict = groupBy(relations, (relation) => relation.verdict);
  const groups = VERDICT_ORDER.flatMap((verdict) => {
    const members = byVerdict.get(verdict);
    return members === undefined ? [] : [{ verdict, members }];
  });
  const open = groups.filter(
    (_, i) => i === 0 || groups.slice(0, i + 1).reduce((sum, { members }) => sum + members.length, 0) <= IN_SIGHT,
  );
  return (
    <section aria-label={title}>
      <Title order={3} size="sm" mb={6}>
        {title} · {relations.length}
      </Title>
      <Accordion multiple variant="separated" radius="sm" defaultValue={open.map(({ verdict }) => verdict)}>
        {groups.map(({ verdict, members }) => (
          <Accordion.Item key={verdict} value={verdict}>
            <Accordion.Control classNames={{ label: classes['control'] ?? '' }}>
              <Text size="sm" fw={600} component="span" className={classes['verdict']}>
                <VerdictLine verdict={verdict} /> {VERDICT_WORDS[verdict]}
                <Text span size="sm" c="dimmed">
                  {members.length}
                </Text>
              </Text>
            </Accordion.Control>
            <Accordion.Panel>
              <ByType relations={members} id={id} />
            </Accordion.Panel>
          </Accordion.Item>
        ))}
      </Accordion>
    </section>
  );
}
