/** A cell that is not closed or too long, text after a closing quote, a NUL: where it stands and what is wrong. */
export interface RowFault {
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly remedy: string;
}

export interface RowReaderOptions {
  /** One character. A run of spaces is one delimiter, and none at the ends of a line, as other tools write them. */
  readonly delimiter: string;
  /** UTF-16 units of one cell, and cells of one row. */
  readonly longestCell: number;
  readonly mostCells: number;
  /** Quotes mean nothing in some tables, such as those of GDELT. They enclose cells unless told. */
  readonly quotes?: boolean;
  /** The line that the text begins on: 1 unless told. */
  readonly firstLine?: number;
  /** The cells of a row and the line on which it begins, counted from 1; `fault` where it is malformed. */
  readonly onRow: (cells: string[], line: number, fault?: RowFault) => void;
}

/** Thrown where the rest of a table cannot be told into rows. */
export class BrokenTable extends Error {
  readonly fault: RowFault;
  constructor(fault: RowFault) {
    super(fault.message);
    this.name = 'BrokenTable';
    this.fault = fault;
  }
}

const QUOTE = 0x22;
const SPACE = 0x20;
const BRACE = 0x7b;
const NEVER = Number.POSITIVE_INFINITY;

/**
 * Tells a table into rows while its text comes in pieces (RFC 4180, with line ends of any sort, even mixed, and lines that
 * hold nothing passed over). A quote counts only where it opens a cell; elsewhere it is a letter.
 *
 * Papa Parse, by which tables are written, takes one sort of line end for the whole file, gives no lines, and finds that a
 * quote was left open only when it has the whole rest of the file in memory. Here a piece is looked at once, and what is
 * held between pieces is one row at most.
 */
export class RowReader {
  readonly #options: RowReaderOptions;
  readonly #delimiter: number;
  readonly #bySpaces: boolean;
  #cells: string[] = [];
  /** Of the cell that the last piece ended in. */
  #partial = '';
  /** `rest` is a cell that goes to the end of its line: attributes of NetworkX, `{'weight': 7}`, behind spaces. */
  #state: 'start' | 'plain' | 'quoted' | 'quote' | 'rest' = 'start';
  #fault: RowFault | undefined;
  /** Where the current line began, from the start of the current piece; negative where in one before. */
  #lineStart = 0;
  #line: number;
  #rowLine = 1;
  #quoteAt = { line: 1, column: 1 };
  #afterReturn = false;

  constructor(options: RowReaderOptions) {
    if (options.delimiter.length !== 1) throw new RangeError('a delimiter is one character');
    this.#options = options;
    this.#line = options.firstLine ?? 1;
    this.#delimiter = options.delimiter.charCodeAt(0);
    this.#bySpaces = options.delimiter === ' ';
  }

