import fc from 'fast-check';
import { buildNetwork, type Network } from '../../src/tracing/network.ts';

/** A relation in short: subject, object, belief, symmetric. */
export type RelationSketch = readonly [from: number, to: number, belief: number, symmetric?: boolean];

export function networkOf(entities: number, relations: readonly RelationSketch[]): Network {
  return buildNetwork(entities, {
    from: Uint32Array.from(relations, ([from]) => from),
    to: Uint32Array.from(relations, ([, to]) => to),
    belief: Float64Array.from(relations, ([, , belief]) => belief),
    symmetric: Uint8Array.from(relations, ([, , , symmetric]) => (symmetric === true ? 1 : 0)),
  });
}

/** Relations among few entities, with few different beliefs, so that ties and parallel relations are common. */
export const relationSketches = (entities: number, most: number): fc.Arbitrary<RelationSketch[]> =>
  fc.array(
    fc.tuple(
      fc.nat(entities - 1),
      fc.nat(entities - 1),
      fc.constantFrom(0, 0.25, 0.5, 0.5, 0.75, 0.9, 1),
      fc.boolean(),
    ),
    { maxLength: most },
  );

/** A walkable arc as read off the sketch: the oracle's view, which knows nothing of rows. */
export interface Step {
  readonly from: number;
  readonly to: number;
  readonly relation: number;
  readonly weight: number;
}

/** All steps that may be taken in a direction; weight as E26 has it: cost in 10⁻⁹ nat × 1024, plus 1 per hop. */
export function stepsOf(
  relations: readonly RelationSketch[],
  direction: 'both' | 'along' | 'against',
  walkable?: Uint8Array,
): Step[] {
  return relations.flatMap(([from, to, belief, symmetric], relation) => {
    if (from === to || belief === 0 || (walkable !== undefined && walkable[relation] !== 1)) return [];
    const weight = Math.round(-Math.log(belief) * 1e9) * 1024 + 1;
    const along = { from, to, relation, weight };
    const against = { from: to, to: from, relation, weight };
    if (direction === 'both' || symmetric === true) return [along, against];
    return direction === 'along' ? [along] : [against];
  });
}

/** Seeds of a property test: one that stays, and one of today, which the name of the test tells. */
export const seedsOf = (pinned: number) =>
  [
    ['pinned', pinned],
    ['fresh', Date.now() % 2 ** 31],
  ] as const;
