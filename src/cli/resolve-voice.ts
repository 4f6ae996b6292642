import { parseVoiceKey, UNNAMED, type Voice, voiceKey } from '../evidence/voices.ts';
import type { KnowledgeBase, VoiceView } from '../knowledge/knowledge-base.ts';
import { fold } from '../knowledge/search-index.ts';
import type { EntityId } from '../model/ids.ts';
import { UsageError } from '../model/issue.ts';
import { matchEntity } from './resolve-entity.ts';
import { splitGroup } from './split-group.ts';

/** What can be typed for a voice, for the help of verbs that take one. */
export const VOICE_HELP =
  'source by id, speaker by id, name or alias, publisher by name, "unnamed" for everybody not named; or one of these as source:…, speaker:…, publisher:…, origin:…; A+B takes both together, \\+ is a plus within a name';

/** Whether a text means everybody unnamed, unless an entity is called so. */
function isUnnamed(typed: string): boolean {
  return typed === 'unnamed' || typed === UNNAMED;
}

/** The key of a speaker: an entity by id, name or alias; else "unnamed"; undefined for neither, with what is alike. */
async function matchSpeaker(
  knowledge: KnowledgeBase,
  typed: string,
): Promise<{ readonly id?: EntityId | typeof UNNAMED; readonly near: readonly string[] }> {
  const match = await matchEntity(knowledge, typed);
  return match.id === undefined && isUnnamed(typed) ? { id: UNNAMED, near: [] } : match;
}

/**
 * The key under which a speaker can be asked for: an entity by id, name or alias, or everybody "unnamed". A UsageError
 * names the candidates where it is neither.
 */
export async function resolveSpeaker(knowledge: KnowledgeBase, typed: string): Promise<EntityId | typeof UNNAMED> {
  const { id, near } = await matchSpeaker(knowledge, typed);
  if (id !== undefined) return id;
  throw new UsageError(
    `${JSON.stringify(typed)} is no speaker here: expected the id, name or alias of an entity, or "unnamed".`,
    near,
  );
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

/** Voices of a kind that a text names: by id, or else by name. */
function ofKind({ kind, id }: Voice, known: readonly VoiceView[]): VoiceView[] {
  const all = known.filter(({ voice }) => voice.kind === kind);
  const exact = all.filter(({ voice }) => voice.id === id);
  return exact.length > 0 ? exact : all.filter(({ name }) => fold(name) === fold(id));
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
 * The voice that a text names: a key such as `source:gazette`; else the id of a source, an entity (which is a speaker)
 * by id, name or alias, the name of a publisher, or "unnamed", in this order. Undefined where it is none of them; a
 * UsageError where it is several.
 */
async function findVoice(
  knowledge: KnowledgeBase,
  typed: string,
  known: readonly VoiceView[],
): Promise<Voice | undefined> {
  const key = parseVoiceKey(typed);
  if (key?.kind === 'speaker') {
    const { id } = await matchSpeaker(knowledge, key.id);
    return id === undefined ? undefined : { kind: 'speaker', id };
  }
  if (key !== undefined) {
    const named = ofKind(key, known);
    if (named.length < 2) return named[0]?.voice;
    throw new UsageError(
      `${JSON.stringify(key.id)} is the name of ${named.length} ${key.kind}s. Give the id of the one that you mean.`,
      named.slice(0, 12).map(candidate),
    );
  }
  const { sources } = await knowledge.about();
  if (sources.some((source) => source.id === typed)) return { kind: 'source', id: typed };
  const { id } = await matchEntity(knowledge, typed);
  if (id !== undefined) return { kind: 'speaker', id };
  const publisher = sources.find((source) => source.publisher !== undefined && fold(source.publisher) === fold(typed));
  if (publisher?.publisher !== undefined) return { kind: 'publisher', id: publisher.publisher };
  return isUnnamed(typed) ? { kind: 'speaker', id: UNNAMED } : undefined;
}

/** That a text names nobody, with whom it may have meant. `hint` follows the sentence. */
async function nobody(
  knowledge: KnowledgeBase,
  typed: string,
  known: readonly VoiceView[],
  hint: string,
): Promise<UsageError> {
  const key = parseVoiceKey(typed);
  if (key !== undefined && key.kind !== 'speaker') {
    return new UsageError(
      `There is no ${key.kind} ${JSON.stringify(key.id)} in this graph.${hint}`,
      known
        .filter(({ voice }) => voice.kind === key.kind)
        .slice(0, 12)
        .map(candidate),
    );
  }
  const text = key?.id ?? typed;
  const { near } = await matchEntity(knowledge, text);
  const what = key === undefined ? 'source, speaker or publisher of this graph' : 'speaker of this graph';
  const candidates = [...(key === undefined ? lookAlikes(text, known) : []), ...near];
  const all =
    candidates.length === 0 ? ' ascribe without --resting source (speaker, publisher, origin) lists all.' : '';
  return new UsageError(
    `${JSON.stringify(text)} is no ${what}; "unnamed" means everybody not named.${hint}${all}`,
    candidates,
  );
}

/** The voices of one argument: that which the whole text names, or else those that its parts do. */
async function resolveGroup(knowledge: KnowledgeBase, typed: string, known: readonly VoiceView[]): Promise<Voice[]> {
  const whole = await findVoice(knowledge, typed.trim(), known);
  if (whole !== undefined) return [whole];
  const parts = splitGroup(typed);
  const hint = typed.includes('+') ? ' (A plus joins two; \\+ is a plus within a name.)' : '';
  const voices: Voice[] = [];
  for (const part of parts) {
    if (part === '') {
      throw new UsageError(`${JSON.stringify(typed)} names nobody on one side of a "+"; expected NAME+NAME.${hint}`);
    }
    const voice = await findVoice(knowledge, part, known);
    if (voice === undefined) throw await nobody(knowledge, part, known, hint);
    voices.push(voice);
  }
  return voices;
}

/** Everybody who speaks, and the sources and publishers that nothing is claimed in: they can be asked for, too. */
async function allVoices(knowledge: KnowledgeBase): Promise<VoiceView[]> {
  const { sources } = await knowledge.about();
  const voices = new Map<string, VoiceView>();
  const add = (view: VoiceView): void => {
    const key = voiceKey(view.voice);
    if (!voices.has(key)) voices.set(key, view);
  };
  for (const view of await knowledge.voices()) add(view);
  for (const { id, title, publisher } of sources) {
    add({ voice: { kind: 'source', id }, name: title, members: [], claims: 0 });
    if (publisher !== undefined) {
      add({ voice: { kind: 'publisher', id: publisher }, name: publisher, members: [], claims: 0 });
    }
  }
  return [...voices.values()];
}

/** All voices that a person names; `a+b` names two. Each is there once. A UsageError where one is nobody. */
export async function resolveVoices(knowledge: KnowledgeBase, typed: readonly string[]): Promise<Voice[]> {
  const known = await allVoices(knowledge);
  const voices = new Map<string, Voice>();
  for (const text of typed) {
    for (const voice of await resolveGroup(knowledge, text, known)) voices.set(voiceKey(voice), voice);
  }
  return [...voices.values()];
}
