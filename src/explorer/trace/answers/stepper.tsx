import { ActionIcon, Kbd, Text, Tooltip } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import type { Hop } from '../../../knowledge/trace-answers.ts';
import { usePageKeys } from '../../app/use-page-keys.ts';
import { lookAtHop } from '../../state/trace-view.ts';
import { useGo, useView } from '../../state/use-view.ts';
import { select, traceBy } from '../../state/view.ts';
import classes from './answers.module.css';

/** Goes to a hop: the graph follows, and the inspector shows it where it has room beside the list. */
export function useStep(hops: readonly Hop[]): (index: number | undefined) => void {
  const go = useGo();
  // Where the inspector would lie over the list, the steps would go away with it.
  const narrow = useMediaQuery('(max-width: 62em)') ?? false;
  return (index) => {
    const hop = index === undefined ? undefined : hops[index];
    go((view) => {
      const stepped = traceBy(view, (trace) => lookAtHop(trace, hop === undefined ? undefined : index));
      return narrow || hop === undefined ? stepped : select(stepped, { kind: 'relation', id: hop.relation.id });
    });
  };
}

/** Previous and next hop of the trace that is drawn. */
export function Stepper({ hops }: { hops: readonly Hop[] }) {
  const { hop } = useView().trace;
  const step = useStep(hops);
  const at = hop === undefined || hop >= hops.length ? undefined : hop;
  const forward = (): void => step(Math.min((at ?? -1) + 1, hops.length - 1));
  const back = (): void => step(at === undefined ? hops.length - 1 : Math.max(at - 1, 0));
  usePageKeys([
    ['j', forward],
    ['k', back],
  ]);
  return (
    <fieldset className={classes['stepper']} aria-label="Step through the hops">
      <Tooltip label="Previous hop (K)">
        <ActionIcon variant="default" size={28} aria-label="Previous hop" disabled={at === 0} onClick={back}>
          <IconChevronLeft size={16} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label="Next hop (J)">
        <ActionIcon
          variant="default"
          size={28}
          aria-label="Next hop"
          disabled={at === hops.length - 1}
          onClick={forward}
        >
          <IconChevronRight size={16} />
        </ActionIcon>
      </Tooltip>
      <Text size="xs" c="dimmed" role="status">
        {at === undefined ? (
          <>
            Step through with <Kbd size="xs">J</Kbd> <Kbd size="xs">K</Kbd>
          </>
        ) : (
          `Hop ${at + 1} of ${hops.length}`
        )}
      </Text>
    </fieldset>
  );
}
