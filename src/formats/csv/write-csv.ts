import Papa from 'papaparse';
import { type Claim, isNamed, type Speaker } from '../../model/claim.ts';
import type { Entity } from '../../model/entity.ts';
import type { GraphDocument } from '../../model/graph-document.ts';
import type { EntityId } from '../../model/ids.ts';
import type { Source } from '../../model/source.ts';
import type { Loss, Written } from '../format.ts';
import { lossesOf } from '../losses.ts';
import { type WeighedGraph, weighGraph } from '../weigh-graph.ts';
import { neutralise } from './formula.ts';

type Cell = string | number | boolean | undefined;
type Row = Readonly<Record<string, Cell>>;

/** Columns of claims.csv, in order. */
export const CLAIM_COLUMNS = [
  'id',
  'source',
  'source_title',
  'subject',
  'subject_name',
  'type',
  'type_label',
  'object',
  'object_name',
  'quantity_of',
  'quantity_min',
  'quantity_max',
  'quantity_approximate',
  'quantity_unit',
  'literal',
  'stance',
  'speaker',
  'speaker_name',
  'speaker_unnamed',
  'speaker_reliability',
  'via',
  'attribution',
  'hedge',
  'credibility',
  'confidence',
  'confidence_set',
  'confidence_reason',
  'said',
  'when',
  'place',
  'place_name',
  'summary',
  'note',
  'paragraph',
  'start',
  'end',
  'passage_sha256',
  'relation',
  'verdict',
  'verdict_text',
  'belief',
  'disbelief',
  'uncertainty',
  'weights',
] as const;

/** Columns of entities.csv, in order. */
export const ENTITY_COLUMNS = [
  'id',
  'kind',
  'name',
  'aliases',
  'subkind',
  'summary',
  'when',
  'reliability',
  'reason',
  'same_as',
] as const;

/** Columns of sources.csv, in order. */
export const SOURCE_COLUMNS = [
  'id',
  'title',
  'publisher',
  'author',
  'published',
  'language',
  'genre',
  'url',
  'file',
  'reliability',
  'reason',
  'sha256',
  'derived_from',
  'speaker',
  'speaker_name',
] as const;

/** A list in one cell: a JSON array of texts, or of `{"unnamed": …}` among the go-betweens; empty for an empty list. */
function list(items: readonly (string | Speaker)[]): string {
  return items.length === 0 ? '' : JSON.stringify(items);
}

function claimRow(claim: Claim, weighed: WeighedGraph): Row {
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
  };
}

function entityRow(entity: Entity): Row {
  const { id, kind, name, aliases, subkind, summary, when, reliability, reason, sameAs } = entity;
  return {
    ...{ id, kind, name, aliases: list(aliases), subkind, summary, when, reliability, reason },
    same_as: sameAs === undefined ? undefined : JSON.stringify(sameAs),
  };
}

function sourceRow(source: Source, nameOf: (id: EntityId) => string): Row {
  const { derivedFrom, speaker, ...plain } = source;
  return { ...plain, derived_from: list(derivedFrom), speaker, speaker_name: nameOf(speaker) };
}

/** RFC 4180: comma, double quotes, CRLF; UTF-8 without a byte order mark; the header always there. */
function csvText(columns: readonly string[], rows: readonly Row[]): string {
  const data = rows.map((row) =>
    columns.map((column) => {
      const cell = row[column];
      return typeof cell === 'string' ? neutralise(cell) : cell;
    }),
  );
  return `${Papa.unparse({ fields: [...columns], data }, { newline: '\r\n' })}\r\n`;
}

/**
 * Writes three tables: `claims.csv` (one row a claim, with names, attribution, and the verdict of its relation with
 * every denial), `entities.csv` and `sources.csv`. The headers are CLAIM_COLUMNS, ENTITY_COLUMNS and SOURCE_COLUMNS.
 *
 * - An absent value is an empty cell. Lists (`via`, `aliases`, `derived_from`) are JSON arrays, `same_as` a JSON object.
 * - `confidence` is w/(1+w) (EVIDENCE E4); `confidence_set` stands where the coder set it. Shares are from 0 to 1.
 * - A text cell that begins with `=`, `+`, `-`, `@`, tab or a line break (or with apostrophes before one of them) has an
 *   apostrophe put in front, so that no spreadsheet executes it. `restore` in formula.ts takes it off. Numbers are
 *   written as they are.
 */
export function writeCsv(graph: GraphDocument): Written {
  const weighed = weighGraph(graph);
  const nameOf = (id: EntityId): string => weighed.entity(id).name;
  return {
    files: [
      {
        name: 'claims.csv',
        text: csvText(
          CLAIM_COLUMNS,
          graph.claims.map((claim) => claimRow(claim, weighed)),
        ),
      },
      { name: 'entities.csv', text: csvText(ENTITY_COLUMNS, graph.entities.map(entityRow)) },
      {
        name: 'sources.csv',
        text: csvText(
          SOURCE_COLUMNS,
          graph.sources.map((source) => sourceRow(source, nameOf)),
        ),
      },
    ],
    losses: csvLosses(graph),
  };
}

function csvLosses({ ontology, manifest, title }: GraphDocument): Loss[] {
  const keptBy = 'json';
  return lossesOf([
    {
      field: 'ontology',
      count: ontology.kinds.length + ontology.relations.length + ontology.literals.length + ontology.figures.length,
      why: 'the tables carry the ids and labels of types, not their domain, range and readings',
      keptBy,
    },
    { field: 'title', count: title === undefined ? 0 : 1, why: 'a table has no title', keptBy },
    {
      field: 'manifest',
      count: manifest === undefined ? 0 : 1,
      why: 'how the selection was made is not in the tables',
      keptBy,
    },
  ]);
}
