import { readFile, realpath, stat } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
  '.map': 'application/json',
};

export interface StaticFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly mediaType: string;
  readonly isPage: boolean;
}

/** The steps of a request's path, or undefined where one of them would lead somewhere else. */
function stepsOf(path: string): string[] | undefined {
  let decoded: string;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    // Broken percent-encoding names no file.
    return undefined;
  }
  const steps = decoded.split('/').filter((step) => step !== '');
  const safe = steps.every((step) => !step.startsWith('.') && !/[\\:]/u.test(step) && !step.includes('\0'));
  return safe ? steps : undefined;
}

/**
 * A file of a folder by the path of a request; `/` means index.html. Undefined for what is not there, lies elsewhere
 * (also by a link), is hidden or is no regular file.
 */
export async function readStaticFile(folder: string, path: string): Promise<StaticFile | undefined> {
  const steps = stepsOf(path);
  if (steps === undefined) return undefined;
  try {
    const root = await realpath(folder);
    const file = await realpath(join(root, ...(steps.length === 0 ? ['index.html'] : steps)));
    if (!file.startsWith(root + sep) || !(await stat(file)).isFile()) return undefined;
    const extension = extname(file).toLowerCase();
    return {
      bytes: new Uint8Array(await readFile(file)),
      mediaType: MEDIA_TYPES[extension] ?? 'application/octet-stream',
      isPage: extension === '.html',
    };
  } catch {
    // What cannot be read is not there, for whoever asks from outside.
    return undefined;
  }
}
