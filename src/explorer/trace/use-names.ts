import { useMemo } from 'react';
import { parseVoiceKey, voiceKey } from '../../evidence/voices.ts';
import type { Relaxation } from '../../knowledge/trace-answers.ts';
import { EntityId, RelationId } from '../../model/ids.ts';
import { useAnswer } from '../data/use-knowledge.ts';
import { voiceName } from '../voices/voice-select.tsx';

/** Names of voices by their keys; the key itself while they are not known. */
export function useVoiceNames(): (key: string) => string {
  const { data } = useAnswer(['voices'], (base) => base.voices());
  const names = useMemo(() => new Map((data ?? []).map((view) => [voiceKey(view.voice), voiceName(view)])), [data]);
  return (key) => names.get(key) ?? parseVoiceKey(key)?.id ?? key;
}

/** Names of entities, in their order; ids until they are known. */
export function useEntityNames(ids: readonly EntityId[]): readonly string[] {
  const { data, isPlaceholderData } = useAnswer(
    ['entity names', ids],
    (base) => Promise.all(ids.map(async (id) => (await base.entity(id)).entity.name)),
    ids.length > 0,
  );
  // Names that were asked for others must not stand on these for a moment.
  return ids.map((id, i) => (isPlaceholderData ? undefined : data?.[i]) ?? id);
}

/** Relations in words, in their order; ids until they are known. */
export function useRelationNames(ids: readonly RelationId[]): readonly string[] {
  const { data, isPlaceholderData } = useAnswer(
    ['relation names', ids],
    (base) => Promise.all(ids.map(async (id) => (await base.relation(id)).proposition)),
    ids.length > 0,
  );
  return ids.map((id, i) => (isPlaceholderData ? undefined : data?.[i]) ?? id);
}

/** Whom or what each relaxation gives up, by name; undefined where it names nobody. */
export function useRelaxationNames(relaxations: readonly Relaxation[]): readonly (string | undefined)[] {
  const voice = useVoiceNames();
  const entityIds = relaxations.flatMap(({ option, value }) => (option === 'avoid' ? [EntityId.parse(value)] : []));
  const relationIds = relaxations.flatMap(({ option, value }) =>
    option === 'avoidRelations' ? [RelationId.parse(value)] : [],
  );
  const entities = useEntityNames(entityIds);
  const relations = useRelationNames(relationIds);
  return relaxations.map(({ option, value }) => {
    if (value === undefined) return undefined;
    if (option === 'avoid') return entities[entityIds.indexOf(EntityId.parse(value))];
    if (option === 'avoidRelations') return relations[relationIds.indexOf(RelationId.parse(value))];
    return option === 'without' ? voice(value) : value;
  });
}
