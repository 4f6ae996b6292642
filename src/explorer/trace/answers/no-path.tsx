import { Text, UnstyledButton } from '@mantine/core';
import type { Relaxation, TraceAnswer } from '../../../knowledge/trace-answers.ts';
import { relaxationText, relaxedText } from '../../../knowledge/trace-words.ts';
import { listNames } from '../../../knowledge/words.ts';
import { VerdictLine } from '../../inspector/verdict-mark.tsx';
import { conditionsOf, replaceConditions } from '../../state/trace-view.ts';
import { useGo } from '../../state/use-view.ts';
import { traceBy } from '../../state/view.ts';
import { useRelaxationNames } from '../use-names.ts';
import classes from './answers.module.css';
import { SearchedNote } from './searched-note.tsx';

function Offer({ relaxation, name }: { relaxation: Relaxation; name: string | undefined }) {
  const go = useGo();
  return (
    <UnstyledButton
      className={classes['offer']}
      onClick={() => go((view) => traceBy(view, (trace) => replaceConditions(trace, conditionsOf(relaxation.options))))}
    >
      <Text component="span" size="sm" fw={600}>
        <bdi>{relaxationText(relaxation.option, name)}</bdi>
      </Text>
      <span className={classes['amounts']}>
        <VerdictLine verdict={relaxation.verdict} />
        <Text component="span" size="xs">
          {relaxedText(relaxation)}
        </Text>
      </span>
    </UnstyledButton>
  );
}

/** No path is an answer: between whom, under which conditions, over what data, and which single change gives one. */
export function NoPath({ answer }: { answer: TraceAnswer }) {
  const { from, to, fromGroup = [from], toGroup = [to], options, searched, relaxations } = answer;
  const offered = useRelaxationNames(relaxations);
  const names = (group: typeof fromGroup): string => listNames(group.map(({ name }) => name));
  return (
    <div className={classes['noPath']} data-testid="no-path">
      <Text size="sm" fw={650} role="status">
        {searched.cutShort === undefined ? 'No path' : 'No path was found'} of at most {options.depth}{' '}
        {options.depth === 1 ? 'hop' : 'hops'} joins <bdi>{names(fromGroup)}</bdi> and <bdi>{names(toGroup)}</bdi> under
        these conditions.
      </Text>
      {relaxations.length > 0 ? (
        <>
          <Text size="sm">Each of these changes alone gives one:</Text>
          <ul className={classes['offers']}>
            {relaxations.map((relaxation, i) => (
              <li key={`${relaxation.option} ${relaxation.value ?? ''}`}>
                <Offer relaxation={relaxation} name={offered[i]} />
              </li>
            ))}
          </ul>
        </>
      ) : (
        <Text size="sm">No single change of a condition gives one.</Text>
      )}
      <SearchedNote searched={searched} />
    </div>
  );
}
