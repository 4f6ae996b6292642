import { Alert, Text, Tooltip } from '@mantine/core';
import { number } from '../../knowledge/words.ts';
import type { Manifest } from '../../model/graph-document.ts';
import { useKnowledge } from '../data/use-knowledge.ts';
import { isPart, leftOutText } from '../state/part.ts';
import classes from './part-notice.module.css';

/**
 * That the graph is a part, for as long as it is open: what is missing looks as if nobody had said it. Where denials were
 * left out of it, that is said aloud: its verdicts look like any other graph's. Of a whole graph nothing is said.
 */
export function PartNotice() {
  const { manifest } = useKnowledge().about;
  if (manifest === undefined) return null;
  const { closedUnderEvidence, leftOut } = manifest;
  // Denials are part of what was left out: where nothing else was, they are told already.
  const isMore = closedUnderEvidence ? isPart(manifest) : leftOut.claims > (leftOut.denials ?? leftOut.claims);
  return (
    <>
      {!closedUnderEvidence && <WithoutDenials manifest={manifest} />}
      {isMore && <Part manifest={manifest} />}
    </>
  );
}

function Part({ manifest }: { manifest: Manifest }) {
  return (
    <Tooltip
      label={`It was taken as: ${manifest.selection.slice(0, 600)}.${manifest.closedUnderEvidence ? ' Whatever denies or doubts what is in it was taken along.' : ''}`}
      multiline
      maw={420}
      position="bottom-start"
      events={{ hover: true, focus: true, touch: true }}
    >
      <Text size="xs" lineClamp={2} tabIndex={0} className={classes['part']} data-testid="part-line">
        <b>A part of a graph,</b> without {leftOutText(manifest)} of the whole. Taken as:{' '}
        <bdi>{manifest.selection.split('; ')[0]?.slice(0, 200)}</bdi>
      </Text>
    </Tooltip>
  );
}

function WithoutDenials({ manifest }: { manifest: Manifest }) {
  const { denials } = manifest.leftOut;
  return (
    <Alert color="orange" p="xs" radius={0} data-testid="part-notice">
      <Tooltip label={manifest.selection.slice(0, 600)} multiline w={420} position="bottom-start">
        <Text size="sm" component="span" tabIndex={0}>
          <b>{denials === undefined ? 'Denials' : number(denials)}</b>
          {denials === undefined ? ' and doubts' : ' claims that deny or doubt'} were left out of this graph before it
          was opened. What is left looks surer than it is: verdicts are not those of the whole graph.
        </Text>
      </Tooltip>
    </Alert>
  );
}
