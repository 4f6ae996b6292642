import type { EntityRef, KnowledgeBase } from '../knowledge/knowledge-base.ts';
import { fold } from '../knowledge/search-index.ts';
import { EntityId } from '../model/ids.ts';
import { UsageError } from '../model/issue.ts';
import { splitGroup } from './split-group.ts';

function candidate({ id, name, kind }: EntityRef): string {
  return `${id} (${name}, ${kind})`;
}

/** The entity with exactly this id, if there is one. */
async function byId(knowledge: KnowledgeBase, typed: string): Promise<EntityId | undefined> {
  const id = EntityId.safeParse(typed);
  if (!id.success) return undefined;
  try {
    await knowledge.entity(id.data);
    return id.data;
  } catch (error) {
    if (error instanceof UsageError) return undefined;
    throw error;
  }
}

/** What was found for a text: the entity; or none, with those that it looks like, for a message. */
export interface EntityMatch {
  readonly id?: EntityId;
  readonly near: readonly string[];
}

/**
 * Looks for the entity that a person means by an id, name or alias. The id itself comes first; a name must fit whole,
 * without regard to case and diacritics. A name that several bear is never decided here: a UsageError names the
 * candidates.
 */
export async function matchEntity(knowledge: KnowledgeBase, typed: string): Promise<EntityMatch> {
  const known = await byId(knowledge, typed);
  if (known !== undefined) return { id: known, near: [] };
  const { items } = await knowledge.search(typed, { limit: 50 });
  const wanted = fold(typed).trim();
  const exact = items.filter((hit) => fold(hit.matched) === wanted);
  const [first] = exact;
  if (exact.length > 1) {
    throw new UsageError(
      `${JSON.stringify(typed)} is the name of ${exact.length} entities. Give the id of the one that you mean.`,
      exact.map((hit) => candidate(hit.entity)),
    );
  }
  if (first !== undefined) return { id: first.entity.id, near: [] };
  return { near: items.slice(0, 8).map((hit) => candidate(hit.entity)) };
}

/** The entity that a person means. A UsageError names the candidates where it is none, or several. */
export async function resolveEntity(knowledge: KnowledgeBase, typed: string): Promise<EntityId> {
  const { id, near } = await matchEntity(knowledge, typed);
  if (id !== undefined) return id;
  const hint = near.length === 0 ? ' Try: ascribe search TEXT.' : '';
  throw new UsageError(`No entity has the id, name or alias ${JSON.stringify(typed)}.${hint}`, near);
}

/** Several of them, in order; undefined where none were asked for. */
export async function resolveEntities(
  knowledge: KnowledgeBase,
  typed: readonly string[] | undefined,
): Promise<EntityId[] | undefined> {
  if (typed === undefined) return undefined;
  const ids: EntityId[] = [];
  for (const name of typed) ids.push(await resolveEntity(knowledge, name));
  return ids;
}

/** One entity that a text names as a whole, or those that `A+B` names; `\+` is a plus within a name. */
export async function resolveEnds(knowledge: KnowledgeBase, typed: string): Promise<EntityId[]> {
  const { id } = await matchEntity(knowledge, typed.trim());
  if (id !== undefined) return [id];
  const ids: EntityId[] = [];
  for (const part of splitGroup(typed)) {
    if (part === '')
      throw new UsageError(`${JSON.stringify(typed)} names nobody on one side of a "+"; expected NAME+NAME.`);
    ids.push(await resolveEntity(knowledge, part));
  }
  return [...new Set(ids)];
}
