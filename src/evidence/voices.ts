import { z } from 'zod';
import { type Claim, isNamed } from '../model/claim.ts';

/** Stands for everybody unnamed among the ids of speakers. No id can hold `~`. */
export const UNNAMED = '~unnamed';

/**
 * Somebody, or something, whose word can be taken alone or left out: a document, a speaker with all who speak for them,
 * a publisher with all its documents, or an origin (EVIDENCE E6).
 */
export const Voice = z.strictObject({
  kind: z.enum(['source', 'speaker', 'publisher', 'origin']),
  /** Id of the source, entity (or UNNAMED) or origin; name of the publisher. */
  id: z.string().min(1).max(1000),
});
export type Voice = z.infer<typeof Voice>;

/** `source:gazette`: a voice as one text, for keys and addresses. */
export function voiceKey({ kind, id }: Voice): string {
  return `${kind}:${id}`;
}

/** Reads what `voiceKey` wrote; undefined for anything else. */
export function parseVoiceKey(key: string): Voice | undefined {
  const at = key.indexOf(':');
  const parsed = Voice.safeParse({ kind: key.slice(0, at), id: key.slice(at + 1) });
  return at > 0 && parsed.success ? parsed.data : undefined;
}

/** The key under which a claim's speaker can be asked for: an entity id, or UNNAMED. */
export function speakerKey(claim: Claim): string {
  return isNamed(claim.speaker) ? claim.speaker : UNNAMED;
}
