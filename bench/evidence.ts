/**
 * How long it takes to weigh a million claims (EVIDENCE E9–E13, E21), beside one pass over the same memory and beside
 * DuckDB, all in one run. How to run it: bench/README.md.
 *
 * The claims are made up and the same on every run. Relations and origins are drawn by a power law (of n in a shuffled
 * order that of index ⌊n·x³⌋, x even in [0, 1)); each relation has at least one claim, and one claim in five repeats
 * the last origin of its relation. Rows come by claim, so that those of a relation lie scattered.
 */
import { spawnSync } from 'node:child_process';
import { cpus } from 'node:os';
import { setTimeout } from 'node:timers/promises';
import type { EvidenceColumns, RelationRows } from '../src/evidence/evidence-columns.ts';
import { Fusion } from '../src/evidence/fusion.ts';
import { DEFAULT_WEIGHTS, toUnits, type WeightTable } from '../src/evidence/weights.ts';
import { compare, DUCKDB_FUSION, importDuckDb, loadDuckDb } from './evidence-duckdb.ts';
import { seededRandom } from './random.ts';
import { machine, printTable, quantile, today } from './report.ts';

const SEED = 20_240_513;
const [CLAIMS, RELATIONS, ORIGINS] = [1_000_000, 300_000, 20_000];
const [RUNS, WARM_UP, EDITS] = [11, 10, 20_000];
const [DRAWS, SHARES] = [
  ['evenly', 'by its claims'],
  [0.5, 0.95, 0.99],
] as const;
const TARGETS = { coldMs: 150, warmMs: 60, editUs: 100 };
const OTHER_WEIGHTS: WeightTable = {
  ...DEFAULT_WEIGHTS,
  reliability: { ...DEFAULT_WEIGHTS.reliability, B: 0.8, F: 0.2 },
  threshold: 1 / 2,
  ratio: 3,
};

const random = seededRandom(SEED);
const upTo = (limit: number): number => Math.floor(random() * limit);
const byPowerLaw = (order: Int32Array): number => order[Math.floor(order.length * random() ** 3)] ?? 0;

function shuffle(array: Int32Array): Int32Array {
  for (let i = array.length - 1; i > 0; i--) {
    const j = upTo(i + 1);
    [array[i], array[j]] = [array[j] ?? 0, array[i] ?? 0];
  }
  return array;
}

interface Data {
  readonly columns: EvidenceColumns;
  /** Units of each claim by a table. */
  readonly unitsBy: (table: WeightTable) => Int32Array;
}

function generate(): Data {
  const indexes = (length: number): Int32Array => Int32Array.from({ length }, (_, i) => i);
  const [relations, origins] = [shuffle(indexes(RELATIONS)), shuffle(indexes(ORIGINS))];
  const relation = shuffle(indexes(CLAIMS).map((i) => (i < RELATIONS ? i : byPowerLaw(relations))));
  const last = new Int32Array(RELATIONS).fill(-1);
  const origin = relation.map((of) => {
    if ((last[of] ?? -1) < 0 || random() >= 0.2) last[of] = byPowerLaw(origins);
    return last[of] ?? 0;
  });
  const stance = Uint8Array.from({ length: CLAIMS }, () => {
    const x = random();
    return x < 0.88 ? 0 : x < 0.97 ? 1 : 2;
  });
  const letters = Array.from({ length: CLAIMS }, () => (['A', 'B', 'B', 'C', 'C', 'D', 'E', 'F'] as const)[upTo(8)]);
  const digits = Array.from({ length: CLAIMS }, () => ([6, 6, 6, 6, 2, 3, 4, 5] as const)[upTo(8)]);
  const hedges = Array.from({ length: CLAIMS }, () => ([undefined, undefined, 'mild', 'strong'] as const)[upTo(4)]);
  const unitsBy = (table: WeightTable): Int32Array =>
    Int32Array.from(letters, (letter, i) => {
      const t = table.reliability[letter ?? 'F'];
      const hedge = hedges[i];
      const factor = table.credibility[digits[i] ?? 6] * (hedge === undefined ? 1 : table.hedge[hedge]);
      return toUnits((t / (1 - t)) * factor * (stance[i] === 2 ? table.doubt : 1));
    });
  // 2,000 days from 2010 on, then as many spans of thirty days.
  const days = Array.from({ length: 4000 }, (_, i) => [14_610 + (i % 2000), 14_610 + (i % 2000) + (i < 2000 ? 0 : 29)]);
  // Whoever says most is everybody unnamed; besides, one origin in fifty is a document that nobody is known to publish.
  const known = Uint8Array.from({ length: ORIGINS }, () => (random() < 0.98 ? 1 : 0));
  known[origins[0] ?? 0] = 0;
  const columns = {
    relationCount: RELATIONS,
    claim: indexes(CLAIMS),
    ...{ relation, origin, stance, known },
    units: unitsBy(DEFAULT_WEIGHTS),
    said: indexes(CLAIMS).map(() => (random() < 0.7 ? upTo(2000) + (random() < 0.1 ? 2000 : 0) : -1)),
    voice: origin.map((of) => (of === origins[0] ? upTo(5000) : -1)),
    dates: Float64Array.from(days.flatMap(([first = 0, end = 0]) => [first * 864e5, (end + 1) * 864e5 - 1])),
  };
  return { columns, unitsBy };
}