  /** Throws a BrokenTable. */
  push(piece: string): void {
    const { delimiter, longestCell, quotes = true } = this.#options;
    let at = 0;
    let nextDelimiter = -1;
    let nextFeed = -1;
    let nextReturn = -1;
    const find = (what: string, from: number): number => {
      const found = piece.indexOf(what, from);
      return found < 0 ? NEVER : found;
    };
    let nextNul = find('\u0000', 0);
    const refuseNul = (from: number, end: number): void => {
      if (nextNul < from) nextNul = find('\u0000', from);
      if (nextNul >= Math.min(end, piece.length)) return;
      this.#countLines(piece.slice(from, nextNul), from);
      throw new BrokenTable({
        ...this.#place(nextNul),
        message: 'The file holds a NUL, which no text has',
        remedy: 'Save the table as text in UTF-8',
      });
    };
    while (at < piece.length) {
      if (this.#state === 'start') {
        if (this.#afterReturn) {
          this.#afterReturn = false;
          if (piece.charCodeAt(at) === 0x0a) {
            at++;
            this.#lineStart = at;
            continue;
          }
        }
        if (this.#bySpaces) {
          const unit = piece.charCodeAt(at);
          if (unit === SPACE) {
            at++;
            continue;
          }
          if ((unit === 0x0a || unit === 0x0d) && this.#cells.length > 0) {
            this.#endLine(unit === 0x0d, ++at);
            continue;
          }
        }
        if (this.#cells.length === 0) this.#rowLine = this.#line;
        if (this.#bySpaces && piece.charCodeAt(at) === BRACE) {
          this.#state = 'rest';
          continue;
        }
        if (quotes && piece.charCodeAt(at) === QUOTE) {
          this.#quoteAt = this.#place(at);
          this.#state = 'quoted';
          at++;
        } else this.#state = 'plain';
        continue;
      }
      if (this.#state === 'quoted') {
        const end = find('"', at);
        const part = piece.slice(at, end === NEVER ? piece.length : end);
        refuseNul(at, end);
        this.#countLines(part, at);
        this.#add(part, longestCell, at);
        if (end === NEVER) break;
        this.#state = 'quote';
        at = end + 1;
        continue;
      }
      if (this.#state === 'quote') {
        const unit = piece.charCodeAt(at);
        if (unit === QUOTE) {
          this.#add('"', longestCell, at);
          this.#state = 'quoted';
          at++;
          continue;
        }
        if (unit !== this.#delimiter && unit !== 0x0a && unit !== 0x0d) {
          this.#fault ??= {
            ...this.#place(at),
            message: 'There is text after the quote that closes a cell',
            remedy: 'Double each quote that stands inside a quoted cell',
          };
        }
        this.#state = 'plain';
      }
      if (nextDelimiter < at) nextDelimiter = find(delimiter, at);
      if (nextFeed < at) nextFeed = find('\n', at);
      if (nextReturn < at) nextReturn = find('\r', at);
      const end = Math.min(this.#state === 'rest' ? NEVER : nextDelimiter, nextFeed, nextReturn);
      refuseNul(at, end);
      if (end === NEVER) {
        this.#add(piece.slice(at), longestCell, at);
        break;
      }
      if (this.#partial === '' && end - at <= longestCell) this.#cells.push(piece.slice(at, end));
      else {
        this.#add(piece.slice(at, end), longestCell, at);
        this.#cells.push(this.#partial);
        this.#partial = '';
      }
      this.#state = 'start';
      if (this.#cells.length > this.#options.mostCells) {
        throw new BrokenTable({
          ...this.#place(at),
          message: `A row has more than ${this.#options.mostCells} cells`,
          remedy: 'Check the delimiter, or take columns out',
        });
      }
      at = end + 1;
      if (end !== nextDelimiter) this.#endLine(end === nextReturn, at);
    }
    this.#lineStart -= piece.length;
  }

  /** The text has ended. Throws a BrokenTable where it ended within a quoted cell. */
  end(): void {
    if (this.#state === 'quoted') {
      throw new BrokenTable({
        ...this.#quoteAt,
        message: 'The quote that opens here is never closed',
        remedy: 'Close it, or take it out; a quote inside a quoted cell is doubled',
      });
    }
    if (this.#state !== 'start' || this.#cells.length > 0) {
      // Spaces at the end of a line begin no cell.
      if (this.#state !== 'start' || !this.#bySpaces) this.#cells.push(this.#partial);
      this.#partial = '';
      this.#endRow();
    }
  }

  /** The line has ended, and the next begins at `next`. */
  #endLine(byReturn: boolean, next: number): void {
    this.#afterReturn = byReturn;
    this.#line++;
    this.#lineStart = next;
    this.#endRow();
  }

  #place(at: number): { readonly line: number; readonly column: number } {
    return { line: this.#line, column: at - this.#lineStart + 1 };
  }

  #countLines(part: string, start: number): void {
    for (let at = part.indexOf('\n'); at >= 0; at = part.indexOf('\n', at + 1)) {
      this.#line++;
      this.#lineStart = start + at + 1;
    }
  }

  #add(part: string, longestCell: number, at: number): void {
    this.#partial = this.#partial === '' ? part : this.#partial + part;
    if (this.#partial.length <= longestCell) return;
    const quoted = this.#state === 'quoted' || this.#state === 'quote';
    throw new BrokenTable({
      ...(quoted ? this.#quoteAt : this.#place(at)),
      message: `A cell is longer than ${longestCell} characters${quoted ? ', or the quote that opens it is not closed' : ''}`,
      remedy: quoted ? 'Close the quote, or shorten the cell' : 'Shorten the cell, or check the line ends',
    });
  }

  #endRow(): void {
    const cells = this.#cells;
    const fault = this.#fault;
    this.#cells = [];
    this.#fault = undefined;
    this.#state = 'start';
    if (cells.length === 1 && cells[0] === '') return;
    if (fault === undefined) this.#options.onRow(cells, this.#rowLine);
    else this.#options.onRow(cells, this.#rowLine, fault);
  }
}
