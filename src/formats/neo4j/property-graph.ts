import { type Claim, isFigureClaim, isLiteralClaim, isNamed, isRelationClaim } from '../../model/claim.ts';
import type { Entity } from '../../model/entity.ts';
import type { GraphDocument } from '../../model/graph-document.ts';
import type { Source } from '../../model/source.ts';
import type { KnownLoss, Loss, WriteOptions } from '../format.ts';
import { measured } from '../losses.ts';
import { type WeighedGraph, weighGraph } from '../weigh-graph.ts';
import {
  CLAIM_COLUMNS,
  type Column,
  EDGE_COLUMNS,
  ENTITY_COLUMNS,
  type Properties,
  SOURCE_COLUMNS,
  TOPIC_COLUMNS,
} from './columns.ts';

/** Records of one label. `id` is among their properties. */
export interface NodeTable {
  readonly label: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Properties[];
}

/** Arrows of one type between the records of two labels; no rows where the graph has none. */
export interface LinkTable {
  readonly type: string;
  readonly from: string;
  readonly to: string;
  /**
   * The end whose record tells of them all: wherever that record is, each of these arrows that it has is in the table.
   * Absent where arrows are records themselves.
   */
  readonly of?: 'from' | 'to';
  readonly columns: readonly Column[];
  readonly rows: readonly { readonly from: string; readonly to: string; readonly properties: Properties }[];
}

/** A graph as a property graph has it. */
export interface PropertyGraph {
  readonly nodes: readonly NodeTable[];
  readonly links: readonly LinkTable[];
}

/** Whether denials were left out of a graph on request. */
export function lacksDenials({ manifest }: GraphDocument): boolean {
  return manifest?.closedUnderEvidence === false;
}

function json(value: unknown): string | undefined {
  return value === undefined ? undefined : JSON.stringify(value);
}

function entityProperties({ sameAs, attributes, ...plain }: Entity): Properties {
  return { ...plain, same_as: json(sameAs), attributes: json(attributes) };
}

function sourceProperties({ derivedFrom: _, speaker: __, attributes, ...plain }: Source): Properties {
  return { ...plain, attributes: json(attributes) };
}

/** What a claim says besides whom it joins. */
function wordProperties(claim: Claim, weighed: WeighedGraph): Properties {
  const view = weighed.claim(claim);
  const { id, type, stance, speaker, via, hedge, credibility, confidence, said, when, summary, note, locator } = claim;
  return {
    ...{ id, type, stance, hedge, credibility, said, when, summary, note },
    type_label: view.typeLabel,
    speaker_unnamed: isNamed(speaker) ? undefined : speaker.unnamed,
    speaker_reliability: isNamed(speaker) ? undefined : speaker.reliability,
    via: via.length === 0 ? undefined : JSON.stringify(via),
    attribution: view.attribution,
    confidence: view.confidence,
    confidence_set: confidence?.value,
    confidence_reason: confidence?.reason,
    paragraph: locator?.paragraph,
    start: locator?.start,
    end: locator?.end,
    passage_sha256: locator?.sha256,
    attributes: json(claim.attributes),
  };
}

function claimProperties(claim: Claim, weighed: WeighedGraph, leftOut: true | undefined): Properties {
  const { literal, quantity } = claim;
  return {
    ...wordProperties(claim, weighed),
    literal,
    quantity_of: quantity?.of,
    quantity_min: quantity?.min,
    quantity_max: quantity?.max,
    quantity_approximate: quantity?.approximate,
    quantity_unit: quantity?.unit,
    denials_left_out: leftOut,
  };
}

/** `leftOut`: true where denials were left out, undefined where they were not. */
function weighedProperties(claim: Claim, weighed: WeighedGraph, leftOut: true | undefined): Properties {
  const relation = weighed.relation(claim);
  if (relation === undefined) return {};
  const { verdict, verdictText, belief, disbelief, uncertainty } = relation;
  const shares = { belief, disbelief, uncertainty };
  return { verdict, verdict_text: verdictText, ...shares, weights: weighed.weights, denials_left_out: leftOut };
}

