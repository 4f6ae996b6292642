import { Group, Loader, SegmentedControl, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { Dispute } from '../../knowledge/knowledge-base.ts';
import { listNames, percent } from '../../knowledge/words.ts';
import { useAnswer } from '../data/use-knowledge.ts';
import inspector from '../inspector/inspector.module.css';
import { Problem } from '../inspector/problem.tsx';
import { VerdictMark } from '../inspector/verdict-mark.tsx';
import { useGo, useView } from '../state/use-view.ts';
import { select } from '../state/view.ts';
import classes from './dispute-list.module.css';

type Kind = 'all' | Dispute['kind'];
const KINDS: readonly Kind[] = ['all', 'denial', 'doubt'];
const KIND_WORDS: Readonly<Record<Kind, string>> = { all: 'All', denial: 'Denied', doubt: 'Doubted' };

function Row({ dispute, rank }: { dispute: Dispute; rank: number }) {
  const go = useGo();
  const { selection } = useView();
  const { relation } = dispute;
  const names = (side: Dispute['for']): string => listNames(side.flatMap((origin) => origin.names));
  return (
    <li>
      <button
        type="button"
        className={inspector['row']}
        data-selected={selection?.id === relation.id || undefined}
        onClick={() => go((view) => select(view, { kind: 'relation', id: relation.id }))}
      >
        <div className={classes['line']}>
          <span className={classes['rank']}>{rank}</span>
          <div>
            <Text size="sm" fw={550} component="span" display="block">
              <bdi>{relation.proposition}</bdi>
            </Text>
            <Text size="xs" component="span" display="block" mt={2}>
              <span className={classes['for']}>{names(dispute.for) || 'nobody'}</span>
              <span className={classes['versus']}> against </span>
              <span className={classes['against']}>{names(dispute.against) || 'nobody'}</span>
            </Text>
            <Group gap={8} mt={3}>
              <VerdictMark relation={relation} size="xs" withDeniers={false} />
              <Text size="xs" c="dimmed" component="span">
                contention {percent(dispute.contention)}
              </Text>
            </Group>
          </div>
        </div>
      </button>
    </li>
  );
}

/** What is contested, most contested first, with who stands against whom. */
export function DisputeList() {
  const { filter } = useView();
  const [kind, setKind] = useState<Kind>('all');
  const { data: page, error } = useAnswer(['disputes', filter], (base) => base.disputes(filter, { limit: 500 }));
  if (error !== null) return <Problem error={error} />;
  if (page === undefined) return <Loader size="sm" aria-label="Loading the disputes" />;
  const shown = page.items.filter((dispute) => kind === 'all' || dispute.kind === kind);
  return (
    <Stack gap="xs">
      <Text size="sm" c="dimmed">
        Relations on which origins disagree, also where one side is outweighed. First come those where both sides weigh
        much, and alike.
      </Text>
      <SegmentedControl
        size="xs"
        aria-label="Kind of dispute"
        value={kind}
        onChange={(value) => setKind(KINDS.find((known) => known === value) ?? 'all')}
        data={KINDS.map((known) => {
          const count = page.items.filter((dispute) => known === 'all' || dispute.kind === known).length;
          return { value: known, label: `${KIND_WORDS[known]} ${count}`, disabled: count === 0 && known !== 'all' };
        })}
      />
      {shown.length === 0 && (
        <Text size="sm">No dispute passes the filter. That does not mean that everybody agrees.</Text>
      )}
      <ol className={inspector['list']} data-testid="disputes">
        {shown.map((dispute, i) => (
          <Row key={dispute.relation.id} dispute={dispute} rank={i + 1} />
        ))}
      </ol>
    </Stack>
  );
}
