import { z } from 'zod';
import { DEFAULT_WEIGHTS } from '../evidence/weights.ts';
import { describeSelection } from '../knowledge/describe-selection.ts';
import type { ClaimFilter, KnowledgeBase, RelationSummary, SubgraphRequest } from '../knowledge/knowledge-base.ts';
import { wholeGraph } from '../knowledge/subgraph.ts';
import type { GraphDocument } from '../model/graph-document.ts';
import type { EntityId } from '../model/ids.ts';
import { UsageError } from '../model/issue.ts';
import { FilterOptions, filterFrom, isEmptyFilter } from './filter-options.ts';
import type { OpenGraph } from './load-graph.ts';
import { ALL, ListOption } from './options.ts';
import { resolveEntities } from './resolve-entity.ts';

/** Options that say which part of a graph is taken. */
export const SelectOptions = {
  ...FilterOptions,
  focus: ListOption,
  depth: z.number().optional(),
  dispute: z.boolean().default(false),
};

type Given = z.infer<z.ZodObject<typeof SelectOptions>>;

/**
 * What the options ask for; the graph itself, untouched, where they ask nothing, with a manifest only where it is weighed
 * by other numbers.
 */
export async function selectGraph({ graph, knowledge }: OpenGraph, given: Given, taken: Date): Promise<GraphDocument> {
  const filter = await filterFrom(knowledge, given);
  const focus = await resolveEntities(knowledge, given.focus);
  if (given.depth !== undefined && focus === undefined) throw new UsageError('--depth needs a --focus.');
  if (isEmptyFilter(filter) && focus === undefined && !given.dispute) {
    const { weights } = await knowledge.about();
    return weights === DEFAULT_WEIGHTS.version ? graph : wholeGraph(graph, taken, weights);
  }
  const request: SubgraphRequest = {
    filter,
    taken,
    ...(focus === undefined ? {} : { focus, depth: given.depth ?? 1 }),
  };
  return given.dispute ? takeDisputes(knowledge, request, filter) : knowledge.subgraph(request);
}

/**
 * The disputes that a request asks for, each whole: with its narrower relations and rivals, whether or not these pass
 * the filter themselves, and with every claim of a figure. The manifest says by which filter they were chosen.
 */
async function takeDisputes(
  knowledge: KnowledgeBase,
  request: SubgraphRequest,
  filter: ClaimFilter,
): Promise<GraphDocument> {
  const { items } = await knowledge.disputes(filter, { limit: ALL });
  const near = await reach(knowledge, request);
  const isNear = (id: EntityId | undefined): boolean => id === undefined || near === undefined || near.has(id);
  const inReach = ({ subject, object }: RelationSummary): boolean => isNear(subject.id) && isNear(object?.id);
  const relations = items
    .flatMap(({ relation, narrower, rivals }) => [
      ...(relation === undefined ? [] : [relation]),
      ...narrower,
      ...rivals,
    ])
    .filter(inReach)
    .map(({ id }) => id);
  const figures = items.flatMap(({ figure }) => (figure !== undefined && isNear(figure.subject.id) ? [figure.id] : []));
  const chosen = { relations: [...new Set(relations)], figures };
  const cut = await knowledge.subgraph({ ...chosen, taken: request.taken });
  const selection = `in dispute; ${describeSelection({ ...request, ...chosen })}`.slice(0, 4000);
  return cut.manifest === undefined ? cut : { ...cut, manifest: { ...cut.manifest, selection } };
}

/** Entities within the hops that a request allows; undefined where it sets no focus. */
async function reach(knowledge: KnowledgeBase, { filter, focus, depth }: SubgraphRequest) {
  if (focus === undefined) return undefined;
  const { entities } = await knowledge.picture({
    ...(filter === undefined ? {} : { filter }),
    focus,
    ...(depth === undefined ? {} : { depth }),
    limit: ALL,
  });
  return new Set<EntityId>([...focus, ...entities.map(({ id }) => id)]);
}
