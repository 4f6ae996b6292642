import type { Issue } from '../../model/issue.ts';
import type { KnownLoss, Loss } from '../format.ts';
import type { RecordPlace } from './records.ts';

/** A finding as a reader gives it; an error unless told. */
export type GivenIssue = Omit<Issue, 'severity' | 'path'> & Partial<Pick<Issue, 'severity' | 'path'>>;

/** What is found while a file is read: findings up to a limit, the rest counted; bad records; losses added up by field. */
export class Findings {
  readonly #file: string;
  readonly #most: number;
  readonly #skipBad: boolean;
  readonly #issues: Issue[] = [];
  readonly #losses = new Map<string, { loss: KnownLoss; count: number }>();
  #untold = 0;
  #refused = false;
  skipped = 0;

  constructor({ file, most, skipBad }: { file: string; most: number; skipBad: boolean }) {
    this.#file = file;
    this.#most = most;
    this.#skipBad = skipBad;
  }

  /** Whether an error was found, by which there is no graph. */
  get refused(): boolean {
    return this.#refused;
  }

  tell(issue: GivenIssue, place: RecordPlace = {}): void {
    const severity = issue.severity ?? 'error';
    if (severity === 'error') this.#refused = true;
    if (this.#issues.length >= this.#most) {
      this.#untold++;
      return;
    }
    this.#issues.push({ file: this.#file, path: [], ...place, ...issue, severity });
  }

  /** A record that cannot be taken: it refuses the file, unless bad records are to be left out; then it is counted. */
  bad(issue: GivenIssue, place: RecordPlace = {}): void {
    if (!this.#skipBad) {
      this.tell({ ...issue, severity: 'error' }, place);
      return;
    }
    this.skipped++;
    this.tell({ ...issue, severity: 'warning', message: `${issue.message}; the record was left out` }, place);
  }

  /** One bad record in which several things are wrong: it is left out, and counted, once. */
  badRecord(issues: readonly GivenIssue[], place: RecordPlace = {}): void {
    const [first, ...others] = issues;
    if (first !== undefined) this.bad(first, place);
    for (const issue of others) this.tell({ ...issue, severity: this.#skipBad ? 'warning' : 'error' }, place);
  }

  lose(loss: KnownLoss, count = 1): void {
    const known = this.#losses.get(loss.field);
    if (known === undefined) this.#losses.set(loss.field, { loss, count });
    else known.count += count;
  }

  get issues(): readonly Issue[] {
    if (this.#untold === 0) return this.#issues;
    const rest: Issue = {
      code: 'invalid-value',
      severity: this.#refused ? 'error' : 'warning',
      path: [],
      file: this.#file,
      message: `${this.#untold} more findings are not listed`,
    };
    return [...this.#issues, rest];
  }

  get losses(): readonly Loss[] {
    return [...this.#losses.values()].filter(({ count }) => count > 0).map(({ loss, count }) => ({ ...loss, count }));
  }
}
