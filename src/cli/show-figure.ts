import type { FigureWord } from '../evidence/figures.ts';
import { bestOverlaps, type Interval, originsWithin } from '../evidence/figures.ts';
import { weightText } from '../knowledge/arithmetic-words.ts';
import type { FigureView } from '../knowledge/knowledge-base.ts';
import {
  COMPARE_REASON_WORDS,
  FIGURE_REASON_WORDS,
  INTEREST_WORDS,
  listNames,
  number,
  percent,
  quantityText,
  STANCE_WORDS,
} from '../knowledge/words.ts';
import {
  claimLine,
  factorsText,
  figureStateText,
  interestText,
  intervalText,
  locatorText,
  unitsText,
} from './describe.ts';
import type { Session } from './session.ts';

/** So many pairs are named; the number of all of them is told. */
const MOST_PAIRS = 12;
/** The same of ranges that are supported alike. */
const MOST_OVERLAPS = 4;

/** Who gives a figure which value, and how far the values can hold together (EVIDENCE E17, E18). */
export function printFigureEvidence(figure: FigureView, session: Session): void {
  const { out } = session;
  const { evidence, rows } = figure;
  const { envelope, overlap, median } = evidence;
  const nameOf = new Map<string, string>(rows.map(({ origin, speakers }) => [origin, listNames(speakers)]));
  const names = (origins: readonly string[]): string =>
    listNames(
      origins.map((id) => nameOf.get(id) ?? id),
      8,
    );
  // E18 names the leftmost of those that are supported alike, which is a rule of order.
  const best = bestOverlaps(evidence);
  const overlapText = (interval: Interval): string => {
    const origins = originsWithin(evidence.origins, interval);
    return `${intervalText(interval)} by ${names(origins)}${origins.length === 1 && rows.length > 1 ? ' alone' : ''}`;
  };
  const pairs = evidence.incompatible.slice(0, MOST_PAIRS).map((pair) => names(pair));
  const more = evidence.incompatibleTotal - pairs.length;
  const state = figureStateText(figure);
  out.line(`${out.colours.bold(figure.title)} (${evidence.disputed ? out.colours.yellow(state) : state})`);
  out.table(
    ['who', 'gives', 'interval', 'weight', 'in best overlap', 'interest'],
    rows.map((row) => [
      listNames(row.speakers),
      row.text,
      intervalText(row),
      weightText(row.weight),
      row.inOverlap ? 'yes' : 'no',
      INTEREST_WORDS[row.interest.kind],
    ]),
  );
  out.pairs([
    ['envelope', envelope === undefined ? undefined : intervalText(envelope)],
    [
      best.length > 1 ? 'best overlaps, alike' : 'best overlap',
      overlap === undefined
        ? undefined
        : `${best.slice(0, MOST_OVERLAPS).map(overlapText).join('; ')}${best.length > MOST_OVERLAPS ? `; and ${best.length - MOST_OVERLAPS} more` : ''} (weight ${unitsText(overlap.units)}${best.length > 1 ? ' each' : ''})`,
    ],
    ['lower median', median && `${number(median.value)}, a value that somebody gave (${names([median.origin])})`],
    [
      'cannot both hold',
      pairs.length === 0 ? undefined : `${pairs.join('; ')}${more > 0 ? `; and ${more} more pairs` : ''}`,
    ],
    ['contention', evidence.disputed ? percent(evidence.contention) : undefined],
  ]);
  for (const word of evidence.denials) out.line(denialText(figure, word), 2);
  out.line(out.colours.dim(figure.id), 2);
  for (const { id, title, differs } of figure.compareWith) {
    out.line(`compare: ${title} (${differs.map((reason) => COMPARE_REASON_WORDS[reason]).join(', ')})`, 4);
    out.line(out.colours.dim(id), 6);
  }
}

/** "Shahid Abbasi denies: about 1 500 insurgents (weight 0.5)". */
function denialText({ claims }: FigureView, { claim, weight }: FigureWord): string {
  const view = claims.find((one) => one.claim.id === claim.id);
  return `${view?.speaker.name ?? claim.source} ${STANCE_WORDS[claim.stance]}: ${quantityText(claim.quantity)} (weight ${unitsText(weight.units)})`;
}

/** A figure with its evidence and each of its claims. */
export function printFigure(figure: FigureView, session: Session): void {
  const { out } = session;
  printFigureEvidence(figure, session);
  out.heading(`Claims (${figure.claims.length})`);
  const { origins, denials, takenBack } = figure.evidence;
  const words = [...origins.flatMap((origin) => origin.words), ...denials, ...takenBack];
  for (const view of figure.claims) {
    const word = words.find(({ claim }) => claim.id === view.claim.id);
    out.line(claimLine(view, out.colours), 2);
    if (word !== undefined) {
      out.line(`value: ${quantityText(word.claim.quantity)}`, 6);
      out.line(`weight: ${factorsText(word.weight)}`, 6);
      out.line(FIGURE_REASON_WORDS[word.reason], 6);
    }
    out.line(`interest: ${interestText(view.interest)}`, 6);
    out.line(out.colours.dim(`${view.claim.id} · ${locatorText(view.claim)}`), 6);
  }
  out.line(out.colours.dim(`weights table version ${figure.evidence.weights}`), 2);
}
