import { Text } from '@mantine/core';
import { DISPUTE_KIND_WORDS } from '../../knowledge/words.ts';
import { useKnowledge } from '../data/use-knowledge.ts';
import { useGo, useView } from '../state/use-view.ts';
import classes from './disputes.module.css';
import { speakerName } from './speakers.ts';
import { isNarrowed, showAllDisputes } from './use-disputes.ts';

/** What the desk leaves in, in words, for whoever sees the matrix without the desk. */
export function Narrowing() {
  const { about } = useKnowledge();
  const { disputes } = useView();
  const go = useGo();
  if (!isNarrowed(disputes)) return null;
  const { kind, parties, source } = disputes;
  const [first, second] = parties;
  return (
    <Text size="sm">
      Only:
      {kind !== undefined && ` ${DISPUTE_KIND_WORDS[kind]} ·`}
      {first !== undefined && (
        <>
          {' '}
          <bdi>{speakerName(about, first)}</bdi> against{' '}
          {second === undefined ? 'anybody' : <bdi>{speakerName(about, second)}</bdi>} ·
        </>
      )}
      {source !== undefined && (
        <>
          {' '}
          in <bdi>{about.sources.find((known) => known.id === source)?.title ?? source}</bdi> ·
        </>
      )}{' '}
      <button type="button" className={classes['link']} onClick={() => go(showAllDisputes)}>
        show all
      </button>
    </Text>
  );
}
