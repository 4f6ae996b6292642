/**
 * Loads the graph into a worker, asks for one trace after another, and writes down how long each took and how long the
 * page was kept from drawing meanwhile. See bench/tracing-browser.ts.
 */

import { Counts, Pairs } from '../shapes.ts';
import type { FromWorker, ToWorker } from './messages.ts';
import type { PageResult, Quiet } from './result.ts';

const [K, DEPTH] = [3, 6];
/** Milliseconds for which the page is watched doing nothing, which shows what the machine itself does to it. */
const IDLE = 3000;

/** Watches how long the page is kept busy, until it is told to stop. */
function watch(): () => Quiet {
  let [last, longestFrame, frames, running] = [performance.now(), 0, 0, true];
  const longTasks: number[] = [];
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longTasks.push(duration);
  });
  observer.observe({ type: 'longtask' });
  const look = (): void => {
    const now = performance.now();
    longestFrame = Math.max(longestFrame, now - last);
    frames += 1;
    last = now;
    if (running) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  return () => {
    running = false;
    for (const { duration } of observer.takeRecords()) longTasks.push(duration);
    observer.disconnect();
    return { frames, longestFrame, longTasks };
  };
}

async function fetchBytes(name: string): Promise<ArrayBuffer> {
  const response = await fetch(name);
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  return response.arrayBuffer();
}

const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
const reply = (message: ToWorker, transfer: Transferable[] = []): Promise<FromWorker> =>
  new Promise((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<FromWorker>) => resolve(data);
    worker.onerror = ({ message: text }) => reject(new Error(text));
    worker.postMessage(message, transfer);
  });

async function measure(): Promise<PageResult> {
  const stopLoading = watch();
  const [from, to, belief, symmetric] = await Promise.all(
    ['from', 'to', 'belief', 'symmetric'].map((name) => fetchBytes(`relations-${name}`)),
  );
  const { entities } = Counts.parse(await (await fetch('graph.json')).json());
  const pairs = Pairs.parse(await (await fetch('pairs.json')).json());
  const columns = {
    from: new Uint32Array(from ?? new ArrayBuffer()),
    to: new Uint32Array(to ?? new ArrayBuffer()),
    belief: new Float64Array(belief ?? new ArrayBuffer()),
    symmetric: new Uint8Array(symmetric ?? new ArrayBuffer()),
  };
  const sent = performance.now();
  const buffers = Object.values(columns).map((column) => column.buffer);
  const loaded = await reply({ kind: 'load', entities, columns }, buffers);
  if (loaded.kind !== 'loaded') throw new Error('the worker answered out of turn');
  const loadMs = performance.now() - sent;
  const loading = stopLoading();

  const stopIdling = watch();
  await new Promise((resolve) => setTimeout(resolve, IDLE));
  const idle = stopIdling();

  const stopAsking = watch();
  const ms: number[] = [];
  let [paths, empty, cutShort] = [0, 0, 0];
  for (const [a, b] of pairs) {
    const asked = performance.now();
    const answered = await reply({ kind: 'ask', from: a, to: b, k: K, depth: DEPTH });
    ms.push(performance.now() - asked);
    if (answered.kind !== 'answer') throw new Error('the worker answered out of turn');
    paths += answered.answer.paths.length;
    if (answered.answer.paths.length === 0) empty += 1;
    if (answered.answer.cutShort) cutShort += 1;
  }
  return {
    k: K,
    depth: DEPTH,
    loadMs,
    buildMs: loaded.buildMs,
    loading,
    idle,
    asking: stopAsking(),
    ms,
    paths,
    empty,
    cutShort,
  };
}

const result = document.querySelector('#result');
if (result === null) throw new Error('there is no place for the result');
result.textContent = JSON.stringify(await measure().catch((error: unknown) => ({ error: String(error) })));
