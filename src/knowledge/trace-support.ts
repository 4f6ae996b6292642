import { UNNAMED, type Voice, voiceKey } from '../evidence/voices.ts';
import { without } from '../evidence/without.ts';
import { type Claim, isNamed } from '../model/claim.ts';
import { groupBy } from '../model/group-by.ts';
import type { EntityId } from '../model/ids.ts';
import { type RestsOn as BreakingSets, restsOn } from '../tracing/rests-on.ts';
import type { Ground } from './ground.ts';
import type { RestsOn, TraceQuestion, VoiceRef } from './trace-answers.ts';
import type { Reading, TraceNetwork, Walkable } from './trace-network.ts';
import type { VoiceViews } from './voice-views.ts';

/** What each kind of voice is called in an answer. */
const KINDS = { sources: 'source', speakers: 'speaker', origins: 'origin' } as const;

/**
 * Finds the voices that traces rest on: those without which some hop could not be walked under the same options. A hop
 * is weighed anew for each set that is tried, with the claims of its own two ends; what was tried once is remembered.
 */
export class TraceSupport {
  readonly #ground: Ground;
  readonly #net: TraceNetwork;
  readonly #voices: VoiceViews;
  readonly #reading: Reading;
  readonly #options: TraceQuestion;
  readonly #tried = new Map<string, boolean>();
  readonly #near = new Map<number, readonly Claim[]>();
  #byEntity: ReadonlyMap<EntityId, readonly Claim[]> | undefined;

  constructor(ground: Ground, net: TraceNetwork, voices: VoiceViews, reading: Reading, options: TraceQuestion) {
    this.#ground = ground;
    this.#net = net;
    this.#voices = voices;
    this.#reading = reading;
    this.#options = options;
  }

  /** What the trace over these relations rests on. */
  restsOn(relations: readonly number[]): Record<keyof typeof KINDS, RestsOn> {
    return {
      sources: this.#ofKind(relations, KINDS.sources),
      speakers: this.#ofKind(relations, KINDS.speakers),
      origins: this.#ofKind(relations, KINDS.origins),
    };
  }

  #ofKind(relations: readonly number[], kind: Voice['kind']): RestsOn {
    const byKey = new Map<string, Voice>();
    const hops = relations.map((number) => {
      const voices = this.#asserting(number).map((claim) => this.#voiceOf(claim, kind));
      for (const voice of voices) byKey.set(voiceKey(voice), voice);
      return [...new Set(voices.map(voiceKey))];
    });
    // Who speaks for somebody is silenced with them, so a speaker can move a hop on which only a spokesperson speaks.
    const asked = kind === 'speaker' ? hops.map((own) => [...new Set([...own, ...byKey.keys()])]) : hops;
    const sets = restsOn(asked, (hop, left) => this.#falls(relations[hop] ?? -1, left, byKey));
    return this.#named(sets, byKey);
  }

  #named({ single, pairs, pairsTried, larger }: BreakingSets, byKey: ReadonlyMap<string, Voice>): RestsOn {
    const named = (key: string): VoiceRef[] => {
      const voice = byKey.get(key);
      return voice === undefined ? [] : [{ voice, name: this.#voices.view(voice).name }];
    };
    return {
      single: single.flatMap(named),
      pairs: pairs.flatMap(([a, b]) => named(a).flatMap((x) => named(b).map((y) => [x, y] as const))),
      pairsTried,
      ...(larger === undefined ? {} : { larger: larger.voices.flatMap(named) }),
    };
  }

  /** Claims that speak for a relation, those that count first. */
  #asserting(number: number): Claim[] {
    return this.#ground.table
      .evidence(this.#net.relation(number).id)
      .claims.filter(
        ({ claim, bearing }) =>
          bearing !== 'exclusion' && claim.stance === 'asserts' && this.#reading.leftOut?.has(claim) !== true,
      )
      .map(({ claim }) => claim);
  }

  #voiceOf(claim: Claim, kind: Voice['kind']): Voice {
    if (kind === 'source') return { kind, id: claim.source };
    if (kind === 'speaker') return { kind, id: isNamed(claim.speaker) ? claim.speaker : UNNAMED };
    return { kind: 'origin', id: this.#ground.origins.of(claim).id };
  }

  /** Whether a relation could not be walked any more without these voices. */
  #falls(number: number, left: ReadonlySet<string>, byKey: ReadonlyMap<string, Voice>): boolean {
    const key = `${number} ${[...left].toSorted().join('\n')}`;
    const known = this.#tried.get(key);
    if (known !== undefined) return known;
    const voices = [...left].flatMap((one) => byKey.get(one) ?? []);
    const near = new Set(this.#nearby(number));
    const silenced = voices.length === 0 ? [] : [...this.#voices.claimsOf(voices)];
    const gone = new Set(silenced.filter((claim) => near.has(claim)));
    for (const claim of near) if (this.#reading.leftOut?.has(claim) === true) gone.add(claim);
    const found = this.#fallsWithout(this.#net.relation(number), gone);
    this.#tried.set(key, found);
    return found;
  }

  #fallsWithout({ id }: Walkable, claims: ReadonlySet<Claim>): boolean {
    const change = without(this.#ground.table, claims).find((one) => one.id === id);
    if (change === undefined) return false;
    const { verdict, opinion } = change.after;
    const { includeUnknown, noDisputed, minBelief = 0 } = this.#options;
    if (verdict === 'denied' || opinion.belief === 0 || opinion.belief < minBelief) return true;
    if (verdict === 'unknown') return !includeUnknown;
    return noDisputed && verdict === 'disputed';
  }

  /** The claims that can bear on a relation, whoever is left out: all on its subject or object. */
  #nearby(number: number): readonly Claim[] {
    const known = this.#near.get(number);
    if (known !== undefined) return known;
    this.#byEntity ??= claimsByEnd(this.#ground.graph.claims);
    const { subject, object } = this.#net.relation(number);
    const made = [...new Set([subject, object].flatMap((id) => this.#byEntity?.get(id) ?? []))];
    this.#near.set(number, made);
    return made;
  }
}

function claimsByEnd(claims: readonly Claim[]): ReadonlyMap<EntityId, readonly Claim[]> {
  const ends = claims.flatMap((claim) =>
    claim.object === undefined ? [] : [claim.subject, claim.object].map((end) => ({ end, claim })),
  );
  return new Map(
    [...groupBy(ends, ({ end }) => end)].map(([end, found]) => [end, found.map(({ claim }) => claim)] as const),
  );
}
