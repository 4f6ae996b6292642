import { z } from 'zod';
import type { Issue } from '../../model/issue.ts';

const Finding = z.object({
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
});

/** A finding as the explorer shows it, wherever it came from. */
export type Finding = z.infer<typeof Finding>;

/** The body of a server's answer that is no graph. */
export const Refusal = z.object({
  error: z.object({ message: z.string(), issues: z.array(Finding).default([]) }),
});

export function asFinding(issue: Issue): Finding {
  return { ...issue, path: [...issue.path] };
}

/** What stands in for findings where something else keeps a graph from being opened. */
export function unreadable(message: string): Finding {
  return { code: 'unreadable', severity: 'error', path: [], message };
}
