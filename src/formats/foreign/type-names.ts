import type { Attribute } from '../../model/attributes.ts';
import { isEdgeDrawing } from './drawing-words.ts';

/**
 * Names, folded, under which the type of an edge is taken unasked, best first: beside two ends they can hardly be anything
 * else. Cytoscape calls it the interaction, JGraphT `EdgeLabel`, Gephi `Label` and `Edge Label`, Neo4j `:TYPE`.
 */
export const TYPE_NAMES = [
  ...['type', 'predicate', 'relationtype', 'relationshiptype', 'reltype'],
  ...['kind', 'interaction', 'label', 'edgelabel'],
] as const;

/** Names under which a type is likely, and may as well be something else. The person is told of them. */
export const LIKELY_TYPE_NAMES = ['relation', 'relationship', 'edgetype', 'linktype', 'rel', 'verb'] as const;

/** Under these names numbers, too, are types: codes, as somebody has them. */
const MAY_BE_CODES: readonly string[] = ['type', 'kind', 'label', 'edgelabel'];
/** Under these, tools say how an edge is drawn, or whether it has a direction. */
const MAY_BE_DRAWING: readonly string[] = ['type', 'edgetype'];

/** Whether the value of an attribute of one of these names is no type of an edge. */
export function isNoType(value: Attribute['value'], folded: string): boolean {
  if (MAY_BE_DRAWING.includes(folded) && isEdgeDrawing(value)) return true;
  return !MAY_BE_CODES.includes(folded) && !/\p{L}/u.test(String(value));
}
