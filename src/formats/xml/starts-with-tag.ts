/** What may stand before the first tag: white space, comments, instructions, and the start of a DOCTYPE with its name. */
const BEFORE = /\s+|<!--.*?-->|<\?.*?\?>|<!DOCTYPE\s+(?:[\w.-]+:)?([\w.-]+)/suy;
/**
 * A piece of a DOCTYPE: what is quoted, a comment, an instruction, or any other. A comment that does not end goes to the end
 * of the text, so that it is not looked for again and again.
 */
const WITHIN = /"[^"]*"|'[^']*'|<!--.*?(?:-->|$)|<\?.*?(?:\?>|$)|[^"'<>[\]]+|[<>[\]]/suy;

function pieceAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** Where a DOCTYPE ends that is open at a place; undefined where the text ends before. */
function endOfDoctype(head: string, from: number): number | undefined {
  let depth = 1;
  for (let at = from; ; ) {
    const piece = pieceAt(WITHIN, head, at)?.[0];
    if (piece === undefined) return undefined;
    at += piece.length;
    if (piece === '<' || piece === '[') depth++;
    else if (piece === '>' || piece === ']') depth--;
    if (depth === 0) return at;
  }
}

/**
 * Whether the first tag of an XML file, given its start, is of this local name; what may stand before it is passed. Of a
 * start that ends within a DOCTYPE that one's name is taken: it must be the first tag's.
 */
export function startsWithTag(head: string, name: string): boolean {
  for (let at = 0; ; ) {
    const found = pieceAt(BEFORE, head, at);
    if (found === null) {
      const [, tag] = /^<(?:[\w.-]+:)?([\w.-]+)[\s/>]/u.exec(head.slice(at, at + 200)) ?? [];
      return tag === name;
    }
    const [piece, declared] = found;
    at += piece.length;
    if (declared === undefined) continue;
    const end = endOfDoctype(head, at);
    if (end === undefined) return declared === name;
    at = end;
  }
}