/** Rows of arrows that carry nothing. */
function plainLinks(
  type: string,
  from: string,
  to: string,
  pairs: readonly (readonly [string, string])[],
  of: 'from' | 'to' = 'from',
): LinkTable {
  return {
    type,
    from,
    to,
    of,
    columns: [],
    rows: pairs.map(([start, end]) => ({ from: start, to: end, properties: {} })),
  };
}

/**
 * Each claim a node of its own, joined to its subject, object, speaker, those between, source and place, and to the relation
 * or statement that it asserts, denies or doubts. That is a node, too, with its verdict: one arrow for each claim says who
 * stands where, in place of one for each pair of claims.
 */
function claimNodes(graph: GraphDocument, weighed: WeighedGraph): PropertyGraph {
  const { claims, entities, sources } = graph;
  const leftOut = lacksDenials(graph) ? true : undefined;
  const topics = new Map<string, Properties>();
  const pairsAbout: Record<Claim['stance'], [string, string][]> = { asserts: [], denies: [], doubts: [] };
  const topicEnds: { SUBJECT: [string, string][]; OBJECT: [string, string][] } = { SUBJECT: [], OBJECT: [] };
  for (const claim of claims) {
    const relation = weighed.relation(claim);
    if (relation === undefined) continue;
    pairsAbout[claim.stance].push([claim.id, relation.id]);
    if (topics.has(relation.id)) continue;
    topics.set(relation.id, {
      id: relation.id,
      type: claim.type,
      type_label: weighed.claim(claim).typeLabel,
      ...weighedProperties(claim, weighed, leftOut),
    });
    topicEnds.SUBJECT.push([relation.id, relation.subject.id]);
    if (relation.object !== undefined) topicEnds.OBJECT.push([relation.id, relation.object.id]);
  }
  const of = (end: (claim: Claim) => string | undefined): [string, string][] =>
    claims.flatMap((claim): [string, string][] => {
      const to = end(claim);
      return to === undefined ? [] : [[claim.id, to]];
    });
  const named = (speaker: Claim['speaker']): string | undefined => (isNamed(speaker) ? speaker : undefined);
  const between: LinkTable['rows'] = claims.flatMap((claim) =>
    claim.via.flatMap((one, i) => (isNamed(one) ? [{ from: claim.id, to: one, properties: { order: i + 1 } }] : [])),
  );
  const via: LinkTable = {
    ...{ type: 'VIA', from: 'Claim', to: 'Entity', of: 'from' },
    columns: [['order', 'int']],
    rows: between,
  };
  return {
    nodes: [
      { label: 'Entity', columns: ENTITY_COLUMNS, rows: entities.map(entityProperties) },
      { label: 'Source', columns: SOURCE_COLUMNS, rows: sources.map(sourceProperties) },
      { label: 'Relation', columns: TOPIC_COLUMNS, rows: [...topics.values()] },
      { label: 'Claim', columns: CLAIM_COLUMNS, rows: claims.map((claim) => claimProperties(claim, weighed, leftOut)) },
    ],
    links: [
      plainLinks(
        'SUBJECT',
        'Claim',
        'Entity',
        of((claim) => claim.subject),
      ),
      plainLinks(
        'OBJECT',
        'Claim',
        'Entity',
        of((claim) => claim.object),
      ),
      plainLinks(
        'SAID_BY',
        'Claim',
        'Entity',
        of((claim) => named(claim.speaker)),
      ),
      via,
      plainLinks(
        'PLACED_IN',
        'Claim',
        'Entity',
        of((claim) => claim.place),
      ),
      plainLinks(
        'SOURCED_FROM',
        'Claim',
        'Source',
        of((claim) => claim.source),
      ),
      plainLinks('ASSERTS', 'Claim', 'Relation', pairsAbout.asserts),
      plainLinks('DENIES', 'Claim', 'Relation', pairsAbout.denies),
      plainLinks('DOUBTS', 'Claim', 'Relation', pairsAbout.doubts),
      plainLinks('SUBJECT', 'Relation', 'Entity', topicEnds.SUBJECT),
      plainLinks('OBJECT', 'Relation', 'Entity', topicEnds.OBJECT),
      plainLinks(
        'VOICE_OF',
        'Entity',
        'Source',
        sources.map((source) => [source.speaker, source.id]),
        'to',
      ),
      plainLinks(
        'DERIVED_FROM',
        'Source',
        'Source',
        sources.flatMap((source) => source.derivedFrom.map((from): [string, string] => [source.id, from])),
      ),
    ],
  };
}

