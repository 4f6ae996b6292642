import { Button, Loader, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import type { Change } from '../../evidence/fusion.ts';
import type { Without } from '../../knowledge/knowledge-base.ts';
import { CHANGE_WORDS, number } from '../../knowledge/words.ts';
import { Problem } from '../inspector/problem.tsx';
import { ChangeCounts } from './change-counts.tsx';
import { CHANGE_ORDER } from './change-lines.ts';
import { FigureChanges } from './figure-changes.tsx';
import { StandingKey } from './standing-key.tsx';
import { TransitionList } from './transition-list.tsx';
import { useWithout } from './use-without.ts';
import classes from './what-changes.module.css';

/** What happens without the voices that are left out: how much, to which relations and to which figures. */
export function WhatChanges() {
  const { data, error } = useWithout();
  const [only, setOnly] = useState<Change>();
  if (error !== null) return <Problem error={error} />;
  if (data === undefined) return <Loader size="sm" aria-label="Reckoning without them" />;
  const { counts, changes, figures } = data;
  // What was chosen may be empty after another voice is left out.
  const chosen = only !== undefined && counts[only] > 0 ? only : undefined;
  return (
    <Stack gap="md" data-testid="what-changes">
      <div>
        <Text size="sm" mb={8}>
          <Extent answer={data} />
        </Text>
        <ChangeCounts counts={counts} only={chosen} onOnly={setOnly} />
        <StandingKey before="with all voices" after="without them" />
      </div>
      {CHANGE_ORDER.filter((change) => (chosen === undefined ? change !== 'holds' : change === chosen)).map(
        (change) =>
          counts[change] > 0 && (
            <section key={change} aria-label={`${CHANGE_WORDS[change]}: ${counts[change]} relations`}>
              <Title order={3} size="h5" mb={2}>
                {headingOf(change)}{' '}
                <Text span inherit c="dimmed">
                  {number(counts[change])}
                </Text>
              </Title>
              <TransitionList shifts={changes.filter((entry) => entry.change === change)} level={4} />
            </section>
          ),
      )}
      {chosen === undefined && counts.holds > 0 && (
        <Button size="compact-xs" variant="subtle" className={classes['holds']} onClick={() => setOnly('holds')}>
          List the {number(counts.holds)} that hold
        </Button>
      )}
      {chosen === undefined && <FigureChanges figures={figures} />}
    </Stack>
  );
}

/** How much is left out and how far it reaches. Statements about one entity are no lines, and that is said. */
function Extent({ answer: { claims, changes } }: { answer: Without }) {
  const statements = changes.filter(({ relation }) => relation.object === undefined).length;
  return (
    <>
      <b>{number(claims)}</b> {claims === 1 ? 'claim is' : 'claims are'} left out, bearing on{' '}
      <b>{number(changes.length)}</b> {changes.length === 1 ? 'relation' : 'relations'}
      {statements > 0 &&
        `, of which ${number(statements)} say something of one entity alone and are no lines in the graph`}
      .
    </>
  );
}

function headingOf(change: Change): string {
  const words = CHANGE_WORDS[change];
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
