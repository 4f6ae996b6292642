import { Stack, Text, Title } from '@mantine/core';
import { useRef } from 'react';
import type { Side } from '../../evidence/fuse.ts';
import type { BearingView, ClaimView, RelationView } from '../../knowledge/knowledge-base.ts';
import { groupBy } from '../../model/group-by.ts';
import { useCapped } from './capped.tsx';
import { ClaimCard } from './claim-card.tsx';
import classes from './ledger.module.css';
import { TextButton } from './text-button.tsx';

const SIDES = [
  ['for', 'For', '+', 'Nobody in these documents asserts it.'],
  ['against', 'Against', '−', 'Nobody in these documents denies or doubts it. Silence is not agreement.'],
] as const;

/** From so many claims on, the other side is out of sight where reading begins. */
const LONG = 3;

interface Entry {
  readonly view: ClaimView;
  readonly elsewhere?: BearingView;
}

/** Every claim that bears on a relation, by side: first those made on it, then those made on others. */
function entriesOf({ ledger, elsewhere }: RelationView): Map<Side, Entry[]> {
  const entries: Entry[] = [
    ...ledger.map((view) => ({ view })),
    ...elsewhere.map((bearing) => ({ view: bearing.view, elsewhere: bearing })),
  ];
  return groupBy(entries, ({ view, elsewhere }) =>
    view.claim.stance === 'asserts' && elsewhere?.bearing !== 'exclusion' ? 'for' : 'against',
  );
}

/** "3 claims", "1 claim, and 9 made on other relations". */
function countText(entries: readonly Entry[]): string {
  const others = entries.filter(({ elsewhere }) => elsewhere !== undefined).length;
  const own = entries.length - others;
  return `${own} ${own === 1 ? 'claim' : 'claims'}${others === 0 ? '' : `, and ${others} made on other relations`}`;
}

function Entries({ relation, entries }: { relation: RelationView; entries: readonly Entry[] }) {
  const { shown, more } = useCapped(entries, 20, 'claims');
  const weighed = new Map(relation.evidence.claims.map((entry) => [entry.claim.id, entry]));
  const origins = new Map(relation.evidence.origins.map((one) => [one.origin.id, one]));
  return (
    <>
      {shown.map(({ view, elsewhere }) => {
        const entry = weighed.get(view.claim.id);
        return (
          <ClaimCard
            key={view.claim.id}
            view={view}
            weighed={entry}
            origin={entry === undefined ? undefined : origins.get(entry.origin)}
            elsewhere={elsewhere}
          />
        );
      })}
      {more}
    </>
  );
}

/** The claims that stand for a relation and those that stand against it. */
export function Ledger({ relation }: { relation: RelationView }) {
  const ledger = useRef<HTMLDivElement>(null);
  const sides = entriesOf(relation);
  const against = sides.get('against')?.length ?? 0;
  return (
    <div className={classes['ledger']} ref={ledger}>
      {SIDES.map(([side, word, sign, nobody]) => {
        const entries = sides.get(side) ?? [];
        return (
          <section key={side} aria-label={`Claims ${side}`} data-side={side}>
            <Title order={3} size="sm" className={classes['heading']}>
              <span aria-hidden="true">{sign} </span>
              {word} · {countText(entries)}
            </Title>
            {side === 'for' && entries.length >= LONG && against > 0 && (
              <div className={classes['jump']}>
                <TextButton onClick={() => ledger.current?.lastElementChild?.scrollIntoView()}>
                  Go on to the {against} against
                </TextButton>
              </div>
            )}
            <Stack gap={8} mt={6}>
              <Entries relation={relation} entries={entries} />
              {entries.length === 0 && (
                <Text size="sm" c="dimmed">
                  {nobody}
                </Text>
              )}
            </Stack>
          </section>
        );
      })}
    </div>
  );
}
