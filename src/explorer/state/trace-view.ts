import { z } from 'zod';
import { parseVoiceKey, type Voice, voiceKey } from '../../evidence/voices.ts';
import type { ConnectOptions, ExpandOptions, TraceOptions, WalkOptions } from '../../knowledge/trace-answers.ts';
import { EntityId, RelationId, TypeId } from '../../model/ids.ts';
import { VoiceKey } from './voice-key.ts';

/** Conditions on a trace. What is absent asks nothing. */
export const TraceConditions = z.object({
  types: z.array(TypeId).min(1).optional(),
  direction: z.enum(['along', 'against']).optional(),
  /** Most hops. */
  depth: z.int().min(1).max(12).optional(),
  minBelief: z.number().min(0).lt(1).optional(),
  noDisputed: z.literal(true).optional(),
  includeUnknown: z.literal(true).optional(),
  /** EDTF as it was typed: the knowledge base says what is wrong with it. */
  since: z.string().min(1).optional(),
  until: z.string().min(1).optional(),
  time: z.enum(['overlap', 'sequence']).optional(),
  /** Days. */
  gap: z.number().min(0).optional(),
  /** Keys of voices. */
  only: z.array(VoiceKey).min(1).optional(),
  without: z.array(VoiceKey).min(1).optional(),
  avoid: z.array(EntityId).min(1).optional(),
  avoidRelations: z.array(RelationId).min(1).optional(),
  rank: z.literal('hops').optional(),
  damped: z.literal(true).optional(),
  /** Most relations that join three and more. */
  budget: z.int().min(1).max(100).optional(),
});
export type TraceConditions = z.infer<typeof TraceConditions>;

/** The most entities that are joined at once. */
export const MOST_JOINED = 12;

/** What the trace builder asks, and which part of the answer is looked at. */
export const TraceView = z.object({
  from: EntityId.optional(),
  to: EntityId.optional(),
  /** Others at the same end: then traces run between two groups. */
  alsoFrom: z.array(EntityId),
  alsoTo: z.array(EntityId),
  /** A third and more. With any, the question is what joins them all. */
  others: z.array(EntityId).max(MOST_JOINED - 2),
  /** How they are related, or who stands in a relation to each of them. */
  ask: z.enum(['related', 'common']),
  conditions: TraceConditions,
  /** How many hops round a single entity are listed. */
  near: z.int().min(1).max(3),
  /** Index of the answer that is drawn. */
  chosen: z.int().min(0),
  /** Index of the hop of it that is looked at. */
  hop: z.int().min(0).optional(),
  /** Index of the answer that is set beside it. */
  beside: z.int().min(0).optional(),
});
export type TraceView = z.infer<typeof TraceView>;

export const FIRST_TRACE: TraceView = {
  alsoFrom: [],
  alsoTo: [],
  others: [],
  ask: 'related',
  conditions: {},
  near: 1,
  chosen: 0,
};

/** How many answers a trace is asked for. */
const ANSWERS = 5;

/** What the knowledge base is asked. */
export type TraceQuestion =
  | { readonly kind: 'near'; readonly of: readonly EntityId[]; readonly options: ExpandOptions }
  | {
      readonly kind: 'trace';
      readonly from: readonly EntityId[];
      readonly to: readonly EntityId[];
      readonly options: TraceOptions;
    }
  | { readonly kind: 'connect'; readonly entities: readonly EntityId[]; readonly options: ConnectOptions }
  | { readonly kind: 'common'; readonly entities: readonly EntityId[]; readonly options: WalkOptions };

/** Those at one end. */
export function endOf(trace: TraceView, end: 'from' | 'to'): EntityId[] {
  const [first, also] = end === 'from' ? [trace.from, trace.alsoFrom] : [trace.to, trace.alsoTo];
  return first === undefined ? [] : [first, ...also];
}

/** All who are asked about, each once. */
export function asked(trace: TraceView): EntityId[] {
  return [...new Set([...endOf(trace, 'from'), ...endOf(trace, 'to'), ...trace.others])];
}

/** Somebody who stands at both ends: then there is nothing to trace. */
export function atBothEnds(trace: TraceView): EntityId[] {
  const to = new Set(endOf(trace, 'to'));
  return endOf(trace, 'from').filter((id) => to.has(id));
}

/** What a view asks; undefined while nobody is chosen, or somebody stands at both ends. */
export function traceQuestion(trace: TraceView): TraceQuestion | undefined {
  const [from, to, all] = [endOf(trace, 'from'), endOf(trace, 'to'), asked(trace)];
  const { budget, ...traceOptions } = optionsOf(trace.conditions);
  const { depth: _, time: _time, gap: _gap, rank: _rank, damped, ...walk } = traceOptions;
  if (atBothEnds(trace).length > 0) return undefined;
  if (trace.others.length > 0 && all.length > 2) {
    return trace.ask === 'common'
      ? { kind: 'common', entities: all, options: walk }
      : { kind: 'connect', entities: all, options: { ...walk, damped, budget } };
  }
  if (from.length > 0 && to.length > 0) {
    return trace.ask === 'common'
      ? { kind: 'common', entities: all, options: walk }
      : { kind: 'trace', from, to, options: { k: ANSWERS, ...traceOptions } };
  }
  if (from.length + to.length === 0) return undefined;
  return { kind: 'near', of: from.length > 0 ? from : to, options: { ...walk, depth: trace.near } };
}

