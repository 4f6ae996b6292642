import type { Network } from '../../src/tracing/network.ts';
import { comparePaths, type Path, type PathQuery, type Times } from '../../src/tracing/paths.ts';

/** Every path that a query allows, best first, by plain recursion over all simple paths: the oracle. */
export function naivePaths(network: Network, query: PathQuery): Path[] {
  const weight = query.weight ?? network.weight;
  const found: Path[] = [];
  const visit = (entities: readonly number[], relations: readonly number[], sum: number): void => {
    const at = entities.at(-1) ?? 0;
    if (query.targets.includes(at)) {
      if (query.times === undefined || agreeInTime(relations, query.times))
        found.push({ entities, relations, weight: sum });
      return;
    }
    if (relations.length === (query.depth ?? Number.POSITIVE_INFINITY)) return;
    const from = query.direction === 'against' ? network.symmetricFrom[at] : network.first[at];
    const to = query.direction === 'along' ? network.againstFrom[at] : network.first[at + 1];
    for (let i = from ?? 0; i < (to ?? 0); i++) {
      const next = network.head[i] ?? 0;
      const relation = network.relation[i] ?? 0;
      if (entities.includes(next) || query.sources.includes(next)) continue;
      if (!((weight[i] ?? 0) < Number.POSITIVE_INFINITY)) continue;
      if (query.walkable !== undefined && query.walkable[relation] !== 1) continue;
      if (query.avoid?.[next] === 1 && !query.targets.includes(next)) continue;
      visit([...entities, next], [...relations, relation], sum + (weight[i] ?? 0));
    }
  };
  for (const source of new Set(query.sources)) visit([source], [], 0);
  return found.toSorted(comparePaths);
}

/** E27, by trying every choice of moments: `overlap` one for all hops, `sequence` one for each in their order. */
function agreeInTime(relations: readonly number[], times: Times): boolean {
  const dated = relations
    .map((relation) => {
      const intervals: [number, number][] = [];
      for (let i = times.first[relation] ?? 0; i < (times.first[relation + 1] ?? 0); i++) {
        intervals.push([times.start[i] ?? 0, times.end[i] ?? 0]);
      }
      return intervals;
    })
    .filter((intervals) => intervals.length > 0);
  const holds = (hop: number, day: number): boolean =>
    (dated[hop] ?? []).some(([start, end]) => start <= day && day <= end);
  if (times.policy === 'overlap') {
    return dated.length === 0 || DAYS.some((day) => dated.every((_, hop) => holds(hop, day)));
  }
  const gap = times.gap ?? Number.POSITIVE_INFINITY;
  let moments: readonly number[] = DAYS.filter((day) => dated.length === 0 || holds(0, day));
  for (let hop = 1; hop < dated.length; hop++) {
    const before = moments;
    moments = DAYS.filter((day) => holds(hop, day) && before.some((earlier) => earlier <= day && day - earlier <= gap));
  }
  return moments.length > 0;
}

/** All times in these tests are whole days of this span, so trying whole days is trying all. */
export const LAST_DAY = 12;
const DAYS = Array.from({ length: LAST_DAY + 1 }, (_, day) => day);
