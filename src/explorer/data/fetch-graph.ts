import { type Finding, Refusal, unreadable } from './finding.ts';

/**
 * Fetches the text of a served graph, or the findings for which the server does not give it. Rejects where the server
 * cannot be reached or answers neither.
 */
export async function fetchGraph(address: string, signal: AbortSignal): Promise<string | readonly Finding[]> {
  const response = await fetch(address, { signal });
  if (response.ok) return response.text();
  const isJson = response.headers.get('content-type')?.includes('json') ?? false;
  const refusal = Refusal.safeParse(isJson ? await response.json() : undefined);
  if (!refusal.success) throw new Error(`The server answered ${response.status} ${response.statusText} for the graph.`);
  const { message, issues } = refusal.data.error;
  return issues.length > 0 ? issues : [unreadable(message)];
}
