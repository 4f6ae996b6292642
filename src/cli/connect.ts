import type { Command } from 'commander';
import { z } from 'zod';
import type { ConnectAnswer } from '../knowledge/trace-answers.ts';
import { joiningText } from '../knowledge/trace-words.ts';
import { listNames, percent } from '../knowledge/words.ts';
import { amount, printWeights } from './describe.ts';
import { openGraph } from './load-graph.ts';
import { GlobalOptions, readOptions, wholeNumber } from './options.ts';
import { hopLines, searchedLines } from './print-traces.ts';
import { resolveEntities } from './resolve-entity.ts';
import type { Session } from './session.ts';
import { addWalkingOptions, WalkingOptions, walkFrom } from './walk-options.ts';

/** What `connect --json` prints. */
export interface ConnectReport {
  readonly answer: ConnectAnswer;
  /** Version of the weights. */
  readonly weights: string;
}

const Options = GlobalOptions.extend(WalkingOptions).extend({ budget: z.number(), damp: z.boolean().default(false) });

export function addConnect(program: Command, session: Session): void {
  const command = program
    .command('connect')
    .argument('<entities...>', 'two to twelve entities by id, name or alias')
    .description('the few relations that best join several entities')
    .option('--budget <n>', 'most relations', wholeNumber(1, 100), 12)
    .option('--damp', 'rank what goes through places and much connected entities lower');
  addWalkingOptions(command).action(async (names: string[], _: unknown, command: Command) => {
    const options = readOptions(command, Options);
    const { knowledge } = await openGraph(options, session);
    const entities = (await resolveEntities(knowledge, names)) ?? [];
    const walk = await walkFrom(knowledge, options);
    const answer = await knowledge.connect(entities, { ...walk, budget: options.budget, damped: options.damp });
    const report: ConnectReport = { answer, weights: options.weights.version };
    if (options.json) session.out.json(report);
    else printReport(report, session);
  });
}

function printReport({ answer, weights }: ConnectReport, session: Session): void {
  const { out } = session;
  const { asked, groups, joinable, between, chains, relations, joining, searched, budget, needed, next } = answer;
  out.line(
    out.colours.bold(
      `What joins ${listNames(
        asked.map(({ name }) => name),
        12,
      )}`,
    ),
  );
  if (groups.length > 1) {
    const why =
      joinable.length > 1
        ? 'They cannot all be joined.'
        : `Joining them all needs about ${amount(needed, 'relation')}.`;
    out.line(`${why} Joined with one another are:`, 2);
    for (const group of groups)
      out.line(
        listNames(
          group.map(({ name }) => name),
          12,
        ),
        4,
      );
  }
  for (const { hops, opinion } of chains) {
    const [first, last] = [hops[0], hops.at(-1)];
    if (first === undefined || last === undefined) continue;
    out.line();
    out.line(`${first.from.name} to ${last.to.name}: ${percent(opinion.belief)} for all of it together`, 2);
    hops.forEach((hop, i) => {
      for (const line of hopLines(hop, i, out.colours)) out.line(line, 4);
    });
  }
  out.line();
  if (between.length > 0)
    out.line(
      `In between: ${listNames(
        between.map(({ name }) => name),
        12,
      )}.`,
    );
  if (relations.length > 0) {
    const more = relations.length - joining.length;
    out.line(
      `Joined by ${amount(joining.length, 'relation')}${more === 0 ? '' : `, and ${more} more are there beside, as next best ways (--json has all)`}.`,
    );
    out.line(joiningText(answer));
  }
  if (next > 0) out.line(`The next best way would need ${next} more than the budget of ${budget} allows.`);
  for (const line of searchedLines(searched, answer.options)) out.line(line);
  printWeights(weights, session);
}
