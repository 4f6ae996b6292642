import { Text } from '@mantine/core';
import type { RelationSummary } from '../../knowledge/knowledge-base.ts';
import { useGo } from '../state/use-view.ts';
import { select } from '../state/view.ts';
import classes from './relation-link.module.css';
import { namesIn, Sentence } from './sentence.tsx';
import { VerdictMark } from './verdict-mark.tsx';

/** A relation in words, never without its verdict; a press opens it. */
export function RelationLink({ relation, size = 'sm' }: { relation: RelationSummary; size?: 'xs' | 'sm' }) {
  const go = useGo();
  return (
    <button
      type="button"
      className={classes['link']}
      onClick={() => go((view) => select(view, { kind: 'relation', id: relation.id }))}
    >
      <Text component="span" size={size} className={classes['words']}>
        <Sentence text={relation.proposition} names={namesIn(relation)} />
      </Text>
      <VerdictMark relation={relation} size="xs" />
    </button>
  );
}
