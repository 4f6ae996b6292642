/** The first line of a text with something in it, without a byte order mark. */
export function firstLine(head: string): string {
  return /\S[^\n]*/u.exec(head.replace(/^\ufeff/u, ''))?.[0].trimEnd() ?? '';
}

/** Whether a file is an answer of a search (Aleph, OpenSanctions), with its entities in "results". */
export function isAnswer(head: string): boolean {
  const start = /^\ufeff?\s*\{[^[]*?"results"\s*:\s*\[\s*\{/u.exec(head)?.[0];
  return start !== undefined && !/"(?:schema|properties)"\s*:/u.test(start);
}

/** Whether objects stand over several lines, or in a list, rather than each in a line of its own: by the first line. */
export function isSpread(line: string): boolean {
  return line.startsWith('[') || line === '{' || (line.startsWith('{') && line.endsWith(','));
}

/** Whether a start of a file is that of an entity: an object with the members that any entity has. */
export function beginsWithEntity(head: string): boolean {
  const line = firstLine(head);
  const first = isSpread(line) ? head : line;
  return (
    (/^(?:\[\s*)?\{/u.test(line) || /^\[$/u.test(line)) &&
    /"schema"\s*:\s*"[A-Za-z]/u.test(first) &&
    /"properties"\s*:\s*\{/u.test(first)
  );
}
