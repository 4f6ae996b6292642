/** What can be wrong with data, as data: the code and places first, the sentence made from them last. */
export type IssueCode =
  | 'unreadable'
  | 'too-large'
  | 'outside-folder'
  | 'invalid-yaml'
  | 'invalid-json'
  | 'invalid-encoding'
  | 'invalid-format'
  | 'refused-content'
  | 'missing-file'
  | 'invalid-value'
  | 'missing-field'
  | 'unknown-field'
  | 'duplicate-id'
  | 'duplicate-claim'
  | 'unknown-id'
  | 'outside-domain'
  | 'outside-range'
  | 'circular'
  | 'contradictory'
  | 'id-mismatch'
  | 'markup-in-label'
  | 'missing-locator'
  | 'document-missing'
  | 'document-changed'
  | 'passage-moved'
  | 'passage-changed'
  | 'passage-missing';

export type IssuePath = readonly (string | number)[];

/** Where something stands in a file. Line and column count from 1. */
export interface Place {
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
}

export interface Issue extends Place {
  readonly code: IssueCode;
  /** An error keeps a graph from being opened; a warning does not. */
  readonly severity: 'error' | 'warning';
  /** Steps from the root of the document or file to the value. */
  readonly path: IssuePath;
  /** The id of the record that the value belongs to, where it has one. */
  readonly id?: string;
  readonly message: string;
  readonly expected?: string;
  readonly got?: string;
  readonly remedy?: string;
}

/** `file:line:column` as far as it is known. */
export function formatPlace(place: Place): string {
  return [place.file, place.line, place.column].filter((part) => part !== undefined).join(':');
}

/** One issue in words, on one line. */
export function formatIssue(issue: Issue): string {
  const where = formatPlace(issue);
  const path = issue.path.length > 0 ? ` at ${issue.path.join('.')}` : '';
  const record = issue.id === undefined ? '' : ` (${issue.id})`;
  const expected = issue.expected === undefined ? '' : `; expected ${issue.expected}`;
  const got = issue.got === undefined ? '' : `, got ${issue.got}`;
  const remedy = issue.remedy === undefined ? '' : `. ${issue.remedy}`;
  return `${where === '' ? '' : `${where}: `}${issue.message}${path}${record}${expected}${got}${remedy}`;
}

/** Characters of a value that a message shows. */
const SHOWN = 80;

/**
 * JSON of a value, or its start: a few more than `room` characters. What lies behind these, or that deep, is not gone
 * into, so that neither a large value nor a deep or circular one costs anything.
 */
function jsonStart(value: unknown, room: number): string {
  // A long text is cut before it is quoted: only its start is shown.
  if (typeof value === 'string') return JSON.stringify(value.slice(0, SHOWN + 20));
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? String(value);
  let text = '';
  const add = (name: string, one: unknown): void => {
    text += `${text === '' ? '' : ','}${name}${jsonStart(one, room - text.length - name.length - 1)}`;
  };
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length && text.length < room; i++) add('', value[i] ?? null);
    return `[${text}]`;
  }
  for (const name in value) {
    if (text.length >= room) break;
    const one: unknown = Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined;
    if (one !== undefined) add(`${JSON.stringify(name.slice(0, SHOWN + 20))}:`, one);
  }
  return `{${text}}`;
}

/** Shows a value in a message: short, on one line, quoted if it is text. */
export function showValue(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = jsonStart(value, SHOWN);
  return text.length > SHOWN ? `${text.slice(0, SHOWN - 3)}…` : text;
}

/** Thrown where data cannot be taken. Carries all that was found, not the first. */
export class InvalidGraphError extends Error {
  readonly issues: readonly Issue[];
  constructor(issues: readonly Issue[], options?: ErrorOptions) {
    const first = issues[0];
    const more = issues.length > 1 ? ` (and ${issues.length - 1} more)` : '';
    super(first === undefined ? 'The graph is invalid.' : `${formatIssue(first)}${more}`, options);
    this.name = 'InvalidGraphError';
    this.issues = issues;
  }
}

/** Thrown for a call that cannot be answered: an unknown id, an impossible option. The person can mend it. */
export class UsageError extends Error {
  /** What may have been meant, best first. */
  readonly candidates: readonly string[];
  constructor(message: string, candidates: readonly string[] = []) {
    super(message);
    this.name = 'UsageError';
    this.candidates = candidates;
  }
}
