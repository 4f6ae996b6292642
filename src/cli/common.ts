import type { Command } from 'commander';
import { z } from 'zod';
import type { CommonAnswer } from '../knowledge/trace-answers.ts';
import { listNames, percent } from '../knowledge/words.ts';
import { printMore, printWeights, relationLine } from './describe.ts';
import { openGraph } from './load-graph.ts';
import { GlobalOptions, readOptions, wholeNumber } from './options.ts';
import { searchedLines } from './print-traces.ts';
import { resolveEntities } from './resolve-entity.ts';
import type { Session } from './session.ts';
import { addDirection, addWalkingOptions, WalkingOptions, walkFrom } from './walk-options.ts';

/** What `common --json` prints. */
export interface CommonReport {
  readonly answer: CommonAnswer;
  /** Version of the weights. */
  readonly weights: string;
}

const Options = GlobalOptions.extend(WalkingOptions).extend({ limit: z.number() });

export function addCommon(program: Command, session: Session): void {
  const command = program
    .command('common')
    .argument('<entities...>', 'two or more entities by id, name or alias')
    .description('who stands in a relation to each of several entities')
    .option('--limit <n>', 'most entities', wholeNumber(1, 10_000), 20);
  addDirection(addWalkingOptions(command)).action(async (names: string[], _: unknown, command: Command) => {
    const options = readOptions(command, Options);
    const { knowledge } = await openGraph(options, session);
    const entities = (await resolveEntities(knowledge, names)) ?? [];
    const walk = await walkFrom(knowledge, options);
    const answer = await knowledge.common(entities, { ...walk, limit: options.limit });
    const report: CommonReport = { answer, weights: options.weights.version };
    if (options.json) session.out.json(report);
    else printReport(report, session);
  });
}

function printReport({ answer, weights }: CommonReport, session: Session): void {
  const { out } = session;
  const { asked, items, total, searched } = answer;
  const names = listNames(
    asked.map(({ name }) => name),
    12,
  );
  out.line(
    out.colours.bold(
      total === 0 ? `Nobody stands in a relation to each of ${names}.` : `In a relation to each of ${names} (${total})`,
    ),
  );
  for (const { entity, relations, belief } of items) {
    out.line(`${entity.name}: ${percent(belief)} for the best relation to each, together`, 2);
    for (const relation of relations.flat()) out.line(relationLine(relation, out.colours), 4);
  }
  printMore(items.length, total, session);
  out.line();
  for (const line of searchedLines(searched, answer.options)) out.line(line);
  printWeights(weights, session);
}
