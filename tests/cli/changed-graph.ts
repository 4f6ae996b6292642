import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tempFolder } from '../temp-folder.ts';
import { SMALL_GRAPH } from './run-cli.ts';

/** Rewrites one file of a graph folder. */
export async function rewrite(graph: string, file: string, change: (yaml: string) => string): Promise<void> {
  const path = join(graph, file);
  await writeFile(path, change(await readFile(path, 'utf8')));
}

/** A copy of the small graph in which one file is changed. */
export async function changedGraph(file: string, change: (yaml: string) => string): Promise<string> {
  const graph = join(await tempFolder(), 'graph');
  await cp(SMALL_GRAPH, graph, { recursive: true });
  await rewrite(graph, file, change);
  return graph;
}
