import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { heldPlace } from '../../../src/explorer/stage/hold-picture.ts';

const side = fc.integer({ min: 50, max: 4000 });
const canvas = fc.record({ width: side, height: side, scale: fc.integer({ min: 20, max: 4000 }) });
const part = fc.double({ min: -1, max: 2, noNaN: true });
const place = fc.record({ x: part, y: part, ratio: fc.double({ min: 0.03, max: 4, noNaN: true }) });

type Canvas = { width: number; height: number; scale: number };
type Place = { x: number; y: number; ratio: number };

/** Where a point of the frame stands, in pixels from the upper left corner. */
function pixel(point: { x: number; y: number }, camera: Place, on: Canvas): { x: number; y: number } {
  const s = on.scale / camera.ratio;
  return { x: on.width / 2 + s * (point.x - camera.x), y: on.height / 2 - s * (point.y - camera.y) };
}

const FRESH = Math.floor(Math.random() * 2 ** 31);
describe.each([20261121, FRESH])('a picture that is held, seed %i', (seed) => {
  test('nothing in it moves when the canvas grows or shrinks', () => {
    fc.assert(
      fc.property(place, canvas, canvas, part, part, (camera, before, after, x, y) => {
        const was = pixel({ x, y }, camera, before);
        const is = pixel({ x, y }, heldPlace(camera, before, after), after);
        const near = 1e-6 * (1 + Math.abs(was.x) + Math.abs(was.y));
        expect(Math.abs(is.x - was.x)).toBeLessThan(near);
        expect(Math.abs(is.y - was.y)).toBeLessThan(near);
      }),
      { seed },
    );
  });
});
