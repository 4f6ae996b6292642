import { InvalidGraphError, type Issue, UsageError } from '../../model/issue.ts';

/**
 * An error as plain data. A structured clone of an error of our own loses its class and what it carries, so that the
 * other end could not name the candidates of a UsageError.
 */
export interface SentError {
  readonly name: string;
  readonly message: string;
  readonly stack?: string;
  readonly cause?: SentError;
  /** Of a UsageError. */
  readonly candidates?: readonly string[];
  /** Of an InvalidGraphError. */
  readonly issues?: readonly Issue[];
}

/** Causes further back than this are not sent. It also ends a circle of causes. */
const MOST_CAUSES = 8;

const STANDARD: readonly ErrorConstructor[] = [Error, RangeError, ReferenceError, SyntaxError, TypeError];

/** An error, or whatever else was thrown, as plain data. */
export function sendError(thrown: unknown, causes = MOST_CAUSES): SentError {
  if (!(thrown instanceof Error)) return { name: 'Error', message: String(thrown) };
  const { name, message, stack, cause } = thrown;
  return {
    name,
    message,
    ...(stack === undefined ? {} : { stack }),
    ...(cause === undefined || causes === 0 ? {} : { cause: sendError(cause, causes - 1) }),
    ...(thrown instanceof UsageError ? { candidates: thrown.candidates } : {}),
    ...(thrown instanceof InvalidGraphError ? { issues: thrown.issues } : {}),
  };
}

function make({ name, message, candidates, issues }: SentError, options: ErrorOptions): Error {
  if (candidates !== undefined) return new UsageError(message, candidates);
  if (issues !== undefined) return new InvalidGraphError(issues, options);
  if (name === 'AbortError' || name === 'TimeoutError') return new DOMException(message, name);
  const Standard = STANDARD.find((one) => one.name === name) ?? Error;
  return new Standard(message, options);
}

/** The error that was sent: of the same class where it is one of ours or a standard one, else an Error of its name. */
export function receiveError(sent: SentError): Error {
  const error = make(sent, sent.cause === undefined ? {} : { cause: receiveError(sent.cause) });
  if (error.name !== sent.name) error.name = sent.name;
  // Where it was thrown says more than where it was taken in.
  if (sent.stack !== undefined) Object.defineProperty(error, 'stack', { value: sent.stack, configurable: true });
  return error;
}
