import { Text, Tooltip } from '@mantine/core';
import { Fragment } from 'react';
import { voiceKey } from '../../../evidence/voices.ts';
import type { RestsOn as Sets, Trace, VoiceRef } from '../../../knowledge/trace-answers.ts';
import { listNames } from '../../../knowledge/words.ts';
import { TextButton } from '../../inspector/text-button.tsx';
import { addCondition } from '../../state/trace-view.ts';
import { useGo } from '../../state/use-view.ts';
import { traceBy } from '../../state/view.ts';
import classes from './answers.module.css';

const KINDS = [
  { key: 'speakers', title: 'Speakers', one: 'speaker', several: 'speakers' },
  { key: 'sources', title: 'Documents', one: 'document', several: 'documents' },
  { key: 'origins', title: 'Origins', one: 'origin', several: 'origins' },
] as const;

/** More pairs are counted, not listed. */
const MOST_PAIRS = 4;

function Name({ voice, name }: VoiceRef) {
  const go = useGo();
  return (
    <Tooltip label="Ask without it" openDelay={500}>
      <span>
        <TextButton
          onClick={() => go((view) => traceBy(view, (trace) => addCondition(trace, 'without', voiceKey(voice))))}
        >
          <bdi>{name}</bdi>
        </TextButton>
      </span>
    </Tooltip>
  );
}

/** One set to a line: all of it must be left out for the trace to fall. */
function SetOf({ voices }: { voices: readonly VoiceRef[] }) {
  return (
    <li>
      {voices.map((ref, i) => (
        <Fragment key={voiceKey(ref.voice)}>
          {i > 0 && <span className={classes['and']}>and</span>}
          <Name {...ref} />
        </Fragment>
      ))}
    </li>
  );
}

function Falls({ without, sets }: { without: string; sets: readonly (readonly VoiceRef[])[] }) {
  if (sets.length === 0) return null;
  return (
    <>
      <p>Falls without {without}:</p>
      <ul>
        {sets.map((voices) => (
          <SetOf key={voices.map(({ voice }) => voiceKey(voice)).join(' ')} voices={voices} />
        ))}
      </ul>
    </>
  );
}

/** Sets of voices of one kind without which a trace falls, in words. */
function OfKind({ sets, title }: { sets: Sets; title: string }) {
  const { single, pairs, pairsTried, larger } = sets;
  const nothing = single.length === 0 && pairs.length === 0 && larger === undefined;
  return (
    <div className={classes['rests']}>
      <dt>{title}</dt>
      <dd>
        <Falls without={single.length === 1 ? 'this one' : 'any one of these'} sets={single.map((one) => [one])} />
        <Falls
          without={pairs.length === 1 ? 'both of these' : 'both of any of these pairs'}
          sets={pairs.slice(0, MOST_PAIRS)}
        />
        {pairs.length > MOST_PAIRS && <p>And without any of {pairs.length - MOST_PAIRS} more pairs.</p>}
        {larger !== undefined && (
          <>
            <Falls without={`these ${larger.length} together`} sets={[larger]} />
            <p>Found greedily: fewer may do.</p>
          </>
        )}
        {!pairsTried && <p>There are too many to try each two of them.</p>}
        {nothing && (
          <p>
            {pairsTried
              ? 'Stands whichever one or two of them are left out.'
              : 'Stands whichever one of them is left out.'}
          </p>
        )}
      </dd>
    </div>
  );
}

/** "falls without 1 document", "falls without any one of 2 speakers, 1 document and 2 origins". */
function inShort(restsOn: Trace['restsOn']): string {
  const counts = KINDS.map((kind) => ({ ...kind, count: restsOn[kind.key].single.length })).filter(
    ({ count }) => count > 0,
  );
  if (counts.length === 0) return 'on nobody alone';
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  const words = counts.map(({ count, one, several }) => `${count} ${count === 1 ? one : several}`);
  return `falls without ${total === 1 ? '' : 'any one of '}${listNames(words)}`;
}

/** What a trace rests on: whose word can be taken away without its falling, and whose cannot. */
export function RestsOn({ restsOn }: Pick<Trace, 'restsOn'>) {
  return (
    <details className={classes['details']}>
      <summary>
        What it rests on
        <Text component="span" size="xs" c="dimmed">
          {inShort(restsOn)}
        </Text>
      </summary>
      <dl>
        {KINDS.map(({ key, title }) => (
          <OfKind key={key} title={title} sets={restsOn[key]} />
        ))}
      </dl>
    </details>
  );
}
