import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Issue } from '../../model/issue.ts';
import { byCodePoint } from '../../model/order.ts';
import { isInside, readFileInside, systemMessage } from '../read-file-inside.ts';
import { type FolderFile, type PlacedReading, parsePlacedFolder } from './parse-graph-folder.ts';

/** As many bytes as one YAML file may have. */
const MAX_BYTES = 8 * 1024 * 1024;

/** The parts of a graph folder that hold YAML; the first is its root. */
const PARTS = ['', 'entities', 'claims'] as const;

function failure(issue: Omit<Issue, 'severity' | 'path'>): Issue {
  return { severity: 'error', path: [], ...issue };
}

/** Nothing but findings: the folder itself cannot be read. */
function refused(issue: Issue): PlacedReading {
  return { result: { issues: [issue] }, placeOf: () => ({}) };
}

/**
 * Reads a graph folder from disk: the YAML files of its root, of `entities/` and of `claims/`, and nothing else. Links
 * that lead out of it, files over 8 MB, what is no regular file and what is not UTF-8 are refused, each with an issue;
 * all issues are reported at once, those of the disk first. Files in issues are paths inside the folder, with `/`.
 * Never rejects.
 */
export async function readGraphFolder(folder: string): Promise<PlacedReading> {
  let root: string;
  try {
    root = await realpath(folder);
    if (!(await stat(root)).isDirectory()) {
      return refused(
        failure({
          code: 'unreadable',
          file: folder,
          message: 'This is no folder',
          expected: 'a folder with ontology.yaml and sources.yaml',
        }),
      );
    }
  } catch (error) {
    return refused(
      failure({
        code: 'missing-file',
        file: folder,
        message: `The graph folder cannot be opened: ${systemMessage(error)}`,
        expected: 'a folder with ontology.yaml and sources.yaml',
        remedy: 'Check its name',
      }),
    );
  }
  const issues: Issue[] = [];
  const files: FolderFile[] = [];
  for (const part of PARTS) {
    for (const name of await listPart(root, part, issues)) {
      const path = part === '' ? name : `${part}/${name}`;
      const { text, issue } = await readFileInside(join(root, part, name), { root, maxBytes: MAX_BYTES, name: path });
      if (issue === undefined) files.push({ path, text });
      else issues.push(issue);
    }
  }
  // A file that is there but cannot be read is not missing as well.
  const told = new Set(issues.map((issue) => issue.file));
  const { result, placeOf } = parsePlacedFolder(files);
  const found = result.issues.filter((issue) => issue.code !== 'missing-file' || !told.has(issue.file));
  const all = [...issues, ...found];
  const broken = issues.some((issue) => issue.severity === 'error');
  return {
    result: broken || result.graph === undefined ? { issues: all } : { graph: result.graph, issues: all },
    placeOf,
  };
}

/** The names of the YAML files of one part, in code-point order. */
async function listPart(root: string, part: string, issues: Issue[]): Promise<string[]> {
  const path = join(root, part);
  try {
    if (!isInside(root, await realpath(path))) {
      issues.push(
        failure({
          code: 'outside-folder',
          file: `${part}/`,
          message: 'The folder is a link that leads out of the graph folder, and was not followed',
          expected: 'a folder inside the graph folder',
          remedy: 'Put the folder itself there',
        }),
      );
      return [];
    }
    return (await readdir(path)).filter((name) => /\.ya?ml$/u.test(name)).toSorted(byCodePoint);
  } catch (error) {
    issues.push({
      code: 'missing-file',
      severity: 'warning',
      path: [],
      file: `${part}/`,
      message: `The folder cannot be read, so nothing of it is in the graph: ${systemMessage(error)}`,
      expected: 'ontology.yaml, sources.yaml, and files in entities/ and claims/',
    });
    return [];
  }
}
