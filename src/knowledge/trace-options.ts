import { type Voice, voiceKey } from '../evidence/voices.ts';
import { dateBounds, Edtf, type EdtfDate } from '../model/dates.ts';
import type { EntityId, RelationId, TypeId } from '../model/ids.ts';
import { showValue, UsageError } from '../model/issue.ts';
import { nearest } from '../model/nearest.ts';
import type { Direction } from '../tracing/network.ts';
import {
  TIME_POLICIES,
  TRACE_RANKS,
  type TraceOptions,
  type TraceQuestion,
  type WalkOptions,
} from './trace-answers.ts';

/** What is taken where an option is not told. */
export const DEFAULT_TRACE = {
  k: 3,
  depth: 4,
  direction: 'both',
  rank: 'evidence',
  damped: false,
  includeUnknown: false,
  noDisputed: false,
  time: 'ignore',
} as const;

/** The most that can be asked for. */
export const MOST_TRACES = 50;
export const MOST_HOPS = 12;

/** What options can name. */
export interface Known {
  readonly entities: ReadonlyMap<EntityId, unknown>;
  readonly types: ReadonlyMap<TypeId, unknown>;
  isRelation(id: RelationId): boolean;
}

/** The options with what was not told filled in. A part that is there but undefined counts as not told. */
export function completeOptions(options: TraceOptions): TraceQuestion {
  const told = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
  return { ...DEFAULT_TRACE, ...told };
}

/**
 * Refuses options that cannot be met: unknown ids, numbers out of range (NaN among them), and those that contradict
 * each other or the ends. Throws one UsageError that names all of them.
 */
export function checkWalk(ends: readonly EntityId[], options: WalkOptions, known: Known): void {
  const candidates: string[] = [];
  const wrong = [
    ...unknownIds(options, known, candidates),
    ...numberProblem('minBelief', options.minBelief, 0, 1, 'a number from 0 to below 1', (value) => value < 1),
    ...wordProblem('direction', options.direction, DIRECTIONS),
    ...contradictions(ends, options),
  ];
  refuse(wrong, candidates);
}

/** As `checkWalk`, for traces between one entity or group and another. */
export function checkTrace(
  from: readonly EntityId[],
  to: readonly EntityId[],
  options: TraceOptions,
  known: Known,
): void {
  if (from.length === 0 || to.length === 0) throw new UsageError('A trace needs an entity at either end.');
  const candidates: string[] = [];
  const both = from.filter((id) => to.includes(id));
  const wrong = [
    ...(both.length === 0
      ? []
      : from.length === 1 && to.length === 1
        ? ['A trace needs two different entities.']
        : [`${both.join(', ')} is in both groups; a trace needs two different ends.`]),
    ...unknownIds(options, known, candidates),
    ...numberProblem('minBelief', options.minBelief, 0, 1, 'a number from 0 to below 1', (value) => value < 1),
    ...wordProblem('direction', options.direction, DIRECTIONS),
    ...wordProblem('rank', options.rank, TRACE_RANKS),
    ...wordProblem('time', options.time, TIME_POLICIES),
    ...numberProblem('k', options.k, 1, MOST_TRACES, `a whole number from 1 to ${MOST_TRACES}`, Number.isInteger),
    ...numberProblem('depth', options.depth, 1, MOST_HOPS, `a whole number from 1 to ${MOST_HOPS}`, Number.isInteger),
    ...numberProblem('gap', options.gap, 0, Number.MAX_VALUE, 'a whole number of days, 0 or more', Number.isInteger),
    ...contradictions([...from, ...to], options),
    ...(options.gap !== undefined && options.time !== 'sequence'
      ? ['gap limits the time between one hop and the next, so it needs time "sequence".']
      : []),
  ];
  refuse(wrong, candidates);
}

function refuse(wrong: readonly string[], candidates: readonly string[]): void {
  if (wrong.length === 0) return;
  throw new UsageError(wrong.length === 1 ? (wrong[0] ?? '') : wrong.map((one) => `- ${one}`).join('\n'), candidates);
}

