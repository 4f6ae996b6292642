/**
 * How fast files of other tools are read, and in how much memory: the same graph as GEXF, GraphML and CSV, each reader in
 * a fresh process, beside a bare pass of the parser over the same bytes, which builds nothing. How to run it:
 * bench/README.md.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type FileFormat, type GraphSize, writeFile } from './exchange-files.ts';
import { Reading } from './exchange-read.ts';
import { machine, printTable, quantile, today } from './report.ts';

const SEED = 20_261_121;
const SIZES: Readonly<Record<string, GraphSize>> = {
  small: { nodes: 2_000, edges: 10_000 },
  large: { nodes: 100_000, edges: 500_000 },
};
const ROUNDS = 3;
/** Megabytes that peers in JavaScript may take for their heap; Ascribe gets along with what Node gives anyone. */
const PEER_HEAP = 12_288;
const READERS: Readonly<Record<FileFormat, readonly string[]>> = {
  gexf: ['bare pass', 'Ascribe', 'graphology-gexf', 'networkx'],
  graphml: ['bare pass', 'Ascribe', 'graphology-graphml', 'networkx', 'python-igraph'],
  csv: ['bare pass', 'Ascribe'],
};

function run(reader: string, format: FileFormat, file: string): Reading | string {
  const inPython = reader === 'networkx' || reader === 'python-igraph';
  const heap = reader === 'Ascribe' ? [] : [`--max-old-space-size=${PEER_HEAP}`];
  const [command, ...args] = inPython
    ? ['/usr/bin/python3', join(import.meta.dirname, 'exchange_peers.py')]
    : [process.execPath, ...heap, join(import.meta.dirname, 'exchange-read.ts')];
  const child = spawnSync(command, [...args, reader, format, file], { encoding: 'utf8', maxBuffer: 2 ** 26 });
  if (child.status === 0) return Reading.parse(JSON.parse(child.stdout));
  const said = child.stderr.trim().split('\n');
  return child.error?.message ?? said.find((line) => line.includes('Error')) ?? said.at(-1) ?? 'no word';
}

const sizeName = process.argv[2] ?? 'large';
const size = SIZES[sizeName];
if (size === undefined) throw new Error(`no size ${sizeName}; there are ${Object.keys(SIZES).join(', ')}`);
const words = process.argv.slice(3);
/** `once` is for a machine that others use, too: then the column to look at is that of processor time. */
const rounds = words.includes('once') ? 1 : ROUNDS;
const asked = words.filter((word) => word !== 'once');

const folder = mkdtempSync(join(tmpdir(), 'ascribe-exchange-'));
try {
  process.stdout.write(
    `${size.nodes} nodes, ${size.edges} edges; the best of ${rounds} fresh processes each; ${machine()}; Node ${process.version}; ${today()}\n\n`,
  );
  for (const format of ['gexf', 'graphml', 'csv'] as const) {
    if (asked.length > 0 && !asked.includes(format)) continue;
    const file = join(folder, `graph.${format}`);
    await writeFile(file, format, size, SEED);
    const bytes = statSync(file).size;
    const results = new Map<string, Reading[]>();
    const failed: string[] = [];
    // Turn by turn, so that a noisy minute falls on all.
    for (let round = 0; round < rounds; round++) {
      for (const reader of READERS[format]) {
        if (failed.some((line) => line.startsWith(`${reader}:`))) continue;
        process.stderr.write(`${format}, ${reader} …\n`);
        const reading = run(reader, format, file);
        if (typeof reading === 'string') failed.push(`${reader}: ${reading}`);
        else results.set(reader, [...(results.get(reader) ?? []), reading]);
      }
    }
    const best = (reader: string, what: 'ms' | 'cpuMs'): number =>
      Math.min(...(results.get(reader) ?? []).map((reading) => reading[what]));
    const rows = [...results].map(([reader, readings]) => {
      const ms = best(reader, 'ms');
      const cpu = best(reader, 'cpuMs');
      const peak = quantile(
        readings.map(({ peakBytes }) => peakBytes),
        0.5,
      );
      const [{ version, nodes, edges } = { version: '', nodes: 0, edges: 0 }] = readings;
      return [
        `${reader} ${version}`,
        (ms / 1000).toFixed(1),
        (bytes / 1e6 / (ms / 1000)).toFixed(1),
        (ms / best('bare pass', 'ms')).toFixed(1),
        (cpu / 1000).toFixed(1),
        (cpu / best('bare pass', 'cpuMs')).toFixed(1),
        (peak / 1e6).toFixed(0),
        (peak / bytes).toFixed(1),
        `${nodes}, ${edges}`,
      ];
    });
    process.stdout.write(`${format.toUpperCase()}, ${(bytes / 1e6).toFixed(0)} MB\n\n`);
    printTable([
      ['', 's', 'MB/s', '× bare pass', 'CPU s', '× bare pass', 'peak, MB', '× file', 'nodes, edges'],
      ...rows,
    ]);
    for (const line of failed) process.stdout.write(`Not measured: ${line}\n\n`);
    rmSync(file);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
