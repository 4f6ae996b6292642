import type { ReliabilityLink } from './reliability-link.ts';

/** Most links up to which the exact value is worked out. */
export const MOST_EXACT_LINKS = 25;

/**
 * The probability that some target is reached from some source over links that hold independently, each with the
 * probability of its belief. At most {@link MOST_EXACT_LINKS} links, each on a walk from a source to a target; throws
 * RangeError for more. No source is a target.
 *
 * Factoring (Moskowitz 1958) in an order that lets states be shared: entities are taken up one by one, nearest to the
 * sources first, and of each the links to entities not yet reached are tried, all at once. A link is tried at most once,
 * so what lies ahead depends only on which entities are reached and which of them are taken up; states that agree in
 * this are one, with the sum of their probabilities. Parallel links are one link beforehand: 1 − Π(1 − bᵢ). From a state
 * everything is dropped that cannot lie on the way from an entity to take up to a target, which makes most states alike.
 *
 * Every number is a sum of products of bᵢ and 1 − bᵢ, all positive, so the relative error stays near 10⁻¹⁵.
 */
export function reliabilityOfIndependent(
  links: readonly ReliabilityLink[],
  sources: ReadonlySet<number>,
  targets: ReadonlySet<number>,
): number {
  if (links.length > MOST_EXACT_LINKS) throw new RangeError(`at most ${MOST_EXACT_LINKS} links, got ${links.length}`);
  const arcs = numberArcs(links, sources, targets);
  let reliability = 0;
  let states = new Map<number, State>([[0, { open: 1 << SOURCE, unreached: ~(1 << SOURCE), probability: 1 }]]);
  while (states.size > 0) {
    const next = new Map<number, State>();
    for (const state of states.values()) {
      const entity = 31 - Math.clz32(state.open & -state.open);
      let outcomes: State[] = [{ ...state, open: state.open & ~(1 << entity) }];
      for (const { head, belief } of arcs[entity] ?? []) {
        if ((state.unreached & (1 << head)) === 0) continue;
        const tried: State[] = [];
        for (const { open, unreached, probability } of outcomes) {
          const holds = probability * belief;
          if (head === TARGET) reliability += holds;
          else tried.push({ open: open | (1 << head), unreached: unreached & ~(1 << head), probability: holds });
          if (belief < 1) tried.push({ open, unreached, probability: probability * (1 - belief) });
        }
        outcomes = tried;
      }
      for (const outcome of outcomes) addState(next, outcome, arcs);
    }
    states = next;
  }
  return Math.min(1, reliability);
}

/** Sources are one entity, targets another; those between are numbered from 2. Links on a way are at most 25, so are these. */
const SOURCE = 0;
const TARGET = 1;

interface State {
  /** Bit per entity: reached, and its links not yet tried. */
  readonly open: number;
  /** Bit per entity: not reached yet. */
  readonly unreached: number;
  probability: number;
}

interface ReliabilityArc {
  readonly head: number;
  /** That at least one of the parallel links holds. */
  readonly belief: number;
}

/** Arcs by the entity that they leave, entities numbered nearest to the sources first. */
function numberArcs(
  links: readonly ReliabilityLink[],
  sources: ReadonlySet<number>,
  targets: ReadonlySet<number>,
): readonly (readonly ReliabilityArc[])[] {
  const numbers = new Map<number, number>();
  for (const source of sources) numbers.set(source, SOURCE);
  for (const target of targets) numbers.set(target, TARGET);
  const walks = links.flatMap(({ from, to, directed, belief }) =>
    directed === 'along'
      ? [{ from, to, belief }]
      : [
          { from, to, belief },
          { from: to, to: from, belief },
        ],
  );
  let numbered = 2;
  let ring = new Set(sources);
  while (ring.size > 0) {
    const beyond = walks.filter(({ from, to }) => ring.has(from) && !numbers.has(to)).map(({ to }) => to);
    ring = new Set(beyond.sort((a, b) => a - b));
    for (const entity of ring) numbers.set(entity, numbered++);
  }
  const fails: Map<number, number>[] = Array.from({ length: numbered }, () => new Map());
  for (const walk of walks) {
    const from = numbers.get(walk.from);
    const to = numbers.get(walk.to);
    if (from === undefined || to === undefined || from === to || from === TARGET || to === SOURCE) continue;
    const row = fails[from];
    row?.set(to, (row.get(to) ?? 1) * (1 - walk.belief));
  }
  return fails.map((row) => [...row].map(([head, fail]) => ({ head, belief: 1 - fail })));
}

/** Adds a state to those that agree with it, without what cannot matter any more; nothing where it has lost the target. */
function addState(states: Map<number, State>, state: State, arcs: readonly (readonly ReliabilityArc[])[]): void {
  const { open, unreached, probability } = state;
  // What the open entities can still reach, and of that what can still reach the target.
  const ahead = spread(open, unreached, (entity) => arcs[entity] ?? []);
  if ((ahead & (1 << TARGET)) === 0) return;
  let behind = 1 << TARGET;
  for (let grown = true; grown; ) {
    grown = false;
    for (let entity = 0; entity < arcs.length; entity++) {
      const bit = 1 << entity;
      if ((ahead & bit) === 0 || (behind & bit) !== 0) continue;
      // An open entity is never entered again, so it leads on only over entities that are not reached.
      if ((arcs[entity] ?? []).some(({ head }) => (behind & unreached & (1 << head)) !== 0)) {
        behind |= bit;
        grown = true;
      }
    }
  }
  const kept = { open: open & behind, unreached: unreached & ahead & behind };
  // Two masks of at most 27 bits do not fit into the 53 of a double, but each entity is in one of three conditions.
  let key = 0;
  for (let entity = 0; entity < arcs.length; entity++) {
    const bit = 1 << entity;
    key = key * 3 + ((kept.open & bit) !== 0 ? 2 : (kept.unreached & bit) !== 0 ? 1 : 0);
  }
  const same = states.get(key);
  if (same === undefined) states.set(key, { ...kept, probability });
  else same.probability += probability;
}

function spread(
  open: number,
  unreached: number,
  arcsOf: (entity: number) => readonly { readonly head: number }[],
): number {
  let ahead = open;
  let fresh = open;
  while (fresh !== 0) {
    const entity = 31 - Math.clz32(fresh & -fresh);
    fresh &= ~(1 << entity);
    for (const { head } of arcsOf(entity)) {
      const bit = 1 << head;
      if ((unreached & bit) === 0 || (ahead & bit) !== 0) continue;
      ahead |= bit;
      fresh |= bit;
    }
  }
  return ahead;
}
