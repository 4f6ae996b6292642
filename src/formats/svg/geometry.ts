export interface Point {
  readonly x: number;
  readonly y: number;
}

/** From its top left corner. */
export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

/** A length as it stands in SVG: a tenth of a unit is finer than any screen, and keeps files equal across machines. */
export function px(value: number): number {
  return Math.round(value * 10) / 10 + 0;
}

/** Boxes that have been taken, in cells, so that a question looks only at those nearby. */
export class Taken {
  readonly #cell: number;
  readonly #cells = new Map<string, Box[]>();

  constructor(cell = 64) {
    this.#cell = cell;
  }

  add(box: Box): void {
    for (const name of this.#names(box)) {
      const there = this.#cells.get(name);
      if (there === undefined) this.#cells.set(name, [box]);
      else there.push(box);
    }
  }

  isFree(box: Box): boolean {
    return this.#names(box).every((name) => !(this.#cells.get(name) ?? []).some((other) => overlap(box, other)));
  }

  #names({ x, y, width, height }: Box): string[] {
    const names: string[] = [];
    for (let column = Math.floor(x / this.#cell); column <= Math.floor((x + width) / this.#cell); column++) {
      for (let row = Math.floor(y / this.#cell); row <= Math.floor((y + height) / this.#cell); row++) {
        names.push(`${column} ${row}`);
      }
    }
    return names;
  }
}

export function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
