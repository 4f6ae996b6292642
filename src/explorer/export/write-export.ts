import { Line, LineClosedError } from '../../knowledge/remote/line.ts';
import type { ExportAnswer, ExportQuestion } from './export-worker.ts';
import { toPng } from './to-png.ts';

/**
 * Writes an export in a worker of its own, which ends with it: a file that is not wanted any longer costs nothing more.
 * Rejects with the error of the writer, and with the reason of the signal.
 */
export async function writeExport(question: ExportQuestion, signal: AbortSignal): Promise<ExportAnswer> {
  signal.throwIfAborted();
  const worker = new Worker(new URL('./export.worker.ts', import.meta.url), { type: 'module', name: 'export' });
  const line = new Line(worker);
  // A script that fails, or is not there, will never answer.
  worker.addEventListener('error', ({ message }) =>
    line.close(new LineClosedError(`The worker that writes the export has failed. ${message ?? ''}`.trim())),
  );
  try {
    const answer = await line.ask<ExportAnswer>(question, { signal });
    if (question.format !== 'png') return answer;
    const files = await Promise.all(answer.written.files.map((file) => toPng(file, signal)));
    return { ...answer, written: { ...answer.written, files } };
  } finally {
    worker.terminate();
    line.close();
  }
}
