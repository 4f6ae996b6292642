import { z } from 'zod';
import { DEFAULT_WEIGHTS } from '../evidence/weights.ts';
import { describeSelection, WHOLE_GRAPH } from '../knowledge/describe-selection.ts';
import type { ClaimFilter, KnowledgeBase, RelationSummary, SubgraphRequest } from '../knowledge/knowledge-base.ts';
import { wholeGraph } from '../knowledge/subgraph.ts';
import { listNames } from '../knowledge/words.ts';
import type { GraphDocument } from '../model/graph-document.ts';
import type { EntityId, RelationId } from '../model/ids.ts';
import { UsageError } from '../model/issue.ts';
import { FilterOptions, filterFrom, isEmptyFilter } from './filter-options.ts';
import { findSubject } from './find-subject.ts';
import type { OpenGraph } from './load-graph.ts';
import { ALL, ListOption } from './options.ts';
import { resolveEnds, resolveEntities } from './resolve-entity.ts';
import { TracingOptions, tracingFrom } from './trace-options.ts';

/** Options that say which part of a graph is taken. */
export const SelectOptions = {
  ...TracingOptions,
  ...FilterOptions,
  focus: ListOption,
  depth: z.number().optional(),
  dispute: z.boolean().default(false),
  trace: z.array(z.string()).optional(),
  select: z.array(z.string()).optional(),
  denials: z.boolean().default(true),
};

type Given = z.infer<z.ZodObject<typeof SelectOptions>>;

/** What was taken; `relations` are those that were asked for, where evidence was taken along that nobody asked for. */
export interface Selected {
  readonly graph: GraphDocument;
  readonly relations?: ReadonlySet<RelationId>;
}

/**
 * What the options ask for; the graph itself, untouched, where they ask nothing, with a new manifest only where it is
 * weighed by other numbers than it says. `tracing` are the options of traces that were given, as they are typed: the manifest tells them.
 */
export async function selectGraph(
  { graph, knowledge }: OpenGraph,
  given: Given,
  tracing: readonly string[],
  taken: Date,
): Promise<Selected> {
  // With a trace, the types are those that it may walk.
  const filter = await filterFrom(knowledge, given.trace === undefined ? given : { ...given, type: undefined });
  const focus = await resolveEntities(knowledge, given.focus);
  if (given.trace === undefined) {
    const [first] = tracing;
    if (first !== undefined) throw new UsageError(`${first} needs a --trace.`);
    if (given.depth !== undefined && focus === undefined) throw new UsageError('--depth needs a --focus or a --trace.');
  }
  const relations = await chosenRelations(knowledge, given, tracing);
  if (relations !== undefined) {
    if (!isEmptyFilter(filter) || focus !== undefined || given.dispute) {
      throw new UsageError(
        '--trace and --select say which relations are taken: no filter, --focus or --dispute beside them.',
      );
    }
    return { graph: await takeChosen(knowledge, relations, taken) };
  }
  if (isEmptyFilter(filter) && focus === undefined && !given.dispute) {
    const { weights } = await knowledge.about();
    const told = graph.manifest?.weights ?? DEFAULT_WEIGHTS.version;
    return { graph: weights === told ? graph : wholeGraph(graph, taken, weights) };
  }
  const request: SubgraphRequest = {
    filter,
    taken,
    ...(focus === undefined ? {} : { focus, depth: given.depth ?? 1 }),
  };
  if (given.dispute) return { graph: await takeDisputes(knowledge, request, filter) };
  const picture = await drawn(knowledge, request);
  return { graph: await knowledge.subgraph(request), relations: new Set(picture.relations.map(({ id }) => id)) };
}

interface Chosen {
  readonly relations: readonly RelationId[];
  readonly figures: readonly string[];
  /** In words, before the list of ids. */
  readonly words: string;
}

