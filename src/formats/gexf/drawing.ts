import type { RecordValues } from '../property-graph/record-values.ts';
import { typedValue } from '../property-graph/typed-value.ts';
import { isNamespace, type XmlAttributes } from '../xml/read-xml.ts';
import type { OpenRecord } from './open-record.ts';

/** Elements of GEXF's `viz`. */
const DRAWN = new Set(['color', 'position', 'size', 'thickness', 'shape']);

/**
 * Keeps the attributes of an element: how a record is drawn as `viz.color`, `viz.x`, `viz.size`…, those of one that GEXF
 * does not know under its own name.
 */
export function keepOther(name: string, attributes: XmlAttributes, record: OpenRecord, values: RecordValues): void {
  const { r, g, b, a } = attributes;
  if (name === 'color' && r !== undefined && g !== undefined && b !== undefined) {
    const value = a === undefined ? `rgb(${r}, ${g}, ${b})` : `rgba(${r}, ${g}, ${b}, ${a})`;
    values.add(record, { name: 'viz.color', value });
    return;
  }
  const path = DRAWN.has(name) ? `viz.${name}` : name;
  for (const [part, text] of Object.entries(attributes)) {
    if (text === undefined || isNamespace(part)) continue;
    const full = name === 'position' ? `viz.${part}` : part === 'value' ? path : `${path}.${part}`;
    values.add(record, { name: full, value: typedValue(text, 'number') ?? text });
  }
}
