import { arithmeticOf } from '../../knowledge/arithmetic.ts';
import { quotientText, ruleText, stepText, weightText } from '../../knowledge/arithmetic-words.ts';
import type { Ground } from '../../knowledge/ground.ts';
import type { RelationSummary } from '../../knowledge/knowledge-base.ts';
import { relatedDenials } from '../../knowledge/related-denials.ts';
import type { Relation } from '../../knowledge/topics.ts';
import {
  BEARING_WORDS,
  listNames,
  originsText,
  VERDICT_MEANINGS,
  VERDICT_ORDER,
  VERDICT_WORDS,
  verdictNumber,
  whetherText,
} from '../../knowledge/words.ts';
import type { RelationId } from '../../model/ids.ts';
import { byCodePoint } from '../../model/order.ts';
import type { RelationEntry } from './dossier.ts';
import { type Clerk, ledgerRow, MOST_NAMES } from './ledger.ts';

/** Verdict with every denial, and the number beside it: never the one without the other. */
export function verdictLine({ verdict, verdictText, belief, disbelief }: RelationSummary): string {
  const number = verdictNumber(verdict, belief, disbelief);
  return number === '' ? verdictText : `${verdictText} (${number})`;
}

function capital(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}

/** What the claims of a relation come to, in sentences. Every statement is somebody's. */
function proseOf(relation: Relation, summary: RelationSummary): string[] {
  const { evidence } = relation;
  const { assertedBy, deniedBy, doubtedBy, proposition } = summary;
  const names = (list: readonly string[]): string => listNames(list, MOST_NAMES);
  const critical = evidence.origins.filter((one) => one.critical).map(({ origin }) => origin.label);
  const changed = evidence.origins.filter((one) => one.changed).map(({ origin }) => origin.label);
  return [
    assertedBy.length === 0
      ? `Nobody here asserts that ${proposition}.`
      : `According to ${names(assertedBy)}: ${proposition}.`,
    ...(relation.implied ? ['Nobody here says it in these words: it is weighed by narrower forms of it.'] : []),
    ...(deniedBy.length === 0 ? [] : [`Denied by ${names(deniedBy)}.`]),
    ...(doubtedBy.length === 0 ? [] : [`Doubted by ${names(doubtedBy)}.`]),
    ...(summary.excludedBy.length === 0
      ? []
      : [`What ${names(summary.excludedBy)} asserts cannot hold beside it; that is no denial.`]),
    ...(summary.partlyDeniedBy.length === 0
      ? []
      : [`A narrower form of it is denied by ${names(summary.partlyDeniedBy)}.`]),
    `${capital(originsText(summary.originsFor))} for, ${originsText(summary.originsAgainst)} against.`,
    VERDICT_MEANINGS[summary.verdict],
    ...(critical.length === 0 || (summary.verdict !== 'corroborated' && summary.verdict !== 'single-source')
      ? []
      : [`It would not stand without ${critical.length === 1 ? '' : 'any one of '}${names(critical)}.`]),
    ...(changed.length === 0 ? [] : [`Both sides are taken by ${names(changed)}.`]),
  ];
}

/** F, A, the shares and the line of E12 that fired, with all numbers. */
function arithmeticText({ evidence }: Relation, { weights }: Ground): string {
  const made = arithmeticOf(evidence, weights);
  const all = 1 + made.for + made.against;
  const last = made.steps.at(-1);
  return [
    `F = ${weightText(made.for)} for, A = ${weightText(made.against)} against`,
    `belief ${quotientText(made.for, all)}, disbelief ${quotientText(made.against, all)}, uncertainty ${quotientText(1, all)}`,
    ...(last === undefined || last.rule === 5 ? [] : [stepText(last, made)]),
    `rule ${made.rule} of E12: ${ruleText(made.rule, made)} → ${VERDICT_WORDS[made.verdict]}`,
  ].join('; ');
}

function entryOf(relation: Relation, number: number, ground: Ground, clerk: Clerk): RelationEntry {
  const { views } = ground;
  const summary = views.summary(relation);
  const rows = relation.evidence.claims.map((weighed) => {
    const [other] = weighed.bearing === 'itself' ? [] : views.summaries([weighed.on]);
    const bearing = other === undefined ? {} : { bearing: `${BEARING_WORDS[weighed.bearing]}: ${other.proposition}` };
    const { claim, weight, confidence, counting, counted } = weighed;
    return {
      side: weighed.side,
      row: ledgerRow({ claim, weight, confidence, counting, counted: counted > 0, ...bearing }, clerk),
    };
  });
  return {
    number,
    id: relation.id,
    heading: whetherText(summary.proposition),
    verdict: summary.verdict,
    verdictLine: verdictLine(summary),
    shares: { belief: summary.belief, disbelief: summary.disbelief, uncertainty: summary.uncertainty },
    prose: proseOf(relation, summary),
    arithmetic: arithmeticText(relation, ground),
    for: rows.filter(({ side }) => side === 'for').map(({ row }) => row),
    against: rows.filter(({ side }) => side === 'against').map(({ row }) => row),
    related: views
      .summaries(relatedDenials(ground, relation))
      .map((denied) => `${whetherText(denied.proposition)}: ${verdictLine(denied)}`),
  };
}

/** Relations in the order of a dossier: those in dispute as these are ranked, then by verdict, belief and id. */
export function relationEntries(
  relations: Iterable<Relation>,
  disputed: readonly RelationId[],
  ground: Ground,
  clerk: Clerk,
): RelationEntry[] {
  const rank = new Map(disputed.map((id, i) => [id, i]));
  const rankOf = ({ id }: Relation): number => rank.get(id) ?? disputed.length;
  return [...relations]
    .toSorted(
      (a, b) =>
        rankOf(a) - rankOf(b) ||
        VERDICT_ORDER.indexOf(a.evidence.verdict) - VERDICT_ORDER.indexOf(b.evidence.verdict) ||
        b.evidence.opinion.belief - a.evidence.opinion.belief ||
        byCodePoint(a.id, b.id),
    )
    .map((relation, i) => entryOf(relation, i + 1, ground, clerk));
}
