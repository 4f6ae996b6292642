/** An id as a text: tools number their nodes, too. */
export function keyOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : undefined;
}
