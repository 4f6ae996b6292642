import { UNNAMED, type Voice, voiceKey } from '../evidence/voices.ts';
import { standingWithout } from '../evidence/without.ts';
import { type Claim, isNamed } from '../model/claim.ts';
import { MOST_VOICES_FOR_PAIRS, restsOn } from '../tracing/rests-on.ts';
import { type Moments, momentsAfter } from '../tracing/times.ts';
import type { Ground } from './ground.ts';
import type { RestsOn, TraceQuestion, VoiceRef } from './trace-answers.ts';
import { isAsserted, type Reading, reasonAgainst, type TraceNetwork } from './trace-network.ts';
import { gapOf, windowOf } from './trace-options.ts';
import { timeColumns } from './trace-times.ts';
import type { VoiceViews } from './voice-views.ts';

/** What each kind of voice is called in an answer. */
const KINDS = { sources: 'source', speakers: 'speaker', origins: 'origin' } as const;
type Kind = (typeof KINDS)[keyof typeof KINDS];

/** Pairs are tried as long as weighing all of them anew stays below so many claims, a second's worth. */
const MOST_WEIGHED = 400_000;

/** All that can change the evidence on one hop, by whose word it is. */
interface Nearby {
  /** Claims near it that the question leaves out already. */
  readonly gone: readonly Claim[];
  /** How many claims are near it. */
  readonly size: number;
  /** By kind, then by the key of a voice: the claims that fall silent with it, the voices that weigh most first. */
  readonly byVoice: Readonly<Record<Kind, ReadonlyMap<string, readonly Claim[]>>>;
}

/**
 * Finds the voices that traces rest on: those without which the same question would not find them, since some hop could
 * not be walked or the hops would no longer agree in time. Whoever says anything that bears on a hop is tried, who denies
 * it too: without a denier another word may stand. What was tried once is remembered.
 */
export class TraceSupport {
  readonly #ground: Ground;
  readonly #net: TraceNetwork;
  readonly #voices: VoiceViews;
  readonly #reading: Reading;
  readonly #options: TraceQuestion;
  readonly #nearby = new Map<number, Nearby>();
  readonly #tried = new Map<string, boolean>();
  readonly #known = new Map<string, Voice>();

  constructor(ground: Ground, net: TraceNetwork, voices: VoiceViews, reading: Reading, options: TraceQuestion) {
    this.#ground = ground;
    this.#net = net;
    this.#voices = voices;
    this.#reading = reading;
    this.#options = options;
  }

  /** What the trace over these relations rests on; it stops after each set that is tried. */
  *restsOn(relations: readonly number[]): Generator<void, Record<keyof typeof KINDS, RestsOn>> {
    return {
      sources: yield* this.#ofKind(relations, KINDS.sources),
      speakers: yield* this.#ofKind(relations, KINDS.speakers),
      origins: yield* this.#ofKind(relations, KINDS.origins),
    };
  }

