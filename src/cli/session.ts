import type { Io } from './io.ts';
import { Printer } from './print.ts';

/** 0 fine, 1 findings (only `validate`), 2 usage or input error. */
export type ExitCode = 0 | 1 | 2;

/** One run of the command. */
export class Session {
  readonly io: Io;
  readonly out: Printer;
  readonly err: Printer;
  exitCode: ExitCode = 0;

  constructor(io: Io) {
    this.io = io;
    this.out = new Printer(io.out, io.env);
    this.err = new Printer(io.err, io.env);
  }
}
