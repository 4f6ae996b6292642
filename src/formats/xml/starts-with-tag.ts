/** Whether the first tag of an XML file, given its start, is of this local name; what may stand before it is passed. */
export function startsWithTag(head: string, name: string): boolean {
  let at = 0;
  for (;;) {
    while (at < head.length && /\s/u.test(head.charAt(at))) at++;
    const end = head.startsWith('<!--', at) ? '-->' : head.startsWith('<?', at) ? '?>' : undefined;
    if (end === undefined && !head.startsWith('<!DOCTYPE', at)) break;
    const found = head.indexOf(end ?? '>', at);
    if (found < 0) return false;
    at = found + (end ?? '>').length;
  }
  const [, tag] = /^<(?:[\w.-]+:)?([\w.-]+)[\s/>]/u.exec(head.slice(at, at + 200)) ?? [];
  return tag === name;
}
