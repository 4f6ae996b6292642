import type { Change } from '../evidence/fusion.ts';
import type { StandingView, Without } from '../knowledge/knowledge-base.ts';
import { CHANGE_WORDS, leftText, percent, VERDICT_WORDS } from '../knowledge/words.ts';
import { amount, printMore, printWeights, relationLine, relationsText, voicesText, voiceText } from './describe.ts';
import type { Session } from './session.ts';
import type { BearersReport, WithoutReport } from './without.ts';

const HEADINGS: Readonly<Record<Change, string>> = {
  collapses: 'Collapse: the support ends',
  weakens: 'Weaken: they rest on one origin then',
  rises: 'Rise: what spoke against them is gone',
  holds: 'Hold',
};

/** Those that are always listed; `--all` adds those that hold. */
const CHANGING = ['collapses', 'weakens', 'rises'] as const;

/** "40 % → 33 %", "40 % → nothing left", "40 % as before": one share before and after. */
function shareShift(before: number, after: number): string {
  return before === after ? `${percent(before)} as before` : `${percent(before)} → ${leftText(before, after)}`;
}

/** "for 40 % → nothing left; corroborated → too little evidence": before and after. */
function shiftText(before: StandingView, after: StandingView): string {
  const against =
    before.disbelief > 0 || after.disbelief > 0 ? `, against ${shareShift(before.disbelief, after.disbelief)}` : '';
  const verdict =
    before.verdict === after.verdict
      ? `stays ${VERDICT_WORDS[before.verdict]}`
      : `${VERDICT_WORDS[before.verdict]} → ${VERDICT_WORDS[after.verdict]}`;
  return `for ${shareShift(before.belief, after.belief)}${against}; ${verdict}`;
}

/** What changes when somebody is left out (EVIDENCE E21). */
export function printWithout(
  report: WithoutReport,
  { all, limit }: { readonly all: boolean; readonly limit: number },
  session: Session,
): void {
  const { out } = session;
  const { voices, claims, changes, counts, figures, weights } = report;
  out.line(out.colours.bold(`Without ${voicesText(voices)}`));
  for (const voice of voices) out.line(voiceText(voice), 2);
  if (claims === 0) {
    const them = voices.length === 1 ? 'it' : 'any of them';
    out.line(`No claims rest on ${them}, so nothing changes.`, 2);
    printWeights(weights, session);
    return;
  }
  out.line(`${amount(claims, 'claim')} left out, which bear on ${relationsText(changes.length)}:`, 2);
  out.line(
    `${counts.collapses} collapse, ${counts.weakens} weaken, ${counts.rises} rise, ${counts.holds} hold${counts.holds > 0 && !all ? ' (--all lists them)' : ''}.`,
    2,
  );
  for (const change of all ? [...CHANGING, 'holds' as const] : CHANGING) {
    const own = changes.filter((one) => one.change === change);
    if (own.length === 0) continue;
    out.heading(`${HEADINGS[change]} (${own.length})`);
    for (const { relation, before, after, claims: bearing, leftOut } of own.slice(0, limit)) {
      out.line(relationLine(relation, out.colours), 2);
      out.line(`without: ${shiftText(before, after)}; ${leftOut} of ${amount(bearing, 'claim')} left out`, 4);
      out.line(out.colours.dim(relation.id), 4);
    }
    printMore(Math.min(limit, own.length), own.length, session);
  }
  printFigures(figures, limit, session);
  printWeights(weights, session);
}

function printFigures(figures: Without['figures'], limit: number, session: Session): void {
  const { out } = session;
  if (figures.length === 0) return;
  out.heading(`Figures of which a value is left out (${figures.length})`);
  for (const { id, title, disputedBefore, disputedAfter, gone } of figures.slice(0, limit)) {
    const state =
      disputedBefore === disputedAfter
        ? disputedAfter
          ? 'still in dispute'
          : 'not in dispute, as before'
        : disputedAfter
          ? 'in dispute then'
          : 'no longer in dispute';
    out.line(`${out.colours.bold(title)}: ${gone ? 'no value is left' : state}`, 2);
    out.line(out.colours.dim(id), 4);
  }
  printMore(Math.min(limit, figures.length), figures.length, session);
}

/** Each voice of a kind with what would fall without it, those that carry most first. */
export function printBearers({ kind, bearers, weights }: BearersReport, limit: number, session: Session): void {
  const { out } = session;
  out.line(out.colours.bold(`What rests on each ${kind}: relations and statements that change when it is left out`));
  out.table(
    [kind, 'id', 'claims', CHANGE_WORDS.collapses, 'weakens', CHANGE_WORDS.rises],
    bearers
      .slice(0, limit)
      .map(({ voice, collapses, weakens, rises }) => [
        voice.name,
        voice.voice.id === voice.name ? '' : voice.voice.id,
        ...[voice.claims, collapses, weakens, rises].map(String),
      ]),
    0,
  );
  printMore(Math.min(limit, bearers.length), bearers.length, session, 0);
  printWeights(weights, session);
}