  *#ofKind(relations: readonly number[], kind: Kind): Generator<void, RestsOn> {
    const hops = relations.map((number) => [...this.#near(number).byVoice[kind].keys()]);
    const size = relations.reduce((most, number) => Math.max(most, this.#near(number).size), 1);
    const mostForPairs = Math.min(MOST_VOICES_FOR_PAIRS, Math.floor(Math.sqrt((2 * MOST_WEIGHED) / size)));
    const timeless = this.#options.time === 'ignore';
    // Where time counts, whoever dates one hop may part it from another: then the trace is tried as one.
    const sets = timeless
      ? yield* restsOn(hops, (hop, left) => this.#falls(relations[hop] ?? -1, kind, left), mostForPairs)
      : yield* restsOn(
          [[...new Set(hops.flat())]],
          (_, left) => this.#partsOrFalls(relations, kind, left),
          mostForPairs,
        );
    const { single, pairs, pairsTried, larger } = sets;
    return {
      single: single.map((key) => this.#named(key)),
      pairs: pairs.map(([a, b]) => [this.#named(a), this.#named(b)] as const),
      pairsTried,
      ...(larger === undefined ? {} : { larger: larger.voices.map((key) => this.#named(key)) }),
    };
  }

  #named(key: string): VoiceRef {
    const voice = this.#known.get(key);
    if (voice === undefined) throw new RangeError(`no voice ${key}`);
    return { voice, name: this.#voices.view(voice).name };
  }

  /** Whether a hop could not be walked any more without these voices. */
  #falls(number: number, kind: Kind, left: ReadonlySet<string>): boolean {
    if (left.size === 0) return false;
    const key = `${number} ${kind} ${[...left].toSorted().join('\n')}`;
    const known = this.#tried.get(key);
    if (known !== undefined) return known;
    const found = this.#fallsWithout(number, this.#goneWith(number, kind, left));
    this.#tried.set(key, found);
    return found;
  }

  #goneWith(number: number, kind: Kind, left: ReadonlySet<string>): Set<Claim> {
    const { gone, byVoice } = this.#near(number);
    const all = new Set(gone);
    for (const key of left) for (const claim of byVoice[kind].get(key) ?? []) all.add(claim);
    return all;
  }

  #fallsWithout(number: number, gone: ReadonlySet<Claim>): boolean {
    const relation = this.#net.relation(number);
    const { verdict, opinion } = standingWithout(this.#ground.table, relation.id, gone);
    const window = windowOf(this.#options);
    const state = {
      verdict,
      belief: opinion.belief,
      asserted: isAsserted(relation, gone),
      outside: window !== undefined && timeColumns([this.#net.datesWithout(relation, gone)], window).outside[0] === 1,
    };
    return opinion.belief === 0 || reasonAgainst(state, this.#options) !== undefined;
  }

  /** Whether without these voices some hop falls, or what is left of the dates parts one hop from another (E27). */
  #partsOrFalls(relations: readonly number[], kind: Kind, left: ReadonlySet<string>): boolean {
    if (left.size === 0) return false;
    if (relations.some((number) => this.#falls(number, kind, left))) return true;
    const { time } = this.#options;
    if (time === 'ignore') return false;
    const dates = relations.map((number) =>
      this.#net.datesWithout(this.#net.relation(number), this.#goneWith(number, kind, left)),
    );
    const times = { policy: time, ...gapOf(this.#options), ...timeColumns(dates, windowOf(this.#options)) };
    let moments: Moments | undefined;
    for (const hop of relations.keys()) moments = momentsAfter(moments, hop, times);
    return moments?.length === 0;
  }

  #near(number: number): Nearby {
    const known = this.#nearby.get(number);
    if (known !== undefined) return known;
    const { table } = this.#ground;
    const { id } = this.#net.relation(number);
    const claims = table.claimsNear(id);
    const byVoice = { source: new Map(), speaker: new Map(), origin: new Map() } satisfies Record<
      Kind,
      Map<string, Claim[]>
    >;
    const counts = new Map(table.evidence(id).claims.map(({ claim }, i) => [claim, i]));
    // The larger sets are grown from those that weigh most, whose claims the evidence lists first.
    for (const claim of claims.toSorted((a, b) => rank(counts, a) - rank(counts, b))) {
      if (this.#reading.leftOut?.has(claim) === true) continue;
      for (const voice of this.#voicesOf(claim)) this.#hear(byVoice[voice.kind], voice, claim);
    }
    const gone = claims.filter((claim) => this.#reading.leftOut?.has(claim) === true);
    const made: Nearby = { gone, size: claims.length, byVoice };
    this.#nearby.set(number, made);
    return made;
  }

  #hear(byVoice: Map<string, Claim[]>, voice: Voice, claim: Claim): void {
    const key = voiceKey(voice);
    this.#known.set(key, voice);
    const list = byVoice.get(key);
    if (list === undefined) byVoice.set(key, [claim]);
    else list.push(claim);
  }

  /** Everybody whose silence takes a claim away. */
  #voicesOf(claim: Claim): (Voice & { readonly kind: Kind })[] {
    const { origins } = this.#ground;
    const { source, speaker } = claim;
    const speakers = isNamed(speaker) ? [...origins.heardAs(speaker)] : [UNNAMED];
    return [
      { kind: 'source', id: source },
      { kind: 'origin', id: origins.of(claim).id },
      ...speakers.map((id) => ({ kind: 'speaker' as const, id })),
    ];
  }
}

function rank(counts: ReadonlyMap<Claim, number>, claim: Claim): number {
  return counts.get(claim) ?? Number.MAX_SAFE_INTEGER;
}
