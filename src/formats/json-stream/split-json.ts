import type { IssuePath } from '../../model/issue.ts';
import { ReadFailure } from '../read-failure.ts';
import { EACH_ONCE, repeatedName } from './repeated-name.ts';
import { LONGEST_RECORD } from './split-lines.ts';

/** A value of a large JSON text, still as text. */
export interface JsonPiece {
  /**
   * `record`: an element of the outermost array, or of what was said to hold records. `member`: any other member of the
   * outermost object, its name last in the path. `close`: the outermost object has ended; its text is empty.
   */
  readonly is: 'record' | 'member' | 'close';
  readonly path: IssuePath;
  /** Line on which it starts, counted from 1. */
  readonly line: number;
  readonly text: string;
  /** Its name stood before in the same object: programs differ in which of the two they take. */
  readonly repeated?: true;
  /** It nests deeper than is taken. Its text is not kept, and is empty. */
  readonly tooDeep?: true;
}

export interface SplitOptions {
  /**
   * What holds records in place of being one, as an array or an object: names of members of the outermost object; or a
   * test of the path of any array or object that stands where a record, or a member, would, asked from the outermost
   * inwards, so that lists within lists can be records one by one.
   */
  readonly inside: readonly string[] | ((path: IssuePath, isObject: boolean) => boolean);
  /** Levels of nesting that are taken. */
  readonly depth: number;
  readonly file: string;
  /** How many values may stand one after the other (JSON lines): `many` unless told. */
  readonly roots?: 'one' | 'many';
}

/** What may come next. */
type Awaits = 'value' | 'value or end' | 'comma or end' | 'name' | 'name or end' | 'colon';

interface Container {
  readonly isObject: boolean;
  /** Whether what it holds are records. */
  readonly records: boolean;
  awaits: Awaits;
  step: string | number;
  /** Names seen so far; undefined in an array. */
  readonly names: Set<string> | undefined;
  /** Whether the last name stood before. */
  repeated: boolean;
}

/** An object with more names is a map of records, whose ids are compared by whoever takes them: no more are held. */
const MOST_NAMES = 100_000;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const isSpace = (unit: number): boolean => unit === 0x20 || unit === 0x0a || unit === 0x0d || unit === 0x09;

/**
 * Cuts JSON text into records while it comes in, so that a file of any size needs the memory of one record. It looks at
 * brackets, quotes and commas only; each record is parsed by whoever takes it, so one that is wrong inside can be left
 * out alone; of one that nests too deep only its place is given. Several values one after the other (JSON lines) are read,
 * too, where that is not forbidden. Throws a ReadFailure where the frame around the records is no JSON or has a list of
 * records twice, or where a record is too long.
 */
export class JsonSplitter {
  readonly #inside: (path: IssuePath, isObject: boolean) => boolean;
  readonly #depth: number;
  readonly #file: string;
  readonly #isOne: boolean;
  readonly #open: Container[] = [];
  #line = 1;
  /** Values that stood outside of all brackets before this one. */
  #roots = 0;
  /** What is being taken: its parts so far, their length, the line where it began. */
  #taking: 'name' | 'value' | undefined;
  #parts: string[] = [];
  #length = 0;
  #began = 1;
  /** Brackets open in it, and whether it stands in a text, or behind a backslash there. */
  #levels = 0;
  #inText = false;
  #escaped = false;
  #bare = false;
  #tooDeep = false;

  constructor({ inside, depth, file, roots = 'many' }: SplitOptions) {
    this.#inside =
      typeof inside === 'function'
        ? inside
        : ([name, ...more]) => more.length === 0 && inside.some((one) => one === name);
    this.#depth = depth;
    this.#file = file;
    this.#isOne = roots === 'one';
  }

