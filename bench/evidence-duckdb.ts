/** The same weighing in SQL, for bench/evidence.ts to compare with. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EvidenceColumns } from '../src/evidence/evidence-columns.ts';
import type { Fusion } from '../src/evidence/fusion.ts';
import { CORROBORATED, DENIED, DISPUTED, SINGLE, UNKNOWN } from '../src/evidence/relation-scale.ts';
import { DEFAULT_WEIGHTS, UNITS_PER_ONE } from '../src/evidence/weights.ts';

// The part of @duckdb/node-api that is used here; it is installed for benches only, if at all.
export interface Connection {
  run(sql: string): Promise<unknown>;
  runAndReadAll(sql: string): Promise<{ getColumnsJS(): unknown[][] }>;
}
export interface DuckDb {
  version(): string;
  readonly DuckDBInstance: { create(path: string): Promise<{ connect(): Promise<Connection> }> };
}

function isDuckDb(value: unknown): value is DuckDb {
  return typeof value === 'object' && value !== null && 'version' in value && 'DuckDBInstance' in value;
}

export async function importDuckDb(): Promise<DuckDb | undefined> {
  // By a variable, since the compiler must not look for it.
  const name: string = '@duckdb/node-api';
  const { default: api }: { default?: unknown } = await import(name).catch(() => ({}));
  return isDuckDb(api) ? api : undefined;
}

const THRESHOLD_TWICE = DEFAULT_WEIGHTS.threshold * UNITS_PER_ONE * 2;
const RATIO = DEFAULT_WEIGHTS.ratio;
/**
 * A word's weight and days in one number, whose greatest is the strongest word of its side: more units; else undated
 * (days 0 to 65535); else the later last day; else the earlier first day.
 */
const DUCKDB_MACROS = `
  CREATE MACRO word_of(units, first, last) AS units::BIGINT << 32 | coalesce(last << 16 | (65535 - first), 4294967295);
  CREATE MACRO first_day(word) AS 65535 - (word & 65535);
  CREATE MACRO last_day(word) AS (word >> 16) & 65535;
  CREATE MACRO counted_twice(word, other) AS ((word >> 32) * CASE
    WHEN other IS NULL OR first_day(word) > last_day(other) THEN 2
    WHEN first_day(other) > last_day(word) THEN 0 ELSE 1 END)::INTEGER;
  CREATE MACRO verdict_by(f, a, strongest, denied) AS (CASE WHEN f + a < ${THRESHOLD_TWICE} THEN ${UNKNOWN}
    WHEN a >= ${RATIO} * f THEN CASE WHEN denied THEN ${DENIED} ELSE ${UNKNOWN} END
    WHEN f < ${RATIO} * a THEN ${DISPUTED}
    WHEN f - strongest >= ${THRESHOLD_TWICE} THEN ${CORROBORATED} ELSE ${SINGLE} END)::UTINYINT`;
/**
 * What a fusion finds, but for the ranges of E10 and exclusions: what each origin counts for on each relation, each
 * relation, each relation without each origin, and each origin's tally. Of the ways tried the fastest.
 */
export const DUCKDB_FUSION = `
  CREATE OR REPLACE TEMP TABLE pair AS
  SELECT relation, origin, denies, coalesce(counted_twice(yes, no), 0) AS f, coalesce(counted_twice(no, yes), 0) AS a
  FROM (SELECT relation, origin, bool_or(stance = 1) AS denies,
      max(word) FILTER (stance = 0) AS yes, max(word) FILTER (stance <> 0) AS no
    FROM (SELECT relation, origin, stance, word_of(units, first, last) AS word FROM claims) GROUP BY relation, origin);
  CREATE OR REPLACE TEMP TABLE relation AS SELECT *, verdict_by(f, a, strongest, denials > 0) AS verdict
  FROM (SELECT relation, sum(f)::BIGINT AS f, sum(a)::BIGINT AS a, max(f) AS strongest,
      coalesce(max(f, 2)[2], 0) AS second, count(*) FILTER (denies AND a > 0) AS denials FROM pair GROUP BY relation);
  CREATE OR REPLACE TEMP TABLE left_out AS SELECT relation, origin, pair.f, pair.a, relation.verdict AS before,
    verdict_by(relation.f - pair.f, relation.a - pair.a, CASE WHEN pair.f = strongest THEN second ELSE strongest END,
      denials > (denies AND pair.a > 0)::INTEGER) AS verdict
  FROM pair JOIN relation USING (relation);
  CREATE OR REPLACE TEMP TABLE tally AS SELECT origin, count(*) FILTER (verdict = before) AS holds,
    count(*) FILTER (before = ${CORROBORATED} AND verdict = ${SINGLE}) AS weakens,
    count(*) FILTER (verdict < before AND NOT (before = ${CORROBORATED} AND verdict = ${SINGLE})) AS collapses,
    count(*) FILTER (verdict > before) AS rises
  FROM left_out GROUP BY origin`;

