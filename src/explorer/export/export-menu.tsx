import { ActionIcon, Button, Group, List, Menu, Modal, Stack, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { changedWeights } from '../../evidence/weight-changes.ts';
import { DEFAULT_WEIGHTS } from '../../evidence/weights.ts';
import type { Format, Written } from '../../formats/format.ts';
import { FORMATS } from '../../formats/registry.ts';
import { number } from '../../knowledge/words.ts';
import { useKnowledge } from '../data/use-knowledge.ts';
import { useView } from '../state/use-view.ts';
import classes from './export-menu.module.css';
import { saveFile } from './save-file.ts';

interface Prepared {
  readonly format: Format;
  readonly written: Written;
  readonly claims: number;
}

/** Takes what is shown out as a file. What the format cannot hold is told before anything is written. */
export function ExportMenu({ narrow }: { narrow: boolean }) {
  const { base } = useKnowledge();
  const { filter, focus } = useView();
  const [prepared, setPrepared] = useState<Prepared>();
  const writers = FORMATS.filter((format) => format.write !== undefined);
  const prepare = async (format: Format): Promise<void> => {
    const graph = await base.subgraph({
      filter,
      ...(focus === undefined ? {} : { focus: [focus.id], depth: focus.depth }),
      taken: new Date(),
    });
    const written = format.write?.(graph);
    if (written !== undefined) setPrepared({ format, written, claims: graph.claims.length });
  };
  return (
    <>
      <Menu position="bottom-end" width={280} withArrow>
        <Menu.Target>
          {narrow ? (
            <ActionIcon variant="default" size="lg" aria-label="Export">
              <IconDownload size={17} />
            </ActionIcon>
          ) : (
            <Button size="xs" variant="default" leftSection={<IconDownload size={15} />}>
              Export
            </Button>
          )}
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>What is shown, with every denial of it</Menu.Label>
          <OtherWeights />
          {writers.map((format) => (
            <Menu.Item key={format.id} onClick={() => void prepare(format)}>
              {format.label}
              <Text size="xs" c="dimmed">
                {format.extensions.join(', ')}
              </Text>
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Modal
        opened={prepared !== undefined}
        onClose={() => setPrepared(undefined)}
        title={prepared && `Export as ${prepared.format.label}`}
      >
        {prepared && (
          <Stack gap="sm">
            <Text size="sm">
              {number(prepared.claims)} claims. Every claim that denies or doubts an exported relation is taken along,
              with its source and speaker, even where a filter hides it.
            </Text>
            <OtherWeights />
            {prepared.written.losses.length === 0 ? (
              <Text size="sm">This format holds all of it.</Text>
            ) : (
              <>
                <Text size="sm" fw={600}>
                  What this format cannot hold
                </Text>
                <List size="sm" spacing={4}>
                  {prepared.written.losses.map((loss) => (
                    <List.Item key={loss.field}>
                      <b>{loss.field}</b> ({loss.count}): {loss.why}; kept by {loss.keptBy}
                    </List.Item>
                  ))}
                </List>
              </>
            )}
            <Group justify="flex-end">
              <Button variant="default" onClick={() => setPrepared(undefined)}>
                Cancel
              </Button>
              <Button
                leftSection={<IconDownload size={15} />}
                onClick={() => {
                  for (const file of prepared.written.files) saveFile(file.name, file.text, prepared.format.mediaType);
                  setPrepared(undefined);
                }}
              >
                Save{' '}
                {prepared.written.files.length === 1
                  ? prepared.written.files[0]?.name
                  : `${prepared.written.files.length} files`}
              </Button>
            </Group>
          </Stack>
        )}
      </Modal>
    </>
  );
}

/** Says that verdicts are weighed by other numbers than the default. */
function OtherWeights() {
  const { weights } = useView();
  const { version } = changedWeights(weights);
  if (version === DEFAULT_WEIGHTS.version) return null;
  return (
    <Text size="xs" px="sm" py={4} className={classes['weights']}>
      Weighed by other numbers: <b>{version}</b>. The file says so, and its verdicts are by these.
    </Text>
  );
}
