/** A point that the steps of a layout move. */
export interface Point {
  x: number;
  y: number;
}

export interface Box {
  readonly width: number;
  readonly height: number;
}

/** Golden angle in radians: turns that never repeat. */
const TURN = Math.PI * (3 - Math.sqrt(5));

/** Turns the points so that their longest extent lies along x. */
export function level(points: readonly Point[]): void {
  const n = points.length;
  const meanX = points.reduce((sum, p) => sum + p.x, 0) / n;
  const meanY = points.reduce((sum, p) => sum + p.y, 0) / n;
  let [xx, xy, yy] = [0, 0, 0];
  for (const p of points) {
    xx += (p.x - meanX) ** 2;
    xy += (p.x - meanX) * (p.y - meanY);
    yy += (p.y - meanY) ** 2;
  }
  const angle = -0.5 * Math.atan2(2 * xy, xx - yy);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  for (const p of points) {
    const [x, y] = [p.x - meanX, p.y - meanY];
    p.x = x * cos - y * sin;
    p.y = x * sin + y * cos;
  }
}

/**
 * Fits the points into a box round the origin, and evens them out: each coordinate becomes a mean of itself and of its
 * rank. Crowds in the middle thin out and empty margins fill, while left stays left of right.
 */
export function fill(points: readonly Point[], box: Box, evenness: number): void {
  for (const [axis, extent] of [['x', box.width] as const, ['y', box.height] as const]) {
    const order = points.map((_, i) => i).sort((a, b) => (points[a]?.[axis] ?? 0) - (points[b]?.[axis] ?? 0) || a - b);
    const least = points[order[0] ?? 0]?.[axis] ?? 0;
    const range = (points[order.at(-1) ?? 0]?.[axis] ?? 0) - least;
    for (const [rank, i] of order.entries()) {
      const point = points[i];
      if (point === undefined) continue;
      const even = points.length > 1 ? rank / (points.length - 1) : 0.5;
      const own = range > 0 ? (point[axis] - least) / range : even;
      point[axis] = ((1 - evenness) * own + evenness * even - 0.5) * extent;
    }
  }
}

/**
 * Pushes discs apart until none is nearer to another than `margin`, in at most `rounds` rounds. Discs count as
 * `stretch` times wider than high, which leaves room for labels. (Written here because graphology's noverlap draws
 * random numbers for points that coincide, which would make the layout differ from run to run.)
 */
export function separate(
  points: readonly Point[],
  radii: readonly number[],
  { margin, stretch, rounds }: { margin: number; stretch: number; rounds: number },
): void {
  const cell = 2 * radii.reduce((most, radius) => Math.max(most, radius), 0) + margin;
  for (let round = 0; round < rounds; round++) {
    let moved = false;
    const grid = new Map<string, number[]>();
    for (const [i, p] of points.entries()) {
      const [column, row] = [Math.floor(p.x / stretch / cell), Math.floor(p.y / cell)];
      for (let c = column - 1; c <= column + 1; c++) {
        for (let r = row - 1; r <= row + 1; r++) {
          for (const j of grid.get(`${c} ${r}`) ?? []) {
            const q = points[j];
            if (q === undefined) continue;
            let dx = (p.x - q.x) / stretch;
            let dy = p.y - q.y;
            let distance = Math.hypot(dx, dy);
            const wanted = (radii[i] ?? 0) + (radii[j] ?? 0) + margin;
            if (distance >= wanted - 0.01) continue;
            if (distance < 1e-6) [dx, dy, distance] = [Math.cos(i * TURN), Math.sin(i * TURN), 1];
            const push = (0.5 * (wanted - Math.min(distance, wanted))) / distance;
            p.x += dx * push * stretch;
            q.x -= dx * push * stretch;
            p.y += dy * push;
            q.y -= dy * push;
            moved = true;
          }
        }
      }
      const name = `${column} ${row}`;
      const there = grid.get(name);
      if (there === undefined) grid.set(name, [i]);
      else there.push(i);
    }
    if (!moved) return;
  }
}

/** Width and height of points with a margin, after moving their middle to the origin. */
export function centre(points: readonly Point[], margin: number): Box {
  let [left, right, bottom, top] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const { x, y } of points) {
    [left, right] = [Math.min(left, x), Math.max(right, x)];
    [bottom, top] = [Math.min(bottom, y), Math.max(top, y)];
  }
  for (const p of points) {
    p.x -= (left + right) / 2;
    p.y -= (bottom + top) / 2;
  }
  return { width: right - left + 2 * margin, height: top - bottom + 2 * margin };
}

/**
 * Middles of boxes set in rows, in the order given (largest first), such that the whole comes as near to `aspect`
 * (width by height) as any of forty row widths allows.
 */
export function pack(boxes: readonly Box[], aspect: number): Point[] {
  const widest = boxes.reduce((most, box) => Math.max(most, box.width), 0);
  const all = boxes.reduce((sum, box) => sum + box.width, 0);
  let best: { points: Point[]; score: number } | undefined;
  for (let i = 0; i < 40; i++) {
    const limit = widest + ((all - widest) * i * i) / 1521 + 1e-6;
    const rows: { boxes: Box[]; width: number; height: number }[] = [];
    for (const box of boxes) {
      const row = rows.at(-1);
      if (row !== undefined && row.width + box.width <= limit) {
        row.boxes.push(box);
        row.width += box.width;
        row.height = Math.max(row.height, box.height);
      } else rows.push({ boxes: [box], width: box.width, height: box.height });
    }
    const height = rows.reduce((sum, row) => sum + row.height, 0);
    const width = rows.reduce((most, row) => Math.max(most, row.width), 0);
    const score = Math.max(width / aspect, height);
    if (best !== undefined && score >= best.score) continue;
    const points: Point[] = [];
    let y = height / 2;
    for (const row of rows) {
      // What is left of the width goes between the boxes of a row.
      const space = (width - row.width) / (row.boxes.length + 1);
      let x = -width / 2 + space;
      for (const box of row.boxes) {
        points.push({ x: x + box.width / 2, y: y - row.height / 2 });
        x += box.width + space;
      }
      y -= row.height;
    }
    best = { points, score };
  }
  return best?.points ?? [];
}
