import { type Command, Option } from 'commander';
import { z } from 'zod';
import { Voice } from '../evidence/voices.ts';
import type { Bearer, KnowledgeBase, Without } from '../knowledge/knowledge-base.ts';
import { UsageError } from '../model/issue.ts';
import { openGraph } from './load-graph.ts';
import { GlobalOptions, readOptions, wholeNumber } from './options.ts';
import { printBearers, printWithout } from './print-without.ts';
import { resolveVoices, VOICE_HELP } from './resolve-voice.ts';
import type { Session } from './session.ts';

/** What `without WHO --json` prints: what would change, and the version of the weights. */
export type WithoutReport = Without & { readonly weights: string };

/** What `without --resting KIND --json` prints: each voice of a kind with what rests on it. */
export interface BearersReport {
  readonly kind: Voice['kind'];
  readonly bearers: readonly Bearer[];
  readonly weights: string;
}

const Options = GlobalOptions.extend({
  limit: z.number(),
  all: z.boolean().default(false),
  resting: Voice.shape.kind.optional(),
});
type Options = z.infer<typeof Options>;

export function addWithout(program: Command, session: Session): void {
  program
    .command('without')
    .argument('[who...]', `who is left out; several are left out together: ${VOICE_HELP}`)
    .description('what collapses, weakens or rises when sources or speakers are left out')
    .option('--all', 'list what holds, too')
    .addOption(
      new Option('--resting <kind>', 'instead: each of this kind with what would fall without it')
        .choices(Voice.shape.kind.options)
        .conflicts('all'),
    )
    .option('--limit <n>', 'most shown of each kind of change; --json has all', wholeNumber(1, 100_000), 50)
    .action(async (who: string[], _: unknown, command: Command) => {
      const options = readOptions(command, Options);
      if (options.resting !== undefined && who.length > 0) {
        throw new UsageError(
          `--resting lists every ${options.resting}, so nobody can be named beside it; leave one out.`,
        );
      }
      if (options.resting === undefined && who.length === 0) {
        throw new UsageError('Name who is left out (ascribe without WHO), or give --resting KIND to list all.');
      }
      const { knowledge } = await openGraph(options, session);
      if (options.resting !== undefined) await bearers(knowledge, options.resting, options, session);
      else await leaveOut(knowledge, who, options, session);
    });
}

async function leaveOut(knowledge: KnowledgeBase, who: string[], options: Options, session: Session): Promise<void> {
  const found = await knowledge.without(await resolveVoices(knowledge, who));
  const report: WithoutReport = { ...found, weights: options.weights.version };
  if (options.json) session.out.json(report);
  else printWithout(report, options, session);
}

async function bearers(
  knowledge: KnowledgeBase,
  kind: Voice['kind'],
  options: Options,
  session: Session,
): Promise<void> {
  const report: BearersReport = { kind, bearers: await knowledge.bearers(kind), weights: options.weights.version };
  if (options.json) session.out.json(report);
  else printBearers(report, options.limit, session);
}
