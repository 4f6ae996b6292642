import { type Command, Option } from 'commander';
import { z } from 'zod';
import { DISPUTE_KINDS } from '../evidence/disputes.ts';
import type { Dispute, DisputeQuery, KnowledgeBase, Matrix, Opponents } from '../knowledge/knowledge-base.ts';
import { UsageError } from '../model/issue.ts';
import { amount } from './describe.ts';
import { addFilterOptions, FilterOptions, filterFrom } from './filter-options.ts';
import { openGraph } from './load-graph.ts';
import { ALL, GlobalOptions, knownValues, ListOption, listOption, readOptions, wholeNumber } from './options.ts';
import { printDisputes } from './print-disputes.ts';
import { printMatrix } from './print-matrix.ts';
import { printPairs } from './print-pairs.ts';
import { resolveEntity } from './resolve-entity.ts';
import { resolveSpeakers } from './resolve-voice.ts';
import type { Session } from './session.ts';

/** What `disputes --json` prints: disputes of every kind, most contested first; `total` counts all of them. */
export interface DisputesReport {
  readonly total: number;
  readonly disputes: readonly Dispute[];
  /** Version of the weights. */
  readonly weights: string;
}

/** What `disputes --pairs --json` prints: who stands against whom; `total` counts all pairs. */
export interface PairsReport {
  readonly total: number;
  readonly pairs: readonly Opponents[];
  readonly weights: string;
}

/** What `disputes --matrix --json` prints; `total` counts all relations in dispute, `matrix` holds the first of them. */
export interface MatrixReport {
  readonly total: number;
  readonly matrix: Matrix;
  readonly weights: string;
}

const Options = GlobalOptions.extend(FilterOptions).extend({
  limit: z.number(),
  disputeKind: ListOption,
  entity: z.string().optional(),
  party: ListOption,
  pairs: z.boolean().default(false),
  matrix: z.boolean().default(false),
});
type Options = z.infer<typeof Options>;

export function addDisputes(program: Command, session: Session): void {
  const command = program
    .command('disputes')
    .description('what is contested, most contested first, with each side and whose word it rests on')
    .option('--limit <n>', 'most disputes, pairs or columns shown', wholeNumber(1, 100_000), 50)
    .addOption(listOption('--dispute-kind <word>', `only disputes of this kind: ${DISPUTE_KINDS.join(', ')}`))
    .option('--entity <who>', 'only disputes about this entity')
    .addOption(
      listOption('--party <who>', 'only disputes in which this speaker takes a side; given twice, on opposite sides'),
    )
    .addOption(new Option('--pairs', 'list who stands against whom instead, with their disputes').conflicts('matrix'))
    .addOption(new Option('--matrix', 'print who says what instead: origins by relations in dispute'));
  addFilterOptions(command).action(async (_: unknown, command: Command) => {
    const options = readOptions(command, Options);
    const { knowledge, graph } = await openGraph(options, session);
    const query = await queryFrom(knowledge, options);
    if (options.pairs) await pairs(knowledge, query, options, session);
    else if (options.matrix) await matrix(knowledge, query, options, session);
    else await list(knowledge, query, options, session);
    const rivals = graph.manifest?.lacking?.rivals ?? 0;
    if (rivals > 0) {
      session.err.line(
        `This is a part of a graph: of ${amount(rivals, 'relation')} that ${rivals === 1 ? 'says' : 'say'} who did something, other answers were left out of it.`,
      );
    }
  });
}

async function queryFrom(knowledge: KnowledgeBase, options: Options): Promise<DisputeQuery> {
  const parties = await resolveSpeakers(knowledge, options.party);
  if (parties !== undefined && parties.length > 2) {
    throw new UsageError(`--party can be given once or twice, got ${parties.length}: two stand on opposite sides.`);
  }
  if (parties?.length === 2 && parties[0] === parties[1]) {
    throw new UsageError(`--party: both name ${JSON.stringify(parties[0])}; nobody stands against themselves.`);
  }
  return {
    ...(await filterFrom(knowledge, options)),
    disputeKinds: knownValues('dispute-kind', options.disputeKind, DISPUTE_KINDS),
    entity: options.entity === undefined ? undefined : await resolveEntity(knowledge, options.entity),
    parties,
  };
}

async function list(knowledge: KnowledgeBase, query: DisputeQuery, options: Options, session: Session): Promise<void> {
  const { items, total } = await knowledge.disputes(query, { limit: options.limit });
  const report: DisputesReport = { total, disputes: items, weights: options.weights.version };
  if (options.json) session.out.json(report);
  else printDisputes(report, session);
}

async function pairs(knowledge: KnowledgeBase, query: DisputeQuery, options: Options, session: Session): Promise<void> {
  const all = await knowledge.opponents(query);
  const report: PairsReport = {
    total: all.length,
    pairs: all.slice(0, options.limit),
    weights: options.weights.version,
  };
  if (options.json) {
    session.out.json(report);
    return;
  }
  const { items } = await knowledge.disputes(query, { limit: ALL });
  printPairs(report, items, session);
}

async function matrix(
  knowledge: KnowledgeBase,
  query: DisputeQuery,
  options: Options,
  session: Session,
): Promise<void> {
  const found = await knowledge.matrix(query, { limit: options.limit });
  const report: MatrixReport = { total: found.total, matrix: found, weights: options.weights.version };
  if (options.json) session.out.json(report);
  else printMatrix(report, session);
}
