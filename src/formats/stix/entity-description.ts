/** How an entity is described to other programs; empty where there is nothing to tell. */
export function entityDescription(summary: string | undefined, aliases: readonly string[]): string {
  return [
    ...(summary === undefined ? [] : [summary]),
    ...(aliases.length === 0 ? [] : [`Also: ${aliases.join(' | ')}`]),
  ].join('\n');
}
