import { Text, Title } from '@mantine/core';
import type { RelationSummary, RelationView } from '../../knowledge/knowledge-base.ts';
import classes from './also-said.module.css';
import { useCapped } from './capped.tsx';
import { RelationLink } from './relation-link.tsx';

function Level({ title, note, relations }: { title: string; note: string; relations: readonly RelationSummary[] }) {
  const { shown, more } = useCapped(relations, 6, 'relations');
  if (relations.length === 0) return null;
  return (
    <div className={classes['level']}>
      <Text size="sm" fw={600}>
        {title} · {relations.length}
      </Text>
      <Text size="xs" c="dimmed">
        {note}
      </Text>
      <ul>
        {shown.map((relation) => (
          <li key={relation.id}>
            <RelationLink relation={relation} />
          </li>
        ))}
      </ul>
      {more}
    </div>
  );
}

/** What is said of the same two in narrower and in broader words. */
export function AlsoSaid({ relation }: { relation: RelationView }) {
  if (relation.narrower.length + relation.broader.length === 0) return null;
  return (
    <section aria-label="Also said" className={classes['also']}>
      <Title order={3} size="sm">
        Also said of the two
      </Title>
      <Level
        title="In narrower words"
        note="Whoever asserts one of these asserts this relation, too, and is counted for it."
        relations={relation.narrower}
      />
      <Level
        title="In broader words"
        note="Whoever denies one of these denies this relation, too, and is counted against it."
        relations={relation.broader}
      />
    </section>
  );
}
