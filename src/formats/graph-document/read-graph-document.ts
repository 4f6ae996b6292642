import { checkGraph } from '../../model/check-graph.ts';
import { GraphDocument } from '../../model/graph-document.ts';
import { type Issue, type IssuePath, showValue } from '../../model/issue.ts';
import { parseRecord } from '../../model/parse-record.ts';
import type { ReadResult } from '../format.ts';
import { isObject, member } from '../json-stream/attributes-of.ts';
import { JsonProblem, type ParsedJson, parseJson } from '../json-stream/json-text.ts';
import { EACH_ONCE, repeatedName } from '../json-stream/repeated-name.ts';
import { jsonTooDeep, MAX_DEPTH } from '../nesting.ts';
import { AS_WRITTEN, notOne } from './not-one.ts';

/** Faults of one sort in a file that somebody made by hand or to do harm. */
const MOST_TOLD = 100;
type Given = Omit<Issue, 'severity' | 'path'> & Partial<Pick<Issue, 'path'>>;

/**
 * Reads a graph document that is there as one text. All issues are reported with their path in the document. What comes
 * from others, and may be large, is read by readDocumentStream.
 */
export function readGraphDocument(text: string, file?: string): ReadResult {
  const place = file === undefined ? {} : { file };
  const told = (given: readonly Given[], severity: Issue['severity'] = 'error'): Issue[] =>
    given.map((issue) => ({ path: [], ...place, ...issue, severity }));
  if (jsonTooDeep(text)) {
    const expected = `at most ${MAX_DEPTH} levels`;
    const message = 'The file is nested too deeply';
    return { issues: told([{ code: 'invalid-json', message, expected, remedy: 'Check the brackets' }]) };
  }
  let parsed: ParsedJson;
  try {
    parsed = parseJson(text.replace(/^\ufeff/u, ''), MAX_DEPTH);
  } catch (error) {
    if (!(error instanceof JsonProblem)) throw error;
    return { issues: told([{ code: 'invalid-json', message: error.message, expected: AS_WRITTEN }]) };
  }
  const content = parsed.value;
  const foreign = notOne({
    names: isObject(content) ? Object.keys(content).filter((name) => member(content, name) !== undefined) : [],
    format: member(content, 'format'),
    got: showValue(content),
  });
  if (foreign !== undefined) return { issues: told([foreign]) };
  const twice = parsed.repeated.slice(0, MOST_TOLD).map((path): Given => {
    const message = repeatedName(path.at(-1));
    return { code: 'invalid-format', path, message, expected: EACH_ONCE, remedy: 'Take one of them out' };
  });
  if (twice.length > 0) return { issues: told(twice) };
  const inexact = told(parsed.asText.slice(0, MOST_TOLD).map(tooLong), 'warning');
  const { value, issues } = parseRecord(GraphDocument, parsed.value);
  if (value === undefined) return { issues: [...inexact, ...told(issues)] };
  const found = [...inexact, ...checkGraph(value).map((issue) => ({ ...issue, ...place }))];
  return found.some(({ severity }) => severity === 'error') ? { issues: found } : { graph: value, issues: found };
}

function tooLong(path: IssuePath): Given {
  const message = 'The number is larger than a number can be held exactly; it is kept as text, digit for digit';
  return { code: 'invalid-value', path, message };
}
