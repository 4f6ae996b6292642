import { useEffect, useMemo, useRef } from 'react';
import type Sigma from 'sigma';
import type { DrawnEdge, DrawnNode } from '../graph/drawn-graph.ts';

type Renderer = Sigma<DrawnNode, DrawnEdge>;

/** Width and height of the canvas, in pixels. */
interface Size {
  readonly width: number;
  readonly height: number;
}

/** The part of a camera's state that matters while it is not turned. Positions are in sigma's frame of side 1. */
export interface CameraPlace {
  readonly x: number;
  readonly y: number;
  readonly ratio: number;
}

/** The camera that shows the whole picture. */
export const WHOLE: CameraPlace = { x: 0.5, y: 0.5, ratio: 1 };

/**
 * Where a camera must stand after its canvas changed from `before` to `after`, so that everything keeps its distance in
 * pixels from the upper left corner. `scaleBefore` and `scaleAfter`: pixels per unit of sigma's frame that a camera of
 * ratio 1 has on either canvas. A point f stands at width/2 + s(f − x) from the left, with s = scale/ratio.
 */
export function heldPlace(
  { x, y, ratio }: CameraPlace,
  before: Size & { readonly scale: number },
  after: Size & { readonly scale: number },
): CameraPlace {
  const s = before.scale / ratio;
  return {
    x: x + (after.width - before.width) / (2 * s),
    // The frame counts upwards, the canvas downwards.
    y: y - (after.height - before.height) / (2 * s),
    ratio: after.scale / s,
  };
}

/** Pixels per unit of sigma's frame at ratio 1 on a canvas of a size. */
function scaleOn(renderer: Renderer, size: Size): number {
  const override = { cameraState: { ...WHOLE, angle: 0 }, viewportDimensions: { ...size } };
  const [from, to] = [0, 1].map((x) => renderer.framedGraphToViewport({ x, y: 0 }, override).x);
  // Sigma measures the answer on the canvas as it is now, whatever size it was asked for.
  return (((to ?? 0) - (from ?? 0)) * size.width) / renderer.getDimensions().width;
}

/** Whether two places are one, but for the rounding of numbers. */
function isSame(a: CameraPlace, b: CameraPlace): boolean {
  return Math.abs(a.x - b.x) + Math.abs(a.y - b.y) + Math.abs(a.ratio - b.ratio) < 1e-6;
}

/** Where the camera stood before the inspector opened, on how wide a canvas, and where it was put since. */
interface Opened {
  readonly width: number;
  readonly place: CameraPlace;
  put: CameraPlace;
}

/** Notes where the camera was moved to, not by hand, so that the move can be taken back. */
export interface HeldPicture {
  put(place: CameraPlace | undefined): void;
}

/**
 * Keeps the picture where it is when the inspector opens or closes beside it: what a reader has found stays found. When
 * the window itself changes, or room is won while the whole picture is in sight, the picture fits itself anew. When the
 * inspector closes and nobody has moved the picture by hand, it stands as it did before.
 */
export function useHeldPicture(renderer: Renderer | undefined): HeldPicture {
  const opened = useRef<Opened>(undefined);
  useEffect(() => {
    if (renderer === undefined) return;
    let last: Size = renderer.getDimensions();
    let pane: Size = { width: window.innerWidth, height: window.innerHeight };
    const resize = (): void => {
      const before = last;
      last = renderer.getDimensions();
      const sameWindow = pane.width === window.innerWidth && pane.height === window.innerHeight;
      pane = { width: window.innerWidth, height: window.innerHeight };
      const camera = renderer.getCamera();
      const state = camera.getState();
      // A canvas that is not laid out yet has a side of at most one pixel.
      const laidOut = Math.min(before.width, before.height, last.width, last.height) > 1;
      if (!sameWindow || !laidOut || state.angle !== 0) {
        opened.current = undefined;
        return;
      }
      if (opened.current?.width === last.width) {
        const { place, put } = opened.current;
        opened.current = undefined;
        if (isSame(state, put)) {
          camera.setState(place);
          return;
        }
      }
      if (isSame(state, WHOLE) && last.width >= before.width) return;
      const place = heldPlace(
        state,
        { ...before, scale: scaleOn(renderer, before) },
        { ...last, scale: scaleOn(renderer, last) },
      );
      if (last.width < before.width) {
        const { x, y, ratio } = state;
        opened.current ??= { width: before.width, place: { x, y, ratio }, put: place };
      }
      if (opened.current !== undefined) opened.current.put = place;
      camera.setState(place);
    };
    renderer.on('resize', resize);
    return () => {
      renderer.off('resize', resize);
    };
  }, [renderer]);
  return useMemo(
    () => ({
      put(place) {
        if (opened.current !== undefined && place !== undefined) opened.current.put = place;
      },
    }),
    [],
  );
}
