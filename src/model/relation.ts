import type { LiteralClaim, RelationClaim } from './claim.ts';
import { type EntityId, RelationId, type TypeId } from './ids.ts';
import { byCodePoint } from './order.ts';
import { sha256Hex } from './sha256.ts';

/**
 * The id of the relation between two entities. A symmetric type has one relation for both directions, with its ends in
 * code-point order.
 */
export function relationId(subject: EntityId, type: TypeId, object: EntityId, symmetric: boolean): RelationId {
  const [first, second] = symmetric && byCodePoint(object, subject) < 0 ? [object, subject] : [subject, object];
  return RelationId.parse(`${first}~${type}~${second}`);
}

/** The relation that a claim is about. */
export function relationOf(claim: RelationClaim, symmetric: boolean): RelationId {
  return relationId(claim.subject, claim.type, claim.object, symmetric);
}

/** What a literal claim proposes, as an id: claims with the same wording meet. */
export function literalRelationOf(claim: LiteralClaim): RelationId {
  const digest = sha256Hex(claim.literal, 6);
  return RelationId.parse(`${claim.subject}~${claim.type}~literal-${digest}`);
}
