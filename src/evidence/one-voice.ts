import { isRelationClaim } from '../model/claim.ts';
import type { GraphDocument } from '../model/graph-document.ts';
import type { EntityId } from '../model/ids.ts';
import { RollUp } from './roll-up.ts';

/**
 * Who speaks for whom (EVIDENCE E6), each as often as it is said: a spokesperson and whom they speak for are one origin,
 * unless somebody denies or doubts that they speak for them. As everywhere (E14), a denial of a broader type is one of
 * the narrower, and one of a symmetric type is meant both ways.
 */
export function* oneVoiceLinks(graph: GraphDocument): Generator<readonly [voice: EntityId, whole: EntityId]> {
  const rollUp = new RollUp(graph.ontology);
  const types = new Set(graph.ontology.relations.filter((type) => type.oneVoice).map((type) => type.id));
  const contesting = new Set([...types].flatMap((type) => [type, ...rollUp.wider(type)]));
  const contested = new Set<string>();
  for (const claim of graph.claims) {
    if (!isRelationClaim(claim) || claim.stance === 'asserts' || !contesting.has(claim.type)) continue;
    contested.add(`${claim.subject}~${claim.type}~${claim.object}`);
  }
  for (const claim of graph.claims) {
    if (!isRelationClaim(claim) || claim.stance !== 'asserts' || !types.has(claim.type)) continue;
    const { subject, type, object } = claim;
    const isContested = [type, ...rollUp.wider(type)].some((wider) => {
      if (contested.has(`${subject}~${wider}~${object}`)) return true;
      const bothWays = rollUp.isSymmetric(type) || rollUp.isSymmetric(wider);
      return bothWays && contested.has(`${object}~${wider}~${subject}`);
    });
    if (!isContested) yield [subject, object];
  }
}
