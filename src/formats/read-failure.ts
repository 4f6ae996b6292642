import type { Issue } from '../model/issue.ts';

/** Thrown inside a reader where it cannot go on; `failed` turns it into the issue that the person is told. */
export class ReadFailure extends Error {
  readonly issue: Issue;
  constructor(issue: Omit<Issue, 'severity' | 'path'> & Partial<Pick<Issue, 'path'>>) {
    super(issue.message);
    this.name = 'ReadFailure';
    this.issue = { severity: 'error', path: [], ...issue };
  }
}

/** What a reading comes to when it was broken off. Throws what is no ReadFailure again. */
export function failed(error: unknown): { readonly issues: readonly Issue[] } {
  if (error instanceof ReadFailure) return { issues: [error.issue] };
  throw error;
}
