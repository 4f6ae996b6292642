import { Text } from '@mantine/core';
import type { Dispute } from '../../knowledge/knowledge-base.ts';
import { DISPUTE_KIND_WORDS, originsText } from '../../knowledge/words.ts';
import inspector from '../inspector/inspector.module.css';
import { Sentence } from '../inspector/sentence.tsx';
import { VerdictMark } from '../inspector/verdict-mark.tsx';
import { useGo, useView } from '../state/use-view.ts';
import { select } from '../state/view.ts';
import { Contention } from './contention.tsx';
import { selectionOf } from './dispute-selection.ts';
import classes from './disputes.module.css';
import { Names } from './names.tsx';
import { NarrowerRelations, RelationRow } from './relation-rows.tsx';
import { namesOf, Sides } from './sides.tsx';

/** How many origins speak, as a range where it is known (EVIDENCE E10). */
function origins({ relation, origins }: Dispute): string {
  if (relation === undefined) return originsText({ min: origins, max: origins });
  const { originsFor, originsAgainst } = relation;
  const against = originsAgainst.min === originsAgainst.max ? '' : `${originsAgainst.min}–`;
  return `${originsText(originsFor)} for, ${against}${originsAgainst.max} against`;
}

/**
 * Whether all that stands behind the verdict's word is said by the line of sides: it names those who deny, and there is
 * nobody else against.
 */
function oppositionIsNamed({ relation, sides }: Dispute): boolean {
  if (relation === undefined || relation.excludedBy.length + relation.partlyDeniedBy.length > 0) return false;
  const against = namesOf(sides[1]);
  return against.length > 0 && against.length <= 4 && against.every((name) => relation.deniedBy.includes(name));
}

/** One dispute of the ranked list. */
export function DisputeRow({ dispute, rank }: { dispute: Dispute; rank: number }) {
  const go = useGo();
  const { selection } = useView();
  const { kind, relation, rivals, narrower, sides } = dispute;
  const target = selectionOf(dispute);
  const selected = target !== undefined && selection?.kind === target.kind && selection.id === target.id;
  return (
    <li className={classes['item']}>
      <button
        type="button"
        className={inspector['row']}
        data-selected={selected || undefined}
        aria-current={selected || undefined}
        onClick={() => go((view) => select(view, target))}
      >
        <span className={classes['line']}>
          <span className={classes['rank']}>{rank}</span>
          <span className={classes['body']}>
            <Text size="sm" fw={600} component="span" className={classes['title']}>
              <Sentence text={dispute.title} names={dispute.entities.map((entity) => entity.name)} />
            </Text>
            {kind !== 'attribution' && <Sides dispute={dispute} />}
            {relation !== undefined && (
              <VerdictMark relation={relation} size="xs" withDeniers={!oppositionIsNamed(dispute)} />
            )}
            <span className={classes['meta']}>
              <span className={classes['kind']}>{DISPUTE_KIND_WORDS[kind]}</span>
              <Contention share={dispute.contention} />
              <span>{origins(dispute)}</span>
            </span>
          </span>
        </span>
      </button>
      {rivals.length > 0 && (
        <div className={classes['under']}>
          <Text size="xs" c="dimmed" className={classes['lead']}>
            {kind === 'attribution' ? 'Answers that are given:' : 'Others assert what cannot hold beside it:'}
          </Text>
          <ul className={inspector['list']}>
            {rivals.map((rival, i) => (
              <RelationRow
                key={rival.id}
                relation={rival}
                {...(kind === 'attribution' ? { label: rival.subject.name } : {})}
              >
                {kind === 'attribution' && (
                  <Text size="xs" component="span" display="block">
                    <span className={classes['quiet']}>according to </span>
                    <Names names={namesOf(sides[i])} />
                  </Text>
                )}
              </RelationRow>
            ))}
          </ul>
        </div>
      )}
      {narrower.length > 0 && <NarrowerRelations relations={narrower} />}
    </li>
  );
}
