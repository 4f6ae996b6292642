import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { listNames, number } from '../../knowledge/words.ts';

/** What somebody has done in the import that would have to be done again. */
export interface Work {
  /** Files of which it was told what their columns or attributes mean. */
  readonly mapped: readonly string[];
  /** Pairs that were judged. */
  readonly decided: number;
}

export function noWork(): Work {
  return { mapped: [], decided: 0 };
}

interface Props {
  /** What would be lost; undefined while nothing is asked. */
  readonly work: Work | undefined;
  readonly onStay: () => void;
  readonly onClose: () => void;
}

/** Asks before an import is closed in which somebody has worked. */
export function CloseQuestion({ work, onStay, onClose }: Props) {
  const { mapped, decided } = work ?? noWork();
  return (
    <Modal
      stackId="close-question"
      opened={work !== undefined}
      onClose={onStay}
      title="Close the import?"
      size={460}
      centered
      withCloseButton={false}
    >
      <Stack gap="md">
        <Text size="sm">
          {[
            ...(mapped.length > 0 ? [`What you told of the columns of ${listNames(mapped)} is lost then.`] : []),
            ...(decided > 0
              ? [`You judged ${decided === 1 ? 'one pair' : `${number(decided)} pairs`}: that is lost, too.`]
              : []),
          ].join(' ')}
        </Text>
        <Group gap="sm">
          <Button data-autofocus onClick={onStay}>
            Stay here
          </Button>
          <Button variant="default" onClick={onClose}>
            Close it
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
