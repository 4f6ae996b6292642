import { Text } from '@mantine/core';
import { listNames } from '../../knowledge/words.ts';
import inspector from '../inspector/inspector.module.css';
import { namesIn, Sentence } from '../inspector/sentence.tsx';
import { useGo, useView } from '../state/use-view.ts';
import { select } from '../state/view.ts';
import { StandingBar } from './standing-bar.tsx';
import classes from './transition-list.module.css';
import type { Shift } from './transitions.ts';

/** One relation before and after; pressing it opens its evidence. */
export function ShiftRow({ shift: { relation, before, after, leftOut = 0 } }: { shift: Shift }) {
  const go = useGo();
  const { selection } = useView();
  // A denial stands in the graph even where its speaker is left out, and is never left unsaid.
  const silenced = leftOut > 0 && before.disbelief > 0 && after.disbelief === 0;
  return (
    <li>
      <button
        type="button"
        className={inspector['row']}
        data-selected={selection?.id === relation.id || undefined}
        onClick={() => go((view) => select(view, { kind: 'relation', id: relation.id }))}
      >
        <Text component="span" size="sm" className={classes['proposition']}>
          <Sentence text={relation.proposition} names={namesIn(relation)} />
        </Text>
        {relation.deniedBy.length > 0 && (
          <span className={classes['denied']}>
            denied by {listNames(relation.deniedBy)}
            {silenced && ', left out here'}
          </span>
        )}
        {after.verdict === 'disputed' && before.verdict !== 'disputed' && (
          <span className={classes['tips']}>tips to disputed</span>
        )}
        <StandingBar before={before} after={after} />
      </button>
    </li>
  );
}
