import { Stack, Text, UnstyledButton } from '@mantine/core';
import { useMemo } from 'react';
import { voiceKey } from '../../evidence/voices.ts';
import { useAnswer } from '../data/use-knowledge.ts';
import { useGo, useView } from '../state/use-view.ts';
import { compareVoices } from '../state/view.ts';
import { documentPairs, type Pair, pairsWith, speakerPairs } from './suggested-pairs.ts';
import classes from './suggestions.module.css';
import { askedOf } from './use-tellings.ts';

/** Few enough to be read at a glance. */
const MOST_SPEAKERS = 6;
const MOST_DOCUMENTS = 3;

/** Pairs of documents are looked for in so many disputes, the most contested. */
const DISPUTES = 200;

interface ListProps {
  readonly title: string;
  readonly pairs: readonly Pair[];
  /** The first side is chosen already, and the pairs begin with it. */
  readonly firstChosen: boolean;
}

function PairList({ title, pairs, firstChosen }: ListProps) {
  const go = useGo();
  if (pairs.length === 0) return null;
  return (
    <section>
      <Text component="h3" size="sm" fw={650} mb={4}>
        {title}
      </Text>
      <ul className={classes['list']}>
        {pairs.map((pair) => (
          <li key={`${voiceKey(pair.p.voice)} ${voiceKey(pair.q.voice)}`}>
            <UnstyledButton
              className={classes['pair']}
              onClick={() =>
                go((view) => {
                  const p = (firstChosen ? askedOf(view)?.p : undefined) ?? [pair.p.voice];
                  return compareVoices(compareVoices(view, 'p', p), 'q', [pair.q.voice]);
                })
              }
            >
              <span>
                {!firstChosen && (
                  <>
                    <bdi>{pair.p.name}</bdi> <span className={classes['beside']}>beside</span>{' '}
                  </>
                )}
                <bdi>{pair.q.name}</bdi>
              </span>
              {pair.disputes > 0 && (
                <span className={classes['count']}>
                  {pair.disputes} {pair.disputes === 1 ? 'dispute' : 'disputes'}
                </span>
              )}
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Pairs that stand on opposite sides of disputes, each a press away; with one side chosen, those who stand against it. */
export function Suggestions() {
  const asked = askedOf(useView());
  const { data: opponents } = useAnswer(['opponents'], (base) => base.opponents());
  const { data: disputes } = useAnswer(['disputes for pairs', DISPUTES], (base) =>
    base.disputes({}, { limit: DISPUTES }),
  );
  const { data: voices } = useAnswer(['voices'], (base) => base.voices());
  const pairs = useMemo(() => {
    if (opponents === undefined || disputes === undefined || voices === undefined) return undefined;
    const byKey = new Map(voices.map((view) => [voiceKey(view.voice), view]));
    return { speakers: speakerPairs(opponents, byKey), documents: documentPairs(disputes.items, byKey) };
  }, [opponents, disputes, voices]);
  if (pairs === undefined) return null;
  const firstChosen = asked !== undefined;
  const fitting = (all: readonly Pair[], most: number): Pair[] =>
    (asked === undefined ? [...all] : pairsWith(all, asked.p)).slice(0, most);
  return (
    <Stack gap="sm" data-testid="compare-suggestions">
      <PairList
        title={firstChosen ? 'Who stands against it in disputes' : 'Who stands against whom in disputes'}
        pairs={fitting(pairs.speakers, MOST_SPEAKERS)}
        firstChosen={firstChosen}
      />
      <PairList
        title={firstChosen ? 'Documents that carry the other side' : 'Two documents'}
        pairs={fitting(pairs.documents, MOST_DOCUMENTS)}
        firstChosen={firstChosen}
      />
    </Stack>
  );
}
