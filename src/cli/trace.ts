import type { Command } from 'commander';
import type { TraceAnswer } from '../knowledge/trace-answers.ts';
import { DEFAULT_TRACE, MOST_HOPS } from '../knowledge/trace-options.ts';
import { relaxedText } from '../knowledge/trace-words.ts';
import { listNames } from '../knowledge/words.ts';
import { amount, printWeights } from './describe.ts';
import { openGraph } from './load-graph.ts';
import { GlobalOptions, listOption, readOptions, wholeNumber } from './options.ts';
import { connectionLine, relaxationText, searchedLines, traceLines } from './print-traces.ts';
import { resolveEnds } from './resolve-entity.ts';
import type { Session } from './session.ts';
import { addTracingOptions, TracingOptions, tracingFrom } from './trace-options.ts';

/** What `trace --json` prints. */
export interface TraceReport {
  readonly answer: TraceAnswer;
  /** Version of the weights. */
  readonly weights: string;
}

const Options = GlobalOptions.extend(TracingOptions);

export function addTrace(program: Command, session: Session): void {
  const command = program
    .command('trace')
    .argument('<from>', 'entity by id, name or alias; A+B is a group, \\+ a plus within a name')
    .argument('<to>', 'entity or group')
    .description('how two entities are related, hop by hop, on whose word each hop rests and without whom it falls')
    .option('--depth <n>', 'most hops of one trace', wholeNumber(1, MOST_HOPS), DEFAULT_TRACE.depth)
    .addOption(listOption('--type <id>', 'walk only relations of this type and its narrower ones'));
  addTracingOptions(command).action(async (from: string, to: string, _: unknown, command: Command) => {
    const options = readOptions(command, Options);
    const { knowledge } = await openGraph(options, session);
    const asked = await tracingFrom(knowledge, options);
    const ends = [await resolveEnds(knowledge, from), await resolveEnds(knowledge, to)] as const;
    const answer = await knowledge.trace(...ends, asked);
    const report: TraceReport = { answer, weights: options.weights.version };
    if (options.json) session.out.json(report);
    else printReport(report, session);
  });
}

function printReport({ answer, weights }: TraceReport, session: Session): void {
  const { out } = session;
  const { traces, searched, options, relaxations } = answer;
  const from = listNames((answer.fromGroup ?? [answer.from]).map(({ name }) => name));
  const to = listNames((answer.toGroup ?? [answer.to]).map(({ name }) => name));
  traces.forEach((found, i) => {
    if (i > 0) out.line();
    out.line(out.colours.bold(`Trace ${i + 1} of ${traces.length}: ${from} to ${to}`));
    for (const line of traceLines(found, out.colours)) out.line(line, 2);
  });
  if (traces.length === 0) {
    const found = searched.cutShort === undefined ? 'No trace' : 'No trace found, before the search gave up,';
    out.line(out.colours.bold(`${found} from ${from} to ${to} within ${amount(options.depth, 'hop')}.`));
  }
  out.line();
  if (answer.connection !== undefined && traces.length > 1) out.line(connectionLine(answer.connection));
  for (const line of searchedLines(searched, options)) out.line(line);
  printWeights(weights, session);
  if (traces.length > 0) return;
  out.line('That is an answer within these data, not about the world.');
  if (relaxations.length > 0) out.line('One change would give a trace:');
  else if (answer.relaxationsCutShort) {
    out.line('No single change was found that would give a trace; the search for one was cut short.');
  } else out.line('No single change of the options would give a trace.');
  for (const change of relaxations) {
    out.line(`${relaxationText(change)}: ${relaxedText(change)}`, 2);
  }
}
