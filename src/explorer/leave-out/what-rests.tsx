import { Button, Loader, SegmentedControl, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { number } from '../../knowledge/words.ts';
import { useAnswer } from '../data/use-knowledge.ts';
import { Problem } from '../inspector/problem.tsx';
import { BearerRow } from './bearer-row.tsx';
import classes from './what-rests.module.css';

/** Whose word can be looked at, and what is taken together under one name. */
const KINDS = {
  origin: {
    label: 'Origins',
    meaning: 'An origin is all that counts as one voice: a speaker with those who speak for it.',
  },
  source: { label: 'Documents', meaning: 'A document with everybody it quotes.' },
  speaker: { label: 'Speakers', meaning: 'A speaker, in every document that quotes it.' },
} as const;
type Kind = keyof typeof KINDS;
const ORDER: readonly Kind[] = ['origin', 'source', 'speaker'];

const FIRST = 12;

/** Each voice with what would collapse, weaken and rise without it alone: those that carry most first. */
export function WhatRests() {
  const [kind, setKind] = useState<Kind>('origin');
  const [all, setAll] = useState(false);
  const { data: bearers, error } = useAnswer(['bearers', kind], (base) => base.bearers(kind));
  if (error !== null) return <Problem error={error} />;
  const moving = (bearers ?? []).filter(({ collapses, weakens, rises }) => collapses + weakens + rises > 0);
  const idle = (bearers ?? []).length - moving.length;
  const most = Math.max(1, ...moving.map(({ collapses, weakens, rises }) => collapses + weakens + rises));
  const shown = all ? moving : moving.slice(0, FIRST);
  return (
    <Stack gap="xs" data-testid="what-rests">
      <SegmentedControl
        fullWidth
        size="xs"
        aria-label="Whose word"
        value={kind}
        onChange={(value) => {
          const chosen = ORDER.find((known) => known === value);
          if (chosen !== undefined) setKind(chosen);
          setAll(false);
        }}
        data={ORDER.map((value) => ({ value, label: KINDS[value].label }))}
      />
      <Text size="xs" c="dimmed">
        {KINDS[kind].meaning} Each is left out alone, with all others in.
      </Text>
      {bearers === undefined ? (
        <Loader size="sm" aria-label="Reckoning without each" />
      ) : moving.length === 0 ? (
        <Text size="sm">No verdict of this graph rests on one voice of this kind.</Text>
      ) : (
        <>
          <div className={classes['heads']} aria-hidden="true">
            <span>Without it, relations that</span>
            <span>collapse</span>
            <span>weaken</span>
            <span>rise</span>
          </div>
          <ul className={classes['list']}>
            {shown.map((bearer) => (
              <BearerRow key={bearer.voice.voice.id} bearer={bearer} most={most} />
            ))}
          </ul>
          {shown.length < moving.length && (
            <Button size="compact-xs" variant="subtle" onClick={() => setAll(true)}>
              Show {number(moving.length - shown.length)} more
            </Button>
          )}
          {idle > 0 && (
            <Text size="xs" c="dimmed">
              {number(idle)} {idle === 1 ? 'other carries' : 'others carry'} no verdict alone.
            </Text>
          )}
        </>
      )}
    </Stack>
  );
}
