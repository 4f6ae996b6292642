import { Text } from '@mantine/core';
import type { TraceAnswer } from '../../../knowledge/trace-answers.ts';
import { connectionText } from '../../../knowledge/trace-words.ts';
import { useView } from '../../state/use-view.ts';
import classes from './answers.module.css';
import { Compared } from './compared.tsx';
import { NoPath } from './no-path.tsx';
import { SearchedNote } from './searched-note.tsx';
import { TraceCard } from './trace-card.tsx';

/** How two entities, or two groups, are related. */
export function TraceList({ answer }: { answer: TraceAnswer }) {
  const { chosen, beside } = useView().trace;
  const { traces, connection, searched } = answer;
  if (traces.length === 0) return <NoPath answer={answer} />;
  const [first, second] = [traces[chosen], beside === undefined ? undefined : traces[beside]];
  return (
    <>
      {first !== undefined && second !== undefined && beside !== undefined && (
        <Compared first={{ trace: first, number: chosen + 1 }} second={{ trace: second, number: beside + 1 }} />
      )}
      <ol className={classes['cards']} data-testid="traces">
        {traces.map((trace, i) => (
          <TraceCard key={trace.hops.map(({ relation }) => relation.id).join(' ')} trace={trace} index={i} />
        ))}
      </ol>
      {connection !== undefined && traces.length > 1 && (
        <Text size="xs">
          <b>Any of these {traces.length} holds:</b> {connectionText(connection)}.
        </Text>
      )}
      <SearchedNote searched={searched} />
    </>
  );
}
