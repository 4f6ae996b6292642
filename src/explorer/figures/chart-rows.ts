import type { FigureWord } from '../../evidence/figures.ts';
import { UNITS_PER_ONE } from '../../evidence/weights.ts';
import { weightText } from '../../knowledge/arithmetic-words.ts';
import type { FigureView } from '../../knowledge/knowledge-base.ts';
import { INTEREST_WORDS, listNames, STANCE_WORDS } from '../../knowledge/words.ts';
import { type Given, statedValues } from './chart-marks.ts';
import { valueText } from './figure-words.ts';

/** One line of the chart: what an origin gives, or a word against a value. */
export interface ChartRow extends Given {
  readonly key: string;
  readonly names: string;
  /** "at least 171", "denies 34". */
  readonly text: string;
  /** In whose interest the word may be. */
  readonly interest: string;
  /** What else is to be said of it: its weight, how often it was said. */
  readonly notes: readonly string[];
  /** It gives no value of its own; what it speaks against is drawn crossed. */
  readonly against: boolean;
}

function leastStated({ quantity }: ChartRow): number {
  return statedValues(quantity)[0] ?? 0;
}

function rowAgainst(figure: FigureView, { claim, weight, interval }: FigureWord): ChartRow[] {
  const view = figure.claims.find((candidate) => candidate.claim.id === claim.id);
  if (view === undefined) return [];
  return [
    {
      key: claim.id,
      names: view.speaker.name,
      text: `${STANCE_WORDS[claim.stance]} ${valueText(claim.quantity)}`,
      interest: INTEREST_WORDS[view.interest.kind],
      notes: [`weight ${weightText(weight.units / UNITS_PER_ONE)}`],
      against: true,
      interval,
      quantity: claim.quantity,
    },
  ];
}

/**
 * The lines of a figure's chart: who gives a value, lowest first, then who speaks against one. Of more than `most` it is
 * the heaviest that stay. By value, since the order of names would put one speaker before another for no reason.
 */
export function chartRows(figure: FigureView, most = Number.POSITIVE_INFINITY): ChartRow[] {
  const { origins, denials } = figure.evidence;
  const values = figure.rows.flatMap((row): ChartRow[] => {
    const origin = origins.find((candidate) => candidate.origin.id === row.origin);
    const standing = origin?.words.find((word) => word.claim.id === origin.claim);
    if (origin === undefined || standing === undefined) return [];
    return [
      {
        key: row.origin,
        names: listNames(row.speakers),
        text: valueText(standing.claim.quantity),
        interest: INTEREST_WORDS[row.interest.kind],
        notes: [
          `weight ${weightText(row.weight)}`,
          ...(row.claims.length > 1 ? [`${row.claims.length} claims`] : []),
          ...(origin.changed ? ['gave different values'] : []),
        ],
        against: false,
        interval: origin.interval,
        quantity: standing.claim.quantity,
      },
    ];
  });
  const rows = [...values, ...denials.flatMap((word) => rowAgainst(figure, word))].slice(0, most);
  return rows.toSorted((a, b) => Number(a.against) - Number(b.against) || leastStated(a) - leastStated(b));
}
