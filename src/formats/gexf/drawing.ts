import type { RecordValues } from '../property-graph/record-values.ts';
import { typedValue } from '../property-graph/typed-value.ts';
import type { XmlAttributes } from '../xml/read-xml.ts';
import type { OpenRecord } from './open-record.ts';

/** Keeps how a record is drawn, in an element such as `viz:color`, as attributes: `viz.color`, `viz.x`, `viz.size`… */
export function keepDrawing(name: string, attributes: XmlAttributes, record: OpenRecord, values: RecordValues): void {
  const { r, g, b, a } = attributes;
  if (name === 'color' && r !== undefined && g !== undefined && b !== undefined) {
    const value = a === undefined ? `rgb(${r}, ${g}, ${b})` : `rgba(${r}, ${g}, ${b}, ${a})`;
    values.add(record, { name: 'viz.color', value });
    return;
  }
  for (const [part, text] of Object.entries(attributes)) {
    if (text === undefined) continue;
    const path = name === 'position' ? `viz.${part}` : part === 'value' ? `viz.${name}` : `viz.${name}.${part}`;
    values.add(record, { name: path, value: typedValue(text, 'number') ?? text });
  }
}
