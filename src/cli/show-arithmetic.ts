import type { OriginRange, WeighedOrigin } from '../evidence/fuse.ts';
import type { Arithmetic } from '../knowledge/arithmetic.ts';
import { quotientText, ruleText, stepText, weightText } from '../knowledge/arithmetic-words.ts';
import type { RelationView } from '../knowledge/knowledge-base.ts';
import { leftText, listNames, originsText, percent, VERDICT_WORDS } from '../knowledge/words.ts';
import type { SourceId } from '../model/ids.ts';
import { unitsText } from './describe.ts';
import type { Session } from './session.ts';

function notes({ origin, changed, critical }: WeighedOrigin): string {
  return [
    origin.members.length > 1 ? `speaks through ${listNames(origin.members, 6)}` : '',
    changed ? 'says both' : '',
    critical ? 'the support ends without it' : '',
    origin.circular ? 'its documents derive from each other in a circle' : '',
  ]
    .filter((note) => note !== '')
    .join('; ');
}

function rangeText(range: OriginRange, side: string): string[] {
  return range.min === range.max ? [] : [`${originsText(range)} ${side}`];
}

/** The origins of a relation, each with what is left without it (EVIDENCE E6–E10, E13). */
export function printOrigins(
  { evidence }: RelationView,
  titles: ReadonlyMap<SourceId, string>,
  { out }: Session,
): void {
  const { origins, carriers, originsFor, originsAgainst } = evidence;
  out.heading(`Origins (each speaks once; ${percent(evidence.opinion.belief)} for with all of them)`);
  out.table(
    ['origin', 'who', 'for', 'against', 'without it', ''],
    origins.map((one) => [
      one.origin.id,
      one.origin.label,
      unitsText(one.forUnits),
      unitsText(one.againstUnits),
      `${leftText(evidence.opinion.belief, one.without.opinion.belief)} for: ${VERDICT_WORDS[one.without.verdict]}`,
      notes(one),
    ]),
  );
  const critical = origins.filter((one) => one.critical).map((one) => one.origin.label);
  if (critical.length > 0) {
    out.line(`Critical origins: ${listNames(critical, 8)}. Without any one of them the support ends.`, 2);
  }
  const labels = new Map<string, string>(origins.map(({ origin }) => [origin.id, origin.label]));
  for (const { source, origins: carried } of carriers) {
    const names = carried.map((id) => labels.get(id) ?? id);
    out.line(`“${titles.get(source) ?? source}” carries ${names.length} origins: ${listNames(names, 8)}.`, 2);
  }
  const ranges = [...rangeText(originsFor, 'for'), ...rangeText(originsAgainst, 'against')];
  if (ranges.length > 0) {
    out.line(
      `${ranges.join(', ')}: unnamed speakers, and documents without a publisher, may be one voice or several.`,
      2,
    );
  }
}

/** The sums and the rule, each line with its numbers (EVIDENCE E11, E12). */
export function printSums(sums: Arithmetic, { out }: Session): void {
  const { bold, dim } = out.colours;
  const total = 1 + sums.for + sums.against;
  out.heading('Sums');
  out.line(
    `F (for) = ${weightText(sums.for)}, A (against) = ${weightText(sums.against)}, 1 + F + A = ${weightText(total)}`,
    2,
  );
  out.line(`belief = ${quotientText(sums.for, total)} = ${percent(sums.belief)}`, 2);
  out.line(`disbelief = ${quotientText(sums.against, total)} = ${percent(sums.disbelief)}`, 2);
  out.line(`uncertainty = ${quotientText(1, total)} = ${percent(sums.uncertainty)}`, 2);
  out.heading('Rule (the first line that fits; E12 in docs/evidence.md)');
  for (const step of sums.steps) {
    const line = `${step.rule}. ${stepText(step, sums)}?`;
    const doubted = step.onlyDoubted === true ? ', since nobody denies it outright' : '';
    out.line(step.holds ? bold(`${line} Yes: ${VERDICT_WORDS[step.verdict]}${doubted}`) : dim(`${line} No`), 2);
  }
  out.line(ruleText(sums.rule, sums), 2);
  out.line(dim(`weights table version ${sums.weights}`), 2);
}
