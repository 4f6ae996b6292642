/**
 * How long it takes to find traces in large graphs (EVIDENCE E26), beside other finders of paths: the same graphs, the
 * same pairs, the same weights −ln b, one fresh process after another. How to run it: bench/README.md; how the graphs
 * come about: bench/tracing/graph.ts.
 */
import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { machine, printTable, quantile, today } from './report.ts';
import { Built, type Request, type Task, Timed, writeGraph, writeLinks, writePairs } from './tracing/files.ts';
import { bestLinks, connectedPairs, type GraphSize, makeGraph, walkedLinks } from './tracing/graph.ts';
import { PEERS, versionOf } from './tracing/peers.ts';

const [GRAPH_SEED, PAIR_SEED, PAIRS] = [20_240_513, 4, 200];
const SIZES: Readonly<Record<string, GraphSize>> = {
  small: { entities: 2_000, claims: 20_000 },
  medium: { entities: 100_000, claims: 1_000_000 },
  large: { entities: 1_000_000, claims: 10_000_000 },
};
/** Of the large graph only by those that have a chance. */
const LARGE: readonly string[] = ['Ascribe', 'igraph, C', 'python-igraph', 'ngraph.path, nba'];
const ROUNDS = 3;
/** Seconds that checking, and each round, may take; what needs longer answers fewer pairs. */
const LIMIT = 60;
/** Megabytes that JavaScript may take for its heap. */
const HEAP = 12_288;

const K1: Task = { name: 'k1', k: 1 };
const K5: Task = { name: 'k5', k: 5 };
/** Five best paths where of parallel relations only the best is there, for what knows no others. */
const K5_BEST: Task = { name: 'k5-best', k: 5 };
const OWN_TASKS: readonly Task[] = [
  K1,
  K5,
  ...[4, 6].flatMap((depth) => [1, 5].map((k) => ({ name: `k${k} depth ${depth}`, k, depth }))),
];

interface Result {
  readonly peer: string;
  readonly built: Built;
  readonly timed: readonly Timed[];
  /** Why it did not get to the end, if so. */
  readonly failure?: string;
}

const python = join(import.meta.dirname, 'tracing', 'python_peers.py');

/** The Python that has most of the peers: the one that packages of the system are for, or the one on the path. */
function findPython(): { readonly command: string; readonly versions: Readonly<Record<string, string | null>> } {
  const found = ['/usr/bin/python3', 'python3'].map((command) => {
    const { stdout, status } = spawnSync(command, [python, '--versions'], { encoding: 'utf8' });
    const versions = status === 0 ? z.record(z.string(), z.string().nullable()).parse(JSON.parse(stdout)) : {};
    return { command, versions };
  });
  const present = ({ versions }: { readonly versions: Readonly<Record<string, string | null>> }): number =>
    Object.values(versions).filter((version) => version !== null).length;
  const [first = { command: 'python3', versions: {} }, second = first] = found;
  return present(second) > present(first) ? second : first;
}

function run(request: Request, pythonCommand: string): Result | string {
  const inPython = request.peer.includes('igraph') || request.peer.startsWith('networkx');
  const [command, ...args] = inPython
    ? [pythonCommand, python]
    : [
        process.execPath,
        '--expose-gc',
        `--max-old-space-size=${HEAP}`,
        join(import.meta.dirname, 'tracing', 'measure.ts'),
      ];
  // A single question may take for ever.
  const timeout = LIMIT * 1000 * (2 + (1 + request.rounds) * request.tasks.length);
  const options = { encoding: 'utf8', timeout, killSignal: 'SIGKILL', maxBuffer: 2 ** 28 } as const;
  const child: SpawnSyncReturns<string> = spawnSync(command, [...args, JSON.stringify(request)], options);
  const [head, ...lines] = child.stdout.trim().split('\n');
  const said = child.stderr.trim().split('\n');
  const reason = child.error?.message ?? said.find((line) => line.includes('Error')) ?? said.at(-1) ?? '';
  const failure = child.status === 0 ? undefined : reason;
  if (head === undefined || head === '') return `failed: ${failure}`;
  const result = {
    peer: request.peer,
    built: Built.parse(JSON.parse(head)),
    timed: lines.map((line) => Timed.parse(JSON.parse(line))),
  };
  return failure === undefined ? result : { ...result, failure };
}

