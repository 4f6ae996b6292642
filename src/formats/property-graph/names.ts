/**
 * Attributes that hold whole records as JSON in what Ascribe writes for other tools, which need not know them. A reader
 * takes the record from there; the other attributes of the node or edge say the same in words.
 */
export const ENTITY_JSON = 'entity.json';
/** Claims about the entity alone: figures and statements. */
export const STATEMENTS_JSON = 'statements.json';
/** The sources whose voice the entity is. */
export const SOURCES_JSON = 'sources.json';
export const CLAIM_JSON = 'claim.json';
/** Of the graph: ontology, title, manifest, where the format has a place for it. */
export const GRAPH_JSON = 'graph.json';
/** What a text is called that stands where its format has none. */
export const BARE_TEXT = 'text';
/** UTF-16 units of the name of an element that become part of an attribute's: a hostile one comes with many texts. */
const LONGEST_ELEMENT = 200;

export function elementName(name: string): string {
  return name.length > LONGEST_ELEMENT ? name.slice(0, LONGEST_ELEMENT) : name;
}

/** Before the name of what another tool said of a record, so that it is never taken for one of Ascribe's. */
export const OTHER_TOOL = 'attribute.';

const NODE_NAMES: ReadonlySet<string> = new Set([
  ...['label', 'kind', 'name', 'aliases', 'subkind', 'summary', 'when', 'statements'],
  ...[ENTITY_JSON, STATEMENTS_JSON, SOURCES_JSON],
]);
const EDGE_NAMES: ReadonlySet<string> = new Set([
  ...['label', 'interaction', 'claim.type', 'stance', 'speaker', 'speaker.id', 'via', 'attribution', 'confidence'],
  ...['source', 'source.id', 'source.reliability', 'hedge', 'credibility', 'said', 'when', 'place', 'summary', 'note'],
  ...['locator.paragraph', 'locator.start', 'locator.end', 'locator.sha256'],
  ...['relation', 'verdict', 'verdict.text', 'verdict.belief', 'verdict.disbelief', 'verdict.uncertainty'],
  CLAIM_JSON,
]);

/** Whether Ascribe writes an attribute of this name, so that its JSON says the same. */
export function isOwnName(name: string, of: 'node' | 'edge'): boolean {
  return name.startsWith(OTHER_TOOL) || (of === 'node' ? NODE_NAMES : EDGE_NAMES).has(name);
}

/** Whether an attribute says how a record is drawn: of those that graphology and sigma know, or read from GEXF. */
export function isDrawing(name: string): boolean {
  return name.startsWith('viz.') || /^(?:x|y|z|size|color)$/u.test(name);
}
