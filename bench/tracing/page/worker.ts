import { buildNetwork } from '../../../src/tracing/network.ts';
import { PathSearcher } from '../../../src/tracing/paths.ts';
import type { FromWorker, ToWorker } from './messages.ts';

let searcher: PathSearcher | undefined;
const send = (message: FromWorker): void => postMessage(message);

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if (data.kind === 'load') {
    const start = performance.now();
    searcher = new PathSearcher(buildNetwork(data.entities, data.columns));
    send({ kind: 'loaded', buildMs: performance.now() - start });
  } else if (searcher === undefined) throw new Error('asked before the graph was there');
  else {
    const { from, to, k, depth } = data;
    send({ kind: 'answer', answer: searcher.search({ sources: [from], targets: [to], k, depth, direction: 'both' }) });
  }
});
