import { bestOverlaps, type FigureOrigin, type Interval, meetsAny, originsWithin } from '../../evidence/figures.ts';
import { UNITS_PER_ONE } from '../../evidence/weights.ts';
import { weightText } from '../../knowledge/arithmetic-words.ts';
import type { FigureViews } from '../../knowledge/figure-views.ts';
import type { FigureView } from '../../knowledge/knowledge-base.ts';
import { COMPARE_REASON_WORDS, figureDisputeText, listNames, number, quantityText } from '../../knowledge/words.ts';
import type { FigureEntry } from './dossier.ts';
import { type Clerk, interestText, ledgerRow, MOST_NAMES } from './ledger.ts';

function intervalText(interval: Interval, unit: string | undefined): string {
  if (interval.min === undefined && interval.max === undefined) return 'any number';
  return quantityText({ ...interval, ...(unit === undefined ? {} : { unit }) });
}

/** What is in dispute about a figure, if anything is. */
function stateText({ evidence }: FigureView): string {
  const { origins, disputed } = evidence;
  if (disputed) return `In dispute: ${figureDisputeText(evidence)}.`;
  if (origins.length === 0) return 'Nobody gives a value.';
  return origins.length === 1
    ? 'Not in dispute: one origin gives a value.'
    : `Not in dispute: the values of ${origins.length} origins can all hold.`;
}

/** Equally supported ranges beyond these are counted, not named. */
const MOST_RANGES = 6;

/**
 * The range on which most weight agrees, and who gives it; of several that have as much none is put before the others,
 * though E18 names the lowest.
 */
function supportText(
  { evidence, unit }: FigureView,
  ranges: readonly Interval[],
  labelOf: (id: string) => string,
): string {
  const named = ranges.slice(0, MOST_RANGES).map((range) => {
    const who = listNames(originsWithin(evidence.origins, range).map(labelOf), MOST_NAMES);
    return `${intervalText(range, unit)}, by ${who}`;
  });
  if (ranges.length === 1) return `Best supported: ${named.join('')}.`;
  const more = ranges.length > MOST_RANGES ? `; and ${number(ranges.length - MOST_RANGES)} more` : '';
  return `Equally supported, none better than another: ${named.join('; ')}${more}.`;
}

function proseOf(figure: FigureView, ranges: readonly Interval[], labelOf: (id: string) => string): string[] {
  const { median, envelope, origins } = figure.evidence;
  const several = origins.length > 1;
  return [
    stateText(figure),
    ...(several && ranges.length > 0 ? [supportText(figure, ranges, labelOf)] : []),
    ...(several && median !== undefined
      ? [`Weighted lower median: ${number(median.value)}, given by ${labelOf(median.origin)}.`]
      : []),
    ...(several && envelope !== undefined ? [`All values together: ${intervalText(envelope, figure.unit)}.`] : []),
  ];
}

function entryOf(figure: FigureView, place: number, clerk: Clerk): FigureEntry {
  const { evidence } = figure;
  const byId = new Map<string, FigureOrigin>(evidence.origins.map((one) => [one.origin.id, one]));
  const labelOf = (id: string): string => byId.get(id)?.origin.label ?? id;
  const ranges = bestOverlaps(evidence);
  return {
    number: place,
    id: figure.id,
    title: figure.title,
    disputed: evidence.disputed,
    prose: proseOf(figure, ranges, labelOf),
    rows: figure.rows.map((row) => ({
      speakers: listNames(row.speakers, MOST_NAMES),
      value: row.text,
      ...(row.min === undefined ? {} : { min: row.min }),
      ...(row.max === undefined ? {} : { max: row.max }),
      weight: weightText((byId.get(row.origin)?.units ?? 0) / UNITS_PER_ONE),
      inOverlap: meetsAny(row, ranges),
      interest: interestText(row.interest, clerk),
      words: (byId.get(row.origin)?.words ?? []).map((word) =>
        ledgerRow({ ...word, counting: word.reason, counted: word.reason === 'counted' }, clerk),
      ),
    })),
    against: [...evidence.denials, ...evidence.takenBack].map((word) =>
      ledgerRow({ ...word, counting: word.reason, counted: false }, clerk),
    ),
    compareWith: figure.compareWith.map(
      ({ title, differs }) => `${title} (${differs.map((reason) => COMPARE_REASON_WORDS[reason]).join(', ')})`,
    ),
  };
}

/** All figures, those in dispute first. */
export function figureEntries(figures: FigureViews, clerk: Clerk): FigureEntry[] {
  return figures.select({}).map((figure, i) => entryOf(figures.view(figure), i + 1, clerk));
}
