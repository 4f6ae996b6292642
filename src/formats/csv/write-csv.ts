import { type Claim, isNamed, type Speaker } from '../../model/claim.ts';
import type { Entity } from '../../model/entity.ts';
import type { GraphDocument } from '../../model/graph-document.ts';
import type { EntityId } from '../../model/ids.ts';
import type { Source } from '../../model/source.ts';
import type { KnownLoss, Loss, Written } from '../format.ts';
import { inlineJson } from '../inline-json.ts';
import { measured } from '../losses.ts';
import { isCutInText, manifestInText } from '../manifest-in-text.ts';
import { type WeighedGraph, weighGraph } from '../weigh-graph.ts';
import { CLAIM_COLUMNS, ENTITY_COLUMNS, SOURCE_COLUMNS } from './columns.ts';
import { type Cell, csvText } from './csv-text.ts';
import { neutralise } from './formula.ts';

type Row = Readonly<Record<string, Cell>>;

/** A list in one cell: a JSON array of texts, or of `{"unnamed": …}` among the go-betweens; empty for an empty list. */
function list(items: readonly (string | Speaker)[]): string {
  return items.length === 0 ? '' : inlineJson(items);
}

function json(value: unknown): string | undefined {
  return value === undefined ? undefined : inlineJson(value);
}

/** What a row says of the graph: the first one whole, each whether denials were left out, since any may be passed on. */
interface OfGraph {
  readonly denialsLeftOut: true | undefined;
  readonly manifest: string | undefined;
}

function claimRow(claim: Claim, weighed: WeighedGraph, { denialsLeftOut, manifest }: OfGraph): Row {
  const view = weighed.claim(claim);
  const relation = weighed.relation(claim);
  const { quantity, speaker, confidence, locator } = claim;
  return {
    id: claim.id,
    source: claim.source,
    source_title: view.source.title,
    subject: claim.subject,
    subject_name: view.subject.name,
    type: claim.type,
    type_label: view.typeLabel,
    object: claim.object,
    object_name: view.object?.name,
    quantity_of: quantity?.of,
    quantity_min: quantity?.min,
    quantity_max: quantity?.max,
    quantity_approximate: quantity?.approximate,
    quantity_unit: quantity?.unit,
    literal: claim.literal,
    stance: claim.stance,
    speaker: isNamed(speaker) ? speaker : undefined,
    speaker_name: view.speaker.name,
    speaker_unnamed: isNamed(speaker) ? undefined : speaker.unnamed,
    speaker_reliability: isNamed(speaker) ? undefined : speaker.reliability,
    via: list(claim.via),
    attribution: view.attribution,
    hedge: claim.hedge,
    credibility: claim.credibility,
    confidence: view.confidence,
    confidence_set: confidence?.value,
    confidence_reason: confidence?.reason,
    said: claim.said,
    when: claim.when,
    place: claim.place,
    place_name: view.place?.name,
    summary: claim.summary,
    note: claim.note,
    paragraph: locator?.paragraph,
    start: locator?.start,
    end: locator?.end,
    passage_sha256: locator?.sha256,
    relation: relation?.id,
    verdict: relation?.verdict,
    verdict_text: relation?.verdictText,
    belief: relation?.belief,
    disbelief: relation?.disbelief,
    uncertainty: relation?.uncertainty,
    weights: relation === undefined ? undefined : weighed.weights,
    denials_left_out: denialsLeftOut,
    graph_manifest: manifest,
    attributes: json(claim.attributes),
  };
}

function entityRow(entity: Entity): Row {
  const { aliases, unidentified, sameAs, attributes, ...plain } = entity;
  return {
    ...plain,
    aliases: list(aliases),
    unidentified: unidentified ? true : undefined,
    same_as: json(sameAs),
    attributes: json(attributes),
  };
}

function sourceRow(source: Source, nameOf: (id: EntityId) => string): Row {
  const { derivedFrom, speaker, attributes, ...plain } = source;
  return {
    ...plain,
    derived_from: list(derivedFrom),
    speaker,
    speaker_name: nameOf(speaker),
    attributes: json(attributes),
  };
}

