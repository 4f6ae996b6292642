import { type Command, InvalidArgumentError, Option } from 'commander';
import { z } from 'zod';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import { TIME_POLICIES, TRACE_RANKS, type TraceOptions } from '../knowledge/trace-answers.ts';
import { DEFAULT_TRACE, MOST_TRACES } from '../knowledge/trace-options.ts';
import { wholeNumber } from './options.ts';
import { addDirection, addWalkLimits, WalkingOptions, walkFrom } from './walk-options.ts';

/** Options that say which traces are found, the same wherever traces are. */
export const TracingOptions = {
  ...WalkingOptions,
  k: z.number(),
  depth: z.number().optional(),
  rank: z.enum(TRACE_RANKS),
  damp: z.boolean().default(false),
  time: z.enum(TIME_POLICIES),
  gap: z.number().optional(),
};

type Given = z.infer<z.ZodObject<typeof TracingOptions>>;

function days(text: string): number {
  const value = Number(text);
  if (text.trim() !== '' && value >= 0 && Number.isFinite(value)) return value;
  throw new InvalidArgumentError('It must be a number of days, 0 or more.');
}

/** All but `--depth` and `--type`, which another verb may have for more than its traces. */
export function addTracingOptions(command: Command): Command {
  command
    .option('-k <n>', 'how many traces', wholeNumber(1, MOST_TRACES), DEFAULT_TRACE.k)
    .addOption(
      new Option('--rank <by>', 'what comes first: the strongest evidence, or the fewest hops')
        .choices([...TRACE_RANKS])
        .default(DEFAULT_TRACE.rank),
    )
    .option('--damp', 'rank traces through places and much connected entities lower; no opinion changes')
    .addOption(
      new Option('--time <policy>', 'ignore dates, ask that all hops hold at one time, or one after another')
        .choices([...TIME_POLICIES])
        .default(DEFAULT_TRACE.time),
    )
    .addOption(new Option('--gap <days>', 'most days from one hop to the next, with --time sequence').argParser(days));
  return addDirection(addWalkLimits(command));
}

/** What the options ask for. Throws a UsageError for what the graph does not have. */
export async function tracingFrom(knowledge: KnowledgeBase, given: Given): Promise<TraceOptions> {
  return {
    ...(await walkFrom(knowledge, given)),
    k: given.k,
    depth: given.depth,
    rank: given.rank,
    damped: given.damp,
    time: given.time,
    gap: given.gap,
  };
}
