import type { Verdict } from '../evidence/verdict.ts';
import type { EntityId } from '../model/ids.ts';
import { byCodePoint } from '../model/order.ts';
import { buildAdjacency, type Link } from '../tracing/adjacency.ts';
import { beliefBand, conjunction } from '../tracing/conjunction.ts';
import { kBestPaths } from '../tracing/k-best-paths.ts';
import type { Hop, Trace, TraceAnswer, TraceOptions } from './knowledge-base.ts';
import type { Relation } from './topics.ts';
import type { Views } from './views.ts';
import { listNames, originsText, percent } from './words.ts';

/** E24: from worst to best. A trace is as good as its worst hop. */
const WORST_FIRST: readonly Verdict[] = ['denied', 'unknown', 'disputed', 'single-source', 'corroborated'];

export const DEFAULT_TRACE = { k: 3, depth: 4, direction: 'both', includeUnknown: false, noDisputed: false } as const;

/** A hop in words: what is claimed, who says so, who denies or doubts it, how many origins, how strong. */
export function hopSentence(relation: Relation, views: Views): string {
  const summary = views.summary(relation);
  const parts = [
    `${summary.proposition}, according to ${listNames(summary.assertedBy)}`,
    ...(summary.deniedBy.length > 0 ? [`denied by ${listNames(summary.deniedBy)}`] : []),
    ...(summary.doubtedBy.length > 0 ? [`doubted by ${listNames(summary.doubtedBy)}`] : []),
    `${originsText(summary.originsFor)}, ${percent(summary.belief)} belief`,
  ];
  return parts.join('; ');
}

/** The k best traces by evidence (DESIGN T1, T2; EVIDENCE E24–E26), and what was searched. */
export function traceRelations(
  from: EntityId,
  to: EntityId,
  relations: readonly Relation[],
  views: Views,
  given: TraceOptions,
): TraceAnswer {
  const options = { ...DEFAULT_TRACE, ...given };
  const leftOut = { denied: 0, unknown: 0, byConstraint: 0 };
  const avoid = new Set(options.avoid ?? []);
  const walked = relations.filter((relation) => {
    if (relation.object === undefined) return false;
    if (
      (options.types !== undefined && !options.types.includes(relation.type)) ||
      (options.noDisputed && relation.evidence.verdict === 'disputed') ||
      avoid.has(relation.subject) ||
      avoid.has(relation.object)
    ) {
      leftOut.byConstraint++;
      return false;
    }
    if (relation.evidence.verdict === 'denied') leftOut.denied++;
    // Doubt alone is no connection, even where unknown relations are asked for: there is no belief to walk on.
    else if (relation.evidence.verdict === 'unknown' && !(options.includeUnknown && relation.evidence.forUnits > 0))
      leftOut.unknown++;
    else return true;
    return false;
  });
  const byId = new Map<string, Relation>(walked.map((relation) => [relation.id, relation]));
  const links = walked
    .flatMap((relation): Link[] =>
      relation.object === undefined
        ? []
        : [
            {
              id: relation.id,
              from: relation.subject,
              to: relation.object,
              belief: relation.evidence.opinion.belief,
              symmetric: views.isSymmetric(relation.type),
            },
          ],
    )
    .toSorted((a, b) => byCodePoint(a.id, b.id));
  const nodes = [...new Set([from, to, ...links.flatMap((link) => [link.from, link.to])])].toSorted(byCodePoint);
  const graph = buildAdjacency(nodes, links, options.direction);
  const source = graph.indexOf.get(from);
  const target = graph.indexOf.get(to);
  const paths =
    source === undefined || target === undefined ? [] : kBestPaths(graph, source, target, options.k, options.depth);
  const traces = paths.map((path): Trace => {
    const steps = path.links.flatMap((link, i) => {
      const relation = byId.get(graph.links[link]?.id ?? '');
      const at = graph.nodes[path.nodes[i] ?? -1];
      return relation === undefined || at === undefined ? [] : [{ relation, along: relation.subject === at }];
    });
    return makeTrace(steps, views);
  });
  return {
    from: views.ref(from),
    to: views.ref(to),
    traces,
    searched: { entities: nodes.length, relations: links.length, leftOut },
    options,
  };
}

function makeTrace(steps: readonly { relation: Relation; along: boolean }[], views: Views): Trace {
  const hops = steps.flatMap(({ relation, along }): Hop[] => {
    if (relation.object === undefined) return [];
    const [from, to] = along ? [relation.subject, relation.object] : [relation.object, relation.subject];
    return [
      {
        relation: views.summary(relation),
        from: views.ref(from),
        to: views.ref(to),
        along,
        sentence: hopSentence(relation, views),
      },
    ];
  });
  const opinions = steps.map(({ relation }) => relation.evidence.opinion);
  const beliefs = opinions.map((opinion) => opinion.belief);
  const carried = new Map<string, { name: string; hops: number }>();
  for (const { relation } of steps) {
    for (const { origin, forUnits } of relation.evidence.origins) {
      if (forUnits === 0) continue;
      const entry = carried.get(origin.id);
      carried.set(origin.id, { name: origin.label, hops: (entry?.hops ?? 0) + 1 });
    }
  }
  const ranks = steps.map(({ relation }) => WORST_FIRST.indexOf(relation.evidence.verdict));
  return {
    hops,
    opinion: conjunction(opinions),
    verdict: WORST_FIRST[Math.min(...ranks)] ?? 'unknown',
    weakest: beliefs.indexOf(Math.min(...beliefs)),
    sharedOrigins: [...carried.values()].filter((origin) => origin.hops > 1).map((origin) => origin.name),
    band: beliefBand(beliefs),
  };
}
