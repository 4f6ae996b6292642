import { type Command, InvalidArgumentError, Option } from 'commander';
import { z } from 'zod';
import { changedWeights, readWeightChanges } from '../evidence/weight-changes.ts';
import type { WeightTable } from '../evidence/weights.ts';
import { UsageError } from '../model/issue.ts';

/** The table of weights with the changes that `--weights` asks for; the default one for an empty text. */
const Weights = z
  .string()
  .default('')
  .transform((text, context): WeightTable => {
    try {
      return changedWeights(readWeightChanges(text));
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      context.addIssue({ code: 'custom', message: `${error.message}.` });
      return z.NEVER;
    }
  });

/** Options that every verb has. They may stand before or after it. */
export const GlobalOptions = z.object({
  graph: z.string().optional(),
  json: z.boolean().default(false),
  weights: Weights,
});

/** Which graph is asked, and by which weights. */
export type GraphOptions = Pick<z.infer<typeof GlobalOptions>, 'graph' | 'weights'>;

/** The options of one verb, parsed. Throws a UsageError for what commander let through but the verb cannot take. */
export function readOptions<T>(command: Command, schema: z.ZodType<T>): T {
  const parsed = schema.safeParse(command.optsWithGlobals());
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new UsageError(`--${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'invalid'}`);
}

/** Parses a whole number between two bounds. Commander words what is thrown. */
export function wholeNumber(min: number, max: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (/^\d+$/u.test(text) && value >= min && value <= max) return value;
    throw new InvalidArgumentError(`It must be a whole number from ${min} to ${max}.`);
  };
}

/** `--weights`, which may be given several times: the later change of one number stands. */
export function weightsOption(): Option {
  return new Option(
    '--weights <changes>',
    'weigh with some numbers changed, such as A=0.95,mild=0.4: grades A–F, credibility 1–6, mild, strong, doubt, threshold, ratio',
  ).argParser((text: string, before: unknown): string => (typeof before === 'string' ? `${before},${text}` : text));
}

/** An option that may be given several times. */
export function listOption(flags: string, description: string): Option {
  return new Option(flags, `${description} (may be repeated)`).argParser((text: string, before: unknown): string[] => [
    ...(Array.isArray(before) ? before.filter((value) => typeof value === 'string') : []),
    text,
  ]);
}

/** Those of some options that were given, as they can be typed again: `-k 1`, `--avoid "Town Council"`. */
export function typedOptions(command: Command, among: readonly Option[]): string[] {
  return among.flatMap((option) => {
    const name = option.attributeName();
    if (command.getOptionValueSource(name) !== 'cli') return [];
    const flag = option.long ?? option.short ?? name;
    if (option.isBoolean() || option.negate) return [flag];
    const value: unknown = command.getOptionValue(name);
    return (Array.isArray(value) ? value : [value]).map((one) => `${flag} ${typedValue(String(one))}`);
  });
}

function typedValue(text: string): string {
  return /^[\w.~:+%/-]+$/u.test(text) ? text : JSON.stringify(text);
}

/** Values of a list option that must be among known ones; undefined where the option was not given. */
export function knownValues<T extends string>(
  option: string,
  given: readonly string[] | undefined,
  known: readonly T[],
): T[] | undefined {
  return given?.map((value) => {
    const found = known.find((candidate) => candidate === value);
    if (found !== undefined) return found;
    throw new UsageError(`--${option}: there is no ${JSON.stringify(value)} here.`, known);
  });
}

export const ListOption = z.array(z.string()).optional();

/** The most that a page may hold: all. */
export const ALL = Number.MAX_SAFE_INTEGER;
