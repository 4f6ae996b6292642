import { voiceKey } from '../evidence/voices.ts';
import type { Relaxation, TraceOptions } from './trace-answers.ts';
import { DEFAULT_TRACE, MOST_HOPS } from './trace-options.ts';

/** A single change of the options. */
export type Change = Pick<Relaxation, 'option' | 'value' | 'options'>;

/** Every single relaxation of options: one thing asked for less, or one member of a list given up. */
export function relaxed(options: TraceOptions): Change[] {
  const without = <K extends keyof TraceOptions>(option: K): Change[] => {
    const { [option]: value, ...rest } = options;
    return value === undefined || value === DEFAULT_OF[option] ? [] : [{ option, options: rest }];
  };
  /** Gives up one member after another; a list that is left empty is given up itself. */
  const oneLess = <K extends ListOption, T>(
    option: K,
    list: readonly T[] | undefined,
    name: (one: T) => string,
  ): Change[] => {
    const { [option]: _, ...rest } = options;
    return [...new Set((list ?? []).map(name))].map((one): Change => {
      const left = (list ?? []).filter((other) => name(other) !== one);
      return { option, value: one, options: left.length === 0 ? rest : { ...rest, [option]: left } };
    });
  };
  return [
    ...(options.includeUnknown === true
      ? []
      : [{ option: 'includeUnknown' as const, options: { ...options, includeUnknown: true } }]),
    ...without('noDisputed'),
    ...without('direction'),
    ...without('minBelief'),
    ...without('types'),
    ...oneLess('avoid', options.avoid, (id) => id),
    ...oneLess('avoidRelations', options.avoidRelations, (id) => id),
    ...oneLess('without', options.without, voiceKey),
    ...without('only'),
    ...without('since'),
    ...without('until'),
    ...without('gap'),
    ...timeless(options),
    ...deeper(options),
  ];
}

type ListOption = 'avoid' | 'avoidRelations' | 'without';

const DEFAULT_OF: TraceOptions = DEFAULT_TRACE;

function timeless(options: TraceOptions): Change[] {
  if (options.time === undefined || options.time === DEFAULT_TRACE.time) return [];
  const { time: _time, gap: _gap, ...rest } = options;
  return [{ option: 'time', options: rest }];
}

/** More hops: the fewest that give a trace come first, so the rest of them need not be tried. */
function deeper(options: TraceOptions): Change[] {
  const depth = options.depth ?? DEFAULT_TRACE.depth;
  return Array.from({ length: Math.max(0, MOST_HOPS - depth) }, (_, i) => ({
    option: 'depth' as const,
    value: String(depth + i + 1),
    options: { ...options, depth: depth + i + 1 },
  }));
}
