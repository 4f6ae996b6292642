import { Text } from '@mantine/core';
import { percent } from '../../knowledge/words.ts';
import { namesIn, Sentence } from '../inspector/sentence.tsx';
import { VerdictMark } from '../inspector/verdict-mark.tsx';
import { useGo, useView } from '../state/use-view.ts';
import { select } from '../state/view.ts';
import classes from './told-row.module.css';
import type { Said, ToldRow } from './told-rows.ts';

export interface SideNames {
  readonly p: string;
  readonly q: string;
}

function SaidBy({ said, names }: { said: Said; names: SideNames | undefined }) {
  return (
    <span className={classes['said']}>
      {said.mark !== undefined && (
        <span className={classes['mark']} data-mark={said.mark} aria-hidden="true">
          {said.mark}
        </span>
      )}
      {names !== undefined && <bdi className={classes['name']}>{names[said.side]}</bdi>}
      <span className={classes['words']}>{said.text}</span>
    </span>
  );
}

/** One thing that somebody speaks of, what each says, and what all claims amount to; a press opens it. */
export function ToldRowButton({ row, names }: { row: ToldRow; names?: SideNames | undefined }) {
  const go = useGo();
  const { selection } = useView();
  const { relation, figure } = row;
  return (
    <button
      type="button"
      className={classes['row']}
      data-selected={selection?.id === row.id || undefined}
      onClick={() =>
        go((view) =>
          select(
            view,
            relation === undefined ? { kind: 'figure', id: figure.id } : { kind: 'relation', id: relation.id },
          ),
        )
      }
    >
      <Text component="span" size="sm" fw={names === undefined ? 500 : 600} display="block">
        <Sentence text={row.title} names={relation === undefined ? [figure.subject.name] : namesIn(relation)} />
      </Text>
      {row.said.map((said) => (
        <SaidBy key={said.side} said={said} names={names} />
      ))}
      <span className={classes['whole']}>
        {relation !== undefined && <VerdictMark relation={relation} size="xs" />}
        {figure !== undefined && row.said.length === 0 && <span className={classes['note']}>no value given</span>}
        {row.note !== undefined && <span className={classes['note']}>{row.note}</span>}
        {row.conflict !== undefined && <span className={classes['conflict']}>conflict {percent(row.conflict)}</span>}
      </span>
    </button>
  );
}
