import { type Issue, type IssuePath, showValue } from '../../model/issue.ts';
import { JsonProblem, parseJson } from './json-text.ts';

type Finding = Omit<Issue, 'severity' | 'path'> & { readonly path?: IssuePath };

/** Who takes what is found in a record. */
export interface RecordFindings {
  /** The record cannot be taken. */
  bad(finding: Finding): void;
  /** It can, and somebody should know. */
  warn(finding: Finding): void;
}

/** The text of one record and where it stands. */
export interface RecordText {
  readonly text: string;
  readonly line: number;
  readonly path?: IssuePath;
}

/**
 * Parses one record. Undefined, and told as bad, where it is no JSON, nests deeper than `depth` or has a name twice in one
 * object, which tools read differently. A number beyond what a double holds is kept as text, and told.
 */
export function readRecord(
  { text, line, path = [] }: RecordText,
  depth: number,
  findings: RecordFindings,
): { readonly value: unknown } | undefined {
  let parsed: ReturnType<typeof parseJson>;
  try {
    parsed = parseJson(text, depth);
  } catch (error) {
    if (!(error instanceof JsonProblem)) throw error;
    const breaks = text.slice(0, error.offset).split('\n').length - 1;
    findings.bad({ code: 'invalid-json', line: line + breaks, path, message: error.message });
    return undefined;
  }
  const [twice] = parsed.repeated;
  if (twice !== undefined) {
    findings.bad({
      code: 'invalid-format',
      line,
      path: [...path, ...twice],
      message: `The name ${showValue(twice.at(-1))} stands twice in one object`,
      expected: 'each name once: programs differ in which one they take',
      remedy: 'Take one of them out',
    });
    return undefined;
  }
  for (const at of parsed.asText) {
    findings.warn({
      code: 'invalid-value',
      line,
      path: [...path, ...at],
      message: 'The number is larger than a number can be held exactly; it is kept as text, digit for digit',
    });
  }
  return { value: parsed.value };
}
