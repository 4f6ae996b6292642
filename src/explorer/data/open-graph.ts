import { z } from 'zod';
import { readGraphDocument } from '../../formats/graph-document/read-graph-document.ts';
import type { GraphDocument } from '../../model/graph-document.ts';
import type { Issue } from '../../model/issue.ts';

const Refusal = z.object({
  error: z.object({
    message: z.string(),
    issues: z
      .array(
        z.object({
          code: z.string(),
          severity: z.enum(['error', 'warning']),
          path: z.array(z.union([z.string(), z.number()])),
          message: z.string(),
          id: z.string().optional(),
          file: z.string().optional(),
          line: z.number().optional(),
          column: z.number().optional(),
          expected: z.string().optional(),
          got: z.string().optional(),
          remedy: z.string().optional(),
        }),
      )
      .default([]),
  }),
});

/** A finding as the explorer shows it, wherever it came from. */
export type Finding = z.infer<typeof Refusal>['error']['issues'][number];

export interface OpenedGraph {
  readonly graph?: GraphDocument;
  readonly findings: readonly Finding[];
}

function asFinding(issue: Issue): Finding {
  return { ...issue, path: [...issue.path] };
}

/** Reads a graph document from text; findings take the place of a graph that cannot be opened. */
export function openText(text: string, file: string): OpenedGraph {
  const { graph, issues } = readGraphDocument(text, file);
  return { ...(graph === undefined ? {} : { graph }), findings: issues.map(asFinding) };
}

/** Fetches the served graph. Rejects where the server cannot be reached or answers neither a graph nor findings. */
export async function fetchGraph(signal: AbortSignal): Promise<OpenedGraph> {
  const response = await fetch('./api/graph', { signal });
  const text = await response.text();
  if (response.ok) return openText(text, 'api/graph');
  const refusal = Refusal.safeParse(JSON.parse(text));
  if (!refusal.success) throw new Error(`The server answered ${response.status} ${response.statusText}.`);
  const { message, issues } = refusal.data.error;
  return {
    findings: issues.length > 0 ? issues : [{ code: 'unreadable', severity: 'error', path: [], message }],
  };
}

export const ServedDocuments = z.array(z.object({ file: z.string(), text: z.string() }));
export type ServedDocument = z.infer<typeof ServedDocuments>[number];

/** Fetches the documents that the server was given; an empty list where it was given none. */
export async function fetchDocuments(signal: AbortSignal): Promise<readonly ServedDocument[]> {
  const response = await fetch('./api/documents', { signal });
  if (!response.ok) throw new Error(`The server answered ${response.status} for the documents.`);
  return ServedDocuments.parse(await response.json());
}
