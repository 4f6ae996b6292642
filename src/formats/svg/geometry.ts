export interface Point {
  readonly x: number;
  readonly y: number;
}

/** From its top left corner. */
export interface Box extends Point {
  readonly width: number;
  readonly height: number;
  /** By how much it is turned about its middle, in radians. */
  readonly turned?: number;
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

  #names(box: Box): string[] {
    const { x, y, width, height } = around(box);
    const names: string[] = [];
    for (let column = Math.floor(x / this.#cell); column <= Math.floor((x + width) / this.#cell); column++) {
      for (let row = Math.floor(y / this.#cell); row <= Math.floor((y + height) / this.#cell); row++) {
        names.push(`${column} ${row}`);
      }
    }
    return names;
  }
}

/** The upright box around a turned one. */
function around(box: Box): Box {
  const { x, y, width, height, turned = 0 } = box;
  if (turned === 0) return box;
  const across = reach(box, 1, 0);
  const down = reach(box, 0, 1);
  return { x: x + width / 2 - across, y: y + height / 2 - down, width: 2 * across, height: 2 * down };
}

/** How far a box reaches from its middle in the direction of a unit vector. */
function reach({ width, height, turned = 0 }: Box, x: number, y: number): number {
  const [cos, sin] = [Math.cos(turned), Math.sin(turned)];
  return (Math.abs(width * (cos * x + sin * y)) + Math.abs(height * (cos * y - sin * x))) / 2;
}

/** Two boxes lie apart if they do so in the direction of one of their sides. */
export function overlap(a: Box, b: Box): boolean {
  const [right, down] = [b.x + b.width / 2 - a.x - a.width / 2, b.y + b.height / 2 - a.y - a.height / 2];
  return [a.turned ?? 0, b.turned ?? 0].every((turned) => {
    const [cos, sin] = [Math.cos(turned), Math.sin(turned)];
    const meet = (x: number, y: number): boolean => Math.abs(right * x + down * y) < reach(a, x, y) + reach(b, x, y);
    return meet(cos, sin) && meet(-sin, cos);
  });
}
