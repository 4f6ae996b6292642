import type {
  ConfidenceScale,
  EdgeMapping,
  Mapping,
  NodeMapping,
  TableMapping,
} from '../../formats/foreign/mapping.ts';
import { NO_MAPPING } from '../../formats/foreign/mapping.ts';
import type { Column, SuggestedMapping, Suggestion } from '../../formats/foreign/suggest-mapping.ts';
import type { Stance } from '../../model/claim.ts';
import type { Columns } from '../data/preview.ts';

/** Fields of a mapping that name one column and nothing else. */
export type EdgeField = Exclude<keyof EdgeMapping, 'confidence' | 'stance'>;
export type NodeField = keyof NodeMapping;
export type EndField = Exclude<keyof TableMapping, 'directed'>;

interface Field<Name> {
  readonly field: Name;
  readonly label: string;
  readonly help: string;
}

export const END_FIELDS: readonly Field<EndField>[] = [
  { field: 'from', label: 'From', help: 'who or what a row is about' },
  { field: 'to', label: 'To', help: 'whom or what it is joined to' },
  { field: 'fromLabel', label: 'Name of “from”', help: 'where “from” is a key' },
  { field: 'toLabel', label: 'Name of “to”', help: 'where “to” is a key' },
  { field: 'fromKind', label: 'Kind of “from”', help: 'person, organisation …' },
  { field: 'toKind', label: 'Kind of “to”', help: 'person, organisation …' },
  { field: 'key', label: 'Key of a row', help: 'tells rows of one content apart' },
];

export const EDGE_FIELDS: readonly Field<EdgeField>[] = [
  { field: 'type', label: 'Relation type', help: 'what joins the two' },
  { field: 'speaker', label: 'Speaker', help: 'who says so' },
  { field: 'source', label: 'Source', help: 'the document that says so: one source for each value' },
  { field: 'said', label: 'Said', help: 'when it was said' },
  { field: 'when', label: 'When', help: 'when what it says holds' },
  { field: 'start', label: 'From when', help: 'the start of an interval' },
  { field: 'end', label: 'Until when', help: 'the end of an interval' },
  { field: 'hedge', label: 'Hedge', help: 'reportedly, allegedly …' },
  { field: 'summary', label: 'Summary', help: 'the claim in words' },
  { field: 'note', label: 'Note', help: 'why it was coded so' },
];

export const NODE_FIELDS: readonly Field<NodeField>[] = [
  { field: 'label', label: 'Name', help: 'what it is called' },
  { field: 'kind', label: 'Kind', help: 'person, organisation, place …' },
  { field: 'aliases', label: 'Other names', help: 'several with | or ; between them' },
  { field: 'summary', label: 'Summary', help: 'what it is, in words' },
  { field: 'when', label: 'When', help: 'the day of an event' },
  { field: 'start', label: 'From when', help: 'the start of an interval' },
  { field: 'end', label: 'Until when', help: 'the end of an interval' },
];

export const SCALES: readonly { readonly value: ConfidenceScale; readonly label: string }[] = [
  { value: 'fraction', label: '0 to 1' },
  { value: 'percent', label: '0 to 100' },
  { value: 'stix', label: '0 to 100 as in STIX' },
  { value: 'admiralty', label: 'Admiralty (B2, or 1 to 6)' },
];

/** A mapping that is being made, and what is told of each change. */
export interface Editing {
  readonly mapping: Mapping;
  readonly onChange: (mapping: Mapping) => void;
}

/** A name of a column, or nothing where a field has none. */
type Named = string | undefined;

export function withEdge(mapping: Mapping, field: EdgeField, column: Named): Mapping {
  return { ...mapping, edge: { ...mapping.edge, [field]: column } };
}

export function withNode(mapping: Mapping, field: NodeField, column: Named): Mapping {
  return { ...mapping, node: { ...mapping.node, [field]: column } };
}

/** Names an end of the edges of a table. `known` is what the reader takes for them without being told. */
export function withEnd(mapping: Mapping, known: TableMapping | undefined, field: EndField, column: Named): Mapping {
  const table = { from: '', to: '', directed: true, ...(mapping.table ?? known), [field]: column ?? '' };
  // An optional end without a column is none; the two ends themselves wait until both are named.
  const { from, to, directed } = table;
  const rest = Object.entries(table).filter(([name, value]) => value !== '' && name !== 'from' && name !== 'to');
  return { ...mapping, table: { ...Object.fromEntries(rest), from, to, directed } };
}

