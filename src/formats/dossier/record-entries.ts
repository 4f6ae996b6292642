import { originLinks } from '../../evidence/origin-links.ts';
import { dateText } from '../../knowledge/date-words.ts';
import type { Ground } from '../../knowledge/ground.ts';
import { listNames } from '../../knowledge/words.ts';
import type { Entity } from '../../model/entity.ts';
import type { GraphDocument } from '../../model/graph-document.ts';
import { byCodePoint } from '../../model/order.ts';
import type { Source } from '../../model/source.ts';
import type { EntityEntry, SourceEntry } from './dossier.ts';
import { letterText, MOST_NAMES } from './ledger.ts';

function entityEntry(entity: Entity, kinds: ReadonlyMap<string, string>): EntityEntry {
  const { reliability, reason, sameAs = {} } = entity;
  const elsewhere = Object.entries(sameAs).toSorted(([a], [b]) => byCodePoint(a, b));
  const kind = kinds.get(entity.kind) ?? entity.kind;
  return {
    id: entity.id,
    name: entity.name,
    kind: entity.subkind === undefined ? kind : `${kind}: ${entity.subkind}`,
    aliases: entity.aliases,
    ...(entity.summary === undefined ? {} : { summary: entity.summary }),
    details: [
      ...(entity.when === undefined ? [] : [`when: ${dateText(entity.when)}`]),
      ...(entity.unidentified ? ['described, not named, by the source'] : []),
      ...(reliability === undefined ? [] : [`as a speaker graded ${letterText(reliability)}`]),
      ...(reason === undefined ? [] : [`reason: ${reason}`]),
      ...originLinks(entity).map((label) => `one origin with all marked “${label}”`),
      ...elsewhere.map(([scheme, id]) => `${scheme}: ${id}`),
    ],
  };
}

/** All entities, by name, then id. */
export function entityEntries({ graph }: Ground): EntityEntry[] {
  const kinds = new Map<string, string>(graph.ontology.kinds.map(({ id, label }) => [id, label]));
  return graph.entities
    .toSorted((a, b) => byCodePoint(a.name, b.name) || byCodePoint(a.id, b.id))
    .map((entity) => entityEntry(entity, kinds));
}

/** Only what a browser does not execute becomes a link, whatever the document was checked by. */
function webAddress(url: string | undefined): string | undefined {
  return url !== undefined && /^https?:\/\//iu.test(url) ? url : undefined;
}

function sourceEntry(
  source: Source,
  number: number,
  claims: number,
  titles: ReadonlyMap<string, string>,
  { views }: Ground,
): SourceEntry {
  const byline = [
    source.author,
    source.publisher,
    source.published === undefined ? undefined : dateText(source.published),
    source.genre,
    source.language === undefined ? undefined : `language ${source.language}`,
  ].filter((part) => part !== undefined);
  const from = source.derivedFrom.map((id) => titles.get(id) ?? id);
  const url = webAddress(source.url);
  return {
    number,
    id: source.id,
    title: source.title,
    byline: byline.join(', '),
    ...(url === undefined ? {} : { url }),
    reliability: letterText(source.reliability),
    ...(source.reason === undefined ? {} : { reason: source.reason }),
    ...(source.sha256 === undefined ? {} : { sha256: source.sha256 }),
    details: [
      `its own voice: ${views.ref(source.speaker).name}`,
      ...(from.length === 0 ? [] : [`takes its word from ${listNames(from, MOST_NAMES)}`]),
      ...(source.origin === undefined ? [] : [`one origin with all marked “${source.origin}”`]),
      ...(source.file === undefined ? [] : [`coded from the file ${source.file}`]),
    ],
    claims,
  };
}

/** All sources by title, then id: the order in which they are numbered. */
export function sortedSources({ sources }: Pick<GraphDocument, 'sources'>): Source[] {
  return sources.toSorted((a, b) => byCodePoint(a.title, b.title) || byCodePoint(a.id, b.id));
}

/** The sources in the order that is given, numbered from 1. */
export function sourceEntries(sources: readonly Source[], ground: Ground): SourceEntry[] {
  const claims = new Map<string, number>();
  const titles = new Map<string, string>(sources.map(({ id, title }) => [id, title]));
  for (const { source } of ground.graph.claims) claims.set(source, (claims.get(source) ?? 0) + 1);
  return sources.map((source, i) => sourceEntry(source, i + 1, claims.get(source.id) ?? 0, titles, ground));
}
