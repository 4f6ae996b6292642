import { Popover, Stack, Text } from '@mantine/core';
import { IconEye, IconSwords, IconUserCircle } from '@tabler/icons-react';
import type { ComponentType } from 'react';
import type { InterestKind } from '../../evidence/interest.ts';
import type { InterestView } from '../../knowledge/knowledge-base.ts';
import { INTEREST_WORDS, VERDICT_WORDS } from '../../knowledge/words.ts';
import { useGo } from '../state/use-view.ts';
import { select } from '../state/view.ts';
import { EntityName } from './entity-name.tsx';
import classes from './interest-mark.module.css';
import { Sentence } from './sentence.tsx';
import { TextButton } from './text-button.tsx';
import { RuleRef } from './why/rule-ref.tsx';

/** None for the unnamed: that they are unnamed is said already, and nothing more is known. */
export const INTEREST_ICONS: Readonly<
  Record<InterestKind, ComponentType<{ size?: number; stroke?: number }> | undefined>
> = {
  'self-interested': IconUserCircle,
  adversarial: IconSwords,
  'third-party': IconEye,
  unknown: undefined,
};

/** In whose interest a word may be; a press says why it is taken to be so. */
export function InterestMark({ interest, speaker }: { interest: InterestView; speaker: string }) {
  const go = useGo();
  const { kind, of, because } = interest;
  const Icon = INTEREST_ICONS[kind];
  if (Icon === undefined) return null;
  return (
    <Popover width={290} position="bottom-start" withArrow shadow="md">
      <Popover.Target>
        <button type="button" className={classes['mark']} data-kind={kind}>
          <Icon size={13} stroke={1.8} /> {INTEREST_WORDS[kind]}
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap={6}>
          {of !== undefined && (
            <Text size="sm">
              It speaks of <EntityName entity={of} />.
            </Text>
          )}
          {because.length > 0 && (
            <>
              <Text size="xs" c="dimmed">
                Taken from what this graph supports:
              </Text>
              <ul className={classes['because']}>
                {because.map(({ id, proposition, verdict }) => (
                  <li key={id}>
                    <TextButton onClick={() => go((view) => select(view, { kind: 'relation', id }))}>
                      <Sentence text={proposition} names={of === undefined ? [speaker] : [speaker, of.name]} /> (
                      {VERDICT_WORDS[verdict]})
                    </TextButton>
                  </li>
                ))}
              </ul>
            </>
          )}
          {kind === 'third-party' && (
            <Text size="sm">Nothing in this graph makes what it speaks of its own side or an adversary.</Text>
          )}
          <Text size="xs" c="dimmed">
            Shown only: it changes no weight. <RuleRef rule="E15" />
          </Text>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
