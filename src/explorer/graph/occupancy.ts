/** In CSS pixels, from its top left corner. */
export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Rectangles that have been taken, in cells so that a question looks only at those nearby. */
export class Occupancy {
  readonly #cell: number;
  readonly #cells = new Map<number, Rectangle[]>();

  constructor(cell: number) {
    this.#cell = cell;
  }

  add(rectangle: Rectangle): void {
    for (const name of this.#namesOf(rectangle)) {
      const there = this.#cells.get(name);
      if (there === undefined) this.#cells.set(name, [rectangle]);
      else there.push(rectangle);
    }
  }

  isFree({ x, y, width, height }: Rectangle): boolean {
    for (const name of this.#namesOf({ x, y, width, height })) {
      for (const other of this.#cells.get(name) ?? []) {
        const apart = x + width <= other.x || other.x + other.width <= x;
        if (!apart && y < other.y + other.height && other.y < y + height) return false;
      }
    }
    return true;
  }

  *#namesOf({ x, y, width, height }: Rectangle): Generator<number> {
    const last = { column: Math.floor((x + width) / this.#cell), row: Math.floor((y + height) / this.#cell) };
    for (let column = Math.floor(x / this.#cell); column <= last.column; column++) {
      // Far more columns than any screen has, so that no two cells share a number.
      for (let row = Math.floor(y / this.#cell); row <= last.row; row++) yield column + row * 65_536;
    }
  }
}
