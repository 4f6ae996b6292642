import { type Evidence, fuse, type Weighing } from '../evidence/fuse.ts';
import {
  type FigureClaim,
  isFigureClaim,
  isLiteralClaim,
  isRelationClaim,
  type LiteralClaim,
  type RelationClaim,
} from '../model/claim.ts';
import type { GraphDocument } from '../model/graph-document.ts';
import type { EntityId, RelationId, TypeId } from '../model/ids.ts';
import { literalRelationOf, relationOf } from '../model/relation.ts';

/** A relation between two entities, or a statement about one, with its claims and what they amount to. */
export interface Relation {
  readonly id: RelationId;
  readonly subject: EntityId;
  readonly type: TypeId;
  readonly object?: EntityId;
  readonly literal?: string;
  /** In document order. */
  readonly claims: readonly (RelationClaim | LiteralClaim)[];
  readonly evidence: Evidence;
}

/** A quantity about an entity: claims of the same measure, of the same thing. */
export interface Figure {
  readonly id: string;
  readonly subject: EntityId;
  readonly type: TypeId;
  readonly of?: string;
  readonly unit?: string;
  readonly claims: readonly FigureClaim[];
}

/** What the claims of a graph are about. Derived; never stored. */
export interface Topics {
  readonly relations: ReadonlyMap<RelationId, Relation>;
  readonly figures: ReadonlyMap<string, Figure>;
}

/** The id of the figure that a claim is about: `subject~measure~of~unit`. */
export function figureId({ subject, type, quantity }: FigureClaim): string {
  return `${subject}~${type}~${quantity.of ?? ''}~${quantity.unit ?? ''}`;
}

/** Groups all claims by what they are about, and weighs each relation. */
export function deriveTopics(graph: GraphDocument, weighing: Weighing): Topics {
  const symmetric = new Map(graph.ontology.relations.map((type) => [type.id, type.symmetric]));
  const relations = new Map<RelationId, (RelationClaim | LiteralClaim)[]>();
  const figures = new Map<string, FigureClaim[]>();
  const add = <K, T>(map: Map<K, T[]>, key: K, claim: T): void => {
    const list = map.get(key);
    if (list === undefined) map.set(key, [claim]);
    else list.push(claim);
  };
  for (const claim of graph.claims) {
    if (isRelationClaim(claim)) add(relations, relationOf(claim, symmetric.get(claim.type) ?? false), claim);
    else if (isLiteralClaim(claim)) add(relations, literalRelationOf(claim), claim);
    else if (isFigureClaim(claim)) add(figures, figureId(claim), claim);
  }
  return {
    relations: new Map([...relations].map(([id, claims]) => [id, makeRelation(id, claims, weighing)])),
    figures: new Map([...figures].map(([id, claims]) => [id, makeFigure(id, claims)])),
  };
}

function makeRelation(id: RelationId, claims: readonly (RelationClaim | LiteralClaim)[], weighing: Weighing): Relation {
  const [first] = claims;
  if (first === undefined) throw new RangeError(`relation ${id} has no claim`);
  const evidence = fuse(claims, weighing);
  if (isLiteralClaim(first)) {
    return { id, subject: first.subject, type: first.type, literal: first.literal, claims, evidence };
  }
  // A symmetric relation is told from the end that its id starts with, whoever said it first.
  const turned = id.startsWith(`${first.object}~`) && !id.startsWith(`${first.subject}~`);
  const [subject, object] = turned ? [first.object, first.subject] : [first.subject, first.object];
  return { id, subject, type: first.type, object, claims, evidence };
}

function makeFigure(id: string, claims: readonly FigureClaim[]): Figure {
  const [first] = claims;
  if (first === undefined) throw new RangeError(`figure ${id} has no claim`);
  const { of, unit } = first.quantity;
  return {
    id,
    subject: first.subject,
    type: first.type,
    ...(of === undefined ? {} : { of }),
    ...(unit === undefined ? {} : { unit }),
    claims,
  };
}
