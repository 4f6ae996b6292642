import type { Command } from 'commander';
import { z } from 'zod';
import { POSITIONS } from '../evidence/perspective.ts';
import type { Perspective } from '../knowledge/knowledge-base.ts';
import { listNames, POSITION_WORDS } from '../knowledge/words.ts';
import {
  capital,
  deniedValues,
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

/** What `perspective --json` prints: the graph as some tell it, and the version of the weights. */
export type PerspectiveReport = Perspective & { readonly weights: string };

const Options = GlobalOptions.extend({ limit: z.number() });

export function addPerspective(program: Command, session: Session): void {
  program
    .command('perspective')
    .argument('<who...>', `whose word is taken alone; several are taken together: ${VOICE_HELP}`)
    .description('the graph as somebody tells it: what they assert, deny and doubt, whatever their grade')
    .option('--limit <n>', 'most relations shown of each kind; --json has all', wholeNumber(1, 100_000), 50)
    .action(async (who: string[], _: unknown, command: Command) => {
      const options = readOptions(command, Options);
      const { knowledge } = await openGraph(options, session);
      const told = await knowledge.perspective(await resolveVoices(knowledge, who));
      const report: PerspectiveReport = { ...told, weights: options.weights.version };
      if (options.json) session.out.json(report);
      else printPerspective(report, options.limit, session);
    });
}

function printPerspective(report: PerspectiveReport, limit: number, session: Session): void {
  const { voices, relations, figures, counts, weights } = report;
  const { out } = session;
  const { bold, dim } = out.colours;
  out.line(bold(`The graph according to ${voicesText(voices)}`));
  for (const voice of voices) out.line(voiceText(voice), 2);
  if (voices.every(({ claims }) => claims === 0)) out.line('No claim rests on this word.', 2);
  const said = POSITIONS.filter((position) => counts[position] > 0).map(
    (position) => `${POSITION_WORDS[position]} (${counts[position]})`,
  );
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  out.line(`Of ${relationsText(total)}: ${[...said, `${POSITION_WORDS.silent} (${counts.silent})`].join(', ')}.`, 2);
  out.line('Silence is not doubt. The verdicts beside are those of the whole graph.', 2);
  for (const position of POSITIONS) {
    const own = relations.filter((one) => one.position === position);
    if (own.length === 0) continue;
    out.heading(`${capital(POSITION_WORDS[position])} (${own.length})`);
    for (const { relation } of own.slice(0, limit)) {
      out.line(relationLine(relation, out.colours), 2);
      out.line(dim(relation.id), 4);
    }
    printMore(Math.min(limit, own.length), own.length, session);
  }
  if (figures.length > 0) out.heading(`Figures given, denied or doubted (${figures.length})`);
  for (const figure of figures.slice(0, limit)) {
    const given = figure.rows.map(({ text, speakers }) => `${text} (${listNames(speakers)})`);
    out.line(`${bold(figure.title)}: ${[...given, ...deniedValues(figure)].join('; ')}`, 2);
    out.line(dim(figure.id), 4);
  }
  printMore(Math.min(limit, figures.length), figures.length, session);
  printWeights(weights, session);
}
