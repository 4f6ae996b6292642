import type {
  ClaimView,
  EntityView,
  FigureView,
  KnowledgeBase,
  RelationView,
  SourceView,
} from '../knowledge/knowledge-base.ts';
import { ClaimId, EntityId, RelationId, SourceId } from '../model/ids.ts';
import { UsageError } from '../model/issue.ts';
import { resolveEntity } from './resolve-entity.ts';

/** What an id or a name stands for. */
export type Subject =
  | { readonly what: 'entity'; readonly entity: EntityView }
  | { readonly what: 'relation'; readonly relation: RelationView }
  | { readonly what: 'claim'; readonly claim: ClaimView }
  | { readonly what: 'source'; readonly source: SourceView }
  | { readonly what: 'figure'; readonly figure: FigureView };

/** The answer, or undefined where the id names nothing. */
async function tried<T>(ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof UsageError) return undefined;
    throw error;
  }
}

async function asRelation(knowledge: KnowledgeBase, typed: string): Promise<RelationView | undefined> {
  const known = RelationId.safeParse(typed);
  const found = known.success ? await tried(() => knowledge.relation(known.data)) : undefined;
  if (found !== undefined) return found;
  const [subject, type, object, ...rest] = typed.split('~');
  if (subject === undefined || type === undefined || object === undefined || rest.length > 0) return undefined;
  // A symmetric relation has one id for both directions, and its ends may have been typed as names.
  const ends = await tried(async () => [
    await resolveEntity(knowledge, subject),
    await resolveEntity(knowledge, object),
  ]);
  const [from, to] = ends ?? [];
  const { ontology } = await knowledge.about();
  const symmetric = ontology.relations.some((relation) => relation.id === type && relation.symmetric);
  if (from === undefined || to === undefined) return undefined;
  for (const [first, second] of symmetric
    ? [
        [from, to],
        [to, from],
      ]
    : [[from, to]]) {
    const id = RelationId.safeParse(`${first}~${type}~${second}`);
    const view = id.success ? await tried(() => knowledge.relation(id.data)) : undefined;
    if (view !== undefined) return view;
  }
  return undefined;
}

/** A figure by its id; empty parts at its end may be left out, as long as one figure fits. */
async function asFigure(knowledge: KnowledgeBase, typed: string): Promise<FigureView | undefined> {
  const [subject] = typed.split('~');
  const id = await tried(() => resolveEntity(knowledge, subject ?? ''));
  const entity = id === undefined ? undefined : await tried(() => knowledge.entity(id));
  if (entity === undefined || id === undefined) return undefined;
  const wanted = `${id}${typed.slice(subject?.length ?? 0)}`;
  const exact = entity.figures.find((figure) => figure.id === wanted);
  if (exact !== undefined) return exact;
  const open = entity.figures.filter((figure) => figure.id.startsWith(`${wanted}~`));
  if (open.length > 1) {
    throw new UsageError(
      `${open.length} figures begin with ${JSON.stringify(typed)}. Give the id of one.`,
      open.map((figure) => figure.id),
    );
  }
  return open[0];
}

/**
 * What a person means by an id: entity, claim, source, relation `a~type~b` or figure `subject~type~of~unit~when`, in this
 * order; else an entity by name or alias. Throws a UsageError with candidates where it names nothing, or several.
 */
export async function findSubject(knowledge: KnowledgeBase, typed: string): Promise<Subject> {
  if (typed.includes('~')) {
    const relation = await asRelation(knowledge, typed);
    if (relation !== undefined) return { what: 'relation', relation };
    const figure = await asFigure(knowledge, typed);
    if (figure !== undefined) return { what: 'figure', figure };
    const subject = await tried(() => resolveEntity(knowledge, typed.split('~')[0] ?? ''));
    const about = subject === undefined ? undefined : await knowledge.entity(subject);
    throw new UsageError(
      `There is no relation or figure ${JSON.stringify(typed)} in this graph.`,
      [...(about?.relations ?? []), ...(about?.statements ?? []), ...(about?.figures ?? [])]
        .map((one) => one.id)
        .slice(0, 12),
    );
  }
  const entityId = EntityId.safeParse(typed);
  const entity = entityId.success ? await tried(() => knowledge.entity(entityId.data)) : undefined;
  const claimId = ClaimId.safeParse(typed);
  const claim = claimId.success ? await tried(() => knowledge.claim(claimId.data)) : undefined;
  const sourceId = SourceId.safeParse(typed);
  const source = sourceId.success ? await tried(() => knowledge.source(sourceId.data)) : undefined;
  if (entity !== undefined) return { what: 'entity', entity };
  if (claim !== undefined) return { what: 'claim', claim };
  if (source !== undefined) return { what: 'source', source };
  return { what: 'entity', entity: await knowledge.entity(await resolveEntity(knowledge, typed)) };
}
