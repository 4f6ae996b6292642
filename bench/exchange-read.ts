/**
 * One process of the benchmark: reads one file with one reader, and writes one line, {@link Reading}. Told what to do by
 * its arguments: reader, format, file.
 */
import { createReadStream, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { z } from 'zod';
import type { FileFormat } from './exchange-files.ts';

/** What came of a reading. */
export const Reading = z.object({
  version: z.string(),
  ms: z.number(),
  /** Of all its threads, those that collect garbage among them. */
  cpuMs: z.number(),
  /** What was built: nodes and edges, or elements of XML and rows of tables where nothing was. */
  nodes: z.number(),
  edges: z.number(),
  /** The most memory that the process held. */
  peakBytes: z.number(),
});
export type Reading = z.infer<typeof Reading>;

type Counts = Pick<Reading, 'nodes' | 'edges'>;
interface Reader {
  /** The package that does the work; this checkout where there is none. */
  readonly package?: string;
  /** Loads what it needs, which is not timed. */
  load(format: FileFormat): Promise<(file: string) => Promise<Counts>>;
}

const PIECE = 1 << 16;
const IDS: Readonly<Record<FileFormat, string>> = { gexf: 'gexf', graphml: 'graphml', csv: 'edge-list' };
const MAPPING = {
  version: 1,
  edge: {},
  node: {},
  source: {},
  table: { from: 'from', to: 'to', key: 'id', directed: true },
};

const ascribe: Reader = {
  async load(format) {
    const [{ formatById }, { Mapping }] = await Promise.all([
      import('../src/formats/registry.ts'),
      import('../src/formats/foreign/mapping.ts'),
    ]);
    const { read } = formatById(IDS[format]);
    if (read === undefined) throw new Error(`${IDS[format]} cannot be read`);
    const options = format === 'csv' ? { mapping: Mapping.parse(MAPPING) } : {};
    return async (file) => {
      const input = {
        name: `graph.${format}`,
        bytes: statSync(file).size,
        chunks: () => createReadStream(file, { highWaterMark: PIECE }),
      };
      const { graph, issues } = await read(input, options);
      if (graph === undefined) throw new Error(issues[0]?.message ?? 'nothing was read');
      return { nodes: graph.entities.length, edges: graph.claims.length };
    };
  },
};

/** The least that a reader in JavaScript can do: the bytes through the same parser, and nothing built. */
const bare: Reader = {
  package: 'saxes',
  async load(format) {
    if (format === 'csv') {
      const { default: Papa } = await import('papaparse');
      return (file) =>
        new Promise((resolve, reject) => {
          let edges = 0;
          const stream = createReadStream(file, { highWaterMark: PIECE, encoding: 'utf8' });
          Papa.parse<string[]>(stream, {
            step: () => {
              edges++;
            },
            complete: () => resolve({ nodes: 0, edges }),
            error: reject,
          });
        });
    }
    const { SaxesParser } = await import('saxes');
    return async (file) => {
      const counts = { nodes: 0, edges: 0 };
      const parser = new SaxesParser();
      parser.on('opentag', ({ name }) => {
        if (name === 'node') counts.nodes++;
        else if (name === 'edge') counts.edges++;
      });
      parser.on('error', (error) => {
        throw error;
      });
      const decoder = new TextDecoder('utf-8', { fatal: true });
      for await (const chunk of createReadStream(file, { highWaterMark: PIECE })) {
        parser.write(decoder.decode(chunk, { stream: true }));
      }
      parser.close();
      return counts;
    };
  },
};

function graphology(name: 'graphology-gexf' | 'graphology-graphml'): Reader {
  return {
    package: name,
    async load() {
      const { MultiDirectedGraph } = await import('graphology');
      const require = createRequire(import.meta.url);
      const { parse } = require(name);
      return async (file) => {
        const graph = parse(MultiDirectedGraph, readFileSync(file, 'utf8'));
        return { nodes: graph.order, edges: graph.size };
      };
    },
  };
}

const READERS: Readonly<Record<string, Reader>> = {
  Ascribe: ascribe,
  'bare pass': bare,
  'graphology-gexf': graphology('graphology-gexf'),
  'graphology-graphml': graphology('graphology-graphml'),
};

if (import.meta.filename === process.argv[1]) {
  const [, , name = '', format = '', file = ''] = process.argv;
  const reader = READERS[name];
  if (reader === undefined || (format !== 'gexf' && format !== 'graphml' && format !== 'csv')) {
    throw new Error(`no reader ${name} of ${format}`);
  }
  const read = await reader.load(format);
  const start = performance.now();
  const before = process.cpuUsage();
  const counts = await read(file);
  const ms = performance.now() - start;
  const { user, system } = process.cpuUsage(before);
  const manifest: unknown =
    reader.package === undefined
      ? { version: 'this checkout' }
      : JSON.parse(
          readFileSync(new URL(`../${packageFolder(reader.package, format)}/package.json`, import.meta.url), 'utf8'),
        );
  const { version } = z.object({ version: z.string() }).parse(manifest);
  const reading: Reading = {
    version,
    ms,
    cpuMs: (user + system) / 1000,
    ...counts,
    peakBytes: process.resourceUsage().maxRSS * 1024,
  };
  process.stdout.write(`${JSON.stringify(reading)}\n`);
}

function packageFolder(name: string, format: FileFormat): string {
  if (name === 'saxes') return `node_modules/${format === 'csv' ? 'papaparse' : 'saxes'}`;
  return `bench/node_modules/${name}`;
}
