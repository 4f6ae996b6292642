import { Button, Group, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { EntityId } from '../../model/ids.ts';
import type { MergedEntity } from '../data/merged-view.ts';
import type { Knowledge } from '../data/use-knowledge.ts';
import { useCapped } from '../inspector/capped.tsx';
import { Problem } from '../inspector/problem.tsx';
import classes from './import.module.css';
import { useImporter } from './import-context.ts';

interface Props {
  readonly knowledge: Knowledge;
  readonly onSeparated: (graph: File) => void;
}

/** What was merged in the open graph, each with the way back. Nothing where nothing was. */
export function MergedList({ knowledge, onSeparated }: Props) {
  const { about, merged, separate } = knowledge;
  const { data, error } = useQuery({
    queryKey: [about.hash, 'merged'],
    queryFn: ({ signal }) => merged(signal),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  const [failed, setFailed] = useState<Error>();
  const [busy, setBusy] = useState<EntityId>();
  const { shown, more } = useCapped(data?.joined ?? [], 20, 'merged entities');
  const unsure = useCapped(data?.unsure ?? [], 20, 'pairs');
  const { judge } = useImporter();
  const apart = async (into: MergedEntity, taken: MergedEntity): Promise<void> => {
    setBusy(taken.id);
    setFailed(undefined);
    try {
      onSeparated(new File([await separate(taken.id)], `${about.title}.json`));
      notifications.show({
        title: 'Two entities again',
        message: `${into.name} (${into.id}) and ${taken.name} (${taken.id})`,
      });
    } catch (why) {
      setBusy(undefined);
      setFailed(why instanceof Error ? why : new Error(String(why)));
    }
  };
  const problem = failed ?? error;
  if (problem !== null && problem !== undefined) return <Problem error={problem} />;
  if (data === undefined || data.joined.length + data.unsure.length === 0) return null;
  return (
    <section className={classes['card']} aria-label="Merged in the open graph" data-testid="merged">
      <Text fw={650} component="h3">
        Merged in the open graph
      </Text>
      {data.joined.length > 0 && (
        <Text size="sm" c="dimmed">
          Each can be made two again; claims then say of each what they said before.
        </Text>
      )}
      <ul className={classes['plain']}>
        {shown.map(({ into, taken }) => (
          <li key={into.id}>
            <Text size="sm">
              <b>
                <bdi>{into.name}</bdi>
              </b>{' '}
              ({into.id}) is also
            </Text>
            {taken.map((one) => (
              <Group key={one.id} gap="xs" ms="md">
                <Text size="sm">
                  <bdi>{one.name}</bdi> ({one.kind}, {one.id})
                </Text>
                <Button
                  size="compact-xs"
                  variant="default"
                  loading={busy === one.id}
                  disabled={busy !== undefined}
                  aria-label={`Separate again: ${one.name} from ${into.name}`}
                  onClick={() => void apart(into, one)}
                >
                  Separate again
                </Button>
              </Group>
            ))}
          </li>
        ))}
      </ul>
      {more}
      {data.unsure.length > 0 && (
        <Stack gap={2}>
          <Text size="sm" fw={600}>
            Left apart, because nobody was sure
          </Text>
          <ul className={classes['list']}>
            {unsure.shown.map(({ a, b }) => (
              <li key={`${a.id} ${b.id}`}>
                <bdi>{a.name}</bdi> ({a.id}) and <bdi>{b.name}</bdi> ({b.id}){' '}
                <Button
                  size="compact-xs"
                  variant="default"
                  aria-label={`Judge again: ${a.name} and ${b.name}`}
                  onClick={() => judge({ a: a.id, b: b.id })}
                >
                  Judge again
                </Button>
              </li>
            ))}
          </ul>
          {unsure.more}
        </Stack>
      )}
    </section>
  );
}
