import type { Column } from '../property-graph/columns.ts';
import type { PropertyGraph } from '../property-graph/property-graph.ts';
import type { RecordValues } from '../property-graph/record-values.ts';
import type { ForeignContent } from './foreign-content.ts';
import type { OpenRecord } from './open-record.ts';

/** Elements in which yEd, and tools made with its libraries, write what stands on a node or an edge. */
const LABELS = new Set(['NodeLabel', 'EdgeLabel', 'Label', 'Label.Text']);
/** Where an edge has no head. */
const NO_HEAD = 'none';

/** Keeps the texts in data that are XML, which mostly tell how yEd draws a record: labels, and the words of others. */
export function keepDrawing(
  { inner, arrows }: ForeignContent,
  column: Column,
  record: OpenRecord,
  values: RecordValues,
): void {
  if (record.owner === 'edge' && arrows !== undefined) record.arrows = arrows;
  for (const { path, text } of inner) {
    const element = path.at(-1) ?? '';
    if (!LABELS.has(element)) {
      values.add(record, { name: column.name === column.id ? element : `${column.name}.${element}`, value: text });
    } else if (record.drawnLabel === undefined) {
      record.drawnLabel = text;
      // The first label of an edge is its type, and stands before the others.
      if (record.owner !== 'node') values.add(record, { name: 'label', value: text });
    } else if (record.drawnLabel !== text) {
      // Of a folded group each state has a label of its own.
      values.add(record, { name: 'label', value: text });
    }
  }
}

/** Tells what is not kept of data that are XML. */
export function loseDrawing(graph: PropertyGraph): void {
  graph.foreign.lose({
    field: 'data drawn',
    why: 'data that are XML themselves mostly tell how a tool draws a record: the texts in them are kept, shapes, places and colours are not',
    keptBy: 'graphml',
  });
}

/**
 * Keeps the heads of an edge where they do not say what its tag says: yEd has no other way to draw an edge backwards,
 * both ways or without a direction, but its files call each edge directed.
 */
export function keepArrows(record: OpenRecord, directed: boolean, graph: PropertyGraph, values: RecordValues): void {
  if (record.arrows === undefined) return;
  const { source, target } = record.arrows;
  if (source === NO_HEAD && (target !== NO_HEAD) === directed) return;
  values.add(record, { name: 'arrows.source', value: source });
  values.add(record, { name: 'arrows.target', value: target });
  graph.foreign.lose({
    field: 'arrow heads',
    why: 'these edges are drawn otherwise than their tags say: backwards, both ways, with or without a direction; their claims go as the tags say, and the attributes arrows.source and arrows.target tell how they are drawn',
    keptBy: 'graphml',
  });
}
