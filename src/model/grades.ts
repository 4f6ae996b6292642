import { z } from 'zod';

/** NATO Admiralty letter for the reliability of a source: A completely reliable … E unreliable, F cannot be judged. */
export const Reliability = z.enum(['A', 'B', 'C', 'D', 'E', 'F']);
export type Reliability = z.infer<typeof Reliability>;

/** NATO Admiralty digit for the credibility of a word: 1 confirmed … 5 improbable, 6 cannot be judged. */
export const Credibility = z.union(
  [z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5), z.literal(6)],
  { error: 'a whole number from 1 (confirmed) to 6 (cannot be judged)' },
);
export type Credibility = z.infer<typeof Credibility>;

export const RELIABILITY_WORDS: Readonly<Record<Reliability, string>> = {
  A: 'completely reliable',
  B: 'usually reliable',
  C: 'fairly reliable',
  D: 'not usually reliable',
  E: 'unreliable',
  F: 'reliability cannot be judged',
};

export const CREDIBILITY_WORDS: Readonly<Record<Credibility, string>> = {
  1: 'confirmed by others',
  2: 'probably true',
  3: 'possibly true',
  4: 'doubtful',
  5: 'improbable',
  6: 'truth cannot be judged',
};

/** Words by which a statement keeps its distance. */
export const Hedge = z.enum([
  'reportedly',
  'apparently',
  'believed',
  'likely',
  'allegedly',
  'rumoured',
  'possibly',
  'unconfirmed',
]);
export type Hedge = z.infer<typeof Hedge>;

const STRONG_HEDGES: ReadonlySet<Hedge> = new Set<Hedge>(['allegedly', 'rumoured', 'possibly', 'unconfirmed']);

/** EVIDENCE E3: mild hedges halve a weight, strong ones quarter it. */
export function hedgeStrength(hedge: Hedge): 'mild' | 'strong' {
  return STRONG_HEDGES.has(hedge) ? 'strong' : 'mild';
}
