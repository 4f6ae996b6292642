import type { Command } from 'commander';
import { z } from 'zod';
import { OUTCOMES, type Outcome } from '../evidence/compare.ts';
import type { Compared, Comparison, FigureOutcome } from '../knowledge/knowledge-base.ts';
import { OUTCOME_WORDS, POSITION_WORDS, percent } from '../knowledge/words.ts';
import {
  amount,
  capital,
  printMore,
  printWeights,
  relationLine,
  relationsText,
  voicesText,
  voiceText,
} from './describe.ts';
import { openGraph } from './load-graph.ts';
import { GlobalOptions, readOptions, wholeNumber } from './options.ts';
import { resolveVoices, VOICE_HELP } from './resolve-voice.ts';
import type { Session } from './session.ts';

/** What `compare --json` prints: all of the comparison, and the version of the weights. */
export type CompareReport = Comparison & { readonly weights: string };

const Options = GlobalOptions.extend({ limit: z.number(), all: z.boolean().default(false) });
type Options = z.infer<typeof Options>;

export function addCompare(program: Command, session: Session): void {
  program
    .command('compare')
    .argument('<a>', `the first side: ${VOICE_HELP}`)
    .argument('<b>', 'the second side, named in the same way')
    .description('where two voices contradict each other, agree, or only one speaks')
    .option('--all', 'list what only one of them speaks of, too')
    .option('--limit <n>', 'most relations shown of each kind; --json has all', wholeNumber(1, 100_000), 50)
    .action(async (a: string, b: string, _: unknown, command: Command) => {
      const options = readOptions(command, Options);
      const { knowledge } = await openGraph(options, session);
      const [p, q] = [await resolveVoices(knowledge, [a]), await resolveVoices(knowledge, [b])];
      const report: CompareReport = { ...(await knowledge.compare(p, q)), weights: options.weights.version };
      if (options.json) session.out.json(report);
      else printComparison(report, options, session);
    });
}

/** Outcomes of relations that are always listed, and those that `--all` adds. */
const BOTH_SPEAK = OUTCOMES.filter((outcome) => outcome !== 'only-p' && outcome !== 'only-q');
const ONE_SPEAKS = ['only-p', 'only-q'] as const;
const FIGURES_BOTH: readonly FigureOutcome[] = ['figures-disjoint', 'figures-agree'];

function printComparison(report: CompareReport, options: Options, session: Session): void {
  const { out } = session;
  const { p, q, relations, figures, weights } = report;
  const [first, second] = [voicesText(p), voicesText(q)];
  out.line(out.colours.bold(`${first} beside ${second}`));
  out.line(`first: ${p.map(voiceText).join('; ')}`, 2);
  out.line(`second: ${q.map(voiceText).join('; ')}`, 2);
  out.line('Each is taken at its own word, whatever its grade. The verdicts beside are those of the whole graph.', 2);
  for (const outcome of BOTH_SPEAK) printOutcome(outcome, report, options.limit, session);
  for (const outcome of FIGURES_BOTH) printFigureOutcome(outcome, report, options.limit, session);
  for (const outcome of ONE_SPEAKS) {
    if (options.all) {
      printOutcome(outcome, report, options.limit, session);
      printFigureOutcome(outcome, report, options.limit, session);
      continue;
    }
    const alone = relations.filter((one) => one.outcome === outcome).length;
    const numbers = figures.filter((one) => one.outcome === outcome).length;
    if (outcome === ONE_SPEAKS[0]) out.line();
    out.line(
      `${headingOf(outcome, report)}: ${relationsText(alone)}, ${amount(numbers, 'figure')}${alone + numbers > 0 ? ' (--all lists them)' : ''}.`,
    );
  }
  printWeights(weights, session);
}

/** "Contradict each other", "Only the first, Pakistan, speaks". */
function headingOf(outcome: Outcome | FigureOutcome, { p, q }: CompareReport): string {
  if (outcome === 'only-p') return `Only the first, ${voicesText(p)}, speaks`;
  if (outcome === 'only-q') return `Only the second, ${voicesText(q)}, speaks`;
  return capital(OUTCOME_WORDS[outcome]);
}

/** Contradictions are told of even where there are none: that is an answer. */
function printOutcome(outcome: Outcome, report: CompareReport, limit: number, session: Session): void {
  const { out } = session;
  const { p, q, relations } = report;
  const own = relations.filter((one) => one.outcome === outcome);
  if (own.length === 0 && outcome !== 'contradict') return;
  out.heading(`${headingOf(outcome, report)} (${own.length})`);
  if (own.length === 0) out.line('nowhere', 2);
  for (const one of own.slice(0, limit)) printCompared(one, voicesText(p), voicesText(q), session);
  printMore(Math.min(limit, own.length), own.length, session);
}

function printCompared({ relation, p, q, conflict }: Compared, first: string, second: string, { out }: Session): void {
  out.line(relationLine(relation, out.colours), 2);
  const says = [
    p === 'silent' ? [] : [`${first}: ${POSITION_WORDS[p]}`],
    q === 'silent' ? [] : [`${second}: ${POSITION_WORDS[q]}`],
  ];
  out.line(`${says.flat().join('; ')}${conflict > 0 ? `; conflict ${percent(conflict)}` : ''}`, 4);
  out.line(out.colours.dim(relation.id), 4);
}

function printFigureOutcome(outcome: FigureOutcome, report: CompareReport, limit: number, session: Session): void {
  const { out } = session;
  const own = report.figures.filter((one) => one.outcome === outcome);
  if (own.length === 0) return;
  const heading = headingOf(outcome, report);
  out.heading(`Figures: ${heading.slice(0, 1).toLowerCase()}${heading.slice(1)} (${own.length})`);
  for (const { figure, p, q } of own.slice(0, limit)) {
    out.line(out.colours.bold(figure.title), 2);
    for (const [who, values] of [
      [voicesText(report.p), p],
      [voicesText(report.q), q],
    ] as const) {
      if (values.length > 0) out.line(`${who}: ${values.join('; ')}`, 4);
    }
    out.line(out.colours.dim(figure.id), 4);
  }
  printMore(Math.min(limit, own.length), own.length, session);
}
