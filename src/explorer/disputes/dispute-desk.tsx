import { Button, Group, Loader, Stack, Text } from '@mantine/core';
import { IconAffiliate, IconTable } from '@tabler/icons-react';
import { useState } from 'react';
import inspector from '../inspector/inspector.module.css';
import { Problem } from '../inspector/problem.tsx';
import { useGo, useView } from '../state/use-view.ts';
import { isOpen, openPanel, showStage } from '../state/view.ts';
import { DisputeRow } from './dispute-row.tsx';
import classes from './disputes.module.css';
import { KindChips } from './kind-chips.tsx';
import { OpponentList } from './opponent-list.tsx';
import { PartyFilter } from './party-filter.tsx';
import { isNarrowed, showAllDisputes, useDisputes, useOpponents } from './use-disputes.ts';

/** How many disputes are listed at a time: a long list must not hold up the page. */
const PORTION = 100;

/** What is contested, most contested first, with who stands against whom. */
export function DisputeDesk() {
  const { filter, disputes: narrowing, stage } = useView();
  const go = useGo();
  const [portions, setPortions] = useState(1);
  const { data: page, error } = useDisputes();
  const { data: pairs = [] } = useOpponents();
  if (error !== null) return <Problem error={error} />;
  if (page === undefined) return <Loader size="sm" aria-label="Loading the disputes" />;
  const { kind } = narrowing;
  const shown = kind === undefined ? page.items : page.items.filter((dispute) => dispute.kind === kind);
  const listed = shown.slice(0, portions * PORTION);
  return (
    <Stack gap={10}>
      <Text size="sm" c="dimmed">
        What independent origins disagree about, most contested first: where both sides weigh much, and alike. The grey
        bar says how contested something is, not how likely.
      </Text>
      <KindChips disputes={page.items} />
      <PartyFilter pairs={pairs} />
      <OpponentList pairs={pairs} />
      {!isOpen(filter) && (
        <Text size="xs" c="dimmed">
          The filters hold here, too:{' '}
          <button type="button" className={classes['link']} onClick={() => go((view) => openPanel(view, 'filters'))}>
            see them
          </button>
        </Text>
      )}
      <Group justify="space-between" gap="xs" className={classes['head']}>
        <Text size="sm" role="status">
          <b>{shown.length}</b> {shown.length === 1 ? 'dispute' : 'disputes'}
          {isNarrowed(narrowing) && (
            <>
              {' · '}
              <button type="button" className={classes['link']} onClick={() => go(showAllDisputes)}>
                show all
              </button>
            </>
          )}
        </Text>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={stage === 'matrix' ? <IconAffiliate size={14} /> : <IconTable size={14} />}
          onClick={() => go((view) => showStage(view, stage === 'matrix' ? 'graph' : 'matrix'))}
        >
          {stage === 'matrix' ? 'Back to the graph' : 'Show as matrix'}
        </Button>
      </Group>
      {shown.length === 0 && (
        <Text size="sm">
          {isNarrowed(narrowing) || !isOpen(filter)
            ? 'No dispute passes what is asked for here.'
            : 'No dispute was found in these documents.'}{' '}
          That does not mean that everybody agrees.
        </Text>
      )}
      <ol className={`${inspector['list']} ${classes['items']}`} data-testid="disputes">
        {listed.map((dispute, i) => (
          <DisputeRow key={dispute.id} dispute={dispute} rank={i + 1} />
        ))}
      </ol>
      {listed.length < shown.length && (
        <Button size="xs" variant="default" onClick={() => setPortions(portions + 1)}>
          {listed.length} of {shown.length} listed: show more
        </Button>
      )}
    </Stack>
  );
}
