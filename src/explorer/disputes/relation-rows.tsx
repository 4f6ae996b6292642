import { Text } from '@mantine/core';
import { type ReactNode, useId, useState } from 'react';
import type { RelationSummary } from '../../knowledge/knowledge-base.ts';
import { listNames } from '../../knowledge/words.ts';
import inspector from '../inspector/inspector.module.css';
import { namesIn, Sentence } from '../inspector/sentence.tsx';
import { VerdictMark } from '../inspector/verdict-mark.tsx';
import { useGo, useView } from '../state/use-view.ts';
import { select } from '../state/view.ts';
import classes from './disputes.module.css';

interface RowProps {
  readonly relation: RelationSummary;
  /** What stands for the relation where the whole proposition would repeat the title above it. */
  readonly label?: string;
  readonly children?: ReactNode;
}

/** A relation within a dispute, with its own verdict; a press opens it. */
export function RelationRow({ relation, label, children }: RowProps) {
  const go = useGo();
  const { selection } = useView();
  const selected = selection?.kind === 'relation' && selection.id === relation.id;
  return (
    <li>
      <button
        type="button"
        className={inspector['row']}
        data-selected={selected || undefined}
        aria-current={selected || undefined}
        onClick={() => go((view) => select(view, { kind: 'relation', id: relation.id }))}
      >
        <Text size="xs" fw={550} component="span" className={classes['title']}>
          {label === undefined ? (
            <Sentence text={relation.proposition} names={namesIn(relation)} />
          ) : (
            <bdi>{label}</bdi>
          )}
        </Text>
        {children}
        <VerdictMark relation={relation} size="xs" />
      </button>
    </li>
  );
}

/** Narrower forms of a disputed relation, folded: they stand in the same dispute and are not ranked again. */
export function NarrowerRelations({ relations }: { relations: readonly RelationSummary[] }) {
  const { selection } = useView();
  const [opened, setOpened] = useState<boolean>();
  const list = useId();
  const open = opened ?? relations.some(({ id }) => selection?.kind === 'relation' && selection.id === id);
  return (
    <div className={classes['under']}>
      <button
        type="button"
        className={classes['fold']}
        aria-expanded={open}
        aria-controls={list}
        onClick={() => setOpened(!open)}
      >
        <span className={classes['arrow']} aria-hidden="true" />
        and {relations.length} narrower: {listNames([...new Set(relations.map((relation) => relation.typeLabel))])}
      </button>
      <ul id={list} className={inspector['list']} hidden={!open}>
        {open && relations.map((relation) => <RelationRow key={relation.id} relation={relation} />)}
      </ul>
    </div>
  );
}
