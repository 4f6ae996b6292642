import { z } from 'zod';
import { DEFAULT_WEIGHTS, type WeightTable } from './weights.ts';

/** The numbers of the weights table that can be set, and within which bounds (both ends inclusive). */
export const WEIGHT_BOUNDS = {
  A: [0.01, 0.99],
  B: [0.01, 0.99],
  C: [0.01, 0.99],
  D: [0.01, 0.99],
  E: [0.01, 0.99],
  F: [0.01, 0.99],
  '1': [0.01, 1],
  '2': [0.01, 1],
  '3': [0.01, 1],
  '4': [0.01, 1],
  '5': [0.01, 1],
  '6': [0.01, 1],
  mild: [0.01, 1],
  strong: [0.01, 1],
  doubt: [0.01, 1],
  threshold: [0.01, 10],
  ratio: [1.1, 100],
} as const;

export type WeightName = keyof typeof WEIGHT_BOUNDS;
/** In the order in which they are written. (Digits come first when an object's keys are listed, so they are not.) */
export const WEIGHT_NAMES = [
  ...(['A', 'B', 'C', 'D', 'E', 'F'] as const),
  ...(['1', '2', '3', '4', '5', '6'] as const),
  ...(['mild', 'strong', 'doubt', 'threshold', 'ratio'] as const),
] satisfies WeightName[];

function bounded(name: WeightName) {
  const [min, max] = WEIGHT_BOUNDS[name];
  return z.number().min(min).max(max).optional();
}

/** What somebody sets otherwise than the default table has it. */
export const WeightChanges = z.strictObject({
  A: bounded('A'),
  B: bounded('B'),
  C: bounded('C'),
  D: bounded('D'),
  E: bounded('E'),
  F: bounded('F'),
  '1': bounded('1'),
  '2': bounded('2'),
  '3': bounded('3'),
  '4': bounded('4'),
  '5': bounded('5'),
  '6': bounded('6'),
  mild: bounded('mild'),
  strong: bounded('strong'),
  doubt: bounded('doubt'),
  threshold: bounded('threshold'),
  ratio: bounded('ratio'),
});
export type WeightChanges = z.infer<typeof WeightChanges>;

/** The number that a table has under a name. */
export function weightNamed(table: WeightTable, name: WeightName): number {
  const { reliability, credibility, hedge } = table;
  const numbers: Readonly<Record<WeightName, number>> = {
    ...reliability,
    ...credibility,
    mild: hedge.mild,
    strong: hedge.strong,
    doubt: table.doubt,
    threshold: table.threshold,
    ratio: table.ratio,
  };
  return numbers[name];
}

/** Those changes that change something, in the order of WEIGHT_NAMES. */
function effective(changes: WeightChanges): [WeightName, number][] {
  return WEIGHT_NAMES.flatMap((name): [WeightName, number][] => {
    const value = changes[name];
    return value === undefined || value === weightNamed(DEFAULT_WEIGHTS, name) ? [] : [[name, value]];
  });
}

/** `A=0.95,mild=0.4`: changes as a link, an option and a version carry them; empty for none. */
export function writeWeightChanges(changes: WeightChanges): string {
  return effective(changes)
    .map(([name, value]) => `${name}=${value}`)
    .join(',');
}

/** Reads what `writeWeightChanges` wrote. Throws a RangeError that says what is wrong and what could stand there. */
export function readWeightChanges(text: string): WeightChanges {
  const changes: Partial<Record<WeightName, number>> = {};
  for (const part of text.split(',').filter((part) => part.trim() !== '')) {
    const [given = '', value = '', ...rest] = part.split('=').map((side) => side.trim());
    const name = WEIGHT_NAMES.find((known) => known === given);
    if (name === undefined || rest.length > 0) {
      throw new RangeError(
        `${JSON.stringify(part.trim())} is no weight; expected NAME=NUMBER with one of ${WEIGHT_NAMES.join(', ')}`,
      );
    }
    const [min, max] = WEIGHT_BOUNDS[name];
    const number = value === '' ? Number.NaN : Number(value);
    if (!(number >= min && number <= max)) {
      throw new RangeError(`the weight ${name} must be a number from ${min} to ${max}, got ${JSON.stringify(value)}`);
    }
    changes[name] = number;
  }
  return changes;
}

/** The default table with some numbers changed. Its version says which: `1 with A=0.95,mild=0.4`. */
export function changedWeights(changes: WeightChanges): WeightTable {
  const text = writeWeightChanges(changes);
  if (text === '') return DEFAULT_WEIGHTS;
  const at = (name: WeightName): number => changes[name] ?? weightNamed(DEFAULT_WEIGHTS, name);
  return {
    version: `${DEFAULT_WEIGHTS.version} with ${text}`,
    reliability: { A: at('A'), B: at('B'), C: at('C'), D: at('D'), E: at('E'), F: at('F') },
    credibility: { 1: at('1'), 2: at('2'), 3: at('3'), 4: at('4'), 5: at('5'), 6: at('6') },
    hedge: { mild: at('mild'), strong: at('strong') },
    doubt: at('doubt'),
    threshold: at('threshold'),
    ratio: at('ratio'),
  };
}

/** The table that a version names, as `changedWeights` writes it; undefined for one that this Ascribe does not know. */
export function weightsOfVersion(version: string): WeightTable | undefined {
  const [base, changes = '', ...rest] = version.split(' with ');
  if (base !== DEFAULT_WEIGHTS.version || rest.length > 0) return undefined;
  try {
    return changedWeights(readWeightChanges(changes));
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
