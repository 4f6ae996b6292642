import { useMemo } from 'react';
import { parseVoiceKey, voiceKey } from '../../evidence/voices.ts';
import type { EntityId, RelationId } from '../../model/ids.ts';
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
