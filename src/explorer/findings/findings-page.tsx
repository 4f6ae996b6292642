import { Badge, Button, Container, FileButton, Group, Stack, Table, Text, Title } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { formatPlace } from '../../model/issue.ts';
import type { Finding } from '../data/finding.ts';

interface Props {
  readonly findings: readonly Finding[];
  /** Given another file to open in its place. */
  readonly onFile: (file: File) => void;
}

function placeOf({ file, line, column }: Finding): string {
  return formatPlace({
    ...(file === undefined ? {} : { file }),
    ...(line === undefined ? {} : { line }),
    ...(column === undefined ? {} : { column }),
  });
}

/** What keeps a graph from being opened: every finding with its place, and how to mend it. */
export function FindingsPage({ findings, onFile }: Props) {
  const errors = findings.filter((finding) => finding.severity === 'error').length;
  return (
    <Container size="lg" py="xl" component="main">
      <Stack>
        <Title order={1} size="h2">
          This graph cannot be opened yet
        </Title>
        <Text>
          {errors} {errors === 1 ? 'error stands' : 'errors stand'} in the way. Nothing was changed or lost; mend the
          places below and load the page again, or open another graph document.
        </Text>
        <Group>
          <Button onClick={() => window.location.reload()}>Load again</Button>
          <FileButton onChange={(file) => file !== null && onFile(file)}>
            {(props) => (
              <Button {...props} variant="default" leftSection={<IconUpload size={16} />}>
                Open another file
              </Button>
            )}
          </FileButton>
        </Group>
        <Table.ScrollContainer minWidth={640}>
          <Table striped withTableBorder verticalSpacing="xs" data-testid="findings">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>Where</Table.Th>
                <Table.Th>What</Table.Th>
                <Table.Th>How to mend it</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {findings.map((finding, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes, and two findings can be alike.
                <Table.Tr key={i}>
                  <Table.Td>
                    <Text size="sm" ff="monospace">
                      {placeOf(finding)}
                    </Text>
                    <Text size="xs" c="dimmed" ff="monospace">
                      {finding.path.join('.')}
                    </Text>
                  </Table.Td>
                  <Table.Td>
                    <Badge size="xs" variant="outline" color={finding.severity === 'error' ? 'orange' : 'gray'}>
                      {finding.severity}
                    </Badge>
                    <Text size="sm">
                      <bdi>{finding.message}</bdi>
                    </Text>
                    {finding.got !== undefined && (
                      <Text size="xs" c="dimmed">
                        got <bdi>{finding.got}</bdi>
                      </Text>
                    )}
                  </Table.Td>
                  <Table.Td>
                    {finding.expected !== undefined && <Text size="sm">Expected {finding.expected}.</Text>}
                    {finding.remedy !== undefined && <Text size="sm">{finding.remedy}.</Text>}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      </Stack>
    </Container>
  );
}
