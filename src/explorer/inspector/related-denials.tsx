import { Stack, Text } from '@mantine/core';
import type { RelationView } from '../../knowledge/knowledge-base.ts';
import { listNames } from '../../knowledge/words.ts';
import { groupBy } from '../../model/group-by.ts';
import { useCapped } from './capped.tsx';
import classes from './related-denials.module.css';
import { RelationLink } from './relation-link.tsx';

/** Denials of the same of something larger: without weight here, but never left unsaid. */
export function RelatedDenials({ relation }: { relation: RelationView }) {
  const { shown, more } = useCapped(relation.related, 3, 'denials');
  if (relation.related.length === 0) return null;
  const ends = listNames([relation.subject.name, ...(relation.object === undefined ? [] : [relation.object.name])]);
  return (
    <aside className={classes['note']} aria-label="Not counted, but worth knowing">
      <Text size="sm" fw={650}>
        Not counted, but worth knowing
      </Text>
      <Stack gap={8} mt={6}>
        {[...groupBy(shown, (other) => listNames(other.deniedBy))].map(([names, denied]) => (
          <div key={names} className={classes['denied']}>
            <Text size="sm">
              <b>
                <bdi>{names}</bdi>
              </b>{' '}
              {denied.some((other) => other.deniedBy.length > 1) ? 'deny' : 'denies'}:
            </Text>
            {denied.map((other) => (
              <RelationLink key={other.id} relation={other} />
            ))}
          </div>
        ))}
        {more}
        <Text size="xs" c="dimmed">
          Said of something larger that <bdi>{ends}</bdi> {relation.object === undefined ? 'is' : 'are'} said to be, or
          to be part of. Nobody said as much of this relation itself, so it has no weight here.
        </Text>
      </Stack>
    </aside>
  );
}
