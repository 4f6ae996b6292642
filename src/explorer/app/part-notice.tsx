import { Alert, Text, Tooltip } from '@mantine/core';
import { number } from '../../knowledge/words.ts';
import { useKnowledge } from '../data/use-knowledge.ts';

/**
 * That the graph is a part of which denials were left out, for as long as it is open: its verdicts look like any other
 * graph's. Of any other graph nothing is said.
 */
export function PartNotice() {
  const { about } = useKnowledge();
  const { manifest } = about;
  if (manifest?.closedUnderEvidence !== false) return null;
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
