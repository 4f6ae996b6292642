import { Button, Text } from '@mantine/core';
import { IconArrowsDiff, IconX } from '@tabler/icons-react';
import type { Trace } from '../../../knowledge/trace-answers.ts';
import { percent, VERDICT_WORDS } from '../../../knowledge/words.ts';
import { VerdictLine } from '../../inspector/verdict-mark.tsx';
import { chooseTrace, setBeside } from '../../state/trace-view.ts';
import { useGo, useView } from '../../state/use-view.ts';
import { traceBy } from '../../state/view.ts';
import classes from './answers.module.css';
import { HopMenu } from './hop-menu.tsx';
import { HopRow } from './hop-row.tsx';
import { RestsOn } from './rests-on.tsx';
import { Route } from './route.tsx';
import { Standing } from './standing.tsx';
import { Stepper, useStep } from './stepper.tsx';

interface Props {
  readonly trace: Trace;
  readonly index: number;
}

/** "3 hops, at worst disputed, 31 % together": what a trace amounts to; the number is that of all hops together. */
function amounts({ hops, verdict, opinion }: Trace): string {
  const word = VERDICT_WORDS[verdict];
  const number = verdict === 'unknown' ? '' : `, ${percent(opinion.belief)}`;
  if (hops.length === 1) return `1 hop, ${word}${number}`;
  return `${hops.length} hops, ${verdict === 'corroborated' ? 'each' : 'at worst'} ${word}${number}${number === '' ? '' : ' together'}`;
}

/** The hops of the trace that is drawn, and what it amounts to. */
function Hops({ trace }: { trace: Trace }) {
  const { hop: at } = useView().trace;
  const step = useStep(trace.hops);
  const { hops, weakest } = trace;
  return (
    <>
      {hops.length > 1 && <Stepper hops={hops} />}
      <ol className={classes['hops']}>
        {hops.map((hop, i) => (
          <HopRow
            key={hop.relation.id}
            hop={hop}
            current={i === at}
            weakest={hops.length > 1 && i === weakest}
            onOpen={() => step(i)}
            menu={<HopMenu hop={hop} last={i === hops.length - 1} />}
          />
        ))}
      </ol>
      <Standing trace={trace} />
      <RestsOn restsOn={trace.restsOn} />
    </>
  );
}

/** One answer: told in full where it is drawn, by its route otherwise. */
export function TraceCard({ trace, index }: Props) {
  const { chosen, beside } = useView().trace;
  const go = useGo();
  const isChosen = index === chosen;
  const isBeside = index === beside;
  return (
    <li
      className={classes['card']}
      data-chosen={isChosen || undefined}
      data-beside={isBeside || undefined}
      data-testid={`trace-${index + 1}`}
    >
      <button
        type="button"
        className={classes['head']}
        aria-pressed={isChosen}
        onClick={() => go((view) => traceBy(view, (current) => chooseTrace(current, index)))}
      >
        <Route hops={trace.hops} />
        <span className={classes['amounts']}>
          <VerdictLine verdict={trace.verdict} />
          <Text size="xs" component="span">
            {amounts(trace)}
          </Text>
        </span>
      </button>
      {!isChosen && (
        <Button
          size="compact-xs"
          variant="subtle"
          className={classes['compare']}
          leftSection={isBeside ? <IconX size={13} /> : <IconArrowsDiff size={13} />}
          onClick={() => go((view) => traceBy(view, (current) => setBeside(current, isBeside ? undefined : index)))}
        >
          {isBeside ? 'Do not compare' : `Compare with trace ${chosen + 1}`}
        </Button>
      )}
      {isChosen && <Hops trace={trace} />}
    </li>
  );
}
