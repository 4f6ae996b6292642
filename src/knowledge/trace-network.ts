import { VERDICT_CODES } from '../evidence/relation-scale.ts';
import type { Verdict } from '../evidence/verdict.ts';
import type { Voice } from '../evidence/voices.ts';
import { without } from '../evidence/without.ts';
import type { Claim } from '../model/claim.ts';
import type { Entity } from '../model/entity.ts';
import type { EntityId, RelationId } from '../model/ids.ts';
import { byCodePoint } from '../model/order.ts';
import { buildNetwork, type Network, weighArcs } from '../tracing/network.ts';
import { type PathAnswer, type PathQuery, PathSearcher } from '../tracing/paths.ts';
import type { Ground } from './ground.ts';
import { runSliced } from './run-sliced.ts';
import type { Relation } from './topics.ts';
import type { NotWalked, Searched, TraceRank, WalkOptions } from './trace-answers.ts';
import { windowOf } from './trace-options.ts';
import { datesOf, type TimeColumns, timeColumns } from './trace-times.ts';
import type { VoiceViews } from './voice-views.ts';

/** A relation between two entities: what can be walked. */
export type Walkable = Relation & { readonly object: EntityId };

/** What relations amount to when some voices are left out, or taken alone. */
export interface Reading {
  /** Claims left out; undefined where every claim counts. */
  readonly leftOut: ReadonlySet<Claim> | undefined;
  /** By relation: b, and the index of its verdict in VERDICT_CODES. */
  readonly belief: Float64Array;
  readonly verdict: Uint8Array;
  /** By relation: 1 where somebody asserts it itself, and not only what implies it. */
  readonly asserted: Uint8Array;
  /** Weights of arcs by evidence. */
  readonly weight: Float64Array;
  times: { readonly key: string; readonly columns: TimeColumns } | undefined;
}

/** What tells whether a relation may be walked, apart from its type and its ends. */
export interface State {
  readonly verdict: Verdict;
  readonly belief: number;
  /** Somebody asserts it itself. */
  readonly asserted: boolean;
  /** It has dates, and none of them lies in the window asked for. */
  readonly outside: boolean;
}

/** Why a relation of this state may not be walked; undefined where it may. */
export function reasonAgainst(
  { verdict, belief, asserted, outside }: State,
  { minBelief = 0, includeUnknown = false, noDisputed = false }: WalkOptions,
): keyof NotWalked | undefined {
  if (outside) return 'dates';
  if (verdict === 'denied') return 'denied';
  // What is only implied is walked over what implies it. A denial or a doubt makes no link either (DESIGN §1).
  if (!asserted) return 'unspoken';
  if (verdict === 'unknown' && !(includeUnknown && belief > 0)) return 'unknown';
  if (noDisputed && verdict === 'disputed') return 'disputed';
  return belief < minBelief ? 'weak' : undefined;
}

/** Which relations a search may walk. */
export interface Walk {
  /** By relation: 1 where it may be walked. */
  readonly walkable: Uint8Array;
  readonly searched: Searched;
}

/** How many readings with voices left out are kept, so that asking again costs nothing. */
const MOST_READINGS = 8;

/**
 * The relations of a graph as a network of numbers: entities and relations in code-point order of their ids. Built once;
 * filters are masks over it, and a voice left out patches the weights of the relations that it speaks on.
 */
export class TraceNetwork {
  readonly entities: readonly EntityId[];
  readonly relations: readonly Walkable[];
  readonly network: Network;
  readonly #searcher: PathSearcher;
  /** Settles when the search before is over: the searcher does one at a time. */
  #last: Promise<unknown> = Promise.resolve();
  readonly #ground: Ground;
  readonly #voices: VoiceViews;
  readonly #entityById: ReadonlyMap<EntityId, Entity>;
  readonly #entityIndex: ReadonlyMap<EntityId, number>;
  readonly #relationIndex: ReadonlyMap<RelationId, number>;
  readonly #places: Uint8Array;
  readonly #whole: Reading;
  readonly #readings = new Map<string, Reading>();