/** The relations of the traces between two entities, and those that are named; undefined where neither is asked. */
async function chosenRelations(
  knowledge: KnowledgeBase,
  given: Given,
  tracing: readonly string[],
): Promise<Chosen | undefined> {
  const { trace, select } = given;
  if (trace === undefined && select === undefined) return undefined;
  const relations = new Set<RelationId>();
  const figures = new Set<string>();
  const words: string[] = [];
  if (trace !== undefined) {
    const [from, to, ...more] = trace;
    if (from === undefined || to === undefined || more.length > 0) {
      throw new UsageError('--trace takes two entities: FROM and TO.');
    }
    const ends = [await resolveEnds(knowledge, from), await resolveEnds(knowledge, to)] as const;
    const answer = await knowledge.trace(...ends, await tracingFrom(knowledge, given));
    const between = `from ${namesOf(answer.fromGroup ?? [answer.from])} to ${namesOf(answer.toGroup ?? [answer.to])}`;
    if (answer.traces.length === 0) {
      throw new UsageError(
        `There is no trace from ${answer.from.name} to ${answer.to.name}; ask \`ascribe trace\` why.`,
      );
    }
    for (const { hops } of answer.traces) for (const { relation } of hops) relations.add(relation.id);
    const found = `${answer.traces.length} ${answer.traces.length === 1 ? 'trace' : 'traces'}`;
    const how = tracing.length === 0 ? '' : ` (${tracing.join(' ')})`;
    words.push(`${found} ${between}${how}`);
  }
  for (const id of select ?? []) {
    const subject = await findSubject(knowledge, id);
    if (subject.what === 'relation') relations.add(subject.relation.id);
    else if (subject.what === 'figure') figures.add(subject.figure.id);
    else
      throw new UsageError(
        `--select takes relations and figures; ${JSON.stringify(id)} is ${subject.what === 'entity' ? 'an entity: use --focus' : `a ${subject.what}`}.`,
      );
  }
  return { relations: [...relations], figures: [...figures], words: words.join('; ') };
}

function namesOf(ends: readonly { readonly name: string }[]): string {
  return listNames(ends.map(({ name }) => name));
}

async function takeChosen(
  knowledge: KnowledgeBase,
  { relations, figures, words }: Chosen,
  taken: Date,
): Promise<GraphDocument> {
  return knowledge.subgraph({
    relations,
    ...(figures.length === 0 ? {} : { figures }),
    ...(words === '' ? {} : { words }),
    taken,
  });
}

/**
 * The disputes that a request asks for, each whole: with its narrower relations and rivals, whether or not these pass
 * the filter or are in reach themselves, and with every claim of a figure. The manifest says by which filter they were
 * chosen.
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
  // A rival names somebody else, who may well be farther off: with one answer in reach, all of them are taken.
  const relations = items.flatMap(({ relation, narrower, rivals }) => {
    const answers = [...(relation === undefined ? [] : [relation]), ...rivals];
    return answers.some(inReach) ? [...answers, ...narrower].map(({ id }) => id) : [];
  });
  const figures = items.flatMap(({ figure }) => (figure !== undefined && isNear(figure.subject.id) ? [figure.id] : []));
  const asked = describeSelection(request);
  const words = asked === WHOLE_GRAPH ? 'in dispute' : `in dispute; ${asked}`;
  return knowledge.subgraph({ relations: [...new Set(relations)], figures, words, taken: request.taken });
}

/** Entities within the hops that a request allows; undefined where it sets no focus. */
async function reach(knowledge: KnowledgeBase, request: SubgraphRequest) {
  const { focus } = request;
  if (focus === undefined) return undefined;
  const { entities } = await drawn(knowledge, request);
  return new Set<EntityId>([...focus, ...entities.map(({ id }) => id)]);
}

/** What would be drawn of a request: what passes its filter, near its focus, without what is taken along. */
function drawn(knowledge: KnowledgeBase, { filter, focus, depth }: SubgraphRequest) {
  return knowledge.picture({
    ...(filter === undefined ? {} : { filter }),
    ...(focus === undefined ? {} : { focus }),
    ...(depth === undefined ? {} : { depth }),
    limit: ALL,
  });
}
