import { Text } from '@mantine/core';
import type { Searched } from '../../../knowledge/trace-answers.ts';
import { notWalkedText } from '../../../knowledge/trace-words.ts';
import { number } from '../../../knowledge/words.ts';

/** What was searched and what was not walked; a search that was cut short says so first. */
export function SearchedNote({ searched }: { searched: Searched }) {
  const { entities, relations, leftOut, cutShort } = searched;
  const notWalked = notWalkedText(leftOut);
  return (
    <>
      {cutShort !== undefined && (
        <Text size="sm" role="status">
          The search was cut short{cutShort.steps === undefined ? '' : ` after ${number(cutShort.steps)} steps`}: there
          may be more, and better ones. A condition more, or fewer hops, lets it finish.
        </Text>
      )}
      <Text size="xs" c="dimmed">
        Searched: {number(relations)} {relations === 1 ? 'relation' : 'relations'} between {number(entities)} entities.
        {notWalked !== '' && ` Not walked: ${notWalked}.`}
      </Text>
    </>
  );
}
