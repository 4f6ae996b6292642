import type { InterestKind } from '../evidence/interest.ts';
import { speakerKey, type Voice } from '../evidence/voices.ts';
import type { WeightTable } from '../evidence/weights.ts';
import { type Claim, isLiteralClaim, isRelationClaim } from '../model/claim.ts';
import { contentHash } from '../model/content-hash.ts';
import type { Entity } from '../model/entity.ts';
import type { GraphDocument } from '../model/graph-document.ts';
import { groupBy } from '../model/group-by.ts';
import { ClaimId, EntityId, type KindId, type RelationId, type SourceId } from '../model/ids.ts';
import { UsageError } from '../model/issue.ts';
import { nearest } from '../model/nearest.ts';
import { byCodePoint } from '../model/order.ts';
import type { Source } from '../model/source.ts';
import { claimPasses, topicPasses } from './claim-filter.ts';
import { buildClaimGraph, type ClaimGraph } from './claim-graph.ts';
import { closeUnderEvidence } from './closure.ts';
import { connectEntities } from './connect-entities.ts';
import { countMentions, countsBy } from './counts.ts';
import { describeSelection, WHOLE_GRAPH } from './describe-selection.ts';
import { disputeMatrix } from './dispute-matrix.ts';
import { DisputeViews } from './dispute-views.ts';
import { commonOf, expandEntities } from './explore.ts';
import { FigureViews } from './figure-views.ts';
import { findTraces, type TraceGround } from './find-traces.ts';
import { statsOf } from './graph-stats.ts';
import { type Ground, layGround } from './ground.ts';
import type * as kb from './knowledge-base.ts';
import { opponents } from './opponents.ts';
import { PerspectiveViews } from './perspective-views.ts';
import { draw, within } from './picture.ts';
import { relatedDenials } from './related-denials.ts';
import { SearchIndex } from './search-index.ts';
import { StatementIndex } from './statement-index.ts';
import { cutGraph, wholeGraph } from './subgraph.ts';
import type { Topics } from './topics.ts';
import type {
  CommonAnswer,
  CommonOptions,
  ConnectAnswer,
  ConnectOptions,
  ExpandAnswer,
  ExpandOptions,
  TraceAnswer,
  TraceOptions,
} from './trace-answers.ts';
import { TraceNetwork } from './trace-network.ts';
import type { Views } from './views.ts';
import { VoiceViews } from './voice-views.ts';
import { movedBetween, WithoutViews } from './without-views.ts';
import { UNNAMED_NAME } from './words.ts';

/** The knowledge base of one graph document held in memory. */
export class InMemoryKnowledgeBase implements kb.KnowledgeBase {
  readonly #graph: GraphDocument;
  readonly #ground: Ground;
  readonly #hash: string;
  readonly #entities: ReadonlyMap<EntityId, Entity>;
  readonly #sources: ReadonlyMap<SourceId, Source>;
  readonly #claims: ReadonlyMap<ClaimId, Claim>;
  readonly #topics: Topics;
  readonly #views: Views;
  readonly #figures: FigureViews;
  readonly #disputes: DisputeViews;
  readonly #voices: VoiceViews;
  readonly #perspectives: PerspectiveViews;
  readonly #withouts: WithoutViews;
  readonly #search: SearchIndex;
  readonly #claimGraph: ClaimGraph;
  /** Claims of one entity alone, by that entity; the claim graph holds those between two. */
  readonly #statements: ReadonlyMap<EntityId, readonly ClaimId[]>;
  readonly #mentions: ReadonlyMap<EntityId, number>;
  #traceGround: TraceGround | undefined;
  /** Made when it is first searched. */
  #statementIndex: StatementIndex | undefined;