function unknownIds(options: WalkOptions, known: Known, candidates: string[]): string[] {
  const missing = <T extends string>(
    what: string,
    ids: readonly T[] | undefined,
    has: (id: T) => boolean,
    all: Iterable<string>,
  ): string[] =>
    (ids ?? [])
      .filter((id) => !has(id))
      .map((id) => {
        const meant = nearest(id, all);
        if (meant !== undefined) candidates.push(meant);
        return `There is no ${what} ${showValue(id)} in this graph.${meant === undefined ? '' : ` Did you mean ${meant}?`}`;
      });
  return [
    ...missing('type', options.types, (id) => known.types.has(id), known.types.keys()),
    ...missing('entity', options.avoid, (id) => known.entities.has(id), known.entities.keys()),
    ...missing('relation', options.avoidRelations, (id) => known.isRelation(id), []),
  ];
}

function numberProblem(
  name: string,
  value: number | undefined,
  least: number,
  most: number,
  expected: string,
  fits: (value: number) => boolean,
): string[] {
  if (value === undefined || (value >= least && value <= most && fits(value))) return [];
  return [`${name} is ${expected}, not ${value}.`];
}

const DIRECTIONS: readonly Direction[] = ['both', 'along', 'against'];

function wordProblem(name: string, value: string | undefined, known: readonly string[]): string[] {
  return value === undefined || known.includes(value)
    ? []
    : [`${name} is one of ${known.join(', ')}, not ${showValue(value)}.`];
}

function contradictions(ends: readonly EntityId[], options: WalkOptions): string[] {
  const avoided = ends.filter((id) => options.avoid?.includes(id));
  const left = new Set(options.without?.map(voiceKey));
  const torn = (options.only ?? []).filter((voice: Voice) => left.has(voiceKey(voice)));
  const window = [dayOf('since', options.since), dayOf('until', options.until)] as const;
  const [since, until] = window;
  return [
    ...window.flatMap((side) => (typeof side === 'string' ? [side] : [])),
    ...(typeof since === 'object' && since.min === Number.NEGATIVE_INFINITY
      ? [`since names no first day: ${options.since} may be any time ago.`]
      : []),
    ...(typeof until === 'object' && until.max === Number.POSITIVE_INFINITY
      ? [`until names no last day: ${options.until} may be any time to come.`]
      : []),
    ...avoided.map((id) => `${id} is asked for and avoided at once.`),
    ...(options.types?.length === 0 ? ['No type is left to walk: name at least one, or leave types out.'] : []),
    ...(options.only?.length === 0 ? ['Nobody is left to listen to: name at least one voice, or leave only out.'] : []),
    ...torn.map((voice) => `${voiceKey(voice)} is to be taken alone and left out at once.`),
    ...(typeof since === 'object' && typeof until === 'object' && since.min > until.max
      ? [`Nothing can be since ${options.since} and until ${options.until} at once.`]
      : []),
  ];
}

/** Bounds of a date that was asked for; a sentence where it is none. */
function dayOf(
  name: string,
  text: string | undefined,
): { readonly min: number; readonly max: number } | string | undefined {
  if (text === undefined) return undefined;
  const parsed = Edtf.safeParse(String(text));
  return parsed.success
    ? dateBounds(parsed.data)
    : `${name} is a date such as 2019, 2019-05 or 2019-05-14, not ${showValue(text)}.`;
}

/** The days that a window lets in, in milliseconds since 1970. Only for options that have passed their check. */
export function windowOf({ since, until }: WalkOptions): { readonly min: number; readonly max: number } | undefined {
  if (since === undefined && until === undefined) return undefined;
  const bounds = (text: string | undefined) => (text === undefined ? undefined : dateBounds(asDate(text)));
  return {
    min: bounds(since)?.min ?? Number.NEGATIVE_INFINITY,
    max: bounds(until)?.max ?? Number.POSITIVE_INFINITY,
  };
}

/** Milliseconds of a day: spans are in milliseconds, a gap is told in days. */
const DAY = 86_400_000;

/** The largest gap as spans have it; nothing where none was asked for. */
export function gapOf({ gap }: Pick<TraceOptions, 'gap'>): { readonly gap?: number } {
  return gap === undefined ? {} : { gap: gap * DAY };
}

function asDate(text: string): EdtfDate {
  return Edtf.parse(text);
}
