import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { LineMark } from './line-mark.tsx';
import { OUTCOME_LINES, POSITION_LINES } from './telling-lines.ts';
import classes from './told-groups.module.css';
import { type SideNames, ToldRowButton } from './told-row.tsx';
import type { ToldGroup } from './told-rows.ts';

/** So many rows of a group are in the page at first; a document can speak of thousands of things. */
const FIRST = 60;

/** At most so many more come with one press. */
const MORE = 500;

interface Props {
  readonly groups: readonly ToldGroup[];
  /** Names of the sides, where a row says who says what. */
  readonly names?: SideNames | undefined;
  readonly first?: number;
  /** Level of the headings. */
  readonly level?: 3 | 4;
}

function Group({ group, names, first = FIRST, level = 3 }: Omit<Props, 'groups'> & { group: ToldGroup }) {
  const Heading = `h${level}` as const;
  const [shown, setShown] = useState(first);
  const left = group.rows.length - shown;
  const line =
    group.outcome !== undefined
      ? OUTCOME_LINES[group.outcome]
      : group.position !== undefined
        ? POSITION_LINES[group.position]
        : undefined;
  return (
    <section className={classes['group']} data-testid={`told-${group.key}`}>
      <Heading className={classes['heading']}>
        {line !== undefined && <LineMark line={line} />}
        {group.heading}
        <span className={classes['count']}>{group.rows.length}</span>
      </Heading>
      {group.rows.some((row) => row.conflict !== undefined) && (
        <Text size="xs" c="dimmed" px={9} pb={4}>
          The greatest conflict first: how far the two pull apart, as far as each is sure. It is small where each says
          so once, and grows with every independent word on either side.
        </Text>
      )}
      <ul className={classes['list']}>
        {group.rows.slice(0, shown).map((row) => (
          <li key={row.id}>
            <ToldRowButton row={row} names={names} />
          </li>
        ))}
      </ul>
      {left > 0 && (
        <Button size="compact-xs" variant="subtle" onClick={() => setShown(shown + MORE)}>
          {left <= MORE ? `Show all ${group.rows.length}` : `Show ${MORE} more of ${group.rows.length}`}
        </Button>
      )}
    </section>
  );
}

/** What is told, in groups whose headings say how. */
export function ToldGroups({ groups, ...rest }: Props) {
  return groups.map((group) => <Group key={group.key} group={group} {...rest} />);
}