  /** The graph must have passed `checkGraph`. */
  constructor(graph: GraphDocument, weights?: WeightTable) {
    this.#graph = graph;
    this.#hash = contentHash(graph);
    this.#entities = new Map(graph.entities.map((entity) => [entity.id, entity]));
    this.#sources = new Map(graph.sources.map((source) => [source.id, source]));
    this.#claims = new Map(graph.claims.map((claim) => [claim.id, claim]));
    this.#ground = layGround(graph, weights);
    this.#topics = this.#ground.topics;
    this.#views = this.#ground.views;
    this.#figures = new FigureViews(this.#ground);
    this.#disputes = new DisputeViews(this.#ground, this.#figures);
    this.#voices = new VoiceViews(this.#ground);
    this.#perspectives = new PerspectiveViews(this.#ground, this.#figures, this.#voices);
    this.#withouts = new WithoutViews(this.#ground, this.#figures, this.#voices);
    this.#search = new SearchIndex(this.#entities);
    this.#claimGraph = buildClaimGraph(graph, (claim) => this.#views.confidence(claim));
    const literals = groupBy(graph.claims.filter(isLiteralClaim), (claim) => claim.subject);
    this.#statements = new Map([...literals].map(([subject, claims]) => [subject, claims.map((claim) => claim.id)]));
    this.#mentions = countMentions(graph.claims);
  }

  /** The claim graph itself, for formats and algorithms that want graphology. */
  get claimGraph(): ClaimGraph {
    return this.#claimGraph;
  }