/** What an arrow of each stance is called, so that no path over one goes along another. */
const EDGE_TYPES: Readonly<Record<Claim['stance'], string>> = {
  asserts: 'ASSERTED',
  denies: 'DENIED',
  doubts: 'DOUBTED',
};

/** Each claim of a relation an arrow between its entities. What is not between two entities is lost. */
function plainEdges(graph: GraphDocument, weighed: WeighedGraph): PropertyGraph {
  const relations = graph.claims.filter(isRelationClaim);
  const leftOut = lacksDenials(graph) ? true : undefined;
  const links = (['asserts', 'denies', 'doubts'] as const).map((stance): LinkTable => {
    const rows = relations
      .filter((claim) => claim.stance === stance)
      .map((claim) => {
        const { title } = weighed.claim(claim).source;
        const speaker = isNamed(claim.speaker) ? claim.speaker : undefined;
        const properties: Properties = {
          ...wordProperties(claim, weighed),
          speaker,
          speaker_name: weighed.claim(claim).speaker.name,
          source: claim.source,
          source_title: title,
          place: claim.place,
          relation: weighed.relation(claim)?.id,
          ...weighedProperties(claim, weighed, leftOut),
        };
        return { from: claim.subject, to: claim.object, properties };
      });
    return { type: EDGE_TYPES[stance], from: 'Entity', to: 'Entity', columns: EDGE_COLUMNS, rows };
  });
  return {
    nodes: [{ label: 'Entity', columns: ENTITY_COLUMNS, rows: graph.entities.map(entityProperties) }],
    links,
  };
}

/** A graph as Neo4j holds it: with claims as records of their own, or as plain edges. The graph must have passed `checkGraph`. */
export function propertyGraph(graph: GraphDocument, shape: WriteOptions['shape'] = 'claims'): PropertyGraph {
  const weighed = weighGraph(graph);
  return shape === 'edges' ? plainEdges(graph, weighed) : claimNodes(graph, weighed);
}

/** What either way of writing to Neo4j cannot hold. */
export const NEO4J_LOSSES: readonly KnownLoss[] = [
  {
    field: 'ontology',
    why: 'a property graph has the ids and labels of types, not their domain, range and readings',
    keptBy: 'json',
  },
  { field: 'title', why: 'a database has no title', keptBy: 'json' },
  { field: 'manifest', why: 'how the selection was made is not in the database', keptBy: 'json' },
  {
    field: 'figures',
    why: 'plain edges hold only what is between two entities; with claims as nodes they are kept',
    keptBy: 'json',
  },
  {
    field: 'statements',
    why: 'plain edges hold only what is between two entities; with claims as nodes they are kept',
    keptBy: 'json',
  },
  {
    field: 'sources',
    why: 'a plain edge has the id and title of its source only; with claims as nodes they are kept',
    keptBy: 'json',
  },
];

export function neo4jLosses(graph: GraphDocument, shape: WriteOptions['shape'] = 'claims'): Loss[] {
  const { ontology, title, manifest, claims, sources } = graph;
  const edges = shape === 'edges';
  return measured(
    NEO4J_LOSSES,
    new Map([
      [
        'ontology',
        ontology.kinds.length + ontology.relations.length + ontology.literals.length + ontology.figures.length,
      ],
      ['title', title === undefined ? 0 : 1],
      ['manifest', manifest === undefined ? 0 : 1],
      ['figures', edges ? claims.filter(isFigureClaim).length : 0],
      ['statements', edges ? claims.filter(isLiteralClaim).length : 0],
      ['sources', edges ? sources.length : 0],
    ]),
  );
}
