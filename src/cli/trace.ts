import type { Command } from 'commander';
import { Option } from 'commander';
import { z } from 'zod';
import type { KnowledgeBase, Trace, TraceAnswer, TraceOptions } from '../knowledge/knowledge-base.ts';
import { listNames, percent, VERDICT_WORDS } from '../knowledge/words.ts';
import { printWeights, sharesText, verdictLine, verdictMark } from './describe.ts';
import { openGraph } from './load-graph.ts';
import { GlobalOptions, knownValues, ListOption, listOption, readOptions, wholeNumber } from './options.ts';
import type { Colours } from './print.ts';
import { type Relaxation, relaxations } from './relax-trace.ts';
import { resolveEntities, resolveEntity } from './resolve-entity.ts';
import type { Session } from './session.ts';

/** What `trace --json` prints. `relaxations` is there where no trace was found: what single change would give one. */
export interface TraceReport {
  readonly answer: TraceAnswer;
  /** Version of the weights. */
  readonly weights: string;
  readonly relaxations?: readonly Relaxation[];
}

const Options = GlobalOptions.extend({
  k: z.number(),
  depth: z.number(),
  type: ListOption,
  direction: z.enum(['both', 'along', 'against']),
  includeUnknown: z.boolean().default(false),
  disputed: z.boolean(),
  avoid: ListOption,
});

export function addTrace(program: Command, session: Session): void {
  program
    .command('trace')
    .argument('<from>', 'entity by id, name or alias')
    .argument('<to>', 'entity by id, name or alias')
    .description('how two entities are related, hop by hop, with whose word each hop rests on')
    .option('-k <n>', 'how many traces', wholeNumber(1, 50), 3)
    .option('--depth <n>', 'most hops of one trace', wholeNumber(1, 12), 4)
    .addOption(listOption('--type <id>', 'walk only relations of this type'))
    .addOption(
      new Option('--direction <way>', 'walk relations from subject to object, the other way, or both')
        .choices(['both', 'along', 'against'])
        .default('both'),
    )
    .option('--include-unknown', 'walk relations with too little evidence, too')
    .option('--no-disputed', 'walk no disputed relation')
    .addOption(listOption('--avoid <entity>', 'go not through this entity'))
    .action(async (from: string, to: string, _: unknown, command: Command) => {
      const options = readOptions(command, Options);
      const { knowledge } = await openGraph(options, session.io.cwd);
      const report = await trace(knowledge, from, to, options);
      if (options.json) session.out.json(report);
      else printReport(report, session);
    });
}

async function trace(
  knowledge: KnowledgeBase,
  from: string,
  to: string,
  options: z.infer<typeof Options>,
): Promise<TraceReport> {
  const [start, end] = [await resolveEntity(knowledge, from), await resolveEntity(knowledge, to)];
  const { ontology } = await knowledge.about();
  const types = knownValues(
    'type',
    options.type,
    ontology.relations.map((type) => type.id),
  );
  const avoid = await resolveEntities(knowledge, options.avoid);
  const asked: TraceOptions = {
    k: options.k,
    depth: options.depth,
    direction: options.direction,
    includeUnknown: options.includeUnknown,
    noDisputed: !options.disputed,
    ...(types === undefined ? {} : { types }),
    ...(avoid === undefined ? {} : { avoid }),
  };
  const answer = await knowledge.trace(start, end, asked);
  const report = { answer, weights: options.weights.version };
  if (answer.traces.length > 0) return report;
  return { ...report, relaxations: await relaxations(knowledge, start, end, asked) };
}

function printReport({ answer, weights, relaxations: changes = [] }: TraceReport, session: Session): void {
  const { out } = session;
  const { from, to, traces, searched, options } = answer;
  traces.forEach((found, i) => {
    if (i > 0) out.line();
    out.line(out.colours.bold(`Trace ${i + 1} of ${traces.length}: ${from.name} to ${to.name}`));
    for (const line of traceLines(found, out.colours)) out.line(line, 2);
  });
  if (traces.length === 0) {
    out.line(out.colours.bold(`No trace from ${from.name} to ${to.name} within ${options.depth} hops.`));
  }
  const { denied, unknown, byConstraint } = searched.leftOut;
  out.line();
  out.line(
    `Searched: ${searched.relations} relations between ${searched.entities} entities, at most ${options.depth} hops, direction ${options.direction}.`,
  );
  out.line(`Left out: ${denied} denied, ${unknown} with too little evidence, ${byConstraint} by the options given.`);
  printWeights(weights, session);
  if (traces.length > 0) return;
  out.line('That is an answer within these data, not about the world.');
  if (changes.length === 0) out.line('No single change of the options would give a trace.');
  else out.line('One change would give a trace:');
  for (const { option, verdict } of changes) out.line(`${option} (${VERDICT_WORDS[verdict]})`, 2);
}

function traceLines(trace: Trace, colours: Colours): string[] {
  const weakest = trace.hops[trace.weakest];
  return [
    ...trace.hops.flatMap((hop, i) => [
      `${i + 1}. ${hop.from.name} ${hop.relation.symmetric ? '—' : hop.along ? '→' : '←'} ${hop.to.name}: ${hop.sentence}.`,
      `   ${verdictLine(hop.relation, colours)}  ${colours.dim(hop.relation.id)}`,
    ]),
    `Together: ${verdictMark(trace.verdict, VERDICT_WORDS[trace.verdict], colours)} (${sharesText({ verdict: trace.verdict, ...trace.opinion })}), as its worst hop.`,
    ...(weakest === undefined || trace.hops.length < 2
      ? []
      : [`Weakest hop: ${trace.weakest + 1}, ${percent(weakest.relation.belief)} for.`]),
    ...(trace.sharedOrigins.length === 0
      ? []
      : [
          `Several hops rest on the same word (${listNames(trace.sharedOrigins)}), so they are not independent: the belief lies between ${percent(trace.band.min)} and ${percent(trace.band.max)}.`,
        ]),
  ];
}