/** Cells in order of the columns, none of which a spreadsheet executes. */
function cells(columns: readonly string[], row: Row): Cell[] {
  return columns.map((column) => {
    const cell = row[column];
    return typeof cell === 'string' ? neutralise(cell) : cell;
  });
}

function tableText<T>(columns: readonly string[], records: readonly T[], rowOf: (record: T) => Row): string {
  return csvText(columns, records, (record) => cells(columns, rowOf(record)), '\r\n');
}

/**
 * Writes three tables (RFC 4180, CRLF): `claims.csv` (one row a claim, with names, attribution, and the verdict of its relation with
 * every denial), `entities.csv` and `sources.csv`. The headers are CLAIM_COLUMNS, ENTITY_COLUMNS and SOURCE_COLUMNS.
 *
 * - An absent value is an empty cell. Lists (`via`, `aliases`, `derived_from`, `attributes`) are JSON arrays, `same_as` a
 *   JSON object. `unidentified` is `true` or empty.
 * - `confidence` is w/(1+w) (EVIDENCE E4); `confidence_set` stands where the coder set it. Shares are from 0 to 1.
 * - `denials_left_out` is `true` in every row of a selection from which claims were left out that bear on what it shows
 *   (on request, those that deny or doubt): the verdicts are not those of the whole graph. Else it is empty.
 * - `graph_manifest` of the first row holds how the selection was made, as JSON.
 * - A text cell that begins with `=`, `+`, `-`, `@`, tab or a line break (or with apostrophes before one of them) has an
 *   apostrophe put in front, and so has what stands in it behind a semicolon, tab or line break, so that no spreadsheet executes it. `restore` in formula.ts takes it off. Numbers are
 *   written as they are.
 */
export function writeCsv(graph: GraphDocument): Written {
  const weighed = weighGraph(graph);
  const nameOf = (id: EntityId): string => weighed.entity(id).name;
  const { manifest } = graph;
  const denialsLeftOut = manifest?.closedUnderEvidence === false ? true : undefined;
  const [first] = graph.claims;
  const rowOf = (claim: Claim): Row =>
    claimRow(claim, weighed, {
      denialsLeftOut,
      manifest: claim === first && manifest !== undefined ? json(manifestInText(manifest)) : undefined,
    });
  return {
    files: [
      {
        name: 'claims.csv',
        text: tableText(CLAIM_COLUMNS, graph.claims, rowOf),
      },
      { name: 'entities.csv', text: tableText(ENTITY_COLUMNS, graph.entities, entityRow) },
      { name: 'sources.csv', text: tableText(SOURCE_COLUMNS, graph.sources, (source) => sourceRow(source, nameOf)) },
    ],
    losses: csvLosses(graph),
  };
}

/** What it cannot hold, whatever the graph. */
export const CSV_LOSSES: readonly KnownLoss[] = [
  {
    field: 'ontology',
    why: 'the tables carry the ids and labels of types, not their domain, range and readings',
    keptBy: 'json',
  },
  {
    field: 'title',
    why: 'a table has no title',
    keptBy: 'json',
  },
  {
    field: 'manifest',
    why: 'how the selection was made stands in the first row of claims.csv, which a table without claims has not; a list of what was chosen one by one is left out of it where it is longer than 30,000 characters',
    keptBy: 'json',
  },
];

function csvLosses(graph: GraphDocument): Loss[] {
  const { ontology, manifest, title, claims } = graph;
  return measured(
    CSV_LOSSES,
    new Map([
      [
        'ontology',
        ontology.kinds.length + ontology.relations.length + ontology.literals.length + ontology.figures.length,
      ],
      ['title', title === undefined ? 0 : 1],
      ['manifest', manifest !== undefined && (claims.length === 0 || isCutInText(graph)) ? 1 : 0],
    ]),
  );
}
