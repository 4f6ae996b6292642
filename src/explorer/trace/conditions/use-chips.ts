import { useKnowledge } from '../../data/use-knowledge.ts';
import type { TraceConditions, TraceQuestion } from '../../state/trace-view.ts';
import { useView } from '../../state/use-view.ts';
import { useEntityNames, useRelationNames, useVoiceNames } from '../use-names.ts';
import { CONDITIONS } from './all-conditions.ts';
import type { Condition, ConditionChip } from './condition.ts';
import { chipsOf, type Names } from './condition-words.ts';

/** The name of an id, from names in the order of ids. */
function byId(ids: readonly string[], names: readonly string[]): (id: string) => string {
  const known = new Map(ids.map((id, i) => [id, names[i]]));
  return (id) => known.get(id) ?? id;
}

function useConditionNames({ avoid = [], avoidRelations = [] }: TraceConditions): Names {
  const { about } = useKnowledge();
  const voice = useVoiceNames();
  const entities = useEntityNames(avoid);
  const relations = useRelationNames(avoidRelations);
  return {
    type: (id) => about.ontology.relations.find((type) => type.id === id)?.label ?? id,
    voice,
    entity: byId(avoid, entities),
    relation: byId(avoidRelations, relations),
  };
}

/** The conditions that apply to a question, each with the chips of what is set. */
export function useChips(kind: TraceQuestion['kind']): {
  readonly conditions: TraceConditions;
  readonly shown: readonly { readonly condition: Condition; readonly chips: readonly ConditionChip[] }[];
} {
  const all = useView().trace.conditions;
  const names = useConditionNames(all);
  // Order in time is asked of traces alone.
  const conditions = kind === 'trace' ? all : { ...all, time: undefined, gap: undefined };
  const chips = chipsOf(conditions, names);
  const shown = CONDITIONS.filter(({ asks }) => asks.includes(kind));
  return { conditions, shown: shown.map((condition) => ({ condition, chips: chips[condition.id] ?? [] })) };
}
