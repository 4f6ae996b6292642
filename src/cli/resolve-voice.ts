import { parseVoiceKey, UNNAMED, type Voice, voiceKey } from '../evidence/voices.ts';
import type { KnowledgeBase, VoiceView } from '../knowledge/knowledge-base.ts';
import { fold } from '../knowledge/search-index.ts';
import type { EntityId } from '../model/ids.ts';
import { UsageError } from '../model/issue.ts';
import { matchEntity, resolveEntity } from './resolve-entity.ts';

/** What can be typed for a voice, for the help of verbs that take one. */
export const VOICE_HELP =
  'source by id, speaker by id, name or alias, publisher by name, "unnamed"; or one of these as source:…, speaker:…, publisher:…, origin:…; A+B takes both together';

/** The key under which a speaker can be asked for: an entity by id, name or alias, or everybody "unnamed". */
export async function resolveSpeaker(knowledge: KnowledgeBase, typed: string): Promise<EntityId | typeof UNNAMED> {
  return typed === 'unnamed' || typed === UNNAMED ? UNNAMED : resolveEntity(knowledge, typed);
}

/** Several of them, in order; undefined where none were asked for. */
export async function resolveSpeakers(
  knowledge: KnowledgeBase,
  typed: readonly string[] | undefined,
): Promise<string[] | undefined> {
  if (typed === undefined) return undefined;
  const keys: string[] = [];
  for (const name of typed) keys.push(await resolveSpeaker(knowledge, name));
  return keys;
}

/** A voice whose kind was typed with it: "publisher:RFE/RL". What follows may be a name instead of the id. */
async function ofKind(knowledge: KnowledgeBase, { kind, id }: Voice, known: readonly VoiceView[]): Promise<Voice> {
  if (kind === 'speaker') return { kind, id: await resolveSpeaker(knowledge, id) };
  const all = known.filter(({ voice }) => voice.kind === kind);
  const exact = all.filter(({ voice }) => voice.id === id);
  const named = exact.length > 0 ? exact : all.filter(({ name }) => fold(name) === fold(id));
  const [only, ...more] = named.map(({ voice }) => voice);
  if (only !== undefined && more.length === 0) return only;
  throw new UsageError(
    only === undefined
      ? `There is no ${kind} ${JSON.stringify(id)} in this graph.`
      : `${JSON.stringify(id)} is the name of ${named.length} ${kind}s. Give the id of the one that you mean.`,
    (only === undefined ? all : named).slice(0, 12).map(candidate),
  );
}

function candidate({ voice, name }: VoiceView): string {
  return voice.id === name ? voiceKey(voice) : `${voiceKey(voice)} (${name})`;
}

/** What a text may have been meant to name: voices that it is a part of. */
function lookAlikes(typed: string, known: readonly VoiceView[]): string[] {
  const part = fold(typed);
  return known
    .filter(({ voice }) => voice.kind !== 'speaker')
    .filter(({ voice, name }) => fold(name).includes(part) || fold(voice.id).includes(part))
    .slice(0, 6)
    .map(candidate);
}

/**
 * Whose word a person means: a key such as `source:gazette`; else the id of a source, an entity (which is a speaker) by
 * id, name or alias, the name of a publisher, or "unnamed", in this order. A UsageError names the candidates.
 */
async function resolveVoice(knowledge: KnowledgeBase, typed: string, known: readonly VoiceView[]): Promise<Voice> {
  const key = parseVoiceKey(typed);
  if (key !== undefined) return ofKind(knowledge, key, known);
  const { sources } = await knowledge.about();
  if (sources.some((source) => source.id === typed)) return { kind: 'source', id: typed };
  const { id, near } = await matchEntity(knowledge, typed);
  if (id !== undefined) return { kind: 'speaker', id };
  const publisher = sources.find((source) => source.publisher !== undefined && fold(source.publisher) === fold(typed));
  if (publisher?.publisher !== undefined) return { kind: 'publisher', id: publisher.publisher };
  if (typed === 'unnamed' || typed === UNNAMED) return { kind: 'speaker', id: UNNAMED };
  const candidates = [...lookAlikes(typed, known), ...near];
  const hint =
    candidates.length === 0 ? ' Expected one of: ascribe without --resting source (speaker, publisher, origin).' : '';
  throw new UsageError(`${JSON.stringify(typed)} is no source, speaker or publisher of this graph.${hint}`, candidates);
}

/** Whether a text is, as a whole, the name of somebody whose name holds a plus. */
async function isOneName(knowledge: KnowledgeBase, typed: string): Promise<boolean> {
  const { sources } = await knowledge.about();
  if (sources.some(({ id, publisher }) => id === typed || publisher === typed)) return true;
  return (await matchEntity(knowledge, typed)).id !== undefined;
}

/** All voices that a person names; `a+b` names two. Each is there once. */
export async function resolveVoices(knowledge: KnowledgeBase, typed: readonly string[]): Promise<Voice[]> {
  const known = await knowledge.voices();
  const voices = new Map<string, Voice>();
  for (const text of typed) {
    const parts = text.includes('+') && !(await isOneName(knowledge, text)) ? text.split('+') : [text];
    for (const part of parts.map((one) => one.trim())) {
      if (part === '') {
        throw new UsageError(`${JSON.stringify(text)} names nobody on one side of a "+"; expected NAME+NAME.`);
      }
      const voice = await resolveVoice(knowledge, part, known);
      voices.set(voiceKey(voice), voice);
    }
  }
  return [...voices.values()];
}
