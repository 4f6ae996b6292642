import { ActionIcon, Loader, Menu } from '@mantine/core';
import { IconBan, IconDots, IconFileOff, IconUserOff } from '@tabler/icons-react';
import { useState } from 'react';
import { UNNAMED, type Voice, voiceKey } from '../../../evidence/voices.ts';
import type { RelationView } from '../../../knowledge/knowledge-base.ts';
import type { Hop } from '../../../knowledge/trace-answers.ts';
import { useAnswer } from '../../data/use-knowledge.ts';
import { addCondition } from '../../state/trace-view.ts';
import { useGo } from '../../state/use-view.ts';
import { traceBy } from '../../state/view.ts';

interface Word {
  readonly voice: Voice;
  readonly name: string;
}

/** Whose word stands for a hop: its speakers and its documents, each once. */
function wordsFor(relation: RelationView, hop: Hop): { readonly speakers: Word[]; readonly sources: Word[] } {
  const counted = new Set(hop.citations.flatMap(({ claim, stance }) => (stance === 'asserts' ? claim : [])));
  const views = [...relation.ledger, ...relation.elsewhere.map(({ view }) => view)].filter(({ claim }) =>
    counted.has(claim.id),
  );
  const once = (words: readonly Word[]): Word[] => [
    ...new Map(words.map((word) => [voiceKey(word.voice), word])).values(),
  ];
  return {
    speakers: once(
      views.map(({ speaker }) => ({ voice: { kind: 'speaker', id: speaker.id ?? UNNAMED }, name: speaker.name })),
    ),
    sources: once(views.map(({ source }) => ({ voice: { kind: 'source', id: source.id }, name: source.title }))),
  };
}

/** What can be asked anew from one hop: without it, or without somebody's word. */
export function HopMenu({ hop, last }: { hop: Hop; last: boolean }) {
  const go = useGo();
  const [opened, setOpened] = useState(false);
  const { id } = hop.relation;
  const { data: relation } = useAnswer(['relation', id], (base) => base.relation(id), opened);
  const words = relation === undefined || relation.id !== id ? undefined : wordsFor(relation, hop);
  const leaveOut = (voice: Voice): void =>
    go((view) => traceBy(view, (trace) => addCondition(trace, 'without', voiceKey(voice))));
  return (
    <Menu opened={opened} onChange={setOpened} position="bottom-end" shadow="md" width={290}>
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={26}
          title="Avoid this hop, or ask without somebody’s word"
          aria-label={`Ask without this hop or its word: ${hop.relation.proposition}`}
        >
          <IconDots size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconBan size={15} />}
          onClick={() => go((view) => traceBy(view, (trace) => addCondition(trace, 'avoidRelations', id)))}
        >
          Avoid this hop
        </Menu.Item>
        {!last && (
          <Menu.Item
            leftSection={<IconBan size={15} />}
            onClick={() => go((view) => traceBy(view, (trace) => addCondition(trace, 'avoid', hop.to.id)))}
          >
            Not through <bdi>{hop.to.name}</bdi>
          </Menu.Item>
        )}
        {words === undefined ? (
          <Loader size="xs" m="xs" aria-label="Loading whose word it is" />
        ) : (
          <>
            <Menu.Label>Without the word of</Menu.Label>
            {words.speakers.map(({ voice, name }) => (
              <Menu.Item key={voiceKey(voice)} leftSection={<IconUserOff size={15} />} onClick={() => leaveOut(voice)}>
                <bdi>{name}</bdi>
              </Menu.Item>
            ))}
            <Menu.Label>Without this source</Menu.Label>
            {words.sources.map(({ voice, name }) => (
              <Menu.Item key={voiceKey(voice)} leftSection={<IconFileOff size={15} />} onClick={() => leaveOut(voice)}>
                <bdi>{name}</bdi>
              </Menu.Item>
            ))}
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
