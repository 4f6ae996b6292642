import { isAlias, isNode, LineCounter, Parser, parseDocument, visit } from 'yaml';
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

/**
 * Whether a text nests too deeply to be composed, which recurses. Read off the tokens, which the parser makes without
 * recursion: a scalar or comment full of brackets is no nesting, and every way to nest is.
 */
function tooDeep(text: string): boolean {
  const waiting: { token: unknown; depth: number }[] = [];
  for (const token of new Parser().parse(text)) waiting.push({ token, depth: 0 });
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { token, depth } = next;
    if (depth > MAX_DEPTH) return true;
    if (typeof token !== 'object' || token === null) continue;
    if ('value' in token) waiting.push({ token: token.value, depth });
    if (!('items' in token) || !Array.isArray(token.items)) continue;
    for (const item of token.items) {
      if (typeof item !== 'object' || item === null) continue;
      const { key, value }: { key?: unknown; value?: unknown } = item;
      waiting.push({ token: key, depth: depth + 1 }, { token: value, depth: depth + 1 });
    }
  }
  return false;
}

/** Indicators that can each open a level, before anything is parsed: the parser itself slows down over many of them. */
const MANY_INDICATORS = /(?:[?:-] +|[[{]\s*){2000}/u;

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
  if (MANY_INDICATORS.test(text) || tooDeep(text)) {
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
    logLevel: 'error',
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
