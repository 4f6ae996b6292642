import { Text, UnstyledButton } from '@mantine/core';
import { useMemo } from 'react';
import { voiceKey } from '../../evidence/voices.ts';
import { useAnswer } from '../data/use-knowledge.ts';
import { useGo, useView } from '../state/use-view.ts';
import { compareVoices } from '../state/view.ts';
import { documentPairs, type Pair, pairsWith, speakerPairs } from './suggested-pairs.ts';
import classes from './suggestions.module.css';
import { askedOf } from './use-tellings.ts';

const MOST_SPEAKERS = 6;
const MOST_DOCUMENTS = 3;

/** Pairs of documents are looked for in so many disputes, the most contested. */
const DISPUTES = 200;

function PairButton({ pair, alone }: { pair: Pair; alone: boolean }) {
  const go = useGo();
  return (
    <UnstyledButton
      className={classes['pair']}
      onClick={() =>
        go((view) => compareVoices(compareVoices(view, 'p', alone ? view.compare.p.length === 0 ? [pair.p.voice] : askedOf(view)?.p ?? [pair.p.voice] : [pair.p.voice]), 'q', [pair.q.voice]))
      }
    >
      <span>
        {!alone && (
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
  );
}
