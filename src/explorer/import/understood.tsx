import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { VOICE } from '../../formats/foreign/made-types.ts';
import { number, STANCE_WORDS } from '../../knowledge/words.ts';
import type { Counted, GraphPreview } from '../data/preview.ts';
import { Sentence } from '../inspector/sentence.tsx';
import classes from './import.module.css';
import { STANCES } from './stances.ts';
import { titlesText } from './titles-text.ts';

interface CountedProps {
  readonly title: string;
  readonly counted: readonly Counted[];
  /** What is to be said of them. */
  readonly children?: ReactNode;
}

function CountedList({ title, counted, children }: CountedProps) {
  const most = 8;
  const rest = counted.slice(most);
  return (
    <section>
      <Text size="sm" fw={600} component="h4">
        {title}
      </Text>
      <ul className={classes['list']}>
        {counted.slice(0, most).map(({ label, count }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two can have one label, and the list never changes.
          <li key={i}>
            {number(count)} × <bdi>{label}</bdi>
          </li>
        ))}
        {rest.length > 0 && (
          <li>
            {number(rest.reduce((sum, { count }) => sum + count, 0))} of {number(rest.length)} others
          </li>
        )}
      </ul>
      {children}
    </section>
  );
}

/** What was understood of a file: how much of what, and some claims in words. */
export function Understood({ graph }: { graph: GraphPreview }) {
  const { entities, claims, sources, stances, titles, samples, withAttributes } = graph;
  const hasVoices = graph.kinds.some(({ id }) => id === VOICE);
  const against = STANCES.filter((stance) => stance !== 'asserts' && stances[stance] > 0);
  return (
    <>
      <Text size="sm" data-testid="import-counts">
        <b>{number(entities)}</b> {entities === 1 ? 'entity' : 'entities'}, <b>{number(claims)}</b>{' '}
        {claims === 1 ? 'claim' : 'claims'}
        {against.length > 0 &&
          ` (${against.map((stance) => `${number(stances[stance])} ${STANCE_WORDS[stance]}`).join(', ')})`}
        , <b>{number(sources)}</b> {sources === 1 ? 'source' : 'sources'}: <bdi>{titlesText(titles, sources)}</bdi>.
        {withAttributes > 0 &&
          ` Of ${number(withAttributes)} ${withAttributes === 1 ? 'entity or claim' : 'entities and claims'} the file says more than there are fields for: that is kept, and shown beside them.`}
      </Text>
      <div className={classes['understood']}>
        <CountedList title="Entities by kind" counted={graph.kinds}>
          {hasVoices && (
            <Text size="xs" c="dimmed" mt={4}>
              A voice is whose word a claim is: a source, or whom it names as speaker.
            </Text>
          )}
        </CountedList>
        <CountedList title="Claims by type" counted={graph.types} />
        <section>
          <Text size="sm" fw={600} component="h4">
            Some claims
          </Text>
          <ul className={classes['list']} data-testid="import-samples">
            {samples.map(({ text, names, stance, speaker, ownVoice, source }, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two can be alike, and the list never changes.
              <li key={i}>
                <Sentence text={text} names={names} />
                <Text size="xs" c="dimmed">
                  {STANCE_WORDS[stance]}: <bdi>{ownVoice === true ? source : speaker}</bdi>
                  {ownVoice !== true && (
                    <>
                      , in <bdi>{source}</bdi>
                    </>
                  )}
                </Text>
              </li>
            ))}
          </ul>
        </section>
      </div>
    </>
  );
}
