import { Group, Text, Tooltip } from '@mantine/core';
import { DISPUTE_KINDS } from '../../evidence/disputes.ts';
import type { Dispute } from '../../knowledge/knowledge-base.ts';
import { DISPUTE_KIND_MEANINGS, DISPUTE_KIND_WORDS } from '../../knowledge/words.ts';
import { useGo, useView } from '../state/use-view.ts';
import { showDisputeKind } from '../state/view.ts';
import classes from './filters.module.css';

/** Kinds of dispute with their numbers; kinds of which there is none are left away. */
export function KindChips({ disputes }: { disputes: readonly Dispute[] }) {
  const go = useGo();
  const { kind: chosen } = useView().disputes;
  const count = (kind: Dispute['kind']): number => disputes.filter((dispute) => dispute.kind === kind).length;
  const kinds = DISPUTE_KINDS.filter((kind) => count(kind) > 0 || kind === chosen);
  return (
    <div>
      <Group gap={6} role="group" aria-label="Kind of dispute">
        <button
          type="button"
          className={classes['chip']}
          aria-pressed={chosen === undefined}
          onClick={() => go((view) => showDisputeKind(view, undefined))}
        >
          All <span>{disputes.length}</span>
        </button>
        {kinds.map((kind) => (
          <Tooltip
            key={kind}
            label={DISPUTE_KIND_MEANINGS[kind]}
            events={{ hover: true, focus: true, touch: false }}
            openDelay={300}
            multiline
            maw={260}
          >
            <button
              type="button"
              className={classes['chip']}
              aria-pressed={kind === chosen}
              onClick={() => go((view) => showDisputeKind(view, kind === chosen ? undefined : kind))}
            >
              {DISPUTE_KIND_WORDS[kind]} <span>{count(kind)}</span>
            </button>
          </Tooltip>
        ))}
      </Group>
      {chosen !== undefined && (
        <Text size="xs" c="dimmed" mt={4}>
          {DISPUTE_KIND_MEANINGS[chosen]}
        </Text>
      )}
    </div>
  );
}
