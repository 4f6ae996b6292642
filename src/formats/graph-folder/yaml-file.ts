import { isAlias, isNode, LineCounter, parseDocument, visit } from 'yaml';
import type { Issue, IssuePath, Place } from '../../model/issue.ts';

/** One YAML file: its content as plain values, what was wrong with it, and where each value stands. */
export interface YamlFile {
  readonly file: string;
  readonly content: unknown;
  readonly issues: readonly Issue[];
  /** Line and column of the value at `path`, or of the nearest value around it. */
  placeOf(path: IssuePath): Place;
}

/** More than a person would write; less than would make a parser slow. */
const MAX_BYTES = 8 * 1024 * 1024;
const MAX_DEPTH = 100;

/** Depth of nesting by brackets and indentation, without parsing: a bound that keeps the parser's recursion safe. */
function tooDeep(text: string): boolean {
  let depth = 0;
  for (const char of text) {
    if (char === '[' || char === '{') depth++;
    else if (char === ']' || char === '}') depth--;
    if (depth > MAX_DEPTH) return true;
  }
  return /^(?: *- ){100}|^ {2000}/mu.test(text);
}

function failed(file: string, issue: Omit<Issue, 'severity' | 'path' | 'file'>): YamlFile {
  return {
    file,
    content: undefined,
    issues: [{ severity: 'error', path: [], file, ...issue }],
    placeOf: () => ({ file }),
  };
}

/** Reads YAML 1.2. Tags and merge keys are not resolved, aliases are refused: a graph has no use for them. */
export function readYaml(file: string, text: string): YamlFile {
  if (text.length > MAX_BYTES) {
    return failed(file, {
      code: 'too-large',
      message: 'The file is too large to be read',
      expected: `at most ${MAX_BYTES / 1024 / 1024} MB of YAML`,
      got: `${(text.length / 1024 / 1024).toFixed(1)} MB`,
      remedy: 'Split it by source, or import it as a graph document (JSON)',
    });
  }
  if (tooDeep(text)) {
    return failed(file, {
      code: 'invalid-yaml',
      message: 'The file is nested too deeply',
      expected: `at most ${MAX_DEPTH} levels`,
      remedy: 'Check the brackets and the indentation',
    });
  }
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    schema: 'core',
    merge: false,
    logLevel: 'silent',
  });
  const place = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line, column: col };
  };
  const issues = [...document.errors, ...document.warnings].map(
    (error): Issue => ({
      code: 'invalid-yaml',
      severity: 'error',
      path: [],
      ...place(error.pos[0]),
      message: `This is not valid YAML: ${error.message.replace(/\s+/gu, ' ')}`,
      remedy: 'Check indentation, quotes and colons at this place',
    }),
  );
  visit(document, {
    Alias(_, node) {
      if (!isAlias(node)) return;
      issues.push({
        code: 'invalid-yaml',
        severity: 'error',
        path: [],
        ...place(node.range?.[0] ?? 0),
        message: 'YAML aliases (*name) are not taken here',
        remedy: 'Write the value out',
      });
    },
  });
  return {
    file,
    content: issues.length === 0 ? document.toJS() : undefined,
    issues,
    placeOf(path) {
      for (let length = path.length; length >= 0; length--) {
        const node = document.getIn(path.slice(0, length), true);
        if (isNode(node) && node.range) return place(node.range[0]);
      }
      return { file };
    },
  };
}
