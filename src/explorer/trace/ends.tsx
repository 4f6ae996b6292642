import { ActionIcon, Button, SegmentedControl, Stack, Tooltip } from '@mantine/core';
import { IconArrowsExchange, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import {
  asked,
  askFor,
  atBothEnds,
  endOf,
  join,
  MOST_JOINED,
  setEnds,
  swapEnds,
  TraceView,
} from '../state/trace-view.ts';
import { useGo, useView } from '../state/use-view.ts';
import { traceBy } from '../state/view.ts';
import classes from './ends.module.css';
import { EntitiesField } from './entities-field.tsx';

const ASKS = [
  { value: 'related', two: 'How related', more: 'What joins them' },
  { value: 'common', two: 'In common', more: 'In common' },
] as const;

/** Who is asked about: two, two groups, or three and more; and what is asked. */
export function Ends() {
  const { trace } = useView();
  const go = useGo();
  // A third field is open before a third is chosen.
  const [wantsThird, setWantsThird] = useState(false);
  const all = asked(trace);
  const joining = trace.others.length > 0 || (wantsThird && all.length >= 2);
  const [from, to] = [endOf(trace, 'from'), endOf(trace, 'to')];
  const same = atBothEnds(trace).length > 0;
  return (
    <Stack gap={8}>
      {joining ? (
        <EntitiesField
          label={`Join these (${all.length} of at most ${MOST_JOINED})`}
          placeholder="Start with a name"
          another="and another"
          value={all}
          most={MOST_JOINED}
          autoFocus={wantsThird}
          onChange={(ids) => {
            // Two that are left are two ends again.
            if (ids.length < all.length && ids.length <= 2) setWantsThird(false);
            go((view) => traceBy(view, (current) => join(current, ids)));
          }}
        />
      ) : (
        <div className={classes['ends']}>
          <div className={classes['fields']}>
            <EntitiesField
              label="From"
              placeholder="Start with a name"
              another="or…"
              value={from}
              onChange={(ids) => go((view) => traceBy(view, (current) => setEnds(current, ids, endOf(current, 'to'))))}
            />
            <EntitiesField
              label="To"
              placeholder="Then another"
              another="or…"
              value={to}
              error={same ? 'Choose two different ends.' : undefined}
              onChange={(ids) =>
                go((view) => traceBy(view, (current) => setEnds(current, endOf(current, 'from'), ids)))
              }
            />
          </div>
          <Tooltip label="Swap the two">
            <ActionIcon
              variant="default"
              size="lg"
              aria-label="Swap from and to"
              disabled={all.length === 0}
              onClick={() => go((view) => traceBy(view, swapEnds))}
            >
              <IconArrowsExchange size={16} style={{ rotate: '90deg' }} />
            </ActionIcon>
          </Tooltip>
        </div>
      )}
      {all.length >= 2 && !same && (
        <div className={classes['below']}>
          <SegmentedControl
            size="xs"
            aria-label="What is asked"
            value={trace.ask}
            data={ASKS.map(({ value, two, more }) => ({ value, label: joining ? more : two }))}
            onChange={(value) => {
              const ask = TraceView.shape.ask.parse(value);
              go((view) => traceBy(view, (current) => askFor(current, ask)));
            }}
          />
          {!joining && (
            <Button
              size="compact-xs"
              variant="subtle"
              leftSection={<IconPlus size={13} />}
              onClick={() => setWantsThird(true)}
            >
              Add a third
            </Button>
          )}
        </div>
      )}
    </Stack>
  );
}
