import type { Command } from 'commander';
import { z } from 'zod';
import type { ExpandAnswer } from '../knowledge/trace-answers.ts';
import { listNames } from '../knowledge/words.ts';
import { amount, printWeights, relationLine } from './describe.ts';
import { openGraph } from './load-graph.ts';
import { GlobalOptions, readOptions, wholeNumber } from './options.ts';
import { searchedLines } from './print-traces.ts';
import { resolveEntities } from './resolve-entity.ts';
import type { Session } from './session.ts';
import { addDirection, addWalkingOptions, WalkingOptions, walkFrom } from './walk-options.ts';

/** What `expand --json` prints. */
export interface ExpandReport {
  readonly answer: ExpandAnswer;
  /** Version of the weights. */
  readonly weights: string;
}

const Options = GlobalOptions.extend(WalkingOptions).extend({
  depth: z.number(),
  limit: z.number(),
  hubs: z.number().optional(),
});

export function addExpand(program: Command, session: Session): void {
  const command = program
    .command('expand')
    .argument('<entities...>', 'entities by id, name or alias')
    .description('the neighbourhood of an entity, ring by ring, and what a limit left out')
    .option('--depth <n>', 'how many hops far', wholeNumber(1, 6), 1)
    .option('--limit <n>', 'most entities', wholeNumber(1, 10_000), 50)
    .option('--hubs <n>', 'do not go on from entities with more relations than this', wholeNumber(1, 1_000_000));
  addDirection(addWalkingOptions(command)).action(async (names: string[], _: unknown, command: Command) => {
    const options = readOptions(command, Options);
    const { knowledge } = await openGraph(options, session);
    const entities = (await resolveEntities(knowledge, names)) ?? [];
    const walk = await walkFrom(knowledge, options);
    const { depth, limit, hubs } = options;
    const answer = await knowledge.expand(entities, { ...walk, depth, limit, hubs });
    const report: ExpandReport = { answer, weights: options.weights.version };
    if (options.json) session.out.json(report);
    else printReport(report, session);
  });
}

function printReport({ answer, weights }: ExpandReport, session: Session): void {
  const { out } = session;
  out.line(
    out.colours.bold(
      `Around ${listNames(
        answer.asked.map(({ name }) => name),
        12,
      )}`,
    ),
  );
  for (const { depth, entities, total, leftOut } of answer.rings) {
    const left = leftOut === 0 ? '' : `, ${leftOut} of them left out by --limit`;
    out.line(`${amount(depth, 'hop')} away: ${amount(total, 'entity', 'entities')}${left}`, 2);
    if (entities.length > 0) out.line(entities.map(({ name }) => name).join(', '), 4);
  }
  if (answer.rings.length === 0) out.line('Nothing that may be walked leads anywhere.', 2);
  out.line();
  out.line(out.colours.bold(`Relations between them (${answer.relations.length})`));
  for (const relation of answer.relations) out.line(relationLine(relation, out.colours), 2);
  if (answer.relationsLeftOut > 0) {
    out.line(`${amount(answer.relationsLeftOut, 'relation')} to entities that --limit left out.`, 2);
  }
  if (answer.hubs.length > 0) {
    out.line(
      `Not gone on from, as too much connected: ${listNames(
        answer.hubs.map(({ name }) => name),
        12,
      )}.`,
    );
  }
  out.line();
  for (const line of searchedLines(answer.searched, answer.options)) out.line(line);
  printWeights(weights, session);
}
