import { Text, UnstyledButton } from '@mantine/core';
import type { ConnectAnswer } from '../../../knowledge/trace-answers.ts';
import { joiningText } from '../../../knowledge/trace-words.ts';
import { number, percent } from '../../../knowledge/words.ts';
import { RelationLink } from '../../inspector/relation-link.tsx';
import { setConditions } from '../../state/trace-view.ts';
import { useGo } from '../../state/use-view.ts';
import { select, traceBy } from '../../state/view.ts';
import { pointsAt } from '../pointed.ts';
import classes from './answers.module.css';
import { HopMenu } from './hop-menu.tsx';
import { HopRow } from './hop-row.tsx';
import { Names } from './names.tsx';
import { Route } from './route.tsx';
import { SearchedNote } from './searched-note.tsx';

/** The most that the knowledge base can be asked for. */
const MOST_RELATIONS = 100;

type Chain = ConnectAnswer['chains'][number];

function ChainCard({ chain: { hops, opinion } }: { chain: Chain }) {
  const go = useGo();
  return (
    <li className={classes['card']}>
      <div className={classes['told']}>
        <Route hops={hops} />
        {hops.length > 1 && (
          <Text size="sm" component="span">
            {hops.length} hops, {percent(opinion.belief)} together
          </Text>
        )}
      </div>
      <ol className={classes['hops']}>
        {hops.map((hop, i) => (
          <HopRow
            key={hop.relation.id}
            hop={hop}
            onOpen={() => go((view) => select(view, { kind: 'relation', id: hop.relation.id }))}
            menu={<HopMenu hop={hop} last={i === hops.length - 1} />}
          />
        ))}
      </ol>
    </li>
  );
}

/** Which of them are not joined with which, and whether more relations would do it. */
function Apart({ answer: { groups, joinable, needed } }: { answer: ConnectAnswer }) {
  const go = useGo();
  const short = joinable.length < groups.length;
  return (
    <div role="status">
      <Text size="sm" fw={650}>
        They fall into {groups.length} groups that{' '}
        {short ? 'so few relations do not join:' : 'nothing joins under these conditions:'}
      </Text>
      <ul className={classes['bullets']}>
        {groups.map((group) => (
          <li key={group.map(({ id }) => id).join(' ')}>
            <Names entities={group} />
          </li>
        ))}
      </ul>
      {short && needed <= MOST_RELATIONS && (
        <UnstyledButton
          className={classes['offer']}
          mt={8}
          onClick={() => go((view) => traceBy(view, (trace) => setConditions(trace, { budget: needed })))}
        >
          <Text component="span" size="sm" fw={600}>
            Allow {number(needed)} relations
          </Text>
          <Text component="span" size="xs" c="dimmed">
            {joinable.length === 1 ? 'That joins all of them.' : `That leaves ${joinable.length} groups.`}
          </Text>
        </UnstyledButton>
      )}
    </div>
  );
}

/** What joins three and more: chains in words, who stands in between, and what fills the rest of the number. */
export function Joining({ answer }: { answer: ConnectAnswer }) {
  const { groups, between, chains, relations, joining, budget, next, searched } = answer;
  const joins = new Set(joining);
  const further = relations.filter(({ id }) => !joins.has(id));
  return (
    <div className={classes['stack']} data-testid="joining">
      {groups.length > 1 ? (
        <Apart answer={answer} />
      ) : (
        <Text size="sm" fw={650}>
          {number(joining.length)} {joining.length === 1 ? 'relation joins' : 'relations join'} all of them.
        </Text>
      )}
      {between.length > 0 && (
        <Text size="sm" component="div">
          In between: <Names entities={between} />
        </Text>
      )}
      {joining.length > 0 && (
        <Text size="xs" c="dimmed">
          {joiningText(answer)}
        </Text>
      )}
      <ol className={classes['cards']}>
        {chains.map((chain) => (
          <ChainCard key={chain.hops.map(({ relation }) => relation.id).join(' ')} chain={chain} />
        ))}
      </ol>
      {further.length > 0 && (
        <details className={classes['details']}>
          <summary>
            Next best ways between them
            <Text component="span" size="xs" c="dimmed">
              {further.length} more, up to {budget} relations in all
            </Text>
          </summary>
          <ul className={classes['plain']}>
            {further.map((relation) => (
              <li key={relation.id} {...pointsAt(relation.id)}>
                <RelationLink relation={relation} size="xs" />
              </li>
            ))}
          </ul>
        </details>
      )}
      {next > 0 && (
        <Text size="xs" c="dimmed">
          The next best way would add {number(next)} more {next === 1 ? 'relation' : 'relations'}, beyond the{' '}
          {number(budget)} that are shown at most.
        </Text>
      )}
      <SearchedNote searched={searched} />
    </div>
  );
}
