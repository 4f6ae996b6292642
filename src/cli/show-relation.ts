import type { WeighedClaim } from '../evidence/fuse.ts';
import type { Arithmetic } from '../knowledge/arithmetic.ts';
import type { BearingView, ClaimView, RelationSummary, RelationView } from '../knowledge/knowledge-base.ts';
import { BEARING_WORDS, COUNTING_WORDS, listNames, originsText, VERDICT_MEANINGS } from '../knowledge/words.ts';
import type { SourceId } from '../model/ids.ts';
import {
  attributionText,
  claimLine,
  factorsText,
  interestText,
  locatorText,
  relationLine,
  sharesText,
  unitsText,
  verdictLine,
} from './describe.ts';
import type { Session } from './session.ts';
import { printOrigins, printSums } from './show-arithmetic.ts';

/** A claim that bears on a relation, with the relation that it was made on where that is another one. */
interface Told {
  readonly weighed: WeighedClaim;
  readonly view: ClaimView | undefined;
  readonly on: RelationSummary | undefined;
}

function toldOf({ evidence, ledger, elsewhere }: RelationView): Told[] {
  const views = new Map(ledger.map((view) => [view.claim.id, view]));
  const others = new Map(elsewhere.map((bearing): [string, BearingView] => [bearing.view.claim.id, bearing]));
  return evidence.claims.map((weighed) => {
    const other = others.get(weighed.claim.id);
    return { weighed, view: views.get(weighed.claim.id) ?? other?.view, on: other?.on };
  });
}

function printTold({ weighed, view, on }: Told, { out }: Session): void {
  const { dim } = out.colours;
  if (view !== undefined) out.line(claimLine(view, out.colours), 2);
  if (on !== undefined)
    out.line(`${BEARING_WORDS[weighed.bearing]}: ${relationLine(on, out.colours)}  ${dim(on.id)}`, 6);
  out.line(`weight: ${factorsText(weighed.weight)}`, 6);
  const counted = weighed.counted > 0 ? ` (${unitsText(weighed.counted)})` : '';
  out.line(`${COUNTING_WORDS[weighed.counting]}${counted}; origin ${weighed.origin}`, 6);
  if (view !== undefined) out.line(`interest: ${interestText(view.interest)}`, 6);
  out.line(dim(`${weighed.claim.id} · ${locatorText(weighed.claim)}`), 6);
}

function printOthers(heading: string, relations: readonly RelationSummary[], { out }: Session): void {
  if (relations.length === 0) return;
  out.heading(`${heading} (${relations.length})`);
  for (const relation of relations) {
    out.line(relationLine(relation, out.colours), 2);
    out.line(out.colours.dim(relation.id), 4);
  }
}

/** A relation as a ledger, for and against, with the arithmetic of its verdict laid open (EVIDENCE E16). */
export function printRelation(
  view: RelationView,
  arithmetic: Arithmetic,
  titles: ReadonlyMap<SourceId, string>,
  session: Session,
): void {
  const { out } = session;
  out.line(out.colours.bold(view.proposition));
  out.line(`${attributionText(view)}: ${verdictLine(view, out.colours)}`, 2);
  out.line(`${sharesText(view)}. ${VERDICT_MEANINGS[view.verdict]}`, 2);
  if (view.implied) out.line('Nobody here says it in these words: it is weighed by narrower forms of it.', 2);
  out.pairs([
    ['relation', view.id],
    ['from', `${view.subject.name} (${view.subject.id})`],
    ['to', view.object === undefined ? undefined : `${view.object.name} (${view.object.id})`],
    ['origins', `${originsText(view.originsFor)} for, ${originsText(view.originsAgainst)} against`],
    ['excluded by', view.excludedBy.length === 0 ? undefined : `what ${listNames(view.excludedBy)} asserts`],
  ]);
  const told = toldOf(view);
  for (const side of ['for', 'against'] as const) {
    const own = told.filter(({ weighed }) => weighed.side === side);
    out.heading(`${side === 'for' ? 'For' : 'Against'} (${own.length})`);
    if (own.length === 0) out.line('nobody', 2);
    for (const claim of own) printTold(claim, session);
  }
  printOrigins(view, titles, session);
  printSums(arithmetic, session);
  printOthers('Narrower relations', view.narrower, session);
  printOthers('Broader relations', view.broader, session);
  printOthers('Denials of the same of a whole that an end is part of: not counted here', view.related, session);
}