  constructor(ground: Ground, voices: VoiceViews) {
    this.#ground = ground;
    this.#voices = voices;
    this.#entityById = new Map(ground.graph.entities.map((entity) => [entity.id, entity]));
    this.entities = [...this.#entityById.keys()].toSorted(byCodePoint);
    this.relations = [...ground.topics.relations.values()]
      .filter(isWalkable)
      .toSorted((a, b) => byCodePoint(a.id, b.id));
    this.#entityIndex = new Map(this.entities.map((id, i) => [id, i]));
    this.#relationIndex = new Map(this.relations.map(({ id }, i) => [id, i]));
    const standings = this.relations.map(({ id }) => ground.table.standing(id));
    const belief = Float64Array.from(standings, ({ opinion }) => opinion.belief);
    this.network = buildNetwork(this.entities.length, {
      from: Uint32Array.from(this.relations, ({ subject }) => this.entityNumber(subject)),
      to: Uint32Array.from(this.relations, ({ object }) => this.entityNumber(object)),
      belief,
      symmetric: Uint8Array.from(this.relations, ({ type }) => Number(ground.rollUp.isSymmetric(type))),
    });
    this.#searcher = new PathSearcher(this.network);
    const placeKinds = new Set<string>(ground.graph.ontology.kinds.filter((kind) => kind.place).map((kind) => kind.id));
    this.#places = Uint8Array.from(this.entities, (id) => Number(placeKinds.has(this.#entityById.get(id)?.kind ?? '')));
    this.#whole = {
      leftOut: undefined,
      belief,
      verdict: Uint8Array.from(standings, ({ verdict }) => VERDICT_CODES.indexOf(verdict)),
      asserted: Uint8Array.from(this.relations, (relation) => Number(isAsserted(relation, undefined))),
      weight: this.network.weight,
      times: undefined,
    };
  }

  /** Throws a RangeError for an entity that the graph does not have: ids are checked at the edge. */
  entityNumber(id: EntityId): number {
    return this.#entityIndex.get(id) ?? raise(`no entity ${id}`);
  }

  entity(number: number): EntityId {
    return this.entities[number] ?? raise(`no entity ${number}`);
  }

  relation(number: number): Walkable {
    return this.relations[number] ?? raise(`no relation ${number}`);
  }

  isPlace(number: number): boolean {
    return this.#places[number] === 1;
  }

