import { cpus, totalmem } from 'node:os';

/** Linear interpolation between the ranks, as in R's default (type 7). */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const rank = (sorted.length - 1) * share;
  const [low = Number.NaN, high = low] = [sorted[Math.floor(rank)], sorted[Math.ceil(rank)]];
  return low + (high - low) * (rank - Math.floor(rank));
}

/** Prints rows of cells as a Markdown table, the first row as its head. */
export function printTable(rows: readonly (readonly (string | number)[])[]): void {
  const lines = rows.map((row) => `| ${row.join(' | ')} |`);
  const rule = `|${' --- |'.repeat(rows[0]?.length ?? 0)}`;
  process.stdout.write(`${lines.toSpliced(1, 0, rule).join('\n')}\n\n`);
}

/** Processors and memory, in words. */
export function machine(): string {
  return `${cpus().length} × ${cpus()[0]?.model.trim() || 'unknown processor'}, ${(totalmem() / 2 ** 30).toFixed(0)} GB`;
}

/** Today, as in ISO 8601. */
export const today = (): string => new Date().toISOString().slice(0, 10);
