/** What the benchmark's processes hand each other: flat arrays in files, and lines of JSON. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { TracingGraph, WeightedLinks } from './graph.ts';
import { Counts, Pairs } from './shapes.ts';

/** Which of the links: all that are walked, or the best of each pair's. */
export type LinkSet = 'walked' | 'best';

/** One kind of question, asked for every pair: the `k` best paths, of at most `depth` hops where it is given. */
export const Task = z.object({ name: z.string(), k: z.number(), depth: z.number().optional() });
export type Task = z.infer<typeof Task>;

/** What a process is to do. Its files stand in `folder`. */
export const Request = z.object({
  peer: z.string(),
  folder: z.string(),
  tasks: z.array(Task),
  /** Seconds after which no further pair is begun, for checking and for each round of timing. */
  limit: z.number(),
  rounds: z.number(),
});
export type Request = z.infer<typeof Request>;

/** The first line of a process. Bytes are what it holds more than before it built its graph. */
export const Built = z.object({ version: z.string(), buildMs: z.number(), relations: z.number(), bytes: z.number() });
export type Built = z.infer<typeof Built>;

/** A line for each task. */
export const Timed = z.object({
  task: z.string(),
  /** Milliseconds of each pair in order, the median of its rounds; fewer than pairs where the limit came first. */
  ms: z.array(z.number()),
  /** How many of the pairs were compared with the first process that answered them, and which differ. */
  compared: z.number(),
  unequal: z.array(z.number()),
  /** The largest that the process has been, in bytes. */
  peakBytes: z.number(),
});
export type Timed = z.infer<typeof Timed>;

const path = (folder: string, name: string): string => join(folder, name);

function readBytes(folder: string, name: string): ArrayBuffer {
  const { buffer, byteOffset, byteLength } = readFileSync(path(folder, name));
  // A small file is read into a buffer that it shares with others.
  return new Uint8Array(buffer, byteOffset, byteLength).slice().buffer;
}

export function writeGraph(folder: string, graph: TracingGraph): void {
  writeFileSync(path(folder, 'graph.json'), JSON.stringify({ entities: graph.entities, claims: graph.claims }));
  for (const name of ['from', 'to', 'type', 'symmetric', 'belief'] as const) {
    writeFileSync(path(folder, `relations-${name}`), graph[name]);
  }
}

export function readGraph(folder: string): TracingGraph {
  return {
    ...Counts.parse(JSON.parse(readFileSync(path(folder, 'graph.json'), 'utf8'))),
    from: new Uint32Array(readBytes(folder, 'relations-from')),
    to: new Uint32Array(readBytes(folder, 'relations-to')),
    type: new Uint8Array(readBytes(folder, 'relations-type')),
    symmetric: new Uint8Array(readBytes(folder, 'relations-symmetric')),
    belief: new Float64Array(readBytes(folder, 'relations-belief')),
  };
}

export function writeLinks(folder: string, set: LinkSet, { from, to, weight }: WeightedLinks): void {
  for (const [name, column] of Object.entries({ from, to, weight }))
    writeFileSync(path(folder, `${set}-${name}`), column);
}

export function readLinks(folder: string, set: LinkSet): WeightedLinks {
  return {
    entities: readGraph(folder).entities,
    from: new Uint32Array(readBytes(folder, `${set}-from`)),
    to: new Uint32Array(readBytes(folder, `${set}-to`)),
    weight: new Float64Array(readBytes(folder, `${set}-weight`)),
  };
}

export function writePairs(folder: string, pairs: readonly (readonly [number, number])[]): void {
  writeFileSync(path(folder, 'pairs.json'), JSON.stringify(pairs));
}

export function readPairs(folder: string): [number, number][] {
  return Pairs.parse(JSON.parse(readFileSync(path(folder, 'pairs.json'), 'utf8')));
}
