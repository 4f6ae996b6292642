import { Hedge } from '../../model/grades.ts';
import { isNodeDrawing } from './drawing-words.ts';
import { asDate, timeIn } from './foreign-date.ts';
import { gradeOf } from './grade-of.ts';
import { foldLikely } from './likely-attribute.ts';
import type { ConfidenceScale, EdgeMapping, NodeMapping, TableMapping } from './mapping.ts';
import { STANCE_NAMES, stanceMapping } from './stance-words.ts';
import { isNoType, LIKELY_TYPE_NAMES, TYPE_NAMES } from './type-names.ts';

/** An attribute or column of a file, with some of its values. */
export interface Column {
  readonly name: string;
  readonly samples: readonly (string | number | boolean)[];
}

/** A guess at what a column means. It is offered to a person and never applied by itself. */
export interface Suggestion {
  /** The field of the mapping: `edge.speaker`, `table.from`. */
  readonly field: string;
  readonly column: string;
  /** In words. */
  readonly reason: string;
}

export interface SuggestedMapping {
  readonly edge: EdgeMapping;
  readonly node: NodeMapping;
  /** Only where both ends were found. */
  readonly table?: TableMapping;
  readonly suggestions: readonly Suggestion[];
}

/** Names by which a field goes in many tools, best first, folded: lower case, without marks between words. */
const EDGE_NAMES = {
  type: [...TYPE_NAMES, ...LIKELY_TYPE_NAMES],
  source: ['sourcetitle', 'document', 'citation', 'reference', 'publication', 'sourceurl', 'source', 'url', 'article'],
  speaker: ['speaker', 'saidby', 'claimant', 'accordingto', 'attributedto', 'author', 'reporter', 'informant'],
  said: ['said', 'saidon', 'published', 'publicationdate', 'reportdate', 'reported', 'statementdate'],
  when: ['when', 'date', 'eventdate', 'year', 'occurred', 'timestamp', 'time', 'timeset', 'interval'],
  start: ['start', 'startdate', 'validfrom', 'since', 'begin', 'starttime', 'from'],
  end: ['end', 'enddate', 'validto', 'until', 'stop', 'endtime', 'to'],
  summary: ['summary', 'description', 'text', 'headline'],
  note: ['note', 'notes', 'comment', 'comments', 'remark'],
  hedge: ['hedge', 'modality', 'qualifier'],
} as const;
const NODE_NAMES = {
  label: ['label', 'name', 'vertexlabel', 'nodelabel', 'title', 'caption', 'displayname'],
  kind: ['kind', 'type', 'category', 'class', 'entitytype', 'nodetype', 'schema'],
  summary: ['summary', 'description', 'notes'],
  aliases: ['aliases', 'alias', 'alsoknownas', 'aka'],
  when: ['when', 'date', 'year', 'timeset', 'interval'],
  start: ['start', 'startdate', 'since'],
  end: ['end', 'enddate', 'until'],
} as const;
const GRADE_NAMES = ['confidence', 'credibility', 'certainty', 'probability', 'admiralty', 'score'];
const DATES: readonly string[] = ['said', 'when', 'start', 'end'];

/** Share of the samples that say something and pass a test; 0 where none says anything. */
function share({ samples }: Column, passes: (value: string | number | boolean) => boolean): number {
  const filled = samples.filter((value) => String(value).trim() !== '');
  return filled.length === 0 ? 0 : filled.filter(passes).length / filled.length;
}

/**
 * The scale that fits the values: Admiralty grades by their letters; numbers by how high they go. Where some look like
 * hundredths and others like parts of one it is nobody's guess: 0.9 taken for a percentage would all but silence a claim.
 */
