import type { Column } from '../foreign/suggest-mapping.ts';
import { plainName } from './suggest-table.ts';

/** Which columns of a table of things say what a row is about. */
export interface NodeColumns {
  /** By what edges of another table call the thing. */
  readonly key: string;
  readonly label?: string;
  /** Neo4j's labels, several in one cell. */
  readonly labels?: string;
}

const KEYS: readonly string[] = ['id', '_id', 'node_id', 'nodeid'];
const LABELS: readonly string[] = ['label', 'name'];
/** A key of Neo4j: `:ID`, `personId:ID`, `:ID(Person)`. */
const NEO4J_KEY = /:id(?:\(.*\))?$/iu;
/** The type of a property of Neo4j: `name:string`. */
const NEO4J_TYPE = /(?<=.):[a-z]+(?:\[\])?$/iu;

/**
 * What the columns of a table say of things, one in each row, where it has no ends of edges: a key, and beside it a name or
 * labels. Undefined where it has not both: what its rows are is then not known.
 */
export function suggestNodes(columns: readonly Column[]): NodeColumns | undefined {
  const find = (test: (name: string) => boolean): string | undefined => columns.find(({ name }) => test(name))?.name;
  const key = find((name) => KEYS.includes(plainName(name))) ?? find((name) => NEO4J_KEY.test(name.trim()));
  if (key === undefined) return undefined;
  const label = find((name) => name !== key && LABELS.includes(plainName(nameOfProperty(name))));
  const labels = find((name) => /^(?::label|_labels)$/iu.test(name.trim()));
  if (label === undefined && labels === undefined) return undefined;
  return { key, ...(label === undefined ? {} : { label }), ...(labels === undefined ? {} : { labels }) };
}

/** A column of Neo4j without the type of its values; `:LABEL` alone is none of these. */
function nameOfProperty(name: string): string {
  return name.trim().replace(NEO4J_TYPE, '');
}

/** The first of Neo4j's labels in a cell: `Person;Actor`, or `:Person:Actor`. */
export function firstOfLabels(cell: string): string | undefined {
  return cell
    .split(/[;:]/u)
    .map((label) => label.trim())
    .find((label) => label !== '');
}
