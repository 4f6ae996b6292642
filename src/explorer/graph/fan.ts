import type { AbstractGraph, Attributes } from 'graphology-types';
import { byCodePoint } from '../../model/order.ts';

/** Bow between neighbours of a fan, as a part of the distance of its ends. */
const STEP = 0.26;
/** Bow between the outermost edges of a fan, so that twenty relations do not become a balloon. */
const WIDEST = 1.7;
/** Growth of each further loop on one node. */
const LOOP_STEP = 0.45;
/** Pixels after which a bow stops to grow with the distance: long parallel edges stay side by side. */
export const BOW_REACH = 320;

/**
 * Pixels by which the control point of a quadratic curve stands beside the middle of its chord of `length` pixels.
 * The edge program's shader computes the same.
 */
export function bowOf(curvature: number, length: number): number {
  return (curvature * length) / Math.hypot(1, length / BOW_REACH);
}

/**
 * Curvature of every edge by key, so that parallel edges, in whichever direction, are drawn apart: a single edge is
 * straight, others are spread evenly by the order of their keys. Loops get 1, 1.45, …: larger and larger rings.
 */
export function fanOut<N extends Attributes, E extends Attributes>(graph: AbstractGraph<N, E>): Map<string, number> {
  const fans = new Map<string, { key: string; backwards: boolean }[]>();
  graph.forEachEdge((key, _attributes, source, target) => {
    const backwards = byCodePoint(source, target) > 0;
    const pair = JSON.stringify(backwards ? [target, source] : [source, target]);
    const fan = fans.get(pair);
    if (fan === undefined) fans.set(pair, [{ key, backwards }]);
    else fan.push({ key, backwards });
  });
  const curvatures = new Map<string, number>();
  for (const fan of fans.values()) {
    fan.sort((a, b) => byCodePoint(a.key, b.key));
    const step = Math.min(STEP, WIDEST / Math.max(fan.length - 1, 1));
    for (const [i, { key, backwards }] of fan.entries()) {
      const lane = (i - (fan.length - 1) / 2) * step;
      if (graph.isSelfLoop(key)) curvatures.set(key, 1 + i * LOOP_STEP);
      // "Left" turns round with the direction, and -0 would not equal 0.
      else curvatures.set(key, lane === 0 ? 0 : backwards ? -lane : lane);
    }
  }
  return curvatures;
}
