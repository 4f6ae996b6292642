import type { Issue } from '../../model/issue.ts';
import type { KnownLoss, Loss } from '../format.ts';
import type { RecordPlace } from './records.ts';

/** A finding as a reader gives it; an error unless told. */
export type GivenIssue = Omit<Issue, 'severity' | 'path'> & Partial<Pick<Issue, 'severity' | 'path'>>;

/** Fields whose losses are told one by one. A hostile file can have a name of its own for each thing that is lost. */
export const MOST_LOST_FIELDS = 1000;
/** The row in which the losses of all further fields are counted. */
const OTHER_FIELDS = 'other fields';

/**
 * What is found while a file is read: findings up to a limit, the rest counted; bad records; losses added up by field, also
 * up to a limit, the rest in one row.
 */
export class Findings {
  readonly #file: string;
  readonly #most: number;
  readonly #skipBad: boolean;
  readonly #issues: Issue[] = [];
  readonly #losses = new Map<string, { loss: KnownLoss; count: number }>();
  /** Losses of fields beyond the limit: how many, and what keeps them, if it is one format for all. */
  #others = 0;
  #othersKeptBy: string | undefined;
  #untold = 0;
  #refused = false;
  /** Records that were left out: by their places, and those that have none. */
  readonly #badPlaces = new Set<string>();
  #badElsewhere = 0;

  constructor({ file, most, skipBad }: { file: string; most: number; skipBad: boolean }) {
    this.#file = file;
    this.#most = most;
    this.#skipBad = skipBad;
  }

  /** Whether an error was found, by which there is no graph. */
  get refused(): boolean {
    return this.#refused;
  }

  /** How many records were left out. */
  get skipped(): number {
    return this.#badPlaces.size + this.#badElsewhere;
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

  /**
   * A record that cannot be taken: it refuses the file, unless bad records are to be left out; then it is counted, once for
   * its place, however many things are made of it (both ways of a mutual edge).
   */
  bad(issue: GivenIssue, place: RecordPlace = {}): void {
    if (!this.#skipBad) {
      this.tell({ ...issue, severity: 'error' }, place);
      return;
    }
    this.#countBad(place);
    this.tell({ ...issue, severity: 'warning', message: `${issue.message}; the record was left out` }, place);
  }

  /** One bad record in which several things are wrong: it is left out, and counted, once. */
  badRecord(issues: readonly GivenIssue[], place: RecordPlace = {}): void {
    const [first, ...others] = issues;
    if (first !== undefined) this.bad(first, place);
    for (const issue of others) this.tell({ ...issue, severity: this.#skipBad ? 'warning' : 'error' }, place);
  }

  #countBad({ file, line, column, path = [] }: RecordPlace): void {
    if (line === undefined && column === undefined && path.length === 0) this.#badElsewhere++;
    else this.#badPlaces.add(JSON.stringify([file, line, column, path]));
  }

  lose(loss: KnownLoss, count = 1): void {
    const known = this.#losses.get(loss.field);
    if (known !== undefined) known.count += count;
    else if (this.#losses.size < MOST_LOST_FIELDS) this.#losses.set(loss.field, { loss, count });
    else {
      this.#others += count;
      this.#othersKeptBy ??= loss.keptBy;
      if (this.#othersKeptBy !== loss.keptBy) this.#othersKeptBy = 'none';
    }
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
    const told = [...this.#losses.values()].map(({ loss, count }) => ({ ...loss, count }));
    const others: Loss = {
      field: OTHER_FIELDS,
      why: `only ${MOST_LOST_FIELDS} fields are told one by one`,
      keptBy: this.#othersKeptBy ?? 'none',
      count: this.#others,
    };
    return [...told, others].filter(({ count }) => count > 0);
  }
}