/** A connection to a DuckDB in memory that holds the claims in a table, and what the fusion needs. */
export async function loadDuckDb(duckDb: DuckDb, columns: EvidenceColumns): Promise<Connection> {
  const connection = await (await duckDb.DuckDBInstance.create(':memory:')).connect();
  const folder = mkdtempSync(join(tmpdir(), 'ascribe-bench-'));
  const { relation, origin, units, stance, said, dates } = columns;
  const day = (date: number, end: number): number | '' =>
    date < 0 ? '' : Math.floor((dates[date * 2 + end] ?? 0) / 864e5);
  const lines = Array.from(said, (date, i) =>
    [relation[i], i, origin[i], units[i], stance[i], day(date, 0), day(date, 1)].join(),
  );
  writeFileSync(join(folder, 'claims.csv'), lines.join('\n'));
  await connection.run(`CREATE TABLE claims AS SELECT * FROM read_csv('${join(folder, 'claims.csv')}', header = false,
    columns = { relation: 'INTEGER', claim: 'INTEGER', origin: 'INTEGER', units: 'INTEGER', stance: 'UTINYINT',
      first: 'INTEGER', last: 'INTEGER' });${DUCKDB_MACROS}`);
  rmSync(folder, { recursive: true });
  return connection;
}

/** Throws where DuckDB found anything else than the fusion did; gives the number of pairs of relation and origin. */
export async function compare(connection: Connection, fusion: Fusion, origins: number): Promise<number> {
  const check = async (what: string, select: string, rows: readonly (readonly number[])[]): Promise<void> => {
    const found = (await connection.runAndReadAll(`SELECT ${select}`)).getColumnsJS();
    if (found[0]?.length !== rows.length)
      throw new Error(`${what}: ${found[0]?.length} rows in DuckDB, not ${rows.length}`);
    rows.forEach((row, i) => {
      const other = found.map((column) => Number(column[i]));
      if (row.join() !== other.join()) throw new Error(`${what}: DuckDB found ${other}, the fusion ${row}`);
    });
  };
  const relations = Array.from({ length: fusion.relationCount }, (_, r) => r);
  await check(
    'relation, for, against, strongest, denied, verdict',
    'relation, f, a, strongest, denials > 0, verdict FROM relation ORDER BY relation',
    relations.map((r) => {
      const { strongestTwice } = fusion.sums(r);
      return [
        r,
        fusion.forTwice(r),
        fusion.againstTwice(r),
        strongestTwice,
        Number(fusion.hasDenial(r)),
        fusion.verdict(r),
      ];
    }),
  );
  const leftOut = relations.flatMap((r) =>
    fusion
      .leftOut(r)
      .toSorted((a, b) => a.origin - b.origin)
      .map((share) => [r, share.origin, share.forTwice, share.againstTwice, share.verdict]),
  );
  const pair = 'relation, origin, f, a, verdict FROM left_out ORDER BY relation, origin';
  await check('relation, origin, for, against, verdict without it', pair, leftOut);
  await check(
    'origin, holds, weakens, collapses, rises',
    'origin, holds, weakens, collapses, rises FROM tally ORDER BY origin',
    Array.from({ length: origins }, (_, o) => [o, ...Object.values(fusion.tally(o))]).filter((row) =>
      row.slice(1).some(Boolean),
    ),
  );
  return leftOut.length;
}
