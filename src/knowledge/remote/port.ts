/**
 * One end of a channel: a MessagePort, a Worker, or the global scope of a worker. Those of browsers fit, and those of
 * Node's `worker_threads`.
 */
export interface Port {
  postMessage(message: unknown, options: StructuredSerializeOptions): void;
  addEventListener(type: 'message' | 'messageerror', listener: (event: MessageEvent) => void): void;
  removeEventListener(type: 'message' | 'messageerror', listener: (event: MessageEvent) => void): void;
  /** A MessagePort holds messages back until it is started. */
  start?(): void;
}
