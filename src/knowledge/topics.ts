import type { EvidenceTable } from '../evidence/evidence-table.ts';
import type { Evidence } from '../evidence/fuse.ts';
import type { Proposition } from '../evidence/propositions.ts';
import { type FigureClaim, isFigureClaim } from '../model/claim.ts';
import type { GraphDocument } from '../model/graph-document.ts';
import { groupBy } from '../model/group-by.ts';
import type { EntityId, RelationId, TypeId } from '../model/ids.ts';
import { byCodePoint } from '../model/order.ts';

/** A relation between two entities, or a statement about one, with its claims and what they amount to. */
export interface Relation extends Readonly<Omit<Proposition, 'claims'>> {
  /** Claims made on it itself, in document order. */
  readonly claims: Proposition['claims'];
  /** It has none: narrower claims imply it (EVIDENCE E14). */
  readonly implied: boolean;
  /** Made when it is first asked for. */
  readonly evidence: Evidence;
}

/** A quantity about an entity: claims of the same measure, of the same thing, over the same span. */
export interface Figure {
  readonly id: string;
  readonly subject: EntityId;
  readonly type: TypeId;
  readonly of?: string;
  readonly unit?: string;
  /** The span that it is of, where the subject has no time of its own. */
  readonly when?: string;
  readonly claims: readonly FigureClaim[];
}

/** What the claims of a graph are about. Derived; never stored. */
export interface Topics {
  /** Those that claims are made on; they are what is drawn, walked and counted. */
  readonly relations: ReadonlyMap<RelationId, Relation>;
  /** Broader ones that they imply. */
  readonly implied: ReadonlyMap<RelationId, Relation>;
  readonly figures: ReadonlyMap<string, Figure>;
}

/**
 * The id of the figure that a claim is about: `subject~measure~of~unit`, and `~when` where the subject is no event with
 * a time of its own. Two spans of time are two figures (EVIDENCE E18), as two editions of one count would be.
 */
function figureId({ subject, type, quantity, when }: FigureClaim, events: ReadonlySet<EntityId>): string {
  const span = when === undefined || events.has(subject) ? '' : `~${when.replaceAll(/[?~%]/gu, '')}`;
  return `${subject}~${type}~${part(quantity.of)}~${part(quantity.unit)}${span}`;
}

/** A label as part of an id: a `~` in it is written `%7E`, and what looks like that is kept apart from it. */
function part(label = ''): string {
  return label.replaceAll(/%(?=25|7E)/gu, '%25').replaceAll('~', '%7E');
}

class LazyRelation implements Relation {
  readonly id: RelationId;
  readonly subject: EntityId;
  readonly type: TypeId;
  readonly object?: EntityId;
  readonly literal?: string;
  readonly claims: Proposition['claims'];
  readonly #table: EvidenceTable;

  constructor(proposition: Proposition, table: EvidenceTable) {
    this.id = proposition.id;
    this.subject = proposition.subject;
    this.type = proposition.type;
    if (proposition.object !== undefined) this.object = proposition.object;
    if (proposition.literal !== undefined) this.literal = proposition.literal;
    this.claims = proposition.claims;
    this.#table = table;
  }

  get implied(): boolean {
    return this.claims.length === 0;
  }

  get evidence(): Evidence {
    return this.#table.evidence(this.id);
  }
}

/** Groups all claims by what they are about. */
export function deriveTopics(graph: GraphDocument, table: EvidenceTable): Topics {
  const relations = new Map<RelationId, Relation>();
  const implied = new Map<RelationId, Relation>();
  for (const proposition of table.relations()) {
    const relation = new LazyRelation(proposition, table);
    (relation.implied ? implied : relations).set(relation.id, relation);
  }
  const kinds = new Set(graph.ontology.kinds.filter((kind) => kind.event).map((kind) => kind.id));
  const events = new Set(
    graph.entities.filter((entity) => entity.when !== undefined || kinds.has(entity.kind)).map((entity) => entity.id),
  );
  const figures = groupBy(graph.claims.filter(isFigureClaim), (claim) => figureId(claim, events));
  return {
    relations,
    implied,
    figures: new Map([...figures].map(([id, claims]) => [id, makeFigure(id, claims, events)])),
  };
}

function makeFigure(id: string, claims: readonly FigureClaim[], events: ReadonlySet<EntityId>): Figure {
  const [first] = claims;
  if (first === undefined) throw new RangeError(`figure ${id} has no claim`);
  const { of, unit } = first.quantity;
  // Claims that are sure of the span and claims that are not are of one figure: which comes first is not to matter.
  const spans = events.has(first.subject) ? [] : claims.flatMap((claim) => claim.when ?? []);
  const [span] = spans.toSorted(byCodePoint);
  return {
    id,
    subject: first.subject,
    type: first.type,
    ...(of === undefined ? {} : { of }),
    ...(unit === undefined ? {} : { unit }),
    ...(span === undefined ? {} : { when: span }),
    claims,
  };
}
