import { contention, isDispute } from '../evidence/disputes.ts';
import type { Weighing } from '../evidence/fuse.ts';
import { Origins } from '../evidence/origins.ts';
import { confidenceOf, DEFAULT_WEIGHTS, weigh } from '../evidence/weights.ts';
import { type Claim, isFigureClaim, isLiteralClaim, isNamed, isRelationClaim } from '../model/claim.ts';
import { contentHash } from '../model/content-hash.ts';
import type { Entity } from '../model/entity.ts';
import type { GraphDocument } from '../model/graph-document.ts';
import { groupBy } from '../model/group-by.ts';
import { ClaimId, EntityId, type KindId, type RelationId, type SourceId } from '../model/ids.ts';
import { UsageError } from '../model/issue.ts';
import { nearest } from '../model/nearest.ts';
import { byCodePoint } from '../model/order.ts';
import { literalRelationOf, relationOf } from '../model/relation.ts';
import type { Source } from '../model/source.ts';
import { claimPasses, speakerKey, topicPasses } from './claim-filter.ts';
import { buildClaimGraph, type ClaimGraph } from './claim-graph.ts';
import { describeSelection } from './describe-selection.ts';
import type * as kb from './knowledge-base.ts';
import { draw, within } from './picture.ts';
import { SearchIndex } from './search-index.ts';
import { cutGraph } from './subgraph.ts';
import { deriveTopics, type Relation, type Topics } from './topics.ts';
import { traceRelations } from './trace-relations.ts';
import { Views } from './views.ts';

/** The knowledge base of one graph document held in memory. */
export class InMemoryKnowledgeBase implements kb.KnowledgeBase {
  readonly #graph: GraphDocument;
  readonly #hash: string;
  readonly #entities: ReadonlyMap<EntityId, Entity>;
  readonly #sources: ReadonlyMap<SourceId, Source>;
  readonly #claims: ReadonlyMap<ClaimId, Claim>;
  readonly #topics: Topics;
  readonly #views: Views;
  readonly #search: SearchIndex;
  readonly #claimGraph: ClaimGraph;
  /** Claims of one entity alone, by that entity; the claim graph holds those between two. */
  readonly #statements: ReadonlyMap<EntityId, readonly ClaimId[]>;
  readonly #mentions: ReadonlyMap<EntityId, number>;