  /** What the relations amount to by the voices asked for. Throws a UsageError for a voice that the graph does not have. */
  read({ only, without: left }: WalkOptions): Reading {
    if (only === undefined && left === undefined) return this.#whole;
    const key = JSON.stringify([only, left]);
    const known = this.#readings.get(key);
    if (known !== undefined) return known;
    const made = this.#readWithout(this.#claimsLeftOut(only, left));
    const [oldest] = this.#readings.keys();
    if (this.#readings.size >= MOST_READINGS && oldest !== undefined) this.#readings.delete(oldest);
    this.#readings.set(key, made);
    return made;
  }

  /** Searches in slices, after those that were asked before. Rejects with the signal's reason when that aborts. */
  search(query: PathQuery, signal?: AbortSignal): Promise<PathAnswer> {
    const run = (): Promise<PathAnswer> => runSliced(this.#searcher.sliced(query), signal);
    const found = this.#last.then(run, run);
    this.#last = found;
    return found;
  }

  /** Weights of arcs for a ranking. */
  weights(reading: Reading, rank: TraceRank, damped: boolean): Float64Array {
    if (rank === 'evidence' && !damped) return reading.weight;
    return weighArcs(this.network, {
      rank,
      beliefs: { belief: reading.belief },
      ...(damped ? { places: this.#places, hubs: true } : {}),
    });
  }

  /** When each relation held, within the window asked for. */
  times(reading: Reading, options: WalkOptions): TimeColumns {
    const window = windowOf(options);
    const key = JSON.stringify([options.since, options.until]);
    if (reading.times?.key === key) return reading.times.columns;
    const columns = timeColumns(
      this.relations.map((relation) => this.dates(relation, reading)),
      window,
    );
    reading.times = { key, columns };
    return columns;
  }

  /** When a relation held (EDTF), earliest first. */
  dates(relation: Walkable, { leftOut }: Reading): ReturnType<typeof datesOf> {
    return this.datesWithout(relation, leftOut);
  }

  /** The same by all claims but some. */
  datesWithout({ id, subject, object }: Walkable, leftOut: ReadonlySet<Claim> | undefined): ReturnType<typeof datesOf> {
    const ends = [this.#entityById.get(subject), this.#entityById.get(object)];
    return datesOf(this.#ground.table.bearing(id), ends, leftOut);
  }

  /** Which relations may be walked under these options, and why others may not. */
  walk(reading: Reading, options: WalkOptions): Walk {
    const { types, avoid = [], avoidRelations = [] } = options;
    const leftOut: Record<keyof NotWalked, number> = {
      denied: 0,
      unknown: 0,
      unspoken: 0,
      disputed: 0,
      weak: 0,
      types: 0,
      dates: 0,
      avoided: 0,
    };
    const wanted = types === undefined ? undefined : new Set(types);
    const avoidedEntities = new Set(avoid);
    const avoidedRelations = new Set(avoidRelations);
    const outside =
      options.since === undefined && options.until === undefined ? undefined : this.times(reading, options).outside;
    const reasonNot = (relation: Walkable, i: number): keyof NotWalked | undefined => {
      if (
        avoidedRelations.has(relation.id) ||
        avoidedEntities.has(relation.subject) ||
        avoidedEntities.has(relation.object)
      ) {
        return 'avoided';
      }
      if (wanted !== undefined && !this.#isOfType(relation, wanted)) return 'types';
      return reasonAgainst(
        {
          verdict: this.verdict(reading, i),
          belief: reading.belief[i] ?? 0,
          asserted: reading.asserted[i] === 1,
          outside: outside?.[i] === 1,
        },
        options,
      );
    };
    const walkable = new Uint8Array(this.relations.length);
    const reached = new Uint8Array(this.entities.length);
    let count = 0;
    this.relations.forEach((relation, i) => {
      const reason = reasonNot(relation, i);
      if (reason !== undefined) {
        leftOut[reason]++;
        return;
      }
      walkable[i] = 1;
      count++;
      reached[this.entityNumber(relation.subject)] = 1;
      reached[this.entityNumber(relation.object)] = 1;
    });
    return {
      walkable,
      searched: { entities: reached.reduce((sum, one) => sum + one, 0), relations: count, leftOut },
    };
  }

  verdict(reading: Reading, relation: number): Verdict {
    return VERDICT_CODES[reading.verdict[relation] ?? 0] ?? 'unknown';
  }

  #isOfType({ type }: Walkable, wanted: ReadonlySet<string>): boolean {
    return wanted.has(type) || this.#ground.rollUp.wider(type).some((wider) => wanted.has(wider));
  }

  #claimsLeftOut(only: readonly Voice[] | undefined, left: readonly Voice[] | undefined): ReadonlySet<Claim> {
    const claims = new Set(left === undefined || left.length === 0 ? [] : this.#voices.claimsOf(left));
    if (only === undefined) return claims;
    const kept = this.#voices.claimsOf(only);
    for (const claim of this.#ground.graph.claims) if (!kept.has(claim)) claims.add(claim);
    return claims;
  }

  #readWithout(leftOut: ReadonlySet<Claim>): Reading {
    const belief = this.#whole.belief.slice();
    const verdict = this.#whole.verdict.slice();
    const asserted = this.#whole.asserted.slice();
    const changed: number[] = [];
    for (const { id, after } of without(this.#ground.table, leftOut)) {
      const i = this.#relationIndex.get(id);
      if (i === undefined) continue;
      asserted[i] = Number(isAsserted(this.relation(i), leftOut));
      belief[i] = after.opinion.belief;
      verdict[i] = VERDICT_CODES.indexOf(after.verdict);
      changed.push(i);
    }
    const beliefs = { relations: Uint32Array.from(changed), belief: Float64Array.from(changed, (i) => belief[i] ?? 0) };
    return { leftOut, belief, verdict, asserted, weight: weighArcs(this.network, { beliefs }), times: undefined };
  }
}

function isWalkable(relation: Relation): relation is Walkable {
  return relation.object !== undefined && relation.object !== relation.subject;
}

/** Whether somebody asserts a relation itself, those left out apart. */
export function isAsserted({ claims }: Pick<Relation, 'claims'>, leftOut: ReadonlySet<Claim> | undefined): boolean {
  return claims.some((claim) => claim.stance === 'asserts' && leftOut?.has(claim) !== true);
}

function raise(message: string): never {
  throw new RangeError(message);
}
