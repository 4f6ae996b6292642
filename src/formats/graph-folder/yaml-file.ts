import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, visit, type YAMLMap } from 'yaml';
import { type Issue, type IssuePath, type Place, showValue } from '../../model/issue.ts';
import { MAX_DEPTH } from '../nesting.ts';
import { yamlTooDeep } from './yaml-nesting.ts';

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

function failed(file: string, issue: Omit<Issue, 'severity' | 'path' | 'file'>): YamlFile {
  return {
    file,
    content: undefined,
    issues: [{ severity: 'error', path: [], file, ...issue }],
    placeOf: () => ({ file }),
  };
}

/** Finds values by path, with an index of each mapping that is built when it is first asked. */
function finder(root: unknown): (path: IssuePath) => number | undefined {
  const indexes = new WeakMap<YAMLMap, Map<string, unknown>>();
  const valueIn = (map: YAMLMap, step: string | number): unknown => {
    let index = indexes.get(map);
    if (index === undefined) {
      index = new Map(map.items.map(({ key, value }) => [String(isScalar(key) ? key.value : key), value]));
      indexes.set(map, index);
    }
    return index.get(String(step));
  };
  return (path) => {
    let last = root;
    let node = root;
    for (const step of path) {
      node = isMap(node) ? valueIn(node, step) : isSeq(node) ? node.items[Number(step)] : undefined;
      if (!isNode(node)) break;
      last = node;
    }
    return isNode(last) ? last.range?.[0] : undefined;
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
  if (yamlTooDeep(text)) {
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
    // The library compares each key of a mapping with every other; the set below does not.
    uniqueKeys: false,
    schema: 'core',
    merge: false,
    logLevel: 'error',
  });
  const place = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line, column: col };
  };
  const issues: Issue[] = [];
  const refuse = (offset: number, message: string, remedy: string): void => {
    issues.push({ code: 'invalid-yaml', severity: 'error', path: [], ...place(offset), message, remedy });
  };
  for (const error of [...document.errors, ...document.warnings]) {
    const why = error.message.replace(/\s+/gu, ' ');
    refuse(error.pos[0], `This is not valid YAML: ${why}`, 'Check indentation, quotes and colons at this place');
  }
  visit(document, {
    Alias(_, node) {
      refuse(node.range?.[0] ?? 0, 'YAML aliases (*name) are not taken here', 'Write the value out');
    },
    Map(_, map) {
      const seen = new Set<unknown>();
      for (const { key } of map.items) {
        const name = isScalar(key) ? key.value : key;
        if (seen.has(name)) {
          const at = isNode(key) ? (key.range?.[0] ?? 0) : 0;
          refuse(at, `The key ${showValue(name)} stands twice in one record`, 'Take one of the two out');
        }
        seen.add(name);
      }
    },
  });
  const offsetOf = finder(document.contents);
  return {
    file,
    content: issues.length === 0 ? document.toJS() : undefined,
    issues,
    placeOf(path) {
      const offset = offsetOf(path);
      return offset === undefined ? { file } : place(offset);
    },
  };
}