const two = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toPrecision(2));
const megabytes = (bytes: number): string => (bytes / 2 ** 20).toFixed(0);

const sizeName = process.argv[2] ?? 'medium';
const size = SIZES[sizeName];
if (size === undefined) throw new Error(`no size ${sizeName}; there are ${Object.keys(SIZES).join(', ')}`);
const only = process.argv.slice(3);
const isAsked = (peer: string): boolean =>
  peer === 'Ascribe' ||
  (only.length > 0 ? only.some((name) => peer.startsWith(name)) : sizeName !== 'large' || LARGE.includes(peer));

const folder = mkdtempSync(join(tmpdir(), 'ascribe-tracing-'));
try {
  const graph = makeGraph(size, GRAPH_SEED);
  const walked = walkedLinks(graph);
  const best = bestLinks(walked);
  writeGraph(folder, graph);
  writeLinks(folder, 'walked', walked);
  writeLinks(folder, 'best', best);
  writePairs(folder, connectedPairs(walked, PAIRS, PAIR_SEED));

  const { command, versions } = findPython();
  const absent: string[] = [];
  const results: Result[] = [];
  const add = (peer: string, tasks: readonly Task[], rounds = ROUNDS): void => {
    if (!isAsked(peer)) return;
    process.stderr.write(`${peer} …\n`);
    const result = run({ peer, folder, tasks: [...tasks], limit: LIMIT, rounds }, command);
    if (typeof result === 'string') absent.push(`${peer}: ${result}`);
    else results.push(result);
  };
  add('Ascribe', OWN_TASKS);
  for (const [peer, { package: name }] of Object.entries(PEERS)) {
    if (versionOf(name) === undefined) absent.push(`${peer}: not installed`);
    else add(peer, [K1]);
  }
  if (isAsked('networkx') && (versions['networkx'] ?? null) !== null) {
    // Answers only, for networkx to be compared with.
    const answered = run({ peer: 'Ascribe, best', folder, tasks: [K5_BEST], limit: LIMIT, rounds: 0 }, command);
    const failure = typeof answered === 'string' ? answered : answered.failure;
    if (failure !== undefined) absent.push(`five best paths for networkx to be compared with: ${failure}`);
  }
  for (const peer of ['igraph, C', 'python-igraph', 'networkx']) {
    if ((versions[peer] ?? null) === null) absent.push(`${peer}: not installed`);
    else add(peer, [K1, peer === 'networkx' ? K5_BEST : K5]);
  }

  const of = ({ timed }: Result, task: string): Timed | undefined => timed.find((line) => line.task === task);
  const own = results.find(({ peer }) => peer === 'Ascribe');
  /** How many times Ascribe's median of the same pairs fits into this. */
  const ratio = (timed: Timed, task: string): number => {
    const mine = own && of(own, task)?.ms.slice(0, timed.ms.length);
    return mine === undefined ? Number.NaN : quantile(timed.ms, 0.5) / quantile(mine, 0.5);
  };
  const spread = (ms: readonly number[]): string[] => [0.5, 0.95, 0.99].map((share) => two(quantile(ms, share)));
  const equal = ({ compared, unequal }: Timed): string =>
    compared === 0 ? 'the others are compared with it' : `${compared - unequal.length} of ${compared}`;
  const row = (result: Result, task: string, against: string): string[] => {
    const timed = of(result, task);
    if (timed === undefined) return [result.peer, '–', '–', '–', '–', result.failure ?? '–', '–'];
    const times = timed.ms.length === 0 ? ['–', '–', '–', '–'] : [...spread(timed.ms), two(ratio(timed, against))];
    return [result.peer, ...times, String(timed.ms.length), equal(timed)];
  };
  printTable([
    ['one best path', 'median, ms', 'p95', 'p99', '÷ Ascribe', 'pairs', 'equal'],
    ...results.map((result) => row(result, 'k1', 'k1')),
  ]);
  const fives = results.flatMap((result) => {
    const task = result.peer === 'networkx' ? 'k5-best' : 'k5';
    return of(result, task) === undefined ? [] : [row(result, task, 'k5')];
  });
  printTable([['five best paths', 'median, ms', 'p95', 'p99', '÷ Ascribe', 'pairs', 'equal'], ...fives]);
  if (own !== undefined) {
    const rows = OWN_TASKS.flatMap(({ name, k, depth }) => {
      const timed = of(own, name);
      return timed === undefined ? [] : [[k, depth ?? 'any', ...spread(timed.ms), two(ratio(timed, 'k1'))]];
    });
    printTable([['Ascribe: paths', 'most hops', 'median, ms', 'p95', 'p99', '÷ one path'], ...rows]);
  }
  printTable([
    ['graph', 'version', 'built in, ms', 'relations', 'bytes per relation', 'most memory of the process, MB'],
    ...results.map(({ peer, built, timed }) => [
      ...[peer, built.version, two(built.buildMs), built.relations, two(built.bytes / built.relations)],
      timed.length === 0 ? '–' : megabytes(Math.max(...timed.map((line) => line.peakBytes))),
    ]),
  ]);
  const degrees = new Uint32Array(graph.entities);
  for (const ends of [walked.from, walked.to]) for (const end of ends) degrees[end] = (degrees[end] ?? 0) + 1;
  printTable([
    ['what', 'value'],
    ['entities, claims', `${graph.entities}, ${graph.claims}`],
    ['relations; walked; of different pairs', `${graph.from.length}; ${walked.from.length}; ${best.from.length}`],
    ['most relations of one entity', degrees.toSorted().at(-1) ?? 0],
    ['different beliefs', new Set(graph.belief).size],
    ['seeds of graph and pairs', `${GRAPH_SEED}, ${PAIR_SEED}`],
    ['rounds, limit', `${ROUNDS}, ${LIMIT} s each`],
    ['machine', machine()],
    ['Node, Python', `${process.versions.node}, ${command}`],
    ['date', today()],
  ]);
  if (absent.length > 0) process.stdout.write(`Not measured: ${absent.join('; ')}.\n\n`);

  const isMet = (met: boolean): string => (met ? 'yes' : '**no**');
  const target = (text: string, value: number, met: (value: number) => boolean): string[] => [
    text,
    Number.isNaN(value) ? 'not measured' : two(value),
    Number.isNaN(value) ? '–' : isMet(met(value)),
  ];
  const ratios = (peers: readonly string[], task: string): number[] =>
    results.flatMap((result) => {
      const timed = peers.includes(result.peer) ? of(result, task) : undefined;
      return timed === undefined || timed.ms.length === 0 ? [] : [ratio(timed, task)];
    });
  const least = (values: readonly number[]): number => (values.length === 0 ? Number.NaN : Math.min(...values));
  const k5 = own && of(own, 'k5');
  const igraph = ['igraph, C', 'python-igraph'];
  printTable([
    ['target', 'here', 'met'],
    target('one path: fastest in JavaScript ÷ Ascribe ≥ 5', least(ratios(Object.keys(PEERS), 'k1')), (x) => x >= 5),
    target('one path: fastest igraph ÷ Ascribe ≥ 1', least(ratios(igraph, 'k1')), (x) => x >= 1),
    target('five paths ÷ one path < 3', k5 === undefined ? Number.NaN : ratio(k5, 'k1'), (x) => x < 3),
    target('five paths: fastest igraph ÷ Ascribe > 1', least(ratios(igraph, 'k5')), (x) => x > 1),
  ]);
  const differing = results.flatMap(({ peer, timed }) =>
    timed.flatMap(({ task, unequal }) =>
      unequal.length === 0 ? [] : [`${peer}, ${task}: pairs ${unequal.join(', ')}`],
    ),
  );
  if (differing.length > 0) {
    process.stdout.write(`Different answers. ${differing.join('; ')}.\n`);
    process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true });
}
