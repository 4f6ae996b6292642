import { Button, Checkbox, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { ConfidenceScale, type Mapping, NO_MAPPING } from '../../formats/foreign/mapping.ts';
import type { Column, Suggestion } from '../../formats/foreign/suggest-mapping.ts';
import { Stance } from '../../model/claim.ts';
import type { Columns } from '../data/preview.ts';
import classes from './import.module.css';
import {
  EDGE_FIELDS,
  type Editing,
  END_FIELDS,
  isHeaderless,
  meaningOf,
  NODE_FIELDS,
  openSuggestions,
  SCALES,
  suggestionFor,
  withConfidence,
  withEdge,
  withEnd,
  withHeader,
  withNode,
  withStance,
  withStanceValue,
  withSuggestion,
} from './mapping-edits.ts';
import { MappingField } from './mapping-field.tsx';
import { SavedMapping } from './saved-mapping.tsx';
import { SourceFields } from './source-fields.tsx';

interface Props {
  readonly name: string;
  readonly columns: Columns;
  readonly mapping: Mapping | undefined;
  readonly onChange: (mapping: Mapping) => void;
}

/** What the columns or attributes of a file mean. Guesses are shown beside, and taken over one by one or together. */
export function MappingForm({ name, columns, mapping: given, onChange }: Props) {
  const mapping = given ?? NO_MAPPING;
  const { edge, node, table, ends, suggested } = columns;
  const open = openSuggestions(mapping, columns);
  const take = (suggestion: Suggestion): void => onChange(withSuggestion(mapping, suggested, suggestion));
  const guess = (field: string): Suggestion | undefined => suggestionFor(mapping, suggested, field);
  const known = mapping.table ?? ends;
  return (
    <Stack gap="md">
      <Text size="sm">
        {edge.length === 0
          ? 'Which claims a record becomes is fixed by its format. All columns are kept as attributes.'
          : 'Each connection becomes a claim. Say what a column means where it says more than that; all columns are kept as attributes, whatever they are taken for.'}
      </Text>
      {open.length > 0 && (
        <Group gap="xs">
          <Text size="sm">
            {open.length} {open.length === 1 ? 'guess' : 'guesses'} from names and values; none is used before you say
            so.
          </Text>
          <Button
            size="compact-xs"
            variant="default"
            onClick={() => onChange(open.reduce((next, one) => withSuggestion(next, suggested, one), mapping))}
          >
            Use all guesses
          </Button>
        </Group>
      )}
      {table !== undefined && (
        <fieldset className={classes['fields']}>
          <legend>Ends of a connection</legend>
          <Group gap="lg" className={classes['wide']}>
            <Checkbox
              size="xs"
              label="The first row names the columns"
              checked={!isHeaderless(mapping)}
              onChange={(event) => onChange(withHeader(mapping, event.currentTarget.checked))}
            />
            <Checkbox
              size="xs"
              label="Connections have a direction"
              checked={known?.directed ?? true}
              disabled={known === undefined}
              onChange={(event) =>
                known !== undefined &&
                onChange({ ...mapping, table: { ...known, directed: event.currentTarget.checked } })
              }
            />
          </Group>
          {END_FIELDS.map(({ field, label, help }) => (
            <MappingField
              key={field}
              {...{ label, help }}
              columns={table}
              value={known?.[field]}
              required={field === 'from' || field === 'to'}
              suggestion={known === undefined ? guess(`table.${field}`) : undefined}
              onSuggestion={take}
              onChange={(column) => onChange(withEnd(mapping, known, field, column))}
            />
          ))}
        </fieldset>
      )}
      {edge.length > 0 && (
        <fieldset className={classes['fields']}>
          <legend>What is said of a claim</legend>
          {EDGE_FIELDS.map(({ field, label, help }) => (
            <MappingField
              key={field}
              {...{ label, help }}
              columns={edge}
              value={mapping.edge[field]}
              suggestion={guess(`edge.${field}`)}
              onSuggestion={take}
              onChange={(column) => onChange(withEdge(mapping, field, column))}
            />
          ))}
          <MappingField
            label="Confidence"
            help="how sure it is"
            columns={edge}
            value={mapping.edge.confidence?.attribute}
            suggestion={guess('edge.confidence')}
            onSuggestion={take}
            onChange={(column) =>
              onChange(withConfidence(mapping, column, mapping.edge.confidence?.scale ?? 'fraction'))
            }
          >
            {mapping.edge.confidence !== undefined && (
              <NativeSelect
                size="xs"
                aria-label="Scale of the confidence"
                value={mapping.edge.confidence.scale}
                data={[...SCALES]}
                onChange={(event) => {
                  const scale = ConfidenceScale.safeParse(event.currentTarget.value);
                  if (scale.success) onChange(withConfidence(mapping, mapping.edge.confidence?.attribute, scale.data));
                }}
              />
            )}
          </MappingField>
          <MappingField
            label="Stance"
            help="which values deny or doubt; every other asserts"
            columns={edge}
            value={mapping.edge.stance?.attribute}
            suggestion={guess('edge.stance')}
            onSuggestion={take}
            onChange={(column) => onChange(withStance(mapping, column))}
          >
            <StanceValues columns={edge} mapping={mapping} onChange={onChange} />
          </MappingField>
        </fieldset>
      )}
      {node.length > 0 && (
        <fieldset className={classes['fields']}>
          <legend>What is said of an entity</legend>
          {NODE_FIELDS.map(({ field, label, help }) => (
            <MappingField
              key={field}
              {...{ label, help }}
              columns={node}
              value={mapping.node[field]}
              suggestion={guess(`node.${field}`)}
              onSuggestion={take}
              onChange={(column) => onChange(withNode(mapping, field, column))}
            />
          ))}
        </fieldset>
      )}
      <SourceFields name={name} mapping={mapping} onChange={onChange} />
      <SavedMapping mapping={mapping} onChange={onChange} />
    </Stack>
  );
}

/** What each value of the column of stances means. One that nobody spoke of asserts, and is told by the reader. */
function StanceValues({ columns, mapping, onChange }: { columns: readonly Column[] } & Editing) {
  const values = columns.find((column) => column.name === mapping.edge.stance?.attribute)?.samples ?? [];
  return values.map(String).map((value) => (
    <NativeSelect
      key={value}
      size="xs"
      label={<bdi>“{value}” means</bdi>}
      value={meaningOf(mapping, value) ?? ''}
      data={[{ value: '', label: '(not said: asserts)' }, ...Stance.options]}
      onChange={(event) => {
        const meaning = Stance.safeParse(event.currentTarget.value);
        onChange(withStanceValue(mapping, value, meaning.data));
      }}
    />
  ));
}
