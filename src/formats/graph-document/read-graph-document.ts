import { checkGraph } from '../../model/check-graph.ts';
import { GraphDocument } from '../../model/graph-document.ts';
import type { Issue } from '../../model/issue.ts';
import { parseRecord } from '../../model/parse-record.ts';
import type { ReadResult } from '../format.ts';
import { jsonTooDeep, MAX_DEPTH } from '../nesting.ts';

/** Reads a graph document from JSON text. All issues are reported with their path in the document. */
export function readGraphDocument(text: string, file?: string): ReadResult {
  const place = file === undefined ? {} : { file };
  if (jsonTooDeep(text)) {
    const issue: Issue = {
      code: 'invalid-json',
      severity: 'error',
      path: [],
      ...place,
      message: 'The file is nested too deeply',
      expected: `at most ${MAX_DEPTH} levels`,
      remedy: 'Check the brackets',
    };
    return { issues: [issue] };
  }
  let content: unknown;
  try {
    content = JSON.parse(text.replace(/^\ufeff/u, ''));
  } catch (error) {
    const issue: Issue = {
      code: 'invalid-json',
      severity: 'error',
      path: [],
      ...place,
      message: `This is not valid JSON: ${error instanceof Error ? error.message : String(error)}`,
      expected: 'a graph document as `ascribe export --format json` writes it',
    };
    return { issues: [issue] };
  }
  const parsed = parseRecord(GraphDocument, content);
  if (parsed.value === undefined) return { issues: parsed.issues.map((issue) => ({ ...issue, ...place })) };
  const issues = checkGraph(parsed.value).map((issue) => ({ ...issue, ...place }));
  return issues.some((issue) => issue.severity === 'error') ? { issues } : { graph: parsed.value, issues };
}
