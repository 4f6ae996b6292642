import { Alert, Button, Checkbox, Collapse, Group, NativeSelect, Progress, Text } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { Mapping } from '../../formats/foreign/mapping.ts';
import { number } from '../../knowledge/words.ts';
import type { Columns, Preview } from '../data/preview.ts';
import { sizeText } from '../export/save-file.ts';
import { FindingsList } from './findings-list.tsx';
import classes from './import.module.css';
import { type ImportItem, READ_FORMATS, type WithoutBad } from './import-items.ts';
import type { ImportSession } from './import-session.ts';
import { MappingForm } from './mapping-form.tsx';
import { Understood } from './understood.tsx';

/** Formats whose files say all of it themselves: nothing in them is to be mapped. */
const SAYS_ITSELF: readonly string[] = ['json', 'csv'];

interface Props {
  readonly item: ImportItem;
  readonly session: ImportSession;
  readonly onRemove: () => void;
}

/** A file that is looked at: as which format, what was understood of it, what is wrong with it, what is lost. */
export function ItemCard({ item, session, onRemove }: Props) {
  const { id, name, bytes, state, choice, recognised, columns, files } = item;
  const format = READ_FORMATS.find((one) => one.id === choice?.format);
  const canMap =
    columns !== undefined &&
    format !== undefined &&
    !SAYS_ITSELF.includes(format.id) &&
    columns.edge.length + columns.node.length + (columns.table?.length ?? 0) > 0;
  // Where no two columns are known as ends, nothing can be read before they are named.
  const mustMap =
    canMap && state.name === 'read' && state.preview.graph === undefined && !knowsEnds(columns, choice?.mapping);
  const [mapping, setMapping] = useState(mustMap);
  // It opens by itself where nothing goes on without it; to close it again is up to the person.
  useEffect(() => {
    if (mustMap) setMapping(true);
  }, [mustMap]);
  const formats = READ_FORMATS.map((one) => ({
    value: one.id,
    label: `${one.label}${recognised[0] === one.id ? ' · recognised' : ''}`,
  }));
  return (
    <section className={classes['card']} aria-label={name} data-testid="import-item">
      <Group justify="space-between" wrap="nowrap" align="start">
        <div>
          <Text fw={650} component="h3" lineClamp={3} tabIndex={-1} className={classes['heading']} data-item={id}>
            <bdi>{name}</bdi>
          </Text>
          <Text size="xs" c="dimmed">
            {sizeText(bytes)}
            {files.length > 1 && `, ${files.length} files that belong together`}
          </Text>
        </div>
        <Button
          size="compact-xs"
          variant="subtle"
          color="gray"
          leftSection={<IconX size={13} />}
          aria-label={`Leave out ${name}`}
          onClick={() => onRemove()}
        >
          Leave out
        </Button>
      </Group>
      {state.name === 'refused' ? (
        <Alert color="orange" p="xs" title="Nothing can be read from it">
          <bdi>{name}</bdi> {state.why}. What is opened is opened without it.
        </Alert>
      ) : (
        <NativeSelect
          label="Format"
          description={format?.help ?? 'What it is was not recognised. Choose how it is to be read.'}
          value={choice?.format ?? ''}
          data={choice === undefined ? [{ value: '', label: '(choose)' }, ...formats] : formats}
          onChange={(event) => session.choose(id, { format: event.currentTarget.value })}
        />
      )}
      {state.name === 'reading' && <Reading name={name} soFar={state.soFar} onStop={() => session.stop(id)} />}
      {state.name === 'stopped' && (
        <Group gap="sm" role="status">
          <Text size="sm">Reading was stopped.</Text>
          <Button size="compact-xs" variant="default" onClick={() => session.readAgain(id)}>
            Read it
          </Button>
        </Group>
      )}
      {state.name === 'failed' && (
        <Alert color="orange" p="xs" title="The file could not be read">
          {state.why}
        </Alert>
      )}
      {state.name === 'read' && (
        <WhatCameOfIt item={item} preview={state.preview} without={state.without} session={session} />
      )}
      {canMap && (
        <div>
          <Button size="compact-sm" variant="default" aria-expanded={mapping} onClick={() => setMapping(!mapping)}>
            What the columns mean
          </Button>
          <Collapse expanded={mapping} transitionDuration={0} pt="sm">
            <MappingForm
              {...{ name, columns }}
              mapping={choice?.mapping}
              onChange={(changed) => session.choose(id, { mapping: changed })}
            />
          </Collapse>
        </div>
      )}
    </section>
  );
}