function optionsOf({ only, without, ...rest }: TraceConditions): TraceOptions & Pick<ConnectOptions, 'budget'> {
  return {
    ...rest,
    ...(only === undefined ? {} : { only: voices(only) }),
    ...(without === undefined ? {} : { without: voices(without) }),
  };
}

function voices(keys: readonly string[]): Voice[] {
  return keys.flatMap((key) => parseVoiceKey(key) ?? []);
}

/** Options of an answer as conditions, to ask again; what asks nothing is left out. */
export function conditionsOf({ k: _, ...options }: TraceOptions): TraceConditions {
  return told({
    ...options,
    direction: options.direction === 'both' ? undefined : options.direction,
    time: options.time === 'ignore' ? undefined : options.time,
    rank: options.rank === 'evidence' ? undefined : options.rank,
    noDisputed: options.noDisputed || undefined,
    includeUnknown: options.includeUnknown || undefined,
    damped: options.damped || undefined,
    only: options.only?.map(voiceKey),
    without: options.without?.map(voiceKey),
  });
}

/** Conditions without the parts that ask nothing. */
function told(conditions: object): TraceConditions {
  const parts = Object.entries(conditions).filter(
    ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
  );
  return TraceConditions.parse(Object.fromEntries(parts));
}

// Transitions: pure functions from one state of the builder to the next. A new question starts at its first answer.

function afresh({ hop: _hop, beside: _beside, ...rest }: TraceView): TraceView {
  return { ...rest, chosen: 0 };
}

/** Asks how two entities are related, under the conditions that were set. Either end may still be open. */
export function askBetween(trace: TraceView, from: EntityId | undefined, to: EntityId | undefined): TraceView {
  return setEnds(trace, from === undefined ? [] : [from], to === undefined ? [] : [to]);
}

/** Sets both ends; a third is let go. */
export function setEnds(trace: TraceView, from: readonly EntityId[], to: readonly EntityId[]): TraceView {
  const { from: _from, to: _to, ...rest } = afresh(trace);
  const [firstFrom, ...alsoFrom] = from;
  const [firstTo, ...alsoTo] = to;
  return {
    ...rest,
    ...(firstFrom === undefined ? {} : { from: firstFrom }),
    ...(firstTo === undefined ? {} : { to: firstTo }),
    alsoFrom,
    alsoTo,
    others: [],
  };
}

/** Asks what joins these; the first two are kept as ends, so that a third can be let go again. */
export function join(trace: TraceView, entities: readonly EntityId[]): TraceView {
  const [from, to, ...others] = [...new Set(entities)].slice(0, MOST_JOINED);
  return { ...askBetween(trace, from, to), others };
}

export function swapEnds(trace: TraceView): TraceView {
  return setEnds(trace, endOf(trace, 'to'), endOf(trace, 'from'));
}

export function askFor(trace: TraceView, ask: TraceView['ask']): TraceView {
  return { ...afresh(trace), ask };
}

export function lookNear(trace: TraceView, near: number): TraceView {
  return { ...trace, near };
}

/** Sets conditions; those given as undefined, or as an empty list, are taken away. */
export function setConditions(
  trace: TraceView,
  changes: { readonly [K in keyof TraceConditions]?: TraceConditions[K] | undefined },
): TraceView {
  const merged = { ...trace.conditions, ...changes };
  // A gap is between one hop and the next in time order, and means nothing without it.
  const gap = merged.time === 'sequence' ? merged.gap : undefined;
  return { ...afresh(trace), conditions: told({ ...merged, gap }) };
}

/** Puts other conditions in the place of all. */
export function replaceConditions(trace: TraceView, conditions: TraceConditions): TraceView {
  return { ...afresh(trace), conditions };
}

type ListCondition = 'types' | 'only' | 'without' | 'avoid' | 'avoidRelations';

/** Adds a member to a list of conditions: avoids one more relation, leaves one more voice out. */
export function addCondition<K extends ListCondition>(
  trace: TraceView,
  list: K,
  member: NonNullable<TraceConditions[K]>[number],
): TraceView {
  const members: readonly string[] = trace.conditions[list] ?? [];
  return members.includes(member) ? trace : setConditions(trace, { [list]: [...members, member] });
}

/** Draws another answer, from its start. */
export function chooseTrace(trace: TraceView, chosen: number): TraceView {
  const { hop: _, beside, ...rest } = trace;
  return { ...rest, chosen, ...(beside === undefined || beside === chosen ? {} : { beside }) };
}

/** Looks at one hop of the answer that is drawn, or at all of it. */
export function lookAtHop(trace: TraceView, hop: number | undefined): TraceView {
  const { hop: _, ...rest } = trace;
  return hop === undefined ? rest : { ...rest, hop };
}

/** Sets another answer beside the one that is drawn, or takes it away. */
export function setBeside(trace: TraceView, beside: number | undefined): TraceView {
  const { beside: _, ...rest } = trace;
  return beside === undefined || beside === trace.chosen ? rest : { ...rest, beside };
}
