import { ActionIcon, Button, CopyButton, Group, Loader, Stack, Switch, Text, Tooltip } from '@mantine/core';
import { IconArrowsExchange, IconCheck, IconCopy } from '@tabler/icons-react';
import type { Trace, TraceAnswer } from '../../knowledge/knowledge-base.ts';
import { percent, traceText, VERDICT_WORDS } from '../../knowledge/words.ts';
import { EntityName } from '../inspector/entity-name.tsx';
import { Problem } from '../inspector/problem.tsx';
import { namesIn, Sentence } from '../inspector/sentence.tsx';
import { VerdictLine, VerdictMark } from '../inspector/verdict-mark.tsx';
import { EntitySelect } from '../search/entity-select.tsx';
import { useGo, useView } from '../state/use-view.ts';
import { chooseTrace, select, traceBetween, traceOver, traceQuestion } from '../state/view.ts';
import classes from './trace-panel.module.css';
import { useTraceAnswer } from './use-trace-answer.ts';

function Answer({ trace, index, chosen }: { trace: Trace; index: number; chosen: boolean }) {
  const go = useGo();
  const weakest = trace.hops[trace.weakest];
  return (
    <li className={classes['answer']} data-chosen={chosen || undefined}>
      <button
        type="button"
        className={classes['head']}
        aria-pressed={chosen}
        onClick={() => go((view) => chooseTrace(view, index))}
      >
        <VerdictLine verdict={trace.verdict} />
        <Text size="sm" fw={650} component="span">
          {trace.hops.length} {trace.hops.length === 1 ? 'hop,' : 'hops, at worst'} {VERDICT_WORDS[trace.verdict]}
        </Text>
        <Text size="sm" c="dimmed" component="span">
          {trace.hops.length > 1 && `${percent(trace.opinion.belief)} for all of it together`}
        </Text>
      </button>
      <ol className={classes['hops']}>
        {trace.hops.map((hop) => (
          <li key={hop.relation.id}>
            <button
              type="button"
              className={classes['hop']}
              onClick={() => go((view) => select(view, { kind: 'relation', id: hop.relation.id }))}
            >
              <Text size="sm" component="span" display="block">
                <Sentence text={hop.sentence} names={namesIn(hop.relation)} />
              </Text>
              <VerdictMark relation={hop.relation} size="xs" />
            </button>
          </li>
        ))}
      </ol>
      {trace.hops.length > 1 && weakest !== undefined && (
        <Text size="xs" c="dimmed">
          Weakest hop: <Sentence text={weakest.relation.proposition} names={namesIn(weakest.relation)} /> (
          {percent(weakest.relation.belief)} for).
          {trace.sharedOrigins.length > 0 &&
            ` ${trace.sharedOrigins.join(', ')} ${trace.sharedOrigins.length === 1 ? 'carries' : 'each carry'} more than one hop, so for all of it together anything from ${percent(trace.band.min)} to ${percent(trace.band.max)} is possible.`}
        </Text>
      )}
    </li>
  );
}

function NoPath({ answer }: { answer: TraceAnswer }) {
  const { searched, options } = answer;
  return (
    <Text size="sm" role="status">
      No path of at most {options.depth} hops connects {answer.from.name} and {answer.to.name} over the{' '}
      {searched.relations} relations searched. Not walked: {searched.leftOut.denied} denied, {searched.leftOut.unknown}{' '}
      with too little evidence, {searched.leftOut.byConstraint} by what is switched on above.
    </Text>
  );
}

/** How is X related to Y: two names in, readable answers out, the chosen one drawn on the graph. */
export function TracePanel() {
  const view = useView();
  const go = useGo();
  const { from, to, noDisputed, includeUnknown, chosen } = view.trace;
  const ready = traceQuestion(view) !== undefined;
  const { data: answer, error } = useTraceAnswer(ready);
  const current = ready ? answer : undefined;
  return (
    <Stack gap="sm">
      <Group align="center" gap={6} wrap="nowrap">
        <Stack gap={6} style={{ flex: 1, minWidth: 0 }}>
          <EntitySelect
            label="From"
            placeholder="Start with a name"
            value={from}
            onChange={(id) => go((view) => traceBetween(view, id, to))}
          />
          <EntitySelect
            label="To"
            placeholder="Then another"
            value={to}
            onChange={(id) => go((view) => traceBetween(view, from, id))}
          />
        </Stack>
        <Tooltip label="Swap the two">
          <ActionIcon
            variant="default"
            size="lg"
            aria-label="Swap from and to"
            onClick={() => go((view) => traceBetween(view, to, from))}
          >
            <IconArrowsExchange size={16} style={{ rotate: '90deg' }} />
          </ActionIcon>
        </Tooltip>
      </Group>
      <Group gap="md">
        <Switch
          size="xs"
          label="Not over disputed relations"
          checked={noDisputed}
          onChange={(event) => {
            const { checked } = event.currentTarget;
            go((current) => traceOver(current, { noDisputed: checked }));
          }}
        />
        <Switch
          size="xs"
          label="Also over those with too little evidence"
          checked={includeUnknown}
          onChange={(event) => {
            const { checked } = event.currentTarget;
            go((current) => traceOver(current, { includeUnknown: checked }));
          }}
        />
      </Group>
      {from !== undefined && from === to && <Text size="sm">Choose two different entities.</Text>}
      {!ready && from !== to && (
        <Text size="sm" c="dimmed">
          Ascribe looks for chains of claims from one to the other. A denied relation is never a link; a disputed one
          is, and says so.
        </Text>
      )}
      {ready && error !== null && <Problem error={error} />}
      {ready && error === null && current === undefined && <Loader size="sm" aria-label="Tracing" />}
      {current !== undefined && (
        <>
          <Group justify="space-between" gap={6}>
            <Text size="sm">
              <EntityName entity={current.from} /> → <EntityName entity={current.to} />
            </Text>
            {current.traces.length > 0 && (
              <CopyButton value={traceText(current)}>
                {({ copied, copy }) => (
                  <Button
                    size="compact-xs"
                    variant="subtle"
                    leftSection={copied ? <IconCheck size={13} /> : <IconCopy size={13} />}
                    onClick={copy}
                  >
                    {copied ? 'Copied' : 'Copy with citations'}
                  </Button>
                )}
              </CopyButton>
            )}
          </Group>
          {current.traces.length === 0 && <NoPath answer={current} />}
          <ol className={classes['answers']} data-testid="traces">
            {current.traces.map((answered, i) => (
              <Answer
                key={answered.hops.map((hop) => hop.relation.id).join(' ')}
                trace={answered}
                index={i}
                chosen={i === chosen}
              />
            ))}
          </ol>
        </>
      )}
    </Stack>
  );
}
