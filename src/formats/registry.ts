import { UsageError } from '../model/issue.ts';
import { CSV } from './csv/format.ts';
import { CYPHER } from './cypher/format.ts';
import { CX2, CYJS } from './cytoscape/format.ts';
import { EDGE_LIST } from './edge-list/format.ts';
import { ACLED, GDELT, UCDP_GED } from './events/format.ts';
import type { Format, Likeness } from './format.ts';
import { FTM, FTM_STATEMENTS } from './ftm/format.ts';
import { GEXF } from './gexf/format.ts';
import { GRAPH_DOCUMENT } from './graph-document/format.ts';
import { GRAPHML } from './graphml/format.ts';
import { GRAPHOLOGY_JSON } from './graphology-json/format.ts';
import { HTML } from './html/format.ts';
import { JSON_LD } from './json-ld/format.ts';
import { MARKDOWN } from './markdown/format.ts';
import { NEO4J } from './neo4j/format.ts';
import { STIX } from './stix/format.ts';
import { SVG } from './svg/format.ts';
import { WIKIDATA } from './wikidata/format.ts';

/**
 * All formats, the lossless one first, then in the order in which they are offered: to read, to count, to draw, for
 * other programs, and at the end those that are only read. Safe in a browser. A new format is a folder with a `format.ts`
 * that exports one Format, and its line here.
 */
export const FORMATS: readonly Format[] = [
  GRAPH_DOCUMENT,
  ...[HTML, MARKDOWN, SVG],
  ...[CSV, EDGE_LIST],
  ...[GEXF, GRAPHML, GRAPHOLOGY_JSON],
  ...[FTM, FTM_STATEMENTS, STIX, JSON_LD],
  ...[CYPHER, NEO4J],
  ...[CX2, CYJS, WIKIDATA],
  ...[UCDP_GED, ACLED, GDELT],
];

/** The format of an id. Throws a UsageError that names the formats there are. */
export function formatById(id: string): Format {
  const format = FORMATS.find((candidate) => candidate.id === id);
  if (format !== undefined) return format;
  const known = FORMATS.map((candidate) => candidate.id);
  throw new UsageError(`There is no format ${JSON.stringify(id)}. There are ${known.join(', ')}.`, known);
}

/** How many characters of a file are enough to tell its format. */
export const HEAD_LENGTH = 64 * 1024;
/** How many of them are enough for a format that is told by how its first records look. */
const FIRST_RECORDS = 4096;
/**
 * Formats that are told by the frame of the file, before which comments, or all that is said of the graph as a whole, may
 * stand. To the others what stands further in is no help, and may be a word of theirs by chance.
 */
const BY_FRAME: ReadonlySet<Format> = new Set([GEXF, GRAPHML, GRAPHOLOGY_JSON, CYJS]);

function byName(format: Format, name: string): Likeness {
  return format.extensions.some((extension) => name.toLowerCase().endsWith(extension)) ? 1 : 0;
}

/** How likely it is that a file is of a format, by its start, of up to HEAD_LENGTH characters, and its name. */
export function likenessOf(format: Format, head: string, name: string): Likeness {
  return format.sniff?.(BY_FRAME.has(format) ? head : head.slice(0, FIRST_RECORDS), name) ?? byName(format, name);
}

/** Formats that can read a file, the likeliest first; in the order of the registry where they are as likely. */
export function likelyFormats(head: string, name: string): readonly Format[] {
  return FORMATS.filter((format) => format.read !== undefined || format.readTogether !== undefined)
    .map((format) => ({ format, likeness: likenessOf(format, head, name) }))
    .filter(({ likeness }) => likeness > 0)
    .toSorted((a, b) => b.likeness - a.likeness)
    .map(({ format }) => format);
}
