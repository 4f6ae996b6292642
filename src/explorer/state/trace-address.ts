import type { TraceView } from './trace-view.ts';
import { endOf, FIRST_TRACE } from './trace-view.ts';

/** Names of conditions that hold several values, as an address carries them. */
const LISTS = {
  types: 'by-type',
  only: 'by-word-of',
  without: 'not-by-word-of',
  avoid: 'avoid',
  avoidRelations: 'avoid-relation',
} as const;

const TEXTS = { direction: 'way', since: 'since', until: 'until', time: 'time', rank: 'rank' } as const;
const NUMBERS = { depth: 'hops', minBelief: 'belief', gap: 'gap', budget: 'relations' } as const;
const SWITCHES = {
  noDisputed: ['disputed', 'no'],
  includeUnknown: ['unknown', 'yes'],
  damped: ['hubs', 'lower'],
} as const;

function entriesOf<T extends object>(object: T): [keyof T & string, T[keyof T & string]][] {
  const keys = Object.keys(object).filter((key): key is keyof T & string => key in object);
  return keys.map((key) => [key, object[key]]);
}

/** Writes what the trace builder asks into the parameters of an address. */
export function writeTrace(params: URLSearchParams, trace: TraceView): void {
  const { conditions } = trace;
  for (const id of endOf(trace, 'from')) params.append('from', id);
  for (const id of endOf(trace, 'to')) params.append('to', id);
  for (const id of trace.others) params.append('and', id);
  if (trace.ask !== FIRST_TRACE.ask) params.set('ask', trace.ask);
  for (const [key, name] of entriesOf(LISTS)) for (const value of conditions[key] ?? []) params.append(name, value);
  for (const [key, name] of [...entriesOf(TEXTS), ...entriesOf(NUMBERS)]) {
    const value = conditions[key];
    if (value !== undefined) params.set(name, String(value));
  }
  for (const [key, [name, value]] of entriesOf(SWITCHES)) if (conditions[key] === true) params.set(name, value);
  if (trace.near !== FIRST_TRACE.near) params.set('near', String(trace.near));
  if (trace.chosen > 0) params.set('answer', String(trace.chosen));
  if (trace.hop !== undefined) params.set('hop', String(trace.hop));
  if (trace.beside !== undefined) params.set('beside', String(trace.beside));
}

/** Reads what `writeTrace` wrote, as a candidate that has yet to be checked. */
export function readTrace(params: URLSearchParams): unknown {
  const [from, ...alsoFrom] = params.getAll('from');
  const [to, ...alsoTo] = params.getAll('to');
  const number = (name: string): number | undefined => {
    const text = params.get(name);
    return text === null ? undefined : Number(text);
  };
  const conditions = Object.fromEntries([
    ...entriesOf(LISTS).flatMap(([key, name]) => (params.has(name) ? [[key, params.getAll(name)]] : [])),
    ...entriesOf(TEXTS).flatMap(([key, name]) => (params.has(name) ? [[key, params.get(name)]] : [])),
    ...entriesOf(NUMBERS).flatMap(([key, name]) => (params.has(name) ? [[key, number(name)]] : [])),
    ...entriesOf(SWITCHES).flatMap(([key, [name, value]]) => (params.get(name) === value ? [[key, true]] : [])),
  ]);
  const [hop, beside] = [number('hop'), number('beside')];
  return {
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    alsoFrom,
    alsoTo,
    others: params.getAll('and'),
    ask: params.get('ask') ?? FIRST_TRACE.ask,
    conditions,
    near: number('near') ?? FIRST_TRACE.near,
    chosen: number('answer') ?? 0,
    ...(hop === undefined ? {} : { hop }),
    ...(beside === undefined ? {} : { beside }),
  };
}
