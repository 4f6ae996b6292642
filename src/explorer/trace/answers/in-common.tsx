import { Text } from '@mantine/core';
import type { CommonAnswer } from '../../../knowledge/trace-answers.ts';
import { number, percent } from '../../../knowledge/words.ts';
import { EntityName } from '../../inspector/entity-name.tsx';
import { RelationLink } from '../../inspector/relation-link.tsx';
import { pointsAt } from '../pointed.ts';
import classes from './answers.module.css';
import { Names } from './names.tsx';
import { SearchedNote } from './searched-note.tsx';

/** Of the relations to one of them so many are listed; the entity's inspector has all. */
const LISTED = 3;

function Item({ item }: { item: CommonAnswer['items'][number] }) {
  const relations = item.relations.flatMap((toOne) => toOne.slice(0, LISTED));
  const more = item.relations.reduce((sum, toOne) => sum + Math.max(0, toOne.length - LISTED), 0);
  return (
    <li className={classes['card']}>
      <div className={classes['told']}>
        <Text size="sm" fw={650} component="div">
          <EntityName entity={item.entity} />
        </Text>
        <Text size="sm" component="span">
          {percent(item.belief)} together
        </Text>
      </div>
      <ul className={classes['plain']}>
        {relations.map((relation) => (
          <li key={relation.id} {...pointsAt(relation.id)}>
            <RelationLink relation={relation} size="xs" />
          </li>
        ))}
      </ul>
      {more > 0 && (
        <Text size="xs" c="dimmed">
          and {number(more)} more
        </Text>
      )}
    </li>
  );
}

/** Who stands in a relation to each of those that were asked for. */
export function InCommon({ answer: { asked, items, total, searched } }: { answer: CommonAnswer }) {
  return (
    <div className={classes['stack']} data-testid="common">
      <Text size="sm" component="div">
        {total === 0 ? 'Nobody stands in a relation to ' : 'Who stands in a relation to '}
        {asked.length === 2 ? 'both, ' : 'each of '}
        <Names entities={asked} />
        {total === 0 ? ' under these conditions.' : `: ${number(total)}, strongest first.`}
      </Text>
      <ol className={classes['cards']}>
        {items.map((item) => (
          <Item key={item.entity.id} item={item} />
        ))}
      </ol>
      {total > items.length && (
        <Text size="xs" c="dimmed">
          {number(total - items.length)} more are not listed.
        </Text>
      )}
      <SearchedNote searched={searched} />
    </div>
  );
}