  /** Takes the next part of the text and gives what is complete with it. */
  *push(text: string): Generator<JsonPiece, void, undefined> {
    let at = 0;
    while (at < text.length) {
      if (this.#taking === undefined) {
        const unit = text.charCodeAt(at);
        if (isSpace(unit)) {
          if (unit === 0x0a) this.#line++;
          at++;
        } else {
          const closed = this.#step(unit);
          if (closed !== undefined) yield closed;
          if (this.#taking === undefined) at++;
        }
        continue;
      }
      const end = this.#scan(text, at);
      this.#keep(text.slice(at, end.at));
      at = end.at;
      if (end.complete) {
        const piece = this.#taken();
        if (piece !== undefined) yield piece;
      }
    }
  }

  /** Says that the text has ended. */
  *end(): Generator<JsonPiece, void, undefined> {
    // A bare word or number ends with the text.
    if (this.#taking !== undefined && this.#bare) {
      const piece = this.#taken();
      if (piece !== undefined) yield piece;
    }
    // So many brackets are not left open by chance.
    if (this.#taking !== undefined && this.#tooDeep)
      throw this.#failure(`It nests more than ${this.#depth} levels deep, and does not end`, 'too-large');
    if (this.#taking !== undefined || this.#open.length > 0)
      throw this.#failure('The file ends too early: brackets are still open');
  }

  #failure(
    message: string,
    code: 'invalid-json' | 'invalid-format' | 'too-large' = 'invalid-json',
    more: { readonly expected?: string; readonly remedy?: string } = {},
  ): ReadFailure {
    return new ReadFailure({ code, file: this.#file, line: this.#line, path: this.#path(), message, ...more });
  }

  #steps(): IssuePath {
    return this.#open.map(({ step }) => step);
  }

  /** From the second value on, its number stands first. */
  #path(): IssuePath {
    const steps = this.#steps();
    return this.#roots === 0 ? steps : [this.#roots, ...steps];
  }

  /** One character outside of a value: opens, closes, or begins to take something. */
  #step(unit: number): JsonPiece | undefined {
    const inner = this.#open.at(-1);
    if (inner === undefined) {
      if (this.#isOne && this.#roots > 0) {
        throw this.#failure('The file goes on behind its end', 'invalid-json', {
          expected: 'one JSON value and no more',
          remedy: 'Take off what follows, or make a file of each',
        });
      }
      if (unit === 0x7b || unit === 0x5b) this.#enter(unit === 0x7b, unit === 0x5b);
      else throw this.#failure('A JSON object or array was expected here');
      return undefined;
    }
    const close = inner.isObject ? 0x7d : 0x5d;
    if (unit === close && inner.awaits.endsWith('or end')) return this.#leave();
    if (inner.awaits === 'comma or end') {
      if (unit !== 0x2c) throw this.#failure('A comma or the closing bracket was expected here');
      inner.awaits = inner.isObject ? 'name' : 'value';
      if (typeof inner.step === 'number') inner.step++;
      return undefined;
    }
    if (inner.awaits === 'colon') {
      if (unit !== 0x3a) throw this.#failure('A colon was expected here');
      inner.awaits = 'value';
      return undefined;
    }
    if (inner.awaits.startsWith('name')) {
      if (unit !== QUOTE) throw this.#failure('A name in double quotes was expected here');
      this.#begin('name', unit);
      return undefined;
    }
    if (unit === 0x2c || unit === 0x7d || unit === 0x5d || unit === 0x3a)
      throw this.#failure('A value was expected here');
    if ((unit === 0x7b || unit === 0x5b) && this.#inside(this.#steps(), unit === 0x7b)) {
      if (inner.repeated) {
        throw this.#failure(repeatedName(inner.step), 'invalid-format', {
          expected: EACH_ONCE,
          remedy: 'Put what both hold into one, or take one of them out',
        });
      }
      this.#enter(unit === 0x7b, true);
    } else this.#begin('value', unit);
    return undefined;
  }

  #enter(isObject: boolean, records: boolean): void {
    this.#open.push({
      isObject,
      records,
      awaits: isObject ? 'name or end' : 'value or end',
      step: isObject ? '' : 0,
      names: isObject ? new Set() : undefined,
      repeated: false,
    });
    // The character itself is passed by `push`, since nothing is being taken.
  }

  #leave(): JsonPiece | undefined {
    const left = this.#open.pop();
    const outer = this.#open.at(-1);
    if (outer !== undefined) {
      outer.awaits = 'comma or end';
      return undefined;
    }
    const path = this.#path();
    this.#roots++;
    return left?.isObject ? { is: 'close', path, line: this.#line, text: '' } : undefined;
  }

  #begin(taking: 'name' | 'value', unit: number): void {
    this.#taking = taking;
    this.#began = this.#line;
    this.#levels = 0;
    this.#inText = false;
    this.#escaped = false;
    this.#tooDeep = false;
    this.#bare = unit !== QUOTE && unit !== 0x7b && unit !== 0x5b;
  }

  #keep(text: string): void {
    if (this.#tooDeep) {
      this.#parts = [];
      this.#length = 0;
      return;
    }
    this.#length += text.length;
    if (this.#length > LONGEST_RECORD)
      throw this.#failure(`A record is longer than ${LONGEST_RECORD} characters`, 'too-large');
    if (text !== '') this.#parts.push(text);
  }

  /** Goes on in what is being taken, from `at` to its end or that of the text. */
  #scan(text: string, from: number): { readonly at: number; readonly complete: boolean } {
    for (let at = from; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      if (unit === 0x0a) this.#line++;
      if (this.#inText) {
        if (this.#escaped) this.#escaped = false;
        else if (unit === BACKSLASH) this.#escaped = true;
        else if (unit === QUOTE) {
          this.#inText = false;
          if (this.#levels === 0) return { at: at + 1, complete: true };
        }
      } else if (this.#bare) {
        if (isSpace(unit) || unit === 0x2c || unit === 0x7d || unit === 0x5d) {
          // The line break is met again outside.
          if (unit === 0x0a) this.#line--;
          return { at, complete: true };
        }
      } else if (unit === QUOTE) this.#inText = true;
      else if (unit === 0x7b || unit === 0x5b) {
        this.#levels++;
        if (this.#open.length + this.#levels > this.#depth) this.#tooDeep = true;
      } else if (unit === 0x7d || unit === 0x5d) {
        this.#levels--;
        if (this.#levels === 0) return { at: at + 1, complete: true };
      }
    }
    return { at: text.length, complete: false };
  }

  /** What was taken is complete: a name is set, a value is given. */
  #taken(): JsonPiece | undefined {
    const text = this.#parts.join('');
    const taking = this.#taking;
    const inner = this.#open.at(-1);
    this.#taking = undefined;
    this.#parts = [];
    this.#length = 0;
    if (inner === undefined) return undefined;
    if (taking === 'name') {
      inner.step = this.#name(text);
      inner.awaits = 'colon';
      inner.repeated = inner.names?.has(inner.step) === true;
      if (inner.names !== undefined && inner.names.size < MOST_NAMES) inner.names.add(inner.step);
      return undefined;
    }
    inner.awaits = 'comma or end';
    const piece: JsonPiece = {
      is: inner.records ? 'record' : 'member',
      path: this.#path(),
      line: this.#began,
      text,
    };
    if (!inner.repeated && !this.#tooDeep) return piece;
    return {
      ...piece,
      ...(inner.repeated ? { repeated: true } : {}),
      ...(this.#tooDeep ? { tooDeep: true } : {}),
    };
  }

  #name(text: string): string {
    let name: unknown;
    try {
      name = JSON.parse(text);
    } catch {
      name = undefined;
    }
    if (typeof name !== 'string') throw this.#failure('A name holds something that JSON does not allow in a text');
    return name;
  }
}

/** The records of JSON text that comes in pieces. Throws as JsonSplitter does. */
export async function* splitJson(
  pieces: AsyncIterable<string>,
  options: SplitOptions,
): AsyncGenerator<JsonPiece, void, undefined> {
  const splitter = new JsonSplitter(options);
  for await (const piece of pieces) yield* splitter.push(piece);
  yield* splitter.end();
}
