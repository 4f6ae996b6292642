import { Line, LineClosedError } from '../../knowledge/remote/line.ts';
import type { Position } from '../graph/layout.ts';
import type { LayoutQuestion } from './layout.worker.ts';

let line: Line | undefined;

/** The line to the one worker that finds places, which is started when it is first asked. */
function lineToWorker(): Line {
  if (line !== undefined) return line;
  const worker = new Worker(new URL('./layout.worker.ts', import.meta.url), { type: 'module', name: 'layout' });
  const made = new Line(worker);
  worker.addEventListener('error', ({ message }) => {
    made.close(new LineClosedError(`The worker that finds places has failed. ${message ?? ''}`.trim()));
    line = undefined;
  });
  line = made;
  return made;
}

/** Places of the entities of a picture. Rejects with the signal's reason when it aborts. */
export function askPlaces(question: LayoutQuestion, signal: AbortSignal): Promise<ReadonlyMap<string, Position>> {
  return lineToWorker().ask<ReadonlyMap<string, Position>>(question, { signal });
}
