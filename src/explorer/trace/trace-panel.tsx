import { Button, Stack, Text } from '@mantine/core';
import { useEffect } from 'react';
import { atBothEnds } from '../state/trace-view.ts';
import { useView } from '../state/use-view.ts';
import { InCommon } from './answers/in-common.tsx';
import { Joining } from './answers/joining.tsx';
import { Nearby } from './answers/nearby.tsx';
import { TraceList } from './answers/trace-list.tsx';
import type { Answered } from './ask-trace.ts';
import { ConditionRow } from './conditions/condition-row.tsx';
import { useChips } from './conditions/use-chips.ts';
import { CopyAnswer } from './copy-answer.tsx';
import { Ends } from './ends.tsx';
import { PartlyDrawn } from './partly-drawn.tsx';
import { pointNowhere } from './pointed.ts';
import { Refused } from './refused.tsx';
import classes from './trace-panel.module.css';
import { useTraceAnswer } from './use-trace-answer.ts';
import { Waiting } from './waiting.tsx';

function Answer({ answered }: { answered: Answered }) {
  switch (answered.kind) {
    case 'trace':
      return <TraceList answer={answered.answer} />;
    case 'connect':
      return <Joining answer={answered.answer} />;
    case 'common':
      return <InCommon answer={answered.answer} />;
    case 'near':
      return <Nearby answer={answered.answer} />;
  }
}

function Told({ answered, stale }: { answered: Answered; stale: boolean }) {
  const { shown } = useChips(answered.kind);
  const conditions = shown.flatMap(({ chips }) => chips.map(({ label }) => label));
  return (
    <div className={classes['answer']} data-stale={stale || undefined} aria-busy={stale}>
      <PartlyDrawn />
      <Answer answered={answered} />
      <CopyAnswer answered={answered} conditions={conditions} />
    </div>
  );
}

/** How is X related to Y: names in, readable answers out, the chosen one drawn on the graph. */
export function TracePanel() {
  const { trace } = useView();
  const { question, answered, stale, error, asking, stopped, stop, again } = useTraceAnswer();
  useEffect(() => pointNowhere, []);
  return (
    <Stack gap="sm">
      <Ends />
      {question !== undefined && <ConditionRow kind={question.kind} />}
      {question === undefined && atBothEnds(trace).length === 0 && (
        <Text size="sm" c="dimmed">
          Ascribe looks for chains of claims from one to the other, and tells who says each. A denied relation is never
          a link; a disputed one is, and says so.
        </Text>
      )}
      {asking && <Waiting key={JSON.stringify(question)} onStop={stop} />}
      {stopped && (
        <div className={classes['waiting']} role="status">
          <Text size="sm">The search was stopped.</Text>
          <Button size="compact-sm" variant="default" onClick={again}>
            Search again
          </Button>
        </div>
      )}
      {error !== null && <Refused error={error} />}
      {error === null && !stopped && answered !== undefined && <Told answered={answered} stale={stale} />}
    </Stack>
  );
}
