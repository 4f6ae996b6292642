/**
 * Runs something in a task of its own, after the messages that have come by then. `setTimeout` would do, but browsers
 * make nested ones wait for 4 ms.
 */
export class TaskTurns {
  readonly #channel = new MessageChannel();

  constructor(run: () => void) {
    this.#channel.port1.addEventListener('message', run);
    this.#channel.port1.start();
  }

  /** Each call is one run. */
  take(): void {
    this.#channel.port2.postMessage(undefined);
  }

  close(): void {
    this.#channel.port1.close();
    this.#channel.port2.close();
  }
}
