/** The deepest nesting that a file may have. A record of a graph has five levels; parsers recurse on each. */
export const MAX_DEPTH = 100;

/** Whether JSON text nests deeper than MAX_DEPTH. Reads characters only, so that it may come before any parser. */
export function jsonTooDeep(text: string): boolean {
  let depth = 0;
  let inText = false;
  for (let i = 0; i < text.length; i++) {
    const unit = text[i];
    if (inText) {
      if (unit === '\\') i++;
      else if (unit === '"') inText = false;
    } else if (unit === '"') inText = true;
    else if (unit === '[' || unit === '{') {
      depth++;
      if (depth > MAX_DEPTH) return true;
    } else if (unit === ']' || unit === '}') depth--;
  }
  return false;
}
