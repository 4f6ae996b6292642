/**
 * One process of the benchmark: builds one peer's graph, or Ascribe's own, answers every pair once to check and to warm
 * up, then again with the clock running. Told what to do by a {@link Request} as its argument; writes a line
 * {@link Built} and a line {@link Timed} for each task.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { z } from 'zod';
import { quantile } from '../report.ts';
import { type Built, Request, readGraph, readLinks, readPairs, type Task, type Timed } from './files.ts';
import type { WeightedLinks } from './graph.ts';
import { PEERS, versionOf } from './peers.ts';

/** Weights −ln b may differ by so much: Ascribe's are whole numbers of 10⁻⁹ nat. */
const TOLERANCE = 1e-6;

/** Answers one pair; what it returns tells the weights of the paths found, once the clock has stopped. */
type Answer = (from: number, to: number) => () => readonly number[];
interface Engine {
  readonly version: string;
  readonly relations: number;
  build(): Promise<(task: Task) => Answer>;
}

/** Ascribe over all relations, or over the best of parallel ones where it is set beside what knows no others. */
async function ascribe(folder: string, onlyBest: boolean): Promise<Engine> {
  const [{ buildNetwork }, { PathSearcher }] = await Promise.all([
    import('../../src/tracing/network.ts'),
    import('../../src/tracing/paths.ts'),
  ]);
  const graph = readGraph(folder);
  const best = onlyBest ? readLinks(folder, 'best') : undefined;
  const columns =
    best === undefined
      ? graph
      : {
          ...{ from: best.from, to: best.to, symmetric: new Uint8Array(best.from.length) },
          belief: best.weight.map((weight) => Math.exp(-weight)),
        };
  const { belief } = columns;
  return {
    version: 'this checkout',
    relations: columns.from.length,
    async build() {
      const searcher = new PathSearcher(buildNetwork(graph.entities, columns));
      return ({ k, depth }) =>
        (from, to) => {
          const limited = depth === undefined ? {} : { depth };
          const { paths, cutShort } = searcher.search({
            sources: [from],
            targets: [to],
            k,
            direction: 'both',
            ...limited,
          });
          return () => {
            if (cutShort) throw new Error(`the search from ${from} to ${to} was cut short`);
            return paths.map(({ relations }) => relations.reduce((sum, i) => sum - Math.log(belief[i] ?? 0), 0));
          };
        };
    },
  };
}

/** Weights of paths, by the links between the entities that follow each other in them. */
function weightsOf(links: WeightedLinks, path: readonly number[]): number[] {
  if (path.length === 0) return [];
  const best = new Map<string, number>();
  const pairOf = (a: number, b: number): string => `${Math.min(a, b)} ${Math.max(a, b)}`;
  for (let i = 1; i < path.length; i++) best.set(pairOf(path[i - 1] ?? 0, path[i] ?? 0), Number.POSITIVE_INFINITY);
  const on = new Set(path);
  for (let i = 0; i < links.from.length; i++) {
    const [from, to] = [links.from[i] ?? 0, links.to[i] ?? 0];
    if (!on.has(from) || !on.has(to)) continue;
    const had = best.get(pairOf(from, to));
    if (had !== undefined) best.set(pairOf(from, to), Math.min(had, links.weight[i] ?? 0));
  }
  return [[...best.values()].reduce((sum, weight) => sum + weight, 0)];
}

function javascript(name: string, folder: string): Engine {
  const peer = PEERS[name];
  const version = peer && versionOf(peer.package);
  if (peer === undefined || version === undefined) throw new Error(`${name} is not installed`);
  const links = readLinks(folder, 'best');
  return {
    version,
    relations: links.from.length,
    async build() {
      const find = await peer.build(links);
      return ({ k, depth }) => {
        if (k !== 1 || depth !== undefined) throw new Error(`${name} finds one path of any length`);
        return (from, to) => {
          const entities = find(from, to);
          return () => weightsOf(links, entities());
        };
      };
    },
  };
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

function isEqual(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((weight, i) => Math.abs(weight - (b[i] ?? Number.NaN)) <= TOLERANCE);
}

const Weights = z.array(z.array(z.number()));

const write = (line: Built | Timed): boolean => process.stdout.write(`${JSON.stringify(line)}\n`);

const { peer, folder, tasks, limit, rounds } = Request.parse(JSON.parse(process.argv[2] ?? ''));
const pairs = readPairs(folder);
const engine = peer.startsWith('Ascribe') ? await ascribe(folder, peer.endsWith('best')) : javascript(peer, folder);
const before = await bytesInUse();
const buildStart = performance.now();
const answerTo = await engine.build();
const buildMs = performance.now() - buildStart;
const { version, relations } = engine;
write({ version, buildMs, relations, bytes: (await bytesInUse()) - before });

for (const task of tasks) {
  const answer = answerTo(task);
  const found: (readonly number[])[] = [];
  const isLate = (start: number): boolean => performance.now() - start > limit * 1000;
  const checkStart = performance.now();
  for (const [from, to] of pairs) {
    if (isLate(checkStart)) break;
    found.push(answer(from, to)());
  }
  const file = join(folder, `answers-${task.name}.json`);
  const known = existsSync(file) ? Weights.parse(JSON.parse(readFileSync(file, 'utf8'))) : undefined;
  if (known === undefined) writeFileSync(file, JSON.stringify(found));
  const compared = known === undefined ? 0 : Math.min(found.length, known.length);
  const unequal = Array.from({ length: compared }, (_, i) => i).filter(
    (i) => !isEqual(found[i] ?? [], known?.[i] ?? []),
  );

  const times = found.map((): number[] => []);
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    for (const [i, [from, to]] of pairs.slice(0, found.length).entries()) {
      if (isLate(start)) break;
      const asked = performance.now();
      answer(from, to);
      const ms = performance.now() - asked;
      times[i]?.push(ms);
    }
    if (isLate(start)) break;
  }
  const ms = times.filter((of) => of.length > 0).map((of) => quantile(of, 0.5));
  write({ task: task.name, ms, compared, unequal, peakBytes: process.resourceUsage().maxRSS * 1024 });
}
