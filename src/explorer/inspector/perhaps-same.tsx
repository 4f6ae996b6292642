import { Button, Group, Stack, Text } from '@mantine/core';
import { IconArrowsJoin, IconQuestionMark } from '@tabler/icons-react';
import type { Entity } from '../../model/entity.ts';
import type { EntityId } from '../../model/ids.ts';
import { useAnswer } from '../data/use-knowledge.ts';
import { useImporter } from '../import/import-context.ts';
import { useCapped } from './capped.tsx';
import { EntityName } from './entity-name.tsx';
import classes from './perhaps-same.module.css';

/** What a person made of an entity when graphs were merged: what it is joined with, and what it may be. */
export function PerhapsSame({
  id,
  joined,
  unsure,
}: {
  id: EntityId;
  joined: readonly Entity[];
  unsure: readonly EntityId[];
}) {
  const { begin } = useImporter();
  const taken = useCapped(joined, 5, 'joined entities');
  const open = useCapped(unsure, 5, 'entities');
  if (joined.length + unsure.length === 0) return null;
  return (
    <Stack gap={8} className={classes['box']} data-testid="same-as">
      {joined.length > 0 && (
        <div>
          <Text size="xs" c="dimmed">
            <IconArrowsJoin size={13} className={classes['icon']} aria-hidden="true" /> Joined with
          </Text>
          <Group gap="xs" justify="space-between" align="end">
            <ul className={classes['list']}>
              {taken.shown.map((one) => (
                <li key={one.id}>
                  <bdi>{one.name}</bdi> <span className={classes['id']}>({one.id})</span>
                </li>
              ))}
            </ul>
            <Button size="compact-xs" variant="default" onClick={() => begin()}>
              Separate again …
            </Button>
          </Group>
          {taken.more}
        </div>
      )}
      {unsure.length > 0 && (
        <div>
          <Text size="xs" c="dimmed">
            <IconQuestionMark size={13} className={classes['icon']} aria-hidden="true" /> Perhaps the same as: somebody
            was unsure of it
          </Text>
          <ul className={classes['list']}>
            {open.shown.map((other) => (
              <Perhaps key={other} id={id} other={other} />
            ))}
          </ul>
          {open.more}
        </div>
      )}
    </Stack>
  );
}

function Perhaps({ id, other }: { id: EntityId; other: EntityId }) {
  const { judge } = useImporter();
  const { data, error } = useAnswer(['entity', other], (base) => base.entity(other));
  return (
    <li className={classes['pair']}>
      {data === undefined ? (
        <span>
          <bdi>{other}</bdi>
          {error !== null && ', which is not in this graph'}
        </span>
      ) : (
        <>
          <span>
            <EntityName entity={{ id: data.entity.id, name: data.entity.name, kind: data.entity.kind }} />{' '}
            <span className={classes['id']}>({other})</span>
          </span>
          <Button
            size="compact-xs"
            variant="default"
            aria-label={`Judge again whether it is the same as ${data.entity.name}`}
            onClick={() => judge({ a: id, b: other })}
          >
            Judge again …
          </Button>
        </>
      )}
    </li>
  );
}
