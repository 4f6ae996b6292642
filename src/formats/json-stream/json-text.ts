import type { IssuePath } from '../../model/issue.ts';

/** JSON that cannot be taken, with the place in its text. */
export class JsonProblem extends Error {
  /** UTF-16 units from the start of the text. */
  readonly offset: number;
  constructor(message: string, offset: number, options?: ErrorOptions) {
    super(message, options);
    this.name = 'JsonProblem';
    this.offset = offset;
  }
}

export interface ParsedJson {
  readonly value: unknown;
  /** Names that stand more than once in one object. JSON.parse would take the last one without a word. */
  readonly repeated: readonly IssuePath[];
  /** Numbers that a double cannot hold; they are given as text, digit for digit. */
  readonly asText: readonly IssuePath[];
}

/** An object or array that is open. */
interface Open {
  readonly isObject: boolean;
  /** Names seen; a Set once they are many, so that a hostile object takes no quadratic time. */
  readonly names: string[];
  many: Set<string> | undefined;
  /** The name, or index, of the member that is being read. */
  step: string | number;
  awaitsName: boolean;
}

const FEW = 16;

function isNew(open: Open, name: string): boolean {
  if (open.many === undefined) {
    if (open.names.includes(name)) return false;
    open.names.push(name);
    if (open.names.length > FEW) open.many = new Set(open.names);
    return true;
  }
  if (open.many.has(name)) return false;
  open.many.add(name);
  return true;
}

/** The end of the text token that starts at the quote `from`: the place of its closing quote, or the end of the text. */
function endOfText(text: string, from: number): number {
  let at = from + 1;
  while (at < text.length) {
    const unit = text.charCodeAt(at);
    if (unit === 0x22) return at;
    at += unit === 0x5c ? 2 : 1;
  }
  return text.length;
}

/** Digits of the longest integer that a double can be. Longer ones need not be compared. */
const MOST_DIGITS = 309;

/**
 * Whether a number token says more than a double keeps: past the largest one, or an integer of which neither the value nor
 * the digits come back.
 */
function isTooMuch(token: string): boolean {
  const value = Number(token);
  if (Number.isNaN(value)) return false;
  if (!Number.isFinite(value)) return true;
  if (Number.isSafeInteger(value) || !/^-?\d+$/u.test(token) || String(value) === token) return false;
  return token.length > MOST_DIGITS + 1 || BigInt(token) !== BigInt(value);
}

/** Significant digits that a double can hold at most. */
const MOST_SIGNIFICANT = 17;

/** Whether a token is a fraction with more digits than a double holds, or too near to zero for one. */
function isTooFine(token: string): boolean {
  if (token.length <= MOST_SIGNIFICANT && !token.includes('e-') && !token.includes('E-')) return false;
  if (!/[.e]/iu.test(token)) return false;
  const digits = token.replace(/e.*$/iu, '').replace(/\D/gu, '').replace(/^0+/u, '');
  if (digits === '') return false;
  return (
    (digits.length > MOST_SIGNIFICANT && digits.replace(/0+$/u, '').length > MOST_SIGNIFICANT) || Number(token) === 0
  );
}

/**
 * `python` takes what its `json.dump` writes for what is no number: NaN, Infinity, -Infinity. They are given as text, and so
 * are fractions that a double cannot hold: graph tools exchange what people measured, and none of it may be rounded.
 */
export type JsonDialect = 'strict' | 'python';

const NO_NUMBER = /(?:NaN|-?Infinity)(?![A-Za-z0-9_$])/uy;
const NUMBER = /-?\d[\d.eE+-]*/uy;

function tokenAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

/**
 * Parses JSON text of at most `depth` levels, without recursion over them before the depth is known. Throws a JsonProblem for what is
 * no JSON or nests deeper.
 */
export function parseJson(text: string, depth: number, dialect: JsonDialect = 'strict'): ParsedJson {
  const open: Open[] = [];
  const repeated: IssuePath[] = [];
  const asText: IssuePath[] = [];
  const pieces: string[] = [];
  let copied = 0;
  const path = (): IssuePath => open.map(({ step }) => step);
  /** Makes a text of a token, if there is one; the place of its last character. */
  const quote = (token: string | undefined, at: number): number => {
    if (token === undefined || open.at(-1)?.awaitsName === true) return at;
    pieces.push(text.slice(copied, at), `"${token}"`);
    copied = at + token.length;
    return copied - 1;
  };
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const inner = open.at(-1);
    if (unit === 0x22) {
      const end = endOfText(text, at);
      if (inner?.isObject && inner.awaitsName) {
        const raw = text.slice(at, end + 1);
        inner.step = raw.includes('\\') ? named(raw) : raw.slice(1, -1);
        inner.awaitsName = false;
        if (!isNew(inner, inner.step)) repeated.push(path());
      }
      at = end;
    } else if (unit === 0x7b || unit === 0x5b) {
      if (open.length >= depth) throw new JsonProblem(`It nests more than ${depth} levels deep`, at);
      const isObject = unit === 0x7b;
      open.push({ isObject, names: [], many: undefined, step: 0, awaitsName: isObject });
    } else if (unit === 0x7d || unit === 0x5d) open.pop();
    else if (unit === 0x2c && inner !== undefined) {
      if (inner.isObject) inner.awaitsName = true;
      else if (typeof inner.step === 'number') inner.step++;
    } else if (unit === 0x2d || (unit >= 0x30 && unit <= 0x39)) {
      const token = tokenAt(NUMBER, text, at);
      if (token === undefined) {
        if (dialect === 'python') at = quote(tokenAt(NO_NUMBER, text, at), at);
        continue;
      }
      if (isTooMuch(token) || (dialect === 'python' && isTooFine(token))) {
        asText.push(path());
        quote(token, at);
      }
      at += token.length - 1;
    } else if (dialect === 'python' && (unit === 0x4e || unit === 0x49)) at = quote(tokenAt(NO_NUMBER, text, at), at);
  }
  const whole = copied === 0 ? text : pieces.join('') + text.slice(copied);
  try {
    return { value: JSON.parse(whole), repeated, asText };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new JsonProblem(`This is not valid JSON: ${message.slice(0, 200)}`, 0, { cause: error });
  }
}

/** A name with escapes as it is meant; as it stands where the escapes are wrong, which JSON.parse will tell. */
function named(raw: string): string {
  try {
    const name: unknown = JSON.parse(raw);
    return typeof name === 'string' ? name : raw;
  } catch {
    return raw;
  }
}