export function withConfidence(mapping: Mapping, attribute: Named, scale: ConfidenceScale): Mapping {
  const { confidence: _, ...edge } = mapping.edge;
  return { ...mapping, edge: { ...edge, ...(attribute === undefined ? {} : { confidence: { attribute, scale } }) } };
}

export function withStance(mapping: Mapping, attribute: Named): Mapping {
  const { stance: _, ...edge } = mapping.edge;
  const stance = { asserts: [], denies: [], doubts: [] };
  return { ...mapping, edge: { ...edge, ...(attribute === undefined ? {} : { stance: { attribute, ...stance } }) } };
}

/** Says what one value of the column of stances means, or takes back what was said of it. */
export function withStanceValue(mapping: Mapping, value: string, meaning: Stance | undefined): Mapping {
  const { stance } = mapping.edge;
  if (stance === undefined) return mapping;
  const folded = value.trim().toLowerCase();
  const without = (values: readonly string[]): string[] => values.filter((one) => one.toLowerCase() !== folded);
  const next = { asserts: without(stance.asserts), denies: without(stance.denies), doubts: without(stance.doubts) };
  if (meaning !== undefined) next[meaning].push(folded);
  return { ...mapping, edge: { ...mapping.edge, stance: { attribute: stance.attribute, ...next } } };
}

/** What a value of the column of stances means, as far as it was said. */
export function meaningOf({ edge: { stance } }: Mapping, value: string): Stance | undefined {
  const folded = value.trim().toLowerCase();
  const has = (values: readonly string[]): boolean => values.some((one) => one.toLowerCase() === folded);
  if (stance === undefined) return undefined;
  if (has(stance.asserts)) return 'asserts';
  if (has(stance.denies)) return 'denies';
  return has(stance.doubts) ? 'doubts' : undefined;
}

/** The guess at a field that names no column yet. */
export function suggestionFor(
  mapping: Mapping,
  { suggestions }: SuggestedMapping,
  field: string,
): Suggestion | undefined {
  return isMapped(mapping, field) ? undefined : suggestions.find((one) => one.field === field);
}

function isMapped({ edge, node, table }: Mapping, field: string): boolean {
  const [part = '', name = ''] = field.split('.');
  const fields: Readonly<Record<string, object | undefined>> = { edge, node, table };
  return Object.entries(fields[part] ?? {}).some(([key, value]) => key === name && value !== undefined);
}

/** Takes one guess over. */
export function withSuggestion(mapping: Mapping, suggested: SuggestedMapping, { field }: Suggestion): Mapping {
  const [part, name] = field.split('.');
  const only = (fields: object): object => Object.fromEntries(Object.entries(fields).filter(([key]) => key === name));
  if (part === 'edge') return { ...mapping, edge: { ...mapping.edge, ...only(suggested.edge) } };
  if (part === 'node') return { ...mapping, node: { ...mapping.node, ...only(suggested.node) } };
  return suggested.table === undefined ? mapping : { ...mapping, table: { ...suggested.table, ...mapping.table } };
}

/** Guesses at fields that name no column yet. Ends that the reader knows by their names need none. */
export function openSuggestions(mapping: Mapping, { suggested, ends }: Columns): readonly Suggestion[] {
  return suggested.suggestions.filter(
    ({ field }) => !isMapped(mapping, field) && (ends === undefined || !field.startsWith('table.')),
  );
}

/** Whether a table is read as one without a header: its columns are then called by their number. */
export function isHeaderless({ table }: Mapping): boolean {
  return table !== undefined && /^column \d+$/u.test(table.from);
}

/** The mapping of a table with or without a header. What named columns of the other sort names none any longer. */
export function withHeader({ source, title }: Mapping, hasHeader: boolean): Mapping {
  const base: Mapping = { ...NO_MAPPING, source, ...(title === undefined ? {} : { title }) };
  return hasHeader ? base : { ...base, table: { from: 'column 1', to: 'column 2', directed: true } };
}

/** Some values of a column, as they are shown beside its name. */
export function sampleText(columns: readonly Column[], name: Named): string {
  const column = columns.find((one) => one.name === name);
  if (column === undefined) return '';
  const shown = column.samples.slice(0, 4).map((value) => String(value).trim().slice(0, 40));
  return shown.length === 0
    ? 'empty in the first rows'
    : `${shown.join(' · ')}${column.samples.length > 4 ? ' …' : ''}`;
}
