import { speakerKey } from '../evidence/voices.ts';
import { type Claim, isFigureClaim, isRelationClaim } from '../model/claim.ts';
import type { GraphDocument } from '../model/graph-document.ts';
import { countBy } from './counts.ts';
import type { Ground } from './ground.ts';
import type { Stats } from './knowledge-base.ts';
import type { Relation } from './topics.ts';

/** How many of what there is: all entities and sources of a graph, and those of its claims and relations that are given. */
export function statsOf(
  graph: GraphDocument,
  ground: Ground,
  claims: readonly Claim[],
  relations: readonly Relation[],
): Omit<Stats, 'graph'> {
  return {
    entities: { total: graph.entities.length, byKind: countBy(graph.entities, ({ kind }) => kind) },
    claims: {
      total: claims.length,
      byForm: countBy(claims, (claim) =>
        isRelationClaim(claim) ? 'relation' : isFigureClaim(claim) ? 'figure' : 'statement',
      ),
      bySource: countBy(claims, ({ source }) => source, 'given'),
      byType: countBy(claims, ({ type }) => type),
      byStance: countBy(claims, ({ stance }) => stance),
      bySpeaker: countBy(claims, speakerKey),
      hedged: claims.filter(({ hedge }) => hedge !== undefined).length,
      withLocator: claims.filter(({ locator }) => locator !== undefined).length,
    },
    relations: {
      total: relations.length,
      byType: countBy(relations, ({ type }) => type),
      byVerdict: countBy(relations, ({ id }) => ground.table.verdict(id)),
    },
    sources: { total: graph.sources.length, byReliability: countBy(graph.sources, ({ reliability }) => reliability) },
  };
}
