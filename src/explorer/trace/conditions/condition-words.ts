import type { TimePolicy } from '../../../knowledge/trace-answers.ts';
import { percent } from '../../../knowledge/words.ts';
import type { Direction } from '../../../tracing/network.ts';
import type { TraceConditions } from '../../state/trace-view.ts';
import type { ConditionChip } from './condition.ts';

export const DIRECTION_WORDS: Readonly<Record<Direction, { readonly label: string; readonly description?: string }>> = {
  both: { label: 'Both ways' },
  along: { label: 'As it is claimed', description: 'From who does it to whom it is done.' },
  against: { label: 'Against it', description: 'From whom it is done to, back to who does it.' },
};

/** The time policies of EVIDENCE E27. */
export const TIME_WORDS: Readonly<Record<TimePolicy, { readonly label: string; readonly description?: string }>> = {
  ignore: { label: 'Take no account of time' },
  overlap: { label: 'All at one time', description: 'There is some time at which all hops may have held.' },
  sequence: { label: 'One after another', description: 'No hop is earlier than the one before it.' },
};

/** Names of what conditions mention by id. */
export interface Names {
  readonly type: (id: string) => string;
  readonly voice: (key: string) => string;
  readonly entity: (id: string) => string;
  readonly relation: (id: string) => string;
}

/** The chips of what is set, by the id of the condition that they belong to. */
export function chipsOf(conditions: TraceConditions, names: Names): Readonly<Record<string, readonly ConditionChip[]>> {
  const { types, direction, depth, minBelief, since, until, time, gap, budget } = conditions;
  const days = gap === undefined ? '' : `, at most ${gap} ${gap === 1 ? 'day' : 'days'} apart`;
  const members = <K extends 'types' | 'only' | 'without' | 'avoid' | 'avoidRelations'>(
    list: K,
    name: (id: string) => string,
  ): ConditionChip[] => {
    const all: readonly string[] = conditions[list] ?? [];
    return all.map((id) => ({
      key: `${list} ${id}`,
      label: name(id),
      without: { [list]: all.filter((other) => other !== id) },
    }));
  };
  return {
    types: types === undefined ? [] : members('types', names.type),
    direction:
      direction === undefined
        ? []
        : [
            {
              key: 'direction',
              label: direction === 'along' ? 'as claimed' : 'against the claim',
              without: { direction: undefined },
            },
          ],
    depth:
      depth === undefined
        ? []
        : [{ key: 'depth', label: `up to ${depth} ${depth === 1 ? 'hop' : 'hops'}`, without: { depth: undefined } }],
    time: [
      ...(since === undefined ? [] : [{ key: 'since', label: `since ${since}`, without: { since: undefined } }]),
      ...(until === undefined ? [] : [{ key: 'until', label: `until ${until}`, without: { until: undefined } }]),
      ...(time === undefined
        ? []
        : [
            {
              key: 'time',
              label: time === 'overlap' ? 'all at one time' : `one after another${days}`,
              without: { time: undefined, gap: undefined },
            },
          ]),
    ],
    voices: [
      ...members('only', (key) => `only ${names.voice(key)}`),
      ...members('without', (key) => `without ${names.voice(key)}`),
    ],
    strength: [
      ...(conditions.noDisputed === true
        ? [{ key: 'noDisputed', label: 'nothing disputed', without: { noDisputed: undefined } }]
        : []),
      ...(conditions.includeUnknown === true
        ? [{ key: 'includeUnknown', label: 'too little evidence, too', without: { includeUnknown: undefined } }]
        : []),
      ...(minBelief === undefined
        ? []
        : [{ key: 'minBelief', label: `each hop at least ${percent(minBelief)}`, without: { minBelief: undefined } }]),
    ],
    avoid: [
      ...members('avoid', (id) => `not through ${names.entity(id)}`),
      ...members('avoidRelations', (id) => `not: ${names.relation(id)}`),
    ],
    order: [
      ...(conditions.rank === 'hops'
        ? [{ key: 'rank', label: 'fewest hops first', without: { rank: undefined } }]
        : []),
      ...(conditions.damped === true
        ? [{ key: 'damped', label: 'places and hubs lower', without: { damped: undefined } }]
        : []),
    ],
    budget:
      budget === undefined
        ? []
        : [
            {
              key: 'budget',
              label: `at most ${budget} ${budget === 1 ? 'relation' : 'relations'}`,
              without: { budget: undefined },
            },
          ],
  };
}
