/** What a property can be in Neo4j. */
export type Property = string | number | boolean | readonly string[];
export type PropertyType = 'string' | 'double' | 'int' | 'boolean' | 'string[]';
export type Properties = Readonly<Record<string, Property | undefined>>;
export type Column = readonly [name: string, type: PropertyType];

export const ENTITY_COLUMNS: readonly Column[] = [
  ['id', 'string'],
  ['name', 'string'],
  ['kind', 'string'],
  ['aliases', 'string[]'],
  ['subkind', 'string'],
  ['summary', 'string'],
  ['when', 'string'],
  ['reliability', 'string'],
  ['reason', 'string'],
  ['origin', 'string'],
  ['unidentified', 'boolean'],
  ['same_as', 'string'],
  ['attributes', 'string'],
];
export const SOURCE_COLUMNS: readonly Column[] = [
  ['id', 'string'],
  ['title', 'string'],
  ['publisher', 'string'],
  ['author', 'string'],
  ['published', 'string'],
  ['language', 'string'],
  ['genre', 'string'],
  ['url', 'string'],
  ['file', 'string'],
  ['reliability', 'string'],
  ['reason', 'string'],
  ['sha256', 'string'],
  ['origin', 'string'],
  ['attributes', 'string'],
];
const WORD_COLUMNS: readonly Column[] = [
  ['id', 'string'],
  ['type', 'string'],
  ['type_label', 'string'],
  ['stance', 'string'],
  ['speaker_unnamed', 'string'],
  ['speaker_reliability', 'string'],
  ['via', 'string'],
  ['attribution', 'string'],
  ['hedge', 'string'],
  ['credibility', 'int'],
  ['confidence', 'double'],
  ['confidence_set', 'double'],
  ['confidence_reason', 'string'],
  ['said', 'string'],
  ['when', 'string'],
  ['summary', 'string'],
  ['note', 'string'],
  ['paragraph', 'int'],
  ['start', 'int'],
  ['end', 'int'],
  ['passage_sha256', 'string'],
  ['attributes', 'string'],
];
/** True where denials were left out on request: what is told is not that of the whole graph. Else there is none. */
const LEFT_OUT: Column = ['denials_left_out', 'boolean'];
export const CLAIM_COLUMNS: readonly Column[] = [
  ...WORD_COLUMNS,
  ['literal', 'string'],
  ['quantity_of', 'string'],
  ['quantity_min', 'double'],
  ['quantity_max', 'double'],
  ['quantity_approximate', 'boolean'],
  ['quantity_unit', 'string'],
  // Of a claim too, since a figure has no verdict that would say it.
  LEFT_OUT,
];
const WEIGHED_COLUMNS: readonly Column[] = [
  ['verdict', 'string'],
  ['verdict_text', 'string'],
  ['belief', 'double'],
  ['disbelief', 'double'],
  ['uncertainty', 'double'],
  ['weights', 'string'],
  LEFT_OUT,
];
export const TOPIC_COLUMNS: readonly Column[] = [
  ['id', 'string'],
  ['type', 'string'],
  ['type_label', 'string'],
  ...WEIGHED_COLUMNS,
];
export const EDGE_COLUMNS: readonly Column[] = [
  ...WORD_COLUMNS,
  ['speaker', 'string'],
  ['speaker_name', 'string'],
  ['source', 'string'],
  ['source_title', 'string'],
  ['place', 'string'],
  ['relation', 'string'],
  ...WEIGHED_COLUMNS,
];