/** Whether the two ends of a connection are known: by their names, by the mapping, or because the file is no table. */
function knowsEnds({ table, ends }: Columns, mapping: Mapping | undefined): boolean {
  if (table === undefined) return true;
  const known = mapping?.table ?? ends;
  return known !== undefined && known.from !== '' && known.to !== '';
}

interface ReadingProps {
  readonly name: string;
  readonly soFar: { readonly read: number; readonly of: number } | undefined;
  readonly onStop: () => void;
}

function Reading({ name, soFar, onStop }: ReadingProps) {
  const share = soFar === undefined || soFar.of === 0 ? 0 : (100 * soFar.read) / soFar.of;
  return (
    <Group gap="sm" wrap="nowrap" role="status">
      <Progress value={share} aria-label={`Reading ${name}`} w={180} animated={soFar === undefined} />
      <Text size="sm">{soFar === undefined ? 'Reading …' : `${sizeText(soFar.read)} of ${sizeText(soFar.of)}`}</Text>
      <Button size="compact-xs" variant="default" onClick={onStop}>
        Stop
      </Button>
    </Group>
  );
}

interface CameProps {
  readonly item: ImportItem;
  readonly preview: Preview;
  readonly without: WithoutBad | undefined;
  readonly session: ImportSession;
}

function WhatCameOfIt({ item, preview, without, session }: CameProps) {
  const { graph, findings, errors, warnings, losses, skipped } = preview;
  const skipBad = item.choice?.skipBad ?? false;
  return (
    <>
      {graph !== undefined && <Understood graph={graph} />}
      {skipped > 0 && (
        <Text size="sm" fw={600} data-testid="import-skipped">
          {number(skipped)} bad {skipped === 1 ? 'record is' : 'records are'} left out.
        </Text>
      )}
      {errors > 0 && (
        <Text size="sm" fw={600}>
          {number(errors)} {errors === 1 ? 'error stands' : 'errors stand'} in the way of opening it.
        </Text>
      )}
      {without === 'looking' && (
        <Text size="sm" c="dimmed" role="status">
          Looking what remains if bad records are left out …
        </Text>
      )}
      {(typeof without === 'object' || skipBad) && (
        <Checkbox
          label="Leave bad records out"
          description={`${typeof without === 'object' ? remainsText(without) : ''}Each is listed below. What they said is then missing from the graph.`}
          checked={skipBad}
          onChange={(event) => session.choose(item.id, { skipBad: event.currentTarget.checked })}
        />
      )}
      {findings.length > 0 && <FindingsList findings={findings} all={errors + warnings} />}
      {losses.length > 0 && (
        <section>
          <Text size="sm" fw={600} component="h4">
            What the graph cannot hold of it
          </Text>
          <ul className={classes['list']}>
            {losses.map(({ field, count, why }) => (
              <li key={`${field} ${why}`}>
                <b>{field}</b> ({number(count)}): {why}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

/** "3 would be left out. 120 entities and 400 claims remain. " */
function remainsText({ skipped, graph: { entities, claims } }: Exclude<WithoutBad, 'looking'>): string {
  const what = `${number(entities)} ${entities === 1 ? 'entity' : 'entities'} and ${number(claims)} ${claims === 1 ? 'claim' : 'claims'}`;
  const bad = skipped === 0 ? '' : `${number(skipped)} would be left out. `;
  return `${bad}${what} ${entities + claims === 1 ? 'remains' : 'remain'}. `;
}
