/**
 * What Neo4j makes of the literals of a script: first `\uXXXX` becomes its character, then the text is told into tokens. A
 * backslash that escapes another is passed over in the first step (as in Neo4j's CypherCharStream), or, if `naive`, not.
 */
function unescapeUnicode(script: string, naive: boolean): string {
  return script.replace(naive ? /\\u+([0-9a-fA-F]{4})/gu : /\\(?:u+([0-9a-fA-F]{4})|[\s\S])/gu, (all, hex?: string) =>
    hex === undefined ? all : String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

const ESCAPES: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

/** Reads one expression of texts, numbers, booleans, lists, maps and `+`. Throws at anything else. */
class Expression {
  #at = 0;
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  whole(): unknown {
    const value = this.#sum();
    this.#space();
    if (this.#at < this.#text.length) throw new Error(`rest: ${this.#text.slice(this.#at, this.#at + 40)}`);
    return value;
  }

  #space(): void {
    while (/\s/u.test(this.#text[this.#at] ?? '')) this.#at++;
  }

  #take(what: string): boolean {
    this.#space();
    if (!this.#text.startsWith(what, this.#at)) return false;
    this.#at += what.length;
    return true;
  }

  #sum(): unknown {
    let value = this.#value();
    while (this.#take('+')) value = `${String(value)}${String(this.#value())}`;
    return value;
  }

  #value(): unknown {
    if (this.#take('[')) {
      const items: unknown[] = [];
      while (!this.#take(']')) {
        items.push(this.#sum());
        this.#take(',');
      }
      return items;
    }
    if (this.#take('{')) {
      const pairs: [string, unknown][] = [];
      while (!this.#take('}')) {
        this.#space();
        const [name] = /^[a-z_0-9]+(?=: )/u.exec(this.#text.slice(this.#at, this.#at + 40)) ?? [];
        if (name === undefined) throw new Error(`no name at ${this.#text.slice(this.#at, this.#at + 40)}`);
        this.#at += name.length + 1;
        pairs.push([name, this.#sum()]);
        this.#take(',');
      }
      return Object.fromEntries(pairs);
    }
    if (this.#take('true')) return true;
    if (this.#take('false')) return false;
    if (this.#take('"')) return this.#string();
    const [number] = /^-?\d+(\.\d+)?(e-?\d+)?/u.exec(this.#text.slice(this.#at, this.#at + 400)) ?? [];
    if (number === undefined) throw new Error(`no value at ${this.#text.slice(this.#at, this.#at + 40)}`);
    this.#at += number.length;
    return Number(number);
  }

  #string(): string {
    let text = '';
    for (;;) {
      const unit = this.#text[this.#at++];
      if (unit === undefined) throw new Error('a text is not closed');
      if (unit === '"') return text;
      if (unit !== '\\') text += unit;
      else {
        const escaped = this.#text[this.#at++] ?? '';
        text += ESCAPES[escaped] ?? escaped;
      }
    }
  }
}

export interface Command {
  /** The rows that the statement is run over. */
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  readonly statement: string;
}

interface Script {
  readonly commands: Command[];
  /** Lines that are no statements over rows. */
  readonly others: string[];
  /** The name of the graph, to which all records belong. */
  readonly graph: unknown;
}

/** The statements of a script with their rows, and those without. */
export function readScript(script: string, naive = false): Script {
  const commands: Command[] = [];
  const others: string[] = [];
  let rows: Command['rows'] | undefined;
  let graph: unknown;
  for (const line of script.split('\n').filter((one) => one !== '')) {
    const [, name, text = ''] = /^:param (rows|graph) => (.*)$/su.exec(line) ?? [];
    if (name !== undefined) {
      const value = new Expression(unescapeUnicode(text, naive)).whole();
      if (name === 'graph') graph = value;
      else if (Array.isArray(value)) rows = value;
      else throw new Error('rows are a list');
    } else if (rows === undefined || !line.startsWith('UNWIND')) others.push(line);
    else commands.push({ rows, statement: line });
  }
  return { commands, others, graph };
}
