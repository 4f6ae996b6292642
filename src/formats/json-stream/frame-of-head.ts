/** What the outermost object of a JSON file holds, as far as a start of the file shows. */
export interface FrameOfHead {
  /** What begins the value of each member: `{`, `[`, `"`, or the first character of a number or word. */
  readonly begins: ReadonlyMap<string, string>;
  /** Names of members of members that are objects: `options.type`. */
  readonly inner: ReadonlySet<string>;
}

/** Longer ones are none that a format is known by, and are passed over. */
const LONGEST_NAME = 100;

/**
 * Looks at the names in the outermost object alone: what stands deeper, or in a text, says nothing of what a file is.
 * Undefined for a start that is not that of an object. The start may break off anywhere.
 */
export function frameOfHead(head: string): FrameOfHead | undefined {
  const start = head.search(/[^\s\ufeff]/u);
  if (start < 0 || head.charAt(start) !== '{') return undefined;
  const begins = new Map<string, string>();
  const inner = new Set<string>();
  let depth = 0;
  /** The last text on the first two levels, which is a name if a colon follows. */
  let text = '';
  /** The name whose value comes next on the first level, and the one that is open there. */
  let name: string | undefined;
  let open = '';
  const value = (unit: string): void => {
    if (depth !== 1 || name === undefined) return;
    begins.set(name, unit);
    open = unit === '{' ? name : '';
    name = undefined;
  };
  for (let at = start; at < head.length; at++) {
    const unit = head.charAt(at);
    if (unit === '"') {
      value(unit);
      let end = at + 1;
      while (end < head.length && head.charAt(end) !== '"') end += head.charAt(end) === '\\' ? 2 : 1;
      if (end >= head.length) break;
      text = end - at > LONGEST_NAME ? '' : head.slice(at + 1, end);
      at = end;
    } else if (unit === '{' || unit === '[') {
      value(unit);
      depth++;
    } else if (unit === '}' || unit === ']') {
      depth--;
      if (depth === 0) break;
    } else if (unit === ':') {
      if (depth === 1) name = text;
      else if (depth === 2 && open !== '') inner.add(`${open}.${text}`);
    } else if (unit !== ',' && !/\s/u.test(unit)) value(unit);
  }
  return { begins, inner };
}