function scaleOf(column: Column): ConfidenceScale | undefined {
  const fits = (scale: ConfidenceScale): boolean =>
    share(column, (value) => gradeOf(value, scale) !== undefined) >= 0.8;
  // A number with a per cent sign says its scale itself; the others of such a column are told by it.
  const bare = column.samples.filter((value) => !String(value).trim().endsWith('%'));
  const numbers = bare.map((value) => Number(String(value).replace(',', '.')) || 0);
  const highest = numbers.reduce((most, value) => Math.max(most, value), 0);
  const letters = share(column, (value) => /^[A-F]-?[1-6]$|admiralty-scale/iu.test(String(value).trim())) > 0;
  if (letters && fits('admiralty')) return 'admiralty';
  if (highest <= 1 && bare.length > 0 && fits('fraction')) return 'fraction';
  return fits('percent') && !numbers.some(isPartOfOne) ? 'percent' : undefined;
}

function isPartOfOne(value: number): boolean {
  return value > 0 && value < 1;
}

/**
 * Guesses what the attributes or columns of a file mean from their names and samples of their values. Each guess has its
 * reason; none is applied by itself. Of a table is given which of its columns are ends. `weight` is left alone: in most tools it counts, and says nothing of confidence.
 */
export function suggestMapping(
  columns: readonly Column[],
  ofTable?: { readonly ends: TableMapping | undefined },
): SuggestedMapping {
  const suggestions: Suggestion[] = [];
  const taken = new Set<string>();
  const byName = (names: readonly string[], fits: (column: Column) => boolean = () => true): Column | undefined => {
    for (const name of names) {
      const found = columns.find(
        (column) => foldLikely(column.name) === name && !taken.has(column.name) && fits(column),
      );
      if (found !== undefined) return found;
    }
    return undefined;
  };
  const suggest = (field: string, column: Column, reason: string): string => {
    taken.add(column.name);
    suggestions.push({ field, column: column.name, reason });
    return column.name;
  };

  const table = ofTable?.ends;
  if (table !== undefined) {
    const { directed: _, ...ends } = table;
    // A column that is an end, or says of one, says nothing else.
    for (const name of Object.values(ends)) if (name !== undefined) taken.add(name);
    suggestions.push(
      { field: 'table.from', column: table.from, reason: 'it is named like the start of an edge' },
      { field: 'table.to', column: table.to, reason: 'it is named like the end of an edge' },
    );
  }
  const fields = (part: 'edge' | 'node', known: Readonly<Record<string, readonly string[]>>): [string, string][] =>
    Object.entries(known).flatMap(([field, names]): [string, string][] => {
      const isDate = DATES.includes(field);
      const column = byName(names, (one) => {
        if (isDate) return share(one, (value) => asDate(timeIn(one.name, String(value))) !== undefined) >= 0.8;
        if (field === 'type') return share(one, (value) => isNoType(value, foldLikely(one.name))) < 0.8;
        if (field === 'kind') return share(one, (value) => isNodeDrawing(value, columns)) < 0.8;
        return (
          field !== 'hedge' || share(one, (value) => Hedge.safeParse(String(value).trim().toLowerCase()).success) > 0
        );
      });
      if (column === undefined) return [];
      const reason = isDate ? 'its name and its values are those of a date' : 'its name says so';
      return [[field, suggest(`${part}.${field}`, column, reason)]];
    });

  const grade = byName(GRADE_NAMES, (column) => scaleOf(column) !== undefined);
  const scale = grade === undefined ? undefined : scaleOf(grade);
  const polar = byName(STANCE_NAMES);
  const stance = polar === undefined ? undefined : stanceMapping(polar.name, polar.samples);
  const edge: EdgeMapping = {
    ...(grade === undefined || scale === undefined
      ? {}
      : { confidence: { attribute: suggest('edge.confidence', grade, `its values fit the scale “${scale}”`), scale } }),
    ...(polar === undefined || stance === undefined
      ? {}
      : { stance: { ...stance, attribute: suggest('edge.stance', polar, 'some of its values deny or doubt') } }),
    ...Object.fromEntries(fields('edge', EDGE_NAMES)),
  };
  // What describes a node and what describes an edge are different columns; in a table all describe the edge.
  if (ofTable === undefined) taken.clear();
  const node: NodeMapping = ofTable !== undefined ? {} : Object.fromEntries(fields('node', NODE_NAMES));
  return { edge, node, ...(table === undefined ? {} : { table }), suggestions };
}