/** The columns without what they were made from, which would be in the way of counting bytes. */
function generatedColumns(): EvidenceColumns {
  return generate().columns;
}

/** One pass over all columns: what reading them costs. The sum is returned, so that no compiler leaves it out. */
function readAll({ relation, claim, origin, units, stance, said, voice }: EvidenceColumns): number {
  let sum = 0;
  for (let i = 0; i < relation.length; i++) {
    const [a, b, c, d] = [relation[i] ?? 0, claim[i] ?? 0, origin[i] ?? 0, units[i] ?? 0];
    sum = (sum + a + b + c + d + (stance[i] ?? 0) + (said[i] ?? 0) + (voice[i] ?? 0)) | 0;
  }
  return sum;
}

/** Bytes in use by the process: JavaScript's heap, and the arrays beside it, which are let go only by and by. */
async function bytesInUse(): Promise<number> {
  for (let i = 0; i < 3; i++) {
    globalThis.gc?.();
    await setTimeout(20);
  }
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** A first fusion in this process, compilation and all. Writes milliseconds, bytes of the columns, bytes it holds. */
async function firstFusion(columns: EvidenceColumns): Promise<void> {
  // What making the claims has left behind is not for the fusion to clear away.
  globalThis.gc?.();
  const start = performance.now();
  let fusion: Fusion | undefined = new Fusion(columns, DEFAULT_WEIGHTS);
  const ms = performance.now() - start;
  const [bytes, withIt] = [fusion.bytes, await bytesInUse()];
  fusion = undefined;
  const held = withIt - (await bytesInUse());
  process.stdout.write(`${ms} ${bytes} ${held} ${columns.claim.length}`);
}

function firstFusionElsewhere(): { ms: number; bytes: number; held: number } {
  const { stdout, stderr } = spawnSync(process.execPath, ['--expose-gc', import.meta.filename, 'first'], {
    encoding: 'utf8',
  });
  const [ms = Number.NaN, bytes = Number.NaN, held = Number.NaN] = stdout.split(' ').map(Number);
  if (!Number.isFinite(ms + bytes + held)) throw new Error(`the fresh process failed: ${stderr}`);
  return { ms, bytes, held };
}

/** Edits one relation after another; microseconds that each edit took, and how many claims the relation had. */
function edit(
  fusion: Fusion,
  columns: EvidenceColumns,
  relations: readonly number[],
): { us: number[]; sizes: number[] } {
  const rowsOf = new Map(relations.map((relation) => [relation, [] as number[]]));
  for (const [i, relation] of columns.relation.entries()) rowsOf.get(relation)?.push(i);
  const rowsAt = (rows: readonly number[]): RelationRows => {
    const take = (column: Int32Array | Uint8Array): Int32Array => Int32Array.from(rows, (i) => column[i] ?? 0);
    const { claim, origin, units, stance, said, voice } = columns;
    const ints = { claim: take(claim), origin: take(origin), units: take(units), said: take(said), voice: take(voice) };
    return { ...ints, stance: Uint8Array.from(take(stance)) };
  };
  const edits = relations.map((relation, i): [number, RelationRows, number] => {
    const had = rowsOf.get(relation) ?? [];
    // By turns one claim less, one more, or one of another weight.
    const more = [...had, upTo(CLAIMS)].toSorted((a, b) => a - b);
    const rows = rowsAt(i % 3 === 0 ? had.slice(1) : i % 3 === 1 ? more : had);
    if (i % 3 === 2) rows.units[0] = columns.units[upTo(CLAIMS)] ?? 0;
    return [relation, rows, had.length];
  });
  const us = edits.map(([relation, rows]) => {
    const start = performance.now();
    fusion.replace(relation, rows);
    return (performance.now() - start) * 1000;
  });
  // All edits undone, everything must be as in a fusion that was never edited.
  for (const [relation, rows] of rowsOf) fusion.replace(relation, rowsAt(rows));
  const tallies = (of: Fusion): string => JSON.stringify(Array.from({ length: ORIGINS }, (_, o) => of.tally(o)));
  if (tallies(fusion) !== tallies(new Fusion(columns, DEFAULT_WEIGHTS))) throw new Error('edits left something behind');
  return { us, sizes: edits.map(([, , size]) => size) };
}

async function main(): Promise<void> {
  const { columns, unitsBy } = generate();
  const fusion = new Fusion(columns, DEFAULT_WEIGHTS);
  const duckDb = await importDuckDb();
  const connection = duckDb && (await loadDuckDb(duckDb, columns));
  await connection?.run(DUCKDB_FUSION);
  // Throws where the two differ, before anything is timed.
  const pairs = connection && (await compare(connection, fusion, ORIGINS));

  const timed = async (task: () => unknown): Promise<number> => {
    const start = performance.now();
    await task();
    return performance.now() - start;
  };
  const otherUnits = unitsBy(OTHER_WEIGHTS);
  const firsts: ReturnType<typeof firstFusionElsewhere>[] = [];
  const times: Record<string, number[]> = {};
  let sum = 0;
  /** Measures tasks by turns, so that noise hits all alike. */
  const measure = async (warmUp: number, tasks: Record<string, () => number | Promise<number>>): Promise<void> => {
    for (const name of Object.keys(tasks)) times[name] = [];
    for (let run = -warmUp; run < RUNS; run++) {
      for (const [name, task] of Object.entries(tasks)) {
        const ms = await task();
        if (run >= 0) times[name]?.push(ms);
      }
    }
  };
  await measure(0, { first: () => firsts[firsts.push(firstFusionElsewhere()) - 1]?.ms ?? Number.NaN });
  await measure(WARM_UP, {
    pass: () => timed(() => (sum = readAll(columns))),
    cold: () => timed(() => new Fusion(columns, DEFAULT_WEIGHTS)),
    warm: () => timed(() => fusion.fuseAll()),
    reweigh: () => timed(() => fusion.reweigh(otherUnits, OTHER_WEIGHTS)),
  });
  fusion.reweigh(columns.units, DEFAULT_WEIGHTS);
  const inDuckDb = (threads: number) => async (): Promise<number> => {
    await connection?.run(`SET threads = ${threads}`);
    return timed(() => connection?.run(DUCKDB_FUSION));
  };
  if (connection !== undefined) await measure(WARM_UP, { duckOne: inDuckDb(1), duckAll: inDuckDb(cpus().length) });

  const median = (name: string): number => quantile(times[name] ?? [], 0.5);
  const one = (value: number): string => value.toFixed(1);
  const labels: Record<string, string> = {
    pass: 'one pass over the columns',
    first: 'cold: first fusion of a fresh process',
    cold: 'cold: new fusion in a warmed process',
    warm: 'warm: `fuseAll`',
    reweigh: '`reweigh` with another table',
    duckOne: 'DuckDB, 1 thread',
    duckAll: `DuckDB, ${cpus().length} threads`,
  };
  const row = (name: string): string[] => {
    const [half, p95] = [median(name), quantile(times[name] ?? [], 0.95)];
    const ratios = [half / median('pass'), half / median('cold')].map((ratio) => ratio.toFixed(2));
    return [labels[name] ?? name, one(half), one(p95), ...ratios];
  };
  printTable([['measure', 'median, ms', 'p95, ms', '÷ one pass', '÷ cold, warmed'], ...Object.keys(times).map(row)]);
  if (connection === undefined) process.stdout.write('DuckDB is not installed; see bench/README.md.\n\n');

  const evenly = Array.from({ length: EDITS }, () => upTo(RELATIONS));
  const byClaim = Array.from({ length: EDITS }, () => columns.relation[upTo(CLAIMS)] ?? 0);
  const edits = [evenly, byClaim].map((relations) => edit(fusion, columns, relations));
  const spread = (values: readonly number[]): string[] => SHARES.map((share) => one(quantile(values, share)));
  printTable([
    ['one edit, relation drawn', 'median, µs', 'p95, µs', 'p99, µs', 'claims it has: median', 'p95', 'p99'],
    ...edits.map(({ us, sizes }, i) => [DRAWS[i] ?? '', ...spread(us), ...spread(sizes)]),
  ]);

  const perClaim = (of: readonly number[]): string => one(quantile(of, 0.5) / CLAIMS);
  printTable([
    ['what', 'value'],
    [
      'bytes per claim: columns, process',
      `${perClaim(firsts.map((f) => f.bytes))}, ${perClaim(firsts.map((f) => f.held))}`,
    ],
    ['claims, relations, origins', `${CLAIMS}, ${RELATIONS}, ${ORIGINS}`],
    ['pairs of relation and origin', pairs ?? 'not counted'],
    ['equal to DuckDB', pairs === undefined ? 'not compared' : 'sums, verdicts, verdicts without each origin, tallies'],
    ['seed, runs, edits', `${SEED}, ${RUNS} after ${WARM_UP} to warm up, ${EDITS}; sum of the pass ${sum}`],
    ['machine', machine()],
    ['Node, DuckDB', `${process.versions.node}, ${duckDb?.version() ?? 'absent'}`],
    ['date', today()],
  ]);

  const isMet = (met: boolean): string => (met ? 'yes' : '**no**');
  const ahead = (name: string): (string | number)[] => [
    `first fusion ahead of ${labels[name]}`,
    connection === undefined ? 'not measured' : `${(median(name) / median('first')).toFixed(1)} times as fast`,
    connection === undefined ? '–' : isMet(median(name) > median('first')),
  ];
  printTable([
    ['target', 'here', 'met'],
    [`cold ≤ ${TARGETS.coldMs} ms`, `${one(median('first'))} ms`, isMet(median('first') <= TARGETS.coldMs)],
    [`warm ≤ ${TARGETS.warmMs} ms`, `${one(median('warm'))} ms`, isMet(median('warm') <= TARGETS.warmMs)],
    ...edits.map(({ us }, i) => [
      `edit < ${TARGETS.editUs} µs, relation drawn ${DRAWS[i]}`,
      `median ${one(quantile(us, 0.5))} µs, p99 ${one(quantile(us, 0.99))} µs`,
      SHARES.map((share) => `${share * 100} of 100: ${isMet(quantile(us, share) < TARGETS.editUs)}`).join(', '),
    ]),
    ahead('duckOne'),
    ahead('duckAll'),
  ]);
}

await (process.argv[2] === 'first' ? firstFusion(generatedColumns()) : main());
