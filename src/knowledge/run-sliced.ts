/** The longest that a slice of work may keep others waiting, in milliseconds. */
const SLICE = 20;

/**
 * Runs long work that stops now and then, and lets others have their turn in between. Rejects with the signal's reason
 * as soon as it is aborted.
 */
export async function runSliced<T>(work: Generator<void, T>, signal?: AbortSignal): Promise<T> {
  signal?.throwIfAborted();
  let since = performance.now();
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
    if (performance.now() - since < SLICE) continue;
    await new Promise<void>((resolve) => {
      setTimeout(resolve, 0);
    });
    signal?.throwIfAborted();
    since = performance.now();
  }
}
