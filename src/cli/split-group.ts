/** What stands between pluses, as in `A+B`; a plus behind a backslash belongs to a name. */
export function splitGroup(typed: string): string[] {
  return typed.split(/(?<!\\)\+/u).map((part) => part.replaceAll('\\+', '+').trim());
}
