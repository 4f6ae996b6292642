import { GRAPH_FORMAT } from '../../model/graph-document.ts';
import { type Issue, showValue } from '../../model/issue.ts';

export const AS_WRITTEN = 'a graph document as `ascribe export --format json` writes it';

const PARTS = ['ontology', 'sources', 'entities', 'claims'];

/** Names of members by which JSON of graph tools is known, with the id of the format that reads it. */
const OTHERS: readonly (readonly [format: string, names: readonly string[]])[] = [
  ['cyjs', ['elements']],
  ['graphology-json', ['nodes', 'edges', 'links', 'adjacency']],
];

/** What a JSON text is, as far as its frame tells. */
interface FrameOfJson {
  /** Names of the members of the outermost object. */
  readonly names: readonly string[];
  /** What it says is its format. */
  readonly format: unknown;
  /** What it is, where it is no object. */
  readonly got?: string;
}

/**
 * What is said first, and alone, of JSON that is something else: it says another format or none, and has not two of a
 * graph document's parts. Undefined of one that has: there, each field that is wrong is told.
 */
export function notOne({ names, format, got }: FrameOfJson): Omit<Issue, 'severity' | 'path'> | undefined {
  if (format === GRAPH_FORMAT) return undefined;
  if (PARTS.filter((part) => names.includes(part)).length >= 2) return undefined;
  const other = OTHERS.find(([, known]) => known.some((name) => names.includes(name)))?.[0];
  const shown = names.slice(0, 8).map((name) => showValue(name));
  return {
    code: 'invalid-format',
    message: `This is no graph document: it does not say "format": ${showValue(GRAPH_FORMAT)}`,
    expected: AS_WRITTEN,
    got: format !== undefined ? showValue(format) : shown.length > 0 ? `the fields ${shown.join(', ')}` : (got ?? '{}'),
    remedy:
      other === undefined
        ? 'If another program wrote it, import it as a file of that program’s format'
        : `It looks like the format “${other}”: import it as that`,
  };
}
