import { parentPort } from 'node:worker_threads';
import { brokenLaw, type FuzzFile } from './laws.ts';

/** Reads what it is sent in a thread of its own, so that a reader that never ends can be stopped and told of. */
export interface ReaderTask {
  readonly format: string;
  readonly files: readonly FuzzFile[];
}

parentPort?.on('message', ({ format, files }: ReaderTask) => {
  brokenLaw(format, files).then(
    (fault) => parentPort?.postMessage({ fault }),
    (error: unknown) =>
      parentPort?.postMessage({ fault: `it threw ${error instanceof Error ? (error.stack ?? error.message) : error}` }),
  );
});
parentPort?.postMessage({ fault: undefined });
