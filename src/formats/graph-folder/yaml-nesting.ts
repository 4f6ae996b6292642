import { Lexer } from 'yaml';
import { MAX_DEPTH } from '../nesting.ts';

/** Marks that the lexer puts in: byte order mark, document start, flow error, scalar. They are not in the text. */
const MARKS = new Set(['\u0002', '\u0018', '\u001f']);

/**
 * Whether YAML text nests deeper than MAX_DEPTH, told from its tokens before anything is parsed: the parser builds all
 * of a document before anybody can look at it. Levels are open brackets and braces, and outside of them the columns at
 * which lines and the indicators `-` and `?` stand, each deeper than the one before. Brackets in scalars and comments
 * are part of their token and do not count. Stops at the first level too many.
 */
export function yamlTooDeep(text: string): boolean {
  const columns: number[] = [];
  let flow = 0;
  let column = 0;
  let lineStart = true;
  let afterMark = false;
  for (const token of new Lexer().lex(text)) {
    if (MARKS.has(token)) {
      afterMark = token === '\u001f';
      continue;
    }
    const isScalar = afterMark;
    afterMark = false;
    const blank = /^[ \t]*$/u.test(token);
    if (!isScalar && (token === '[' || token === '{')) flow++;
    else if (!isScalar && (token === ']' || token === '}')) flow--;
    if (!blank && flow === 0 && !token.includes('\n')) {
      const opens = !isScalar && (token === '-' || token === '?');
      if (lineStart || opens) {
        while ((columns.at(-1) ?? -1) > column) columns.pop();
        if ((columns.at(-1) ?? -1) < column) columns.push(column);
      }
      // What follows an indicator on its line stands one level deeper.
      lineStart = opens;
    }
    if (flow + columns.length > MAX_DEPTH) return true;
    const newline = token.lastIndexOf('\n');
    if (newline < 0) column += token.length;
    else {
      column = token.length - newline - 1;
      lineStart = true;
    }
  }
  return false;
}
