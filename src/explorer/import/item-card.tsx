import { Alert, Button, Checkbox, Collapse, Group, NativeSelect, Progress, Text } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { ACLED, GDELT, UCDP_GED } from '../../formats/events/format.ts';
import { type Mapping, NO_MAPPING } from '../../formats/foreign/mapping.ts';
import type { Format } from '../../formats/format.ts';
import { number } from '../../knowledge/words.ts';
import type { Finding } from '../data/finding.ts';
import type { Columns, Preview } from '../data/preview.ts';
import { sizeText } from '../export/save-file.ts';
import { remedyOf } from './finding-remedy.ts';
import { FindingsList } from './findings-list.tsx';
import classes from './import.module.css';
import { type ImportItem, READ_FORMATS, type WithoutBad } from './import-items.ts';
import type { ImportSession } from './import-session.ts';
import { openSuggestions, withSuggestion } from './mapping-edits.ts';
import { MappingForm } from './mapping-form.tsx';
import { Understood } from './understood.tsx';

/** Formats whose files say all of it themselves: nothing in them is to be mapped. */
const SAYS_ITSELF: readonly string[] = ['json', 'csv'];
/**
 * Formats of which each record becomes several claims by rules of its own. Their columns are told of the record, not of
 * each claim: what was said of one of them would hold of that one alone.
 */
const MAKES_ITS_CLAIMS: readonly string[] = [UCDP_GED, ACLED, GDELT].map(({ id }) => id);

/** What of the columns of a file can be given a meaning. */
function mappable(columns: Columns | undefined, format: Format | undefined): Columns | undefined {
  if (columns === undefined || format === undefined || SAYS_ITSELF.includes(format.id)) return undefined;
  const { edge, node, table = [], suggested } = columns;
  if (MAKES_ITS_CLAIMS.includes(format.id)) {
    const suggestions = suggested.suggestions.filter(({ field }) => !field.startsWith('edge.'));
    return { ...columns, edge: [], suggested: { ...suggested, edge: {}, suggestions } };
  }
  return edge.length + node.length + table.length > 0 ? columns : undefined;
}

interface Props {
  readonly item: ImportItem;
  readonly session: ImportSession;
  readonly onRemove: () => void;
}

/** A file that is looked at: as which format, what was understood of it, what is wrong with it, what is lost. */
export function ItemCard({ item, session, onRemove }: Props) {
  const { id, name, bytes, state, choice, recognised, files } = item;
  const format = READ_FORMATS.find((one) => one.id === choice?.format);
  const columns = mappable(item.columns, format);
  // Where no two columns are known as ends, nothing can be read before they are named.
  const mustMap =
    columns !== undefined &&
    state.name === 'read' &&
    state.preview.graph === undefined &&
    !knowsEnds(columns, choice?.mapping);
  const [mapping, setMapping] = useState(mustMap);
  // It opens by itself where nothing goes on without it; to close it again is up to the person.
  useEffect(() => {
    if (mustMap) setMapping(true);
  }, [mustMap]);
  const guesses = columns === undefined ? 0 : openSuggestions(choice?.mapping ?? NO_MAPPING, columns).length;
  const form = useRef<HTMLDivElement>(null);
  const [toForm, setToForm] = useState(false);
  useEffect(() => {
    if (!toForm) return;
    const at = (selector: string): HTMLElement | null => form.current?.querySelector<HTMLElement>(selector) ?? null;
    (at('[data-field="Stance"] select') ?? at('select'))?.focus();
    setToForm(false);
  }, [toForm]);
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
          description={
            format?.readHelp ?? format?.help ?? 'What it is was not recognised. Choose how it is to be read.'
          }
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
        <WhatCameOfIt
          item={item}
          columns={columns}
          preview={state.preview}
          without={state.without}
          session={session}
          onForm={() => {
            setMapping(true);
            setToForm(true);
          }}
        />
      )}
      {columns !== undefined && (
        <div ref={form}>
          <Button size="compact-sm" variant="default" aria-expanded={mapping} onClick={() => setMapping(!mapping)}>
            {columns.edge.length + columns.node.length > 0 ? 'What the columns mean' : 'What the source is'}
            {guesses > 0 && !mapping && ` · ${guesses} ${guesses === 1 ? 'guess' : 'guesses'}`}
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
  /** What can be given a meaning; undefined where nothing can. */
  readonly columns: Columns | undefined;
  readonly preview: Preview;
  readonly without: WithoutBad | undefined;
  readonly session: ImportSession;
  /** Opens the form in which the columns get their meaning. */
  readonly onForm: () => void;
}

function WhatCameOfIt({ item, columns, preview, without, session, onForm }: CameProps) {
  const { graph, findings, errors, warnings, losses, skipped } = preview;
  const skipBad = item.choice?.skipBad ?? false;
  const mapping = item.choice?.mapping ?? NO_MAPPING;
  const press = (finding: Finding): ReactNode | undefined => {
    const remedy = remedyOf(finding, columns, mapping);
    if (remedy === undefined || columns === undefined) return undefined;
    const act = (): void => {
      if (remedy.kind === 'form') onForm();
      else session.choose(item.id, { mapping: withSuggestion(mapping, columns.suggested, remedy.suggestion) });
    };
    return (
      <div className={classes['remedy']}>
        <Button size="compact-xs" variant="default" onClick={act}>
          {remedy.label}
        </Button>
      </div>
    );
  };
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
          description={`${typeof without === 'object' ? remainsText(without) : ''}Each is listed then. What they said is then missing from the graph.`}
          checked={skipBad}
          onChange={(event) => session.choose(item.id, { skipBad: event.currentTarget.checked })}
        />
      )}
      {findings.length > 0 && <FindingsList findings={findings} all={errors + warnings} remedy={press} />}
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
