import { Loader, Stack, Text, Title } from '@mantine/core';
import type { FigureView } from '../../knowledge/knowledge-base.ts';
import { COMPARE_REASON_WORDS, FIGURE_REASON_WORDS } from '../../knowledge/words.ts';
import { useAnswer } from '../data/use-knowledge.ts';
import { ContestedMark } from '../figures/contested-mark.tsx';
import { FigureRows } from '../figures/figure-rows.tsx';
import { findingText, measureText, whenText } from '../figures/figure-words.ts';
import { RangeChart } from '../figures/range-chart.tsx';
import { WhatFits } from '../figures/what-fits.tsx';
import { FigureWithout } from '../leave-out/without-them.tsx';
import { ClaimCard } from './claim-card.tsx';
import { EntityName } from './entity-name.tsx';
import classes from './figure-inspector.module.css';
import { Problem } from './problem.tsx';

/** Figures to set beside one, with their values and what they differ in. */
function Beside({ figure: { id, subject, compareWith } }: { figure: FigureView }) {
  const { data: others, error } = useAnswer(
    ['figures beside', id],
    (base) => Promise.all(compareWith.map((other) => base.figure(other.id))),
    compareWith.length > 0,
  );
  if (compareWith.length === 0) return null;
  const differs = new Map(compareWith.map((other) => [other.id, other.differs]));
  return (
    <section aria-labelledby="beside">
      <Title order={3} size="sm" id="beside">
        Compare with · {compareWith.length}
      </Title>
      <Text size="xs" c="dimmed" mb={2}>
        Other figures. That their numbers differ is no contradiction.
      </Text>
      {error !== null && <Problem error={error} />}
      {others !== undefined && (
        <FigureRows
          figures={others}
          withSubject={others.some((other) => other.subject.id !== subject.id)}
          noteOf={(other) =>
            differs
              .get(other.id)
              ?.map((reason) => COMPARE_REASON_WORDS[reason])
              .join(', ')
          }
        />
      )}
    </section>
  );
}

function Claims({ figure: { claims, evidence } }: { figure: FigureView }) {
  const words = [...evidence.origins.flatMap((origin) => origin.words), ...evidence.denials, ...evidence.takenBack];
  const reasons = new Map(words.map(({ claim, reason }) => [claim.id, reason]));
  return (
    <section aria-labelledby="figure-claims">
      <Title order={3} size="sm" mb={6} id="figure-claims">
        {claims.length} {claims.length === 1 ? 'claim' : 'claims'}
      </Title>
      <Stack gap={8}>
        {claims.map((view) => {
          const reason = reasons.get(view.claim.id);
          return (
            <div key={view.claim.id}>
              {(reason === 'repeat' || reason === 'superseded') && (
                <Text size="xs" c="dimmed" fs="italic">
                  {FIGURE_REASON_WORDS[reason]}
                </Text>
              )}
              <ClaimCard view={view} />
            </div>
          );
        })}
      </Stack>
    </section>
  );
}

/** A quantity: who gives which value, what fits together, and the claims themselves. */
export function FigureInspector({ id }: { id: string }) {
  const { data: figure, error } = useAnswer(['figure', id], (base) => base.figure(id));
  if (error !== null) return <Problem error={error} />;
  if (figure === undefined) return <Loader size="sm" aria-label="Loading the figure" />;
  const { subject, when, evidence } = figure;
  return (
    <Stack gap="md" data-testid="figure-inspector">
      <div>
        <Text size="xs" c="dimmed">
          Figure{when !== undefined && ` · ${whenText(when)}`}
        </Text>
        <Title order={2} size="h4" className={classes['title']}>
          <bdi>{measureText(figure)}</bdi>
        </Title>
        <Text size="sm" className={classes['title']}>
          <EntityName entity={subject} />
        </Text>
      </div>
      <Text size="sm" fw={600} className={classes['title']}>
        {evidence.disputed && (
          <>
            <ContestedMark /> ·{' '}
          </>
        )}
        <bdi>{findingText(figure)}</bdi>
      </Text>
      <FigureWithout id={id} />
      <section aria-label="Who gives which value">
        <RangeChart figure={figure} />
      </section>
      <section aria-labelledby="what-fits">
        <Title order={3} size="sm" mb={6} id="what-fits">
          What fits
        </Title>
        <WhatFits figure={figure} />
        <Text size="xs" c="dimmed" mt={6}>
          Each origin counts once. Numbers are never added up or averaged.
        </Text>
      </section>
      <Beside figure={figure} />
      <Claims figure={figure} />
    </Stack>
  );
}
