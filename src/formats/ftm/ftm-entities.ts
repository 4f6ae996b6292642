import { quantityText } from '../../knowledge/words.ts';
import { type Claim, isFigureClaim, isRelationClaim } from '../../model/claim.ts';
import type { Entity } from '../../model/entity.ts';
import type { GraphDocument, Manifest } from '../../model/graph-document.ts';
import type { EntityKind } from '../../model/ontology.ts';
import type { Source } from '../../model/source.ts';
import { manifestInText } from '../manifest-in-text.ts';
import { type WeighedGraph, weighGraph } from '../weigh-graph.ts';
import type { FtmEntity } from './ftm-entity.ts';
import { datasetName, ftmId } from './ftm-id.ts';
import { DENIALS_LEFT_OUT, MANIFEST, machineText } from './machine-text.ts';

/** The data set of what nobody in particular says: who there is, and which documents. */
const GRAPH_DATASET = 'ascribe_graph';

/** What a record says of the graph that it was taken from: each, whether denials were left out; the first one, all. */
type Mark = { readonly [DENIALS_LEFT_OUT]?: true; readonly [MANIFEST]?: Manifest };

/** A date as FollowTheMoney has it: a year, month or day, surely known. */
export function plainDate(date: string | undefined): string | undefined {
  return date !== undefined && /^\d{4}(?:-(?:0\d|1[0-2])(?:-\d{2})?)?$/u.test(date) ? date : undefined;
}

/** Start and end of a date, as far as they are plain. A season (2024-21) is none. */
export function plainSpan(date: string | undefined): { readonly start?: string; readonly end?: string } {
  const [from, to] = date?.split('/') ?? [];
  const start = plainDate(from);
  const end = to === undefined ? start : plainDate(to);
  return { ...(start === undefined ? {} : { start }), ...(end === undefined ? {} : { end }) };
}

/** Properties without a value are left out. */
function properties(values: Readonly<Record<string, readonly (string | undefined)[]>>): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, list]) => {
      const some = list.filter((value) => value !== undefined);
      return some.length === 0 ? [] : [[name, some]];
    }),
  );
}

function schemaOf(kind: EntityKind | undefined, id: string): string {
  if (kind?.event) return 'Event';
  if (kind?.place) return 'Address';
  if (/^(?:actor|person|individual|people)$/u.test(id)) return 'Person';
  if (/^(?:organi[sz]ation|group|movement|party|agency|institution|state|government)$/u.test(id)) return 'Organization';
  return id === 'company' ? 'Company' : 'LegalEntity';
}

function entityOf(entity: Entity, kind: EntityKind | undefined, mark: Mark): FtmEntity {
  const { name, aliases, summary, ...rest } = entity;
  const schema = schemaOf(kind, entity.kind);
  // A property is a set of values; names that stand twice are kept whole beside it.
  const twice = new Set(aliases).size < aliases.length;
  const wikidata = entity.sameAs?.['wikidata'];
  const { start, end } = plainSpan(entity.when);
  return {
    id: ftmId('entity', entity.id),
    schema,
    caption: name,
    properties: properties({
      name: [name],
      alias: twice ? [...new Set(aliases)] : aliases,
      summary: [summary],
      ...(schema === 'Address' ? { full: [name] } : {}),
      ...(schema === 'Event' ? { startDate: [start], endDate: [end] } : {}),
      wikidataId: [wikidata !== undefined && /^Q\d+$/u.test(wikidata) ? wikidata : undefined],
      keywords: [kind?.label ?? entity.kind],
      notes: [machineText({ entity: twice ? { ...rest, aliases } : rest, ...mark })],
    }),
    datasets: [GRAPH_DATASET],
  };
}

function documentOf(source: Source, mark: Mark): FtmEntity {
  const { title, publisher, author, url, file, ...rest } = source;
  return {
    id: ftmId('source', source.id),
    schema: 'Document',
    caption: title,
    properties: properties({
      title: [title],
      publisher: [publisher],
      author: [author],
      publishedAt: [plainDate(source.published)],
      sourceUrl: [url],
      fileName: [file],
      notes: [machineText({ source: rest, ...mark })],
    }),
    datasets: [GRAPH_DATASET],
  };
}

/** What is said, who says it, and what all claims of it amount to, in words. */
function words(claim: Claim, weighed: WeighedGraph): string {
  const { attribution, typeLabel } = weighed.claim(claim);
  const content = isFigureClaim(claim) ? quantityText(claim.quantity) : (claim.literal ?? '');
  const verdict = weighed.relation(claim);
  return [
    ...(content === '' ? [] : [`${typeLabel}: ${content}`]),
    `${claim.summary} (${claim.stance} ${attribution})`,
    ...(verdict === undefined ? [] : [`Verdict: ${verdict.verdictText}`]),
  ].join('\n');
}

function claimOf(claim: Claim, source: Source | undefined, weighed: WeighedGraph, mark: Mark): FtmEntity {
  const { typeLabel } = weighed.claim(claim);
  const description = words(claim, weighed);
  const machine = machineText({ claim, ...mark });
  const { start, end } = plainSpan(claim.when);
  const provenance = {
    publisher: [source?.publisher ?? source?.title],
    sourceUrl: [source?.url],
    proof: [source === undefined ? undefined : ftmId('source', source.id)],
  };
  const shared = { id: ftmId('claim', claim.id), datasets: [datasetName(claim.speaker)] };
  const subject = ftmId('entity', claim.subject);
  if (!isRelationClaim(claim)) {
    return {
      ...shared,
      schema: 'Note',
      caption: typeLabel,
      properties: properties({
        name: [typeLabel],
        entity: [subject],
        description: [description],
        notes: [machine],
        ...provenance,
      }),
    };
  }
  return {
    ...shared,
    schema: 'UnknownLink',
    caption: typeLabel,
    properties: properties({
      subject: [subject],
      object: [ftmId('entity', claim.object)],
      role: [claim.type],
      date: [plainDate(claim.said)],
      startDate: [start],
      endDate: [end],
      recordId: [claim.id],
      description: [description],
      summary: [machine],
      ...provenance,
    }),
  };
}

/**
 * A graph as entities of FollowTheMoney: things, documents, and one UnknownLink for each claim of a relation, in a data
 * set of its speaker. Claims about one entity alone are notes on it. In the order of the graph.
 */
export function ftmEntities(graph: GraphDocument): FtmEntity[] {
  const weighed = weighGraph(graph);
  const kinds = new Map(graph.ontology.kinds.map((kind) => [kind.id, kind]));
  const sources = new Map(graph.sources.map((source) => [source.id, source]));
  const { manifest } = graph;
  // A list of entities has no place that speaks of all, and any part of it may be passed on.
  const each: Mark = manifest?.closedUnderEvidence === false ? { [DENIALS_LEFT_OUT]: true } : {};
  const first: Mark = manifest === undefined ? each : { ...each, [MANIFEST]: manifestInText(manifest) };
  const mark = (isFirst: boolean): Mark => (isFirst ? first : each);
  return [
    ...graph.entities.map((entity, i) => entityOf(entity, kinds.get(entity.kind), mark(i === 0))),
    ...graph.sources.map((source, i) => documentOf(source, mark(i === 0 && graph.entities.length === 0))),
    ...graph.claims.map((claim) => claimOf(claim, sources.get(claim.source), weighed, each)),
  ];
}
