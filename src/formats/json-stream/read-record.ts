import type { Issue, IssuePath } from '../../model/issue.ts';
import { type JsonDialect, JsonProblem, parseJson } from './json-text.ts';
import { EACH_ONCE, repeatedName } from './repeated-name.ts';

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
  /** Its own name stands before in the object that holds it. */
  readonly repeated?: true;
  /** It nests deeper than is taken, and its text was not kept. */
  readonly tooDeep?: true;
}

/**
 * Parses one record. Undefined, and told as bad, where it is no JSON, nests deeper than `depth` or has a name twice in one
 * object, which tools read differently, or its own name stood before. A number beyond what a double holds is kept as
 * text, and told; so is, in Python's dialect, what is no number, which need not be told.
 */
export function readRecord(
  { text, line, path = [], repeated, tooDeep }: RecordText,
  depth: number,
  findings: RecordFindings,
  dialect: JsonDialect = 'strict',
): { readonly value: unknown } | undefined {
  const badName = (at: IssuePath): undefined => {
    findings.bad({
      code: 'invalid-format',
      line,
      path: at,
      message: repeatedName(at.at(-1)),
      expected: EACH_ONCE,
      remedy: 'Take one of them out',
    });
  };
  if (repeated === true) return badName(path);
  if (tooDeep === true) {
    findings.bad({
      code: 'too-large',
      line,
      path,
      message: `It nests more than ${depth} levels deep`,
      expected: `at most ${depth} levels`,
    });
    return undefined;
  }
  let parsed: ReturnType<typeof parseJson>;
  try {
    parsed = parseJson(text, depth, dialect);
  } catch (error) {
    if (!(error instanceof JsonProblem)) throw error;
    const breaks = text.slice(0, error.offset).split('\n').length - 1;
    findings.bad({ code: 'invalid-json', line: line + breaks, path, message: error.message });
    return undefined;
  }
  const [twice] = parsed.repeated;
  if (twice !== undefined) return badName([...path, ...twice]);
  for (const at of parsed.asText) {
    findings.warn({
      code: 'invalid-value',
      line,
      path: [...path, ...at],
      message: 'The number is larger or finer than a number can be held exactly; it is kept as text, digit for digit',
    });
  }
  return { value: parsed.value };
}
