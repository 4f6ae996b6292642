import pc from 'picocolors';
import type { Io, Output } from './io.ts';
import { tableLines, wrap } from './text-layout.ts';

export type Colours = ReturnType<typeof pc.createColors>;

const UNSAFE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not reach a terminal.
  /\u001b\[\d{1,2}m|[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu;

/** Colours are for people at a terminal, unless they ask for none (https://no-color.org). */
export function wantsColour(out: Output, env: Io['env']): boolean {
  return out.isTTY === true && (env['NO_COLOR'] ?? '') === '' && env['TERM'] !== 'dumb';
}

/**
 * Writes to one output. Control and direction characters in what is written are shown as `\u009b`, never sent to the
 * terminal; in JSON that is the same text. On a terminal lines are wrapped at its width; elsewhere they stay whole.
 */
export class Printer {
  readonly colours: Colours;
  /** Columns; without end where the output is no terminal. */
  readonly width: number;
  readonly #out: Output;
  readonly #coloured: boolean;

  constructor(out: Output, env: Io['env']) {
    this.#out = out;
    this.#coloured = wantsColour(out, env);
    this.colours = pc.createColors(this.#coloured);
    this.width = out.isTTY === true ? Math.max(40, out.columns ?? 80) : Number.POSITIVE_INFINITY;
  }

  /** One line or several, wrapped; `indent` spaces before the first, two more before what follows. */
  line(text = '', indent = 0): void {
    const [first = '', ...rest] = wrap(text, this.width - indent - 2);
    this.#write(`${' '.repeat(text === '' ? 0 : indent)}${first}\n`);
    for (const line of rest) this.#write(`${' '.repeat(indent + 2)}${line}\n`);
  }

  heading(text: string): void {
    this.line();
    this.line(this.colours.bold(text));
  }

  /** An aligned table under its head; row by row where the terminal is too narrow for one. Nothing without rows. */
  table(head: readonly string[], rows: readonly (readonly string[])[], indent = 2): void {
    if (rows.length === 0) return;
    const lines = tableLines([head.map((cell) => this.colours.dim(cell)), ...rows], this.width - indent);
    if (lines !== undefined) this.#lines(lines, indent);
    else
      for (const row of rows)
        this.pairs(
          head.map((name, i) => [name, row[i]] as const),
          indent,
        );
  }

  /** Names and values, aligned. */
  pairs(rows: readonly (readonly [string, string | undefined])[], indent = 2): void {
    const given = rows.flatMap(([name, value]) =>
      value === undefined || value === '' ? [] : [[this.colours.dim(name), value]],
    );
    this.#lines(tableLines(given, this.width - indent) ?? given.flat(), indent);
  }

  /** One JSON object, indented by two spaces. */
  json(value: unknown): void {
    this.#write(`${JSON.stringify(value, null, 2)}\n`);
  }

  /** An export as it is, letter for letter. */
  raw(text: string): void {
    this.#out.write(text);
  }

  #lines(lines: readonly string[], indent: number): void {
    for (const line of lines) this.#write(`${' '.repeat(indent)}${line}\n`);
  }

  #write(text: string): void {
    this.#out.write(
      text.replace(UNSAFE, (found) =>
        found.length > 1 && this.#coloured ? found : [...found].map(escapeCharacter).join(''),
      ),
    );
  }
}

function escapeCharacter(character: string): string {
  const code = character.charCodeAt(0);
  return code >= 0x20 && code < 0x7f ? character : `\\u${code.toString(16).padStart(4, '0')}`;
}