  /** The graph must have passed `checkGraph`. */
  constructor(graph: GraphDocument) {
    this.#graph = graph;
    this.#hash = contentHash(graph);
    this.#entities = new Map(graph.entities.map((entity) => [entity.id, entity]));
    this.#sources = new Map(graph.sources.map((source) => [source.id, source]));
    this.#claims = new Map(graph.claims.map((claim) => [claim.id, claim]));
    const weighing: Weighing = { sources: this.#sources, entities: this.#entities, origins: new Origins(graph) };
    this.#topics = deriveTopics(graph, weighing);
    this.#views = new Views(graph.ontology, this.#entities, weighing);
    this.#search = new SearchIndex(this.#entities);
    this.#claimGraph = buildClaimGraph(graph, (claim) => confidenceOf(weigh(claim, weighing).units));
    const literals = groupBy(graph.claims.filter(isLiteralClaim), (claim) => claim.subject);
    this.#statements = new Map([...literals].map(([subject, claims]) => [subject, claims.map((claim) => claim.id)]));
    this.#mentions = countMentions(graph.claims);
  }

  /** The claim graph itself, for formats and algorithms that want graphology. */
  get claimGraph(): ClaimGraph {
    return this.#claimGraph;
  }

  async about(): Promise<kb.About> {
    const speakers = countBy(this.#graph.claims, speakerKey);
    return {
      title: this.#graph.title ?? 'Untitled graph',
      hash: this.#hash,
      weights: DEFAULT_WEIGHTS.version,
      ontology: this.#graph.ontology,
      sources: this.#graph.sources,
      speakers: Object.entries(speakers).map(([id, claims]) => ({ id, name: this.#speakerLabel(id), claims })),
      totals: {
        entities: this.#entities.size,
        claims: this.#claims.size,
        relations: this.#topics.relations.size,
        sources: this.#sources.size,
      },
    };
  }

  async stats(filter: kb.ClaimFilter = {}): Promise<kb.Stats> {
    const claims = this.#passing(filter);
    const relationIds = new Set(claims.flatMap((claim) => this.#relationIdOf(claim) ?? []));
    const relations = [...relationIds].flatMap((id) => this.#topics.relations.get(id) ?? []);
    return {
      graph: { title: this.#graph.title ?? 'Untitled graph', hash: this.#hash },
      entities: { total: this.#entities.size, byKind: countBy([...this.#entities.values()], (entity) => entity.kind) },
      claims: {
        total: claims.length,
        byForm: countBy(claims, (claim) =>
          isRelationClaim(claim) ? 'relation' : isFigureClaim(claim) ? 'figure' : 'statement',
        ),
        bySource: countBy(claims, (claim) => claim.source, 'given'),
        byType: countBy(claims, (claim) => claim.type),
        byStance: countBy(claims, (claim) => claim.stance),
        bySpeaker: countBy(claims, speakerKey),
        hedged: claims.filter((claim) => claim.hedge !== undefined).length,
        withLocator: claims.filter((claim) => claim.locator !== undefined).length,
      },
      relations: {
        total: relations.length,
        byType: countBy(relations, (relation) => relation.type),
        byVerdict: countBy(relations, (relation) => relation.evidence.verdict),
      },
      sources: { total: this.#sources.size, byReliability: countBy([...this.#sources.values()], (s) => s.reliability) },
    };
  }

  async search(text: string, options: kb.SearchOptions = {}): Promise<kb.Page<kb.SearchHit>> {
    const hits = this.#search.search(text).flatMap(({ id, score, matched }) => {
      const entity = this.#views.ref(id);
      if (options.kinds !== undefined && !options.kinds.includes(entity.kind)) return [];
      return [{ entity, matched, score, claims: this.#mentions.get(id) ?? 0 }];
    });
    return page(hits, { limit: options.limit ?? 20 });
  }

  async entity(id: EntityId): Promise<kb.EntityView> {
    const entity = this.#entities.get(id) ?? this.#refuse('entity', id, this.#entities.keys());
    const ids = [...this.#claimGraph.edges(id), ...(this.#statements.get(id) ?? [])];
    const relations = new Set(
      ids.flatMap((claimId) => {
        const claim = this.#lookUp(claimId);
        const relation = claim === undefined ? undefined : this.#relationIdOf(claim);
        return relation === undefined ? [] : (this.#topics.relations.get(relation) ?? []);
      }),
    );
    const summaries = [...relations].map((relation) => this.#views.summary(relation)).toSorted(bySupport);
    return {
      entity,
      relations: summaries.filter((relation) => relation.object !== undefined),
      statements: summaries.filter((relation) => relation.object === undefined),
      figures: [...this.#topics.figures.values()]
        .filter((figure) => figure.subject === id)
        .map((figure) => this.#views.figure(figure)),
      speaks: this.#graph.claims.filter((claim) => claim.speaker === id).length,
      mentions: this.#mentions.get(id) ?? 0,
      voiceOf: this.#graph.sources.filter((source) => source.speaker === id).map(({ id, title }) => ({ id, title })),
    };
  }

  async relation(id: RelationId): Promise<kb.RelationView> {
    const relation = this.#topics.relations.get(id) ?? this.#refuse('relation', id, this.#topics.relations.keys());
    return {
      ...this.#views.summary(relation),
      evidence: relation.evidence,
      ledger: relation.claims.map((claim) => this.#views.claim(claim)),
    };
  }

  async claim(id: ClaimId): Promise<kb.ClaimView> {
    return this.#views.claim(this.#claims.get(id) ?? this.#refuse('claim', id, this.#claims.keys()));
  }

  async source(id: SourceId): Promise<kb.SourceView> {
    const source = this.#sources.get(id) ?? this.#refuse('source', id, this.#sources.keys());
    const claims = this.#graph.claims
      .filter((claim) => claim.source === id)
      .toSorted((a, b) => (a.locator?.start ?? 0) - (b.locator?.start ?? 0))
      .map((claim) => this.#views.claim(claim));
    return { source, speaker: this.#views.ref(source.speaker), claims };
  }

  async claims(filter: kb.ClaimFilter, request: kb.PageRequest = {}): Promise<kb.Page<kb.ClaimView>> {
    const { items, ...rest } = page(this.#passing(filter), request);
    return { ...rest, items: items.map((claim) => this.#views.claim(claim)) };
  }

  async disputes(filter: kb.ClaimFilter = {}, request: kb.PageRequest = {}): Promise<kb.Page<kb.Dispute>> {
    const wanted = new Set(this.#passing(filter).flatMap((claim) => this.#relationIdOf(claim) ?? []));
    const disputed = [...this.#topics.relations.values()]
      .filter((relation) => wanted.has(relation.id) && isDispute(relation.evidence))
      .toSorted(byContention);
    const { items, ...rest } = page(disputed, request);
    return { ...rest, items: items.map((relation) => this.#views.dispute(relation)) };
  }

  async picture(request: kb.PictureRequest): Promise<kb.Picture> {
    for (const id of request.focus ?? [])
      if (!this.#entities.has(id)) this.#refuse('entity', id, this.#entities.keys());
    const drawing = draw(this.#graph, [...this.#topics.relations.values()], request);
    const drawn = new Set(drawing.entities);
    const total = this.#graph.claims.length;
    const lines = this.#graph.claims.filter(isRelationClaim).length;
    const hidden = drawing.hiddenByFilter + drawing.hiddenByFocus + drawing.hiddenByLimit;
    return {
      entities: drawing.entities.map((id) => {
        const subkind = this.#entities.get(id)?.subkind;
        return {
          ...this.#views.ref(id),
          claims: this.#mentions.get(id) ?? 0,
          ...(subkind === undefined ? {} : { subkind }),
        };
      }),
      relations: drawing.relations.map((relation) => this.#views.summary(relation)),
      counts: {
        shown: lines - hidden,
        total,
        hiddenByFilter: drawing.hiddenByFilter,
        hiddenByFocus: drawing.hiddenByFocus,
        hiddenByLimit: drawing.hiddenByLimit,
        inInspector: this.#graph.claims.filter((claim) => !isRelationClaim(claim) && drawn.has(claim.subject)).length,
      },
    };
  }

  async trace(from: EntityId, to: EntityId, options: kb.TraceOptions = {}): Promise<kb.TraceAnswer> {
    for (const id of [from, to]) if (!this.#entities.has(id)) this.#refuse('entity', id, this.#entities.keys());
    if (from === to) throw new UsageError('A trace needs two different entities.');
    if (options.avoid?.some((id) => id === from || id === to)) {
      throw new UsageError('A trace cannot avoid the entity that it starts or ends with.');
    }
    return traceRelations(from, to, [...this.#topics.relations.values()], this.#views, options);
  }

  async subgraph(request: kb.SubgraphRequest): Promise<GraphDocument> {
    const filter = request.filter ?? {};
    const wanted = new Set(request.relations ?? []);
    const passing = this.#passing(filter);
    const relations = [...new Set(passing.flatMap((claim) => this.#relationIdOf(claim) ?? []))].flatMap(
      (id) => this.#topics.relations.get(id) ?? [],
    );
    const reach = request.focus === undefined ? undefined : within(relations, request.focus, request.depth ?? 1);
    const inReach = (id: EntityId | undefined): boolean => id === undefined || reach === undefined || reach.has(id);
    const kept = new Set(
      relations
        .filter((relation) => request.relations === undefined || wanted.has(relation.id))
        .filter((relation) => inReach(relation.subject) && inReach(relation.object))
        .map((relation) => relation.id),
    );
    const passed = new Set(passing);
    // A relation that is taken is taken with every claim on it, whoever makes it: nothing leaves without its denial.
    const claims = this.#graph.claims.filter((claim) => {
      const relation = this.#relationIdOf(claim);
      if (relation !== undefined) return kept.has(relation);
      return request.relations === undefined && passed.has(claim) && inReach(claim.subject);
    });
    return cutGraph(this.#graph, claims, describeSelection(request), request.taken, DEFAULT_WEIGHTS.version);
  }

  #lookUp(id: string): Claim | undefined {
    const parsed = ClaimId.safeParse(id);
    return parsed.success ? this.#claims.get(parsed.data) : undefined;
  }

  #speakerLabel(key: string): string {
    const named = EntityId.safeParse(key);
    return (named.success ? this.#entities.get(named.data)?.name : undefined) ?? 'unnamed speakers';
  }

  /** The relation that a claim is about; undefined for a figure. */
  #relationIdOf(claim: Claim): RelationId | undefined {
    if (isRelationClaim(claim)) return relationOf(claim, this.#views.isSymmetric(claim.type));
    return isLiteralClaim(claim) ? literalRelationOf(claim) : undefined;
  }

  #passing(filter: kb.ClaimFilter): Claim[] {
    return this.#graph.claims.filter((claim) => {
      if (!claimPasses(claim, filter)) return false;
      const ends = [claim.subject, ...(claim.object === undefined ? [] : [claim.object])];
      const kinds = ends.flatMap((id): KindId[] => {
        const entity = this.#entities.get(id);
        return entity === undefined ? [] : [entity.kind];
      });
      const relation = this.#relationIdOf(claim);
      const verdict = relation === undefined ? undefined : this.#topics.relations.get(relation)?.evidence.verdict;
      return topicPasses(verdict, kinds, filter);
    });
  }

  #refuse(what: string, id: string, known: Iterable<string>): never {
    const meant = nearest(id, known);
    const hint = meant === undefined ? '' : ` Did you mean ${meant}?`;
    throw new UsageError(
      `There is no ${what} ${JSON.stringify(id)} in this graph.${hint}`,
      meant === undefined ? [] : [meant],
    );
  }
}

function page<T>(items: readonly T[], { offset = 0, limit = 100 }: kb.PageRequest): kb.Page<T> {
  return { items: items.slice(offset, offset + limit), offset, total: items.length };
}

/** Counts by key: most first, then by key; or in the order given. */
function countBy<T>(items: readonly T[], keyOf: (item: T) => string, order: 'most' | 'given' = 'most'): kb.Counts {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  const entries = [...counts];
  if (order === 'most') entries.sort(([a, x], [b, y]) => y - x || byCodePoint(a, b));
  return Object.fromEntries(entries);
}

function countMentions(claims: readonly Claim[]): Map<EntityId, number> {
  const mentions = new Map<EntityId, number>();
  for (const claim of claims) {
    const named = [claim.speaker, ...claim.via].filter(isNamed);
    for (const id of new Set([claim.subject, claim.object, claim.place, ...named])) {
      if (id !== undefined) mentions.set(id, (mentions.get(id) ?? 0) + 1);
    }
  }
  return mentions;
}

function bySupport(a: kb.RelationSummary, b: kb.RelationSummary): number {
  return b.belief - a.belief || byCodePoint(a.id, b.id);
}

function byContention(a: Relation, b: Relation): number {
  return (
    contention(b.evidence.opinion) - contention(a.evidence.opinion) ||
    b.evidence.origins.length - a.evidence.origins.length ||
    byCodePoint(a.id, b.id)
  );
}
