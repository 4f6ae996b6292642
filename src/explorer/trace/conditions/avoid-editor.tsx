import { CloseButton, Text } from '@mantine/core';
import { EntitiesField } from '../entities-field.tsx';
import { useRelationNames } from '../use-names.ts';
import type { EditorProps } from './condition.ts';
import classes from './conditions.module.css';

/** Through whom, and over which relations, a trace must not run. */
export function AvoidEditor({ conditions, set }: EditorProps) {
  const relations = conditions.avoidRelations ?? [];
  const names = useRelationNames(relations);
  return (
    <>
      <EntitiesField
        label="Not through"
        placeholder="A name"
        another="nor…"
        value={conditions.avoid ?? []}
        onChange={(avoid) => set({ avoid })}
      />
      {relations.length === 0 ? (
        <Text size="xs" c="dimmed">
          To avoid one relation, press “Avoid this hop” beside it in an answer.
        </Text>
      ) : (
        <ul className={classes['avoided']} aria-label="Relations that are avoided">
          {relations.map((id, i) => (
            <li key={id}>
              <Text size="sm" component="span">
                <bdi>{names[i]}</bdi>
              </Text>
              <CloseButton
                size="sm"
                aria-label={`Walk again: ${names[i]}`}
                onClick={() => set({ avoidRelations: relations.filter((other) => other !== id) })}
              />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
