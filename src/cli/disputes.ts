import type { Command } from 'commander';
import { z } from 'zod';
import type { Dispute } from '../knowledge/knowledge-base.ts';
import { listNames, percent } from '../knowledge/words.ts';
import { relationLine } from './describe.ts';
import { weightText } from './explain-verdict.ts';
import { addFilterOptions, FilterOptions, filterFrom } from './filter-options.ts';
import { openGraph } from './load-graph.ts';
import { GlobalOptions, readOptions, wholeNumber } from './options.ts';
import type { Session } from './session.ts';

/** What `disputes --json` prints: relations in dispute, most contested first; `total` counts all of them. */
export interface DisputesReport {
  readonly total: number;
  readonly disputes: readonly Dispute[];
}

const Options = GlobalOptions.extend(FilterOptions).extend({ limit: z.number() });

export function addDisputes(program: Command, session: Session): void {
  const command = program
    .command('disputes')
    .description('what is contested, most contested first, with both sides')
    .option('--limit <n>', 'most disputes shown', wholeNumber(1, 100_000), 50);
  addFilterOptions(command).action(async (_: unknown, command: Command) => {
    const options = readOptions(command, Options);
    const { knowledge } = await openGraph(options.graph, session.io.cwd);
    const filter = await filterFrom(knowledge, options);
    const { items, total } = await knowledge.disputes(filter, { limit: options.limit });
    const report: DisputesReport = { total, disputes: items };
    if (options.json) session.out.json(report);
    else printDisputes(report, session);
  });
}

type Side = Dispute['for'];

function sideText(side: Side): string {
  return side.map(({ names, weight }) => `${listNames(names)} (${weightText(weight)})`).join('; ');
}

function printDisputes({ total, disputes }: DisputesReport, { out }: Session): void {
  if (total === 0) {
    out.line('No relation is in dispute here.');
    return;
  }
  disputes.forEach((dispute, i) => {
    const { relation } = dispute;
    const against = dispute.kind === 'denial' ? 'against' : 'doubting';
    out.line(`${i + 1}. ${relationLine(relation, out.colours)}`);
    out.pairs(
      [
        [
          'who',
          `${listNames(dispute.for.flatMap((side) => side.names))} against ${listNames(dispute.against.flatMap((side) => side.names))}`,
        ],
        ['for', sideText(dispute.for)],
        [against, sideText(dispute.against)],
        ['contention', percent(dispute.contention)],
        ['relation', relation.id],
      ],
      4,
    );
  });
  out.line();
  out.line(
    disputes.length < total
      ? `${disputes.length} of ${total} shown; --limit shows more.`
      : `${total} in dispute. In brackets: weight.`,
  );
}
