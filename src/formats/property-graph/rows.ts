import { quantityText } from '../../knowledge/words.ts';
import type { Attribute } from '../../model/attributes.ts';
import { type Claim, isFigureClaim, isRelationClaim, type RelationClaim } from '../../model/claim.ts';
import { contentHash } from '../../model/content-hash.ts';
import type { Entity } from '../../model/entity.ts';
import type { GraphDocument } from '../../model/graph-document.ts';
import { groupBy } from '../../model/group-by.ts';
import { inlineJson } from '../inline-json.ts';
import { type WeighedGraph, weighGraph } from '../weigh-graph.ts';
import { CLAIM_JSON, ENTITY_JSON, OTHER_TOOL, SOURCES_JSON, STATEMENTS_JSON } from './names.ts';

/** Scalars by name, in the order of writing. No name is empty, and none has no value. */
export type Scalars = ReadonlyMap<string, string | number | boolean>;

/** One node: an entity. */
export interface NodeRow {
  readonly id: string;
  readonly label: string;
  readonly attributes: Scalars;
}

/** One edge: a claim of a relation. */
export interface EdgeRow {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly type: string;
  readonly label: string;
  readonly attributes: Scalars;
}

/** A graph as tools of nodes and edges have it. */
export interface PropertyRows {
  readonly description: string;
  nodes(): Iterable<NodeRow>;
  edges(): Iterable<EdgeRow>;
}

/** Leaves out what is absent or empty. */
function scalars(values: readonly (readonly [string, string | number | boolean | undefined])[]): Scalars {
  const kept = new Map<string, string | number | boolean>();
  for (const [name, value] of values) if (value !== undefined && value !== '') kept.set(name, value);
  return kept;
}

/** What other tools said of a record, each under a name of its own; values of one name are joined. */
function otherTools(attributes: readonly Attribute[] = []): [string, string | number | boolean][] {
  return Array.from(
    groupBy(attributes, ({ name }) => name),
    ([name, all]) => [
      `${OTHER_TOOL}${name}`,
      all.length === 1 && all[0] !== undefined ? all[0].value : all.map(({ value }) => value).join(' | '),
    ],
  );
}

/** One claim about an entity alone, in a line with its attribution. */
function statementLine(claim: Claim, weighed: WeighedGraph): string {
  const { attribution, typeLabel } = weighed.claim(claim);
  const content = isFigureClaim(claim) ? quantityText(claim.quantity) : (claim.literal ?? '');
  const verdict = weighed.relation(claim);
  const amounts = verdict === undefined ? '' : ` (${verdict.verdictText})`;
  return `${typeLabel}: ${content}; ${claim.stance} ${attribution}${amounts}`;
}

function edgeRow(claim: RelationClaim, weighed: WeighedGraph): EdgeRow {
  const view = weighed.claim(claim);
  const relation = weighed.relation(claim);
  const attributes = scalars([
    // Readers that know no type of an edge find it here.
    ['claim.type', claim.type],
    ['stance', claim.stance],
    ['speaker', view.speaker.name],
    ['speaker.id', view.speaker.id],
    ['via', view.via.join(' | ')],
    ['source', view.source.title],
    ['source.id', view.source.id],
    ['source.reliability', view.source.reliability],
    ['attribution', view.attribution],
    ['confidence', view.confidence],
    ['hedge', claim.hedge],
    ['credibility', claim.credibility],
    ['said', claim.said],
    ['when', claim.when],
    ['place', view.place?.name],
    ['summary', claim.summary],
    ['note', claim.note],
    ['locator.paragraph', claim.locator?.paragraph],
    ['locator.start', claim.locator?.start],
    ['locator.end', claim.locator?.end],
    ['locator.sha256', claim.locator?.sha256],
    ['relation', relation?.id],
    ['verdict', relation?.verdict],
    ['verdict.text', relation?.verdictText],
    ['verdict.belief', relation?.belief],
    ['verdict.disbelief', relation?.disbelief],
    ['verdict.uncertainty', relation?.uncertainty],
    ...otherTools(claim.attributes),
    [CLAIM_JSON, inlineJson(claim)],
  ]);
  return {
    id: claim.id,
    from: claim.subject,
    to: claim.object,
    type: claim.type,
    label: `${view.typeLabel}: ${view.speaker.name} ${claim.stance}`,
    attributes,
  };
}

/** Stands in the description of a graph from which denials were left out. */
export const WITHOUT_DENIALS = 'Denials and doubts of what it holds were left out at the wish of whoever exported it';

function describe(graph: GraphDocument, weights: string): string {
  const { manifest } = graph;
  const parts = [
    graph.title ?? 'Untitled graph',
    'Each edge is one claim of somebody, not a fact; stance tells whether it asserts, denies or doubts',
    'Leave out what denies and doubts before paths are traced or neighbours counted',
    `Content hash ${contentHash(graph)}, weights version ${weights}`,
    ...(manifest === undefined ? [] : [`Taken ${manifest.taken} from ${manifest.graph}: ${manifest.selection}`]),
    ...(manifest === undefined || manifest.closedUnderEvidence ? [] : [WITHOUT_DENIALS]),
  ];
  return `${parts.join('. ')}.`;
}

/**
 * A graph as rows of scalars, which all tools of nodes and edges take. One node per entity: `kind`, `name`, `aliases`
 * (joined by ` | `), `summary`; claims about it alone in words in `statements`. One edge per claim of a relation, with
 * speaker, source, stance, dates, locator, and the verdict of its relation with every denial. Whole records stand beside
 * them as JSON (see names.ts). There is no `weight`: tools would take that of a denial for closeness.
 * Rows are made when they are asked for, once.
 */
export function propertyRows(graph: GraphDocument): PropertyRows {
  const weighed = weighGraph(graph);
  const alone = groupBy(
    graph.claims.filter((claim) => !isRelationClaim(claim)),
    (claim) => claim.subject,
  );
  const voices = groupBy(graph.sources, (source) => source.speaker);
  const nodeRow = (entity: Entity): NodeRow => {
    const statements = alone.get(entity.id) ?? [];
    const sources = voices.get(entity.id) ?? [];
    const attributes = scalars([
      ['kind', entity.kind],
      ['name', entity.name],
      ['aliases', entity.aliases.join(' | ')],
      ['subkind', entity.subkind],
      ['summary', entity.summary],
      ['when', entity.when],
      ...otherTools(entity.attributes),
      [ENTITY_JSON, inlineJson(entity)],
      [SOURCES_JSON, sources.length === 0 ? undefined : inlineJson(sources)],
      ['statements', statements.map((claim) => statementLine(claim, weighed)).join('\n')],
      [STATEMENTS_JSON, statements.length === 0 ? undefined : inlineJson(statements)],
    ]);
    return { id: entity.id, label: entity.name, attributes };
  };
  return {
    description: describe(graph, weighed.weights),
    *nodes() {
      for (const entity of graph.entities) yield nodeRow(entity);
    },
    *edges() {
      for (const claim of graph.claims) if (isRelationClaim(claim)) yield edgeRow(claim, weighed);
    },
  };
}
