import type { Column, Properties, Property, PropertyType } from '../neo4j/columns.ts';

/** Line ends that JSON writes as they are, in a script where a command ends with its line. */
const LINE_ENDS = /[\u0085\u2028\u2029]/gu;

/**
 * A text as Cypher reads it back. JSON's escapes are Cypher's. Neo4j turns `\u0022` into a quote before it looks where a
 * text ends, and not every version passes over a doubled backslash first; so no "u" of the data is left behind a backslash:
 * the text is cut there and joined again.
 */
export function textLiteral(text: string): string {
  const parts = text
    .split(/(?<=\\)(?=u)/u)
    .map((part) =>
      JSON.stringify(part).replace(LINE_ENDS, (end) => `\\u${(end.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`),
    );
  return parts.join(' + ');
}

/** A number with a fraction is always written with one, or a property would be an integer in some records only. */
function numberLiteral(value: number, type: PropertyType): string {
  const text = String(value).replace('e+', 'e');
  return type === 'double' && /^-?\d+$/u.test(text) ? `${text}.0` : text;
}

function literal(value: Property, type: PropertyType): string {
  if (typeof value === 'string') return textLiteral(value);
  if (typeof value === 'number') return numberLiteral(value, type);
  if (typeof value === 'boolean') return String(value);
  return `[${value.map(textLiteral).join(', ')}]`;
}

/** A map of Cypher with the properties that columns name: names of this program, never of the data. */
export function mapLiteral(columns: readonly Column[], properties: Properties): string {
  const pairs = columns.flatMap(([name, type]) => {
    const value = properties[name];
    return value === undefined ? [] : [`${name}: ${literal(value, type)}`];
  });
  return `{${pairs.join(', ')}}`;
}
