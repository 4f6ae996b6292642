import { ActionIcon, Kbd, Modal, Stack, Table, Text, Title, Tooltip } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconHelp } from '@tabler/icons-react';
import { VERDICT_MEANINGS, VERDICT_ORDER, VERDICT_WORDS } from '../../knowledge/words.ts';
import { usePageKeys } from '../app/use-page-keys.ts';
import { VerdictLine } from '../inspector/verdict-mark.tsx';

const KEYS: readonly (readonly [string, string])[] = [
  ['/ or Ctrl K', 'Search and commands'],
  ['D', 'Disputes'],
  ['T', 'Trace'],
  ['F', 'Filters'],
  ['S', 'Sources'],
  ['G', 'Graph or table'],
  ['+ and −', 'Zoom the graph'],
  ['0', 'Fit the graph'],
  ['Ctrl Z, Ctrl Shift Z', 'Undo, redo'],
  ['Escape', 'Close the inspector'],
  ['?', 'This help'],
];

/** How to read the page, and its keys. */
export function Help() {
  const [opened, { open, close }] = useDisclosure(false);
  usePageKeys([['shift+?', open]]);
  return (
    <>
      <Tooltip label="Help">
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label="Help" onClick={open}>
          <IconHelp size={19} />
        </ActionIcon>
      </Tooltip>
      <Modal opened={opened} onClose={close} title="How to read Ascribe" size="lg">
        <Stack gap="md">
          <Text size="sm">
            Each line on the graph is a relation: a proposition that somebody has claimed. It is never shown as a fact.
            Its style tells what the claims about it amount to together.
          </Text>
          <Stack gap={6}>
            {VERDICT_ORDER.map((verdict) => (
              <Text key={verdict} size="sm">
                <VerdictLine verdict={verdict} /> <b>{VERDICT_WORDS[verdict]}</b>: {VERDICT_MEANINGS[verdict]}
              </Text>
            ))}
          </Stack>
          <Text size="sm">
            Every independent origin counts once, with the weight of its grade: from A, completely reliable, to E,
            unreliable, and F where reliability cannot be judged. Belief is the weight for, divided by one plus the
            weight for plus the weight against; disbelief likewise; what is left is uncertainty. “Why this verdict?”
            shows the sum for each relation.
          </Text>
          <Text size="sm">
            A verdict says nothing about what is true. The numbers given to the grades are Ascribe’s own choice. Many
            weak origins add up if they are taken as independent when they are not: ten of grade F give 83 %.
          </Text>
          <div>
            <Title order={3} size="sm" mb={4}>
              Keys
            </Title>
            <Table fz="sm" verticalSpacing={4}>
              <Table.Tbody>
                {KEYS.map(([key, what]) => (
                  <Table.Tr key={key}>
                    <Table.Td w={190}>
                      <Kbd>{key}</Kbd>
                    </Table.Td>
                    <Table.Td>{what}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </div>
        </Stack>
      </Modal>
    </>
  );
}
