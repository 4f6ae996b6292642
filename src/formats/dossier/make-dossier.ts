import { weightsOfVersion } from '../../evidence/weight-changes.ts';
import { DEFAULT_WEIGHTS } from '../../evidence/weights.ts';
import { DisputeViews } from '../../knowledge/dispute-views.ts';
import { FigureViews } from '../../knowledge/figure-views.ts';
import { layGround } from '../../knowledge/ground.ts';
import type { Dispute } from '../../knowledge/knowledge-base.ts';
import { DISPUTE_KIND_WORDS, disputeMeaning, listNames } from '../../knowledge/words.ts';
import { contentHash } from '../../model/content-hash.ts';
import type { GraphDocument } from '../../model/graph-document.ts';
import type { WriteOptions } from '../format.ts';
import { Citations } from './citations.ts';
import { citationOf } from './cite.ts';
import type { DisputeEntry, Dossier, Reference } from './dossier.ts';
import { warningsOf } from './dossier-words.ts';
import { figureEntries } from './figure-entries.ts';
import { type Clerk, MOST_NAMES } from './ledger.ts';
import { entityEntries, sortedSources, sourceEntries } from './record-entries.ts';
import { relationEntries } from './relation-entries.ts';

function disputeEntry(dispute: Dispute, told: ReadonlyMap<string, Reference>): DisputeEntry {
  const ids = [dispute.relation, ...dispute.rivals, ...dispute.narrower, dispute.figure].flatMap(
    (one) => one?.id ?? [],
  );
  return {
    title: dispute.title,
    kind: DISPUTE_KIND_WORDS[dispute.kind],
    meaning: disputeMeaning(dispute),
    contention: dispute.contention,
    sides: dispute.sides.map(({ label, parties }) => ({
      label,
      parties: parties.map(({ label, speakers }) => {
        const names = speakers.map(({ name }) => name).filter((name) => name !== label);
        return names.length === 0 ? label : `${label} (${listNames(names, MOST_NAMES)})`;
      }),
    })),
    told: [...new Set<string>(ids)].flatMap((id) => told.get(id) ?? []),
  };
}

/**
 * Makes a graph into a dossier, weighed by the table that its manifest names: it says what was on the screen. The graph
 * must have passed `checkGraph`. The same graph and options give the same dossier.
 */
export function makeDossier(
  graph: GraphDocument,
  { address, now }: Pick<WriteOptions, 'address' | 'now'> = {},
): Dossier {
  const ground = layGround(graph, weightsOfVersion(graph.manifest?.weights ?? DEFAULT_WEIGHTS.version));
  const { topics, views, origins, weights } = ground;
  const figureViews = new FigureViews(ground);
  const found = new DisputeViews(ground, figureViews).select({}, () => true).map((one) => one.view());
  const sources = sortedSources(graph);
  const citations = new Citations(sources);
  const clerk: Clerk = {
    citations,
    view: (claim) => views.claim(claim),
    originOf: (claim) => origins.of(claim).label,
    verdictOf: (id) =>
      views
        .summaries([id])
        .map(({ verdictText }) => verdictText)
        .join(''),
  };
  const disputed = [
    ...new Set(
      found.flatMap(({ relation, rivals, narrower }) =>
        [...(relation === undefined ? [] : [relation]), ...rivals, ...narrower].map(({ id }) => id),
      ),
    ),
  ];
  const all = [...topics.relations.values()];
  // Broader ones that nobody states are told where a dispute is about them.
  const implied = disputed.flatMap((id) => topics.implied.get(id) ?? []);
  const between = [...all, ...implied].filter(({ object }) => object !== undefined);
  const relations = relationEntries(between, disputed, ground, clerk);
  const alone = all.filter(({ object }) => object === undefined);
  const statements = relationEntries(alone, disputed, ground, clerk);
  const figures = figureEntries(figureViews, clerk);
  const told = new Map<string, Reference>([
    ...relations.map((entry) => [entry.id, { part: 'relation', number: entry.number, title: entry.heading }] as const),
    ...statements.map(
      (entry) => [entry.id, { part: 'statement', number: entry.number, title: entry.heading }] as const,
    ),
    ...figures.map((entry) => [entry.id, { part: 'figure', number: entry.number, title: entry.title }] as const),
  ]);
  const hash = contentHash(graph);
  const about = { title: graph.title, hash, weights: weights.version, manifest: graph.manifest, address };
  return {
    title: graph.title ?? 'Untitled graph',
    hash,
    weights: weights.version,
    citeAs: citationOf(about),
    ...(graph.manifest === undefined ? {} : { manifest: graph.manifest }),
    ...(address === undefined ? {} : { address }),
    ...(now === undefined ? {} : { written: now.toISOString() }),
    warnings: warningsOf(graph, weights.version),
    counts: {
      entities: graph.entities.length,
      claims: graph.claims.length,
      relations: relations.length,
      statements: statements.length,
      figures: figures.length,
      sources: graph.sources.length,
      disputes: found.length,
    },
    disputes: found.map((dispute) => disputeEntry(dispute, told)),
    relations,
    statements,
    figures,
    entities: entityEntries(ground),
    sources: sourceEntries(sources, ground),
    citations: citations.entries(),
  };
}
