/** Where a command writes. A terminal says so and knows its width in columns. */
export interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
}

/** All that a command has of the world outside, so that it can be run in a test. */
export interface Io {
  readonly out: Output;
  readonly err: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The folder that relative paths start from. */
  readonly cwd: string;
  readonly now: () => Date;
  /** Resolves when the person asks a running command to stop. */
  readonly stopped: () => Promise<void>;
  /** Opens an address in the person's browser, if there is one. */
  readonly openBrowser: (address: string) => void;
}
