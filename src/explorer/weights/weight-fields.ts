import type { WeightName } from '../../evidence/weight-changes.ts';
import { CREDIBILITY_WORDS, Hedge, hedgeStrength, RELIABILITY_WORDS } from '../../model/grades.ts';

/** One number of the table as a person reads it. */
export interface WeightField {
  readonly name: WeightName;
  /** The letter or digit itself, where the number belongs to one. */
  readonly sign?: string;
  readonly label: string;
  readonly note?: string;
  /** How far one press of an arrow key goes. */
  readonly step: number;
}

export interface WeightGroup {
  readonly title: string;
  /** What the numbers of the group do. */
  readonly does: string;
  /** What stands above the numbers. */
  readonly column: string;
  /** Whether each number gives a weight, that stands beside it. */
  readonly givesWeight: boolean;
  readonly fields: readonly WeightField[];
}

function hedges(strength: 'mild' | 'strong'): string {
  return Hedge.options.filter((hedge) => hedgeStrength(hedge) === strength).join(', ');
}

const LETTERS = ['A', 'B', 'C', 'D', 'E', 'F'] as const;
const DIGITS = [1, 2, 3, 4, 5, 6] as const;
const DIGIT_NAMES = { 1: '1', 2: '2', 3: '3', 4: '4', 5: '5', 6: '6' } as const;

/** The table in the order in which a claim is weighed, then how verdicts are read off the sums. */
export const WEIGHT_GROUPS: readonly WeightGroup[] = [
  {
    title: 'Reliability of a source or speaker',
    does: 'The share of what it says that is taken to hold. The weight is share ÷ (1 − share). Of source and speaker the lower counts.',
    column: 'share',
    givesWeight: true,
    fields: LETTERS.map((letter) => ({
      name: letter,
      sign: letter,
      label: RELIABILITY_WORDS[letter],
      step: 0.05,
    })),
  },
  {
    title: 'Credibility of a statement',
    does: 'The weight is multiplied by this. A statement without a digit counts as 6.',
    column: 'factor',
    givesWeight: false,
    fields: DIGITS.map((digit) => ({
      name: DIGIT_NAMES[digit],
      sign: DIGIT_NAMES[digit],
      label: CREDIBILITY_WORDS[digit],
      step: 0.05,
    })),
  },
  {
    title: 'Guarded words and doubt',
    does: 'The weight is multiplied by this, too.',
    column: 'factor',
    givesWeight: false,
    fields: [
      { name: 'mild', label: 'mildly guarded', note: hedges('mild'), step: 0.05 },
      { name: 'strong', label: 'strongly guarded', note: hedges('strong'), step: 0.05 },
      { name: 'doubt', label: 'a doubt', note: 'counts against, where a denial counts in full', step: 0.05 },
    ],
  },
  {
    title: 'From sums to verdicts',
    does: 'All weights for, and all weights against, are added up, once per origin.',
    column: 'value',
    givesWeight: false,
    fields: [
      {
        name: 'threshold',
        sign: 'θ',
        label: 'least weight',
        note: 'below it there is too little evidence',
        step: 0.05,
      },
      {
        name: 'ratio',
        label: 'ratio that decides',
        note: 'how many times one side must outweigh the other; else it is disputed',
        step: 0.5,
      },
    ],
  },
];
