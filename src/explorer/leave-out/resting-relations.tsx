import { Loader, Text } from '@mantine/core';
import { voiceKey } from '../../evidence/voices.ts';
import type { Bearer } from '../../knowledge/knowledge-base.ts';
import { number } from '../../knowledge/words.ts';
import { useAnswer } from '../data/use-knowledge.ts';
import inspector from '../inspector/inspector.module.css';
import { Problem } from '../inspector/problem.tsx';
import { namesIn, Sentence } from '../inspector/sentence.tsx';
import { VerdictMark } from '../inspector/verdict-mark.tsx';
import { useGo, useView } from '../state/use-view.ts';
import { select } from '../state/view.ts';

const MOST = 20;

/** The relations that rest on one voice, with the verdicts that they have while it is in. */
export function RestingRelations({ bearer: { voice, rests, collapses } }: { bearer: Bearer }) {
  const go = useGo();
  const { selection } = useView();
  const shown = rests.slice(0, MOST);
  const { data: relations, error } = useAnswer(['rests', voiceKey(voice.voice)], (base) =>
    Promise.all(shown.map((id) => base.relation(id))),
  );
  if (error !== null) return <Problem error={error} />;
  if (relations === undefined) return <Loader size="xs" m={8} aria-label="Loading the relations" />;
  return (
    <>
      <ul className={inspector['list']}>
        {relations.map((relation) => (
          <li key={relation.id}>
            <button
              type="button"
              className={inspector['row']}
              data-selected={selection?.id === relation.id || undefined}
              onClick={() => go((view) => select(view, { kind: 'relation', id: relation.id }))}
            >
              <Text component="span" size="sm" display="block" lh={1.35}>
                <Sentence text={relation.proposition} names={namesIn(relation)} />
              </Text>
              <VerdictMark relation={relation} size="xs" />
            </button>
          </li>
        ))}
      </ul>
      {collapses > relations.length && (
        <Text size="xs" c="dimmed" px={8}>
          and {number(collapses - relations.length)} more; leave it out to list them all
        </Text>
      )}
    </>
  );
}