  async about(): Promise<kb.About> {
    const speakers = countsBy(this.#graph.claims, speakerKey);
    return {
      title: this.#title,
      ...(this.#graph.manifest === undefined ? {} : { manifest: this.#graph.manifest }),
      hash: this.#hash,
      weights: this.#ground.weights.version,
      weightTable: this.#ground.weights,
      ontology: this.#graph.ontology,
      sources: this.#graph.sources,
      speakers: speakers.map(([id, claims]) => ({ id, name: this.#speakerLabel(id), claims })),
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
      graph: { title: this.#title, hash: this.#hash },
      ...statsOf(this.#graph, this.#ground, claims, relations),
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

  async find(text: string, { limit = 20 }: kb.FindOptions = {}): Promise<kb.Found> {
    this.#statementIndex ??= new StatementIndex(this.#ground, this.#figures);
    const found = this.#statementIndex.search(text);
    const [relations, figures] = [page(found.relations, { limit }), page(found.figures, { limit })];
    return {
      relations: { ...relations, items: this.#views.summaries(relations.items) },
      figures: { ...figures, items: figures.items.map((figure) => this.#figures.view(figure)) },
    };
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
      figures: this.#figures.of(id),
      speaks: this.#graph.claims.filter((claim) => claim.speaker === id).length,
      mentions: this.#mentions.get(id) ?? 0,
      voiceOf: this.#graph.sources.filter((source) => source.speaker === id).map(({ id, title }) => ({ id, title })),
    };
  }

  async relation(id: RelationId): Promise<kb.RelationView> {
    const relation = this.#views.relation(id) ?? this.#refuse('relation', id, this.#topics.relations.keys());
    const { table } = this.#ground;
    return {
      ...this.#views.summary(relation),
      evidence: relation.evidence,
      ledger: relation.claims.map((claim) => this.#views.claim(claim)),
      elsewhere: relation.evidence.claims
        .filter((weighed) => weighed.bearing !== 'itself')
        .flatMap(({ claim, bearing, on }) =>
          this.#views.summaries([on]).map((summary) => ({ view: this.#views.claim(claim), bearing, on: summary })),
        ),
      narrower: this.#views.summaries(table.narrower(id).map((narrower) => narrower.id)),
      broader: this.#views.summaries(table.broader(id).map((broader) => broader.id)),
      related: this.#views.summaries(relatedDenials(this.#ground, relation)),
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

  async disputes(query: kb.DisputeQuery = {}, request: kb.PageRequest = {}): Promise<kb.Page<kb.Dispute>> {
    const { items, ...rest } = page(this.#selectDisputes(query), request);
    return { ...rest, items: items.map((found) => found.view()) };
  }

  async opponents(query: kb.DisputeQuery = {}): Promise<readonly kb.Opponents[]> {
    return opponents(this.#selectDisputes(query).map((found) => found.standoff()));
  }

  async matrix(query: kb.DisputeQuery = {}, request: kb.PageRequest = {}): Promise<kb.Matrix> {
    const { items, total } = page(
      this.#selectDisputes(query)
        .map((found) => found.view())
        .filter((dispute) => dispute.relation !== undefined),
      request,
    );
    return disputeMatrix(this.#views, items, total);
  }

  async figures(query: kb.FigureQuery = {}, request: kb.PageRequest = {}): Promise<kb.Page<kb.FigureView>> {
    if (query.entity !== undefined) this.#known(query.entity);
    const { items, ...rest } = page(this.#figures.select(query), request);
    return { ...rest, items: items.map((figure) => this.#figures.view(figure)) };
  }

  async figure(id: string): Promise<kb.FigureView> {
    const { figures } = this.#topics;
    return this.#figures.view(figures.get(id) ?? this.#refuse('figure', id, figures.keys()));
  }

  async voices(): Promise<readonly kb.VoiceView[]> {
    return this.#voices.all();
  }

  async perspective(voices: readonly Voice[]): Promise<kb.Perspective> {
    return this.#perspectives.perspective(voices);
  }

  async compare(p: readonly Voice[], q: readonly Voice[]): Promise<kb.Comparison> {
    return this.#perspectives.compare(p, q);
  }

  async without(voices: readonly Voice[]): Promise<kb.Without> {
    return this.#withouts.without(voices);
  }

  async bearers(kind: Voice['kind']): Promise<readonly kb.Bearer[]> {
    return this.#withouts.bearers(kind);
  }

  async withWeights(table: WeightTable): Promise<kb.KnowledgeBase> {
    return new InMemoryKnowledgeBase(this.#graph, table);
  }

  async movedBy(table: WeightTable): Promise<readonly kb.Moved[]> {
    return movedBetween(this.#ground, layGround(this.#graph, table));
  }

  async picture(request: kb.PictureRequest): Promise<kb.Picture> {
    for (const id of request.focus ?? []) this.#known(id);
    const drawing = draw(this.#graph, [...this.#topics.relations.values()], request, this.#interestOf);
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

  async trace(from: kb.Ends, to: kb.Ends, options: TraceOptions = {}): Promise<TraceAnswer> {
    return this.#trace(from, to, options);
  }

  async connect(entities: readonly EntityId[], options: ConnectOptions = {}): Promise<ConnectAnswer> {
    for (const id of entities) this.#known(id);
    return connectEntities(this.#tracing, entities, options);
  }

  async expand(entities: readonly EntityId[], options: ExpandOptions = {}): Promise<ExpandAnswer> {
    for (const id of entities) this.#known(id);
    return expandEntities(this.#tracing, entities, options);
  }

  async common(entities: readonly EntityId[], options: CommonOptions = {}): Promise<CommonAnswer> {
    for (const id of entities) this.#known(id);
    return commonOf(this.#tracing, entities, options);
  }

  /** The same for somebody who may stop waiting: a search that takes long stops when the signal aborts. */
  until(signal: AbortSignal): kb.KnowledgeBase {
    return new Proxy<kb.KnowledgeBase>(this, {
      get: (_, name) => {
        if (name === 'trace') {
          return (from: kb.Ends, to: kb.Ends, options?: TraceOptions) => this.#trace(from, to, options, signal);
        }
        const member: unknown = Reflect.get(this, name);
        return typeof member === 'function' ? member.bind(this) : member;
      },
    });
  }

  async subgraph(request: kb.SubgraphRequest): Promise<GraphDocument> {
    const selection = describeSelection(request);
    const weights = this.#ground.weights.version;
    // What nobody speaks of is part of the whole, too.
    if (selection === WHOLE_GRAPH) return wholeGraph(this.#graph, request.taken, weights, this.#hash);
    const filter = request.filter ?? {};
    const passing = this.#passing(filter);
    const passed = new Set(passing);
    const passingIds = new Set(passing.flatMap((claim) => this.#relationIdOf(claim) ?? []));
    const relations = [...passingIds].flatMap((id) => this.#topics.relations.get(id) ?? []);
    const reach = request.focus === undefined ? undefined : within(relations, request.focus, request.depth ?? 1);
    const inReach = (id: EntityId | undefined): boolean => id === undefined || reach === undefined || reach.has(id);
    const named = request.relations !== undefined || request.figures !== undefined;
    const chosen = named
      ? (request.relations ?? [])
          .flatMap((id) => this.#views.relation(id) ?? [])
          .filter((relation) => relation.implied || passingIds.has(relation.id))
      : relations;
    // What is taken is taken with every claim that bears on it: nothing leaves without its denial.
    const figures = [...this.#topics.figures.values()].filter(({ id, subject, claims }) =>
      named ? request.figures?.includes(id) : inReach(subject) && claims.some((claim) => passed.has(claim)),
    );
    const closure = closeUnderEvidence(
      this.#ground,
      chosen.filter(({ subject, object }) => inReach(subject) && inReach(object)).map(({ id }) => id),
      figures.flatMap((figure) => figure.claims),
    );
    return cutGraph(this.#graph, closure, {
      selection,
      ...(named
        ? { chosen: { relations: [...(request.relations ?? [])], figures: [...(request.figures ?? [])] } }
        : {}),
      graph: this.#hash,
      weights,
      taken: request.taken.toISOString(),
    });
  }

  #trace(from: kb.Ends, to: kb.Ends, options: TraceOptions = {}, signal?: AbortSignal): Promise<TraceAnswer> {
    const [start, end] = [endsOf(from), endsOf(to)];
    for (const id of [...start, ...end]) this.#known(id);
    return findTraces(this.#tracing, start, end, options, signal);
  }

  /** Made when the first trace is asked for. */
  get #tracing(): TraceGround {
    this.#traceGround ??= {
      ground: this.#ground,
      net: new TraceNetwork(this.#ground, this.#voices),
      voices: this.#voices,
      known: {
        entities: this.#entities,
        types: new Map(this.#graph.ontology.relations.map((type) => [type.id, type])),
        isRelation: (id) => this.#topics.relations.has(id),
      },
    };
    return this.#traceGround;
  }

  get #title(): string {
    return this.#graph.title ?? 'Untitled graph';
  }

  #lookUp(id: string): Claim | undefined {
    const parsed = ClaimId.safeParse(id);
    return parsed.success ? this.#claims.get(parsed.data) : undefined;
  }

  #speakerLabel(key: string): string {
    const named = EntityId.safeParse(key);
    return (named.success ? this.#entities.get(named.data)?.name : undefined) ?? UNNAMED_NAME;
  }

  readonly #interestOf = (claim: Claim): InterestKind => this.#ground.interests.of(claim).kind;

  /** The relation that a claim is about; undefined for a figure. */
  #relationIdOf(claim: Claim): RelationId | undefined {
    return this.#ground.table.relationOf(claim);
  }

  #selectDisputes(query: kb.DisputeQuery): ReturnType<DisputeViews['select']> {
    if (query.entity !== undefined) this.#known(query.entity);
    const passing = new Set(this.#passing(query));
    return this.#disputes.select(query, (claim) => passing.has(claim));
  }

  #known(id: EntityId): void {
    if (!this.#entities.has(id)) this.#refuse('entity', id, this.#entities.keys());
  }

  #passing(filter: kb.ClaimFilter): Claim[] {
    return this.#graph.claims.filter((claim) => {
      if (!claimPasses(claim, filter, this.#interestOf)) return false;
      const ends = [claim.subject, ...(claim.object === undefined ? [] : [claim.object])];
      const kinds = ends.flatMap((id): KindId[] => {
        const entity = this.#entities.get(id);
        return entity === undefined ? [] : [entity.kind];
      });
      const relation = this.#relationIdOf(claim);
      const verdict = relation === undefined ? undefined : this.#ground.table.verdict(relation);
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

function endsOf(ends: kb.Ends): readonly EntityId[] {
  return typeof ends === 'string' ? [ends] : [...new Set(ends)];
}

function page<T>(items: readonly T[], { offset = 0, limit = 100 }: kb.PageRequest): kb.Page<T> {
  return { items: items.slice(offset, offset + limit), offset, total: items.length };
}

function bySupport(a: kb.RelationSummary, b: kb.RelationSummary): number {
  return b.belief - a.belief || byCodePoint(a.id, b.id);
}
