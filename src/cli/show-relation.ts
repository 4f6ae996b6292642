import type { WeighedClaim } from '../evidence/fuse.ts';
import { UNITS_PER_ONE } from '../evidence/weights.ts';
import type { ClaimView, RelationView } from '../knowledge/knowledge-base.ts';
import { originsText, percent, RULE_WORDS, VERDICT_MEANINGS } from '../knowledge/words.ts';
import { attributionText, claimLine, locatorText, sharesText, verdictLine } from './describe.ts';
import { explainVerdict, weightText } from './explain-verdict.ts';
import type { Session } from './session.ts';

/** Weight units as a weight. */
function units(count: number): string {
  return weightText(count / UNITS_PER_ONE);
}

/** The factors of a claim's weight, to be multiplied by hand (EVIDENCE E1–E4). */
function factorsText({ weight }: WeighedClaim): string {
  const stance = weight.stance === 1 ? '' : ` × doubt ${weightText(weight.stance)}`;
  if (weight.setConfidence !== undefined) {
    const c = weight.setConfidence;
    return `confidence ${c} set by the coder, ${c}/(1 − ${c})${stance} = ${units(weight.units)}`;
  }
  const letters =
    weight.speaker === undefined
      ? `source ${weight.source}`
      : `weaker of source ${weight.source} and speaker ${weight.speaker}`;
  const t = weightText(weight.t);
  return `${letters}: t = ${t}, t/(1 − t) = ${weightText(weight.odds)} × credibility ${weightText(weight.credibility)} × hedge ${weightText(weight.hedge)}${stance} = ${units(weight.units)}`;
}

function printClaim(view: ClaimView, weighed: WeighedClaim | undefined, { out }: Session): void {
  const { dim } = out.colours;
  out.line(claimLine(view, out.colours), 2);
  if (weighed !== undefined) {
    out.line(`weight: ${factorsText(weighed)}`, 6);
    const counted = weighed.counted > 0 ? `counted ${units(weighed.counted)}` : 'not counted';
    out.line(`${counted} (${weighed.reason}), origin ${weighed.origin}`, 6);
  }
  out.line(dim(`${view.claim.id} · ${locatorText(view.claim)}`), 6);
}

/** A relation as a ledger, for and against, with the arithmetic of its verdict laid open (EVIDENCE E16). */
export function printRelation(view: RelationView, session: Session): void {
  const { out } = session;
  const { evidence } = view;
  const { bold, dim } = out.colours;
  out.line(bold(view.proposition));
  out.line(`${attributionText(view)}: ${verdictLine(view, out.colours)}`, 2);
  out.line(`${sharesText(view)}. ${VERDICT_MEANINGS[view.verdict]}`, 2);
  out.pairs([
    ['relation', view.id],
    ['from', `${view.subject.name} (${view.subject.id})`],
    ['to', view.object === undefined ? undefined : `${view.object.name} (${view.object.id})`],
    ['origins', `${originsText(view.originsFor)} for, ${originsText(view.originsAgainst)} against`],
  ]);
  const weighed = new Map(evidence.claims.map((claim) => [claim.claim.id, claim]));
  for (const side of ['for', 'against'] as const) {
    const claims = view.ledger.filter(({ claim }) => (claim.stance === 'asserts') === (side === 'for'));
    out.heading(`${side === 'for' ? 'For' : 'Against'} (${claims.length})`);
    if (claims.length === 0) out.line('nobody', 2);
    for (const claim of claims) printClaim(claim, weighed.get(claim.claim.id), session);
  }
  out.heading('Origins (each speaks once)');
  out.table(
    ['origin', 'who', 'for', 'against', ''],
    evidence.origins.map((origin) => [
      origin.origin.id,
      origin.origin.label,
      units(origin.forUnits),
      units(origin.againstUnits),
      [
        origin.changed ? 'says both' : '',
        origin.critical ? 'the support ends without it' : '',
        origin.origin.circular ? 'its documents derive from each other in a circle' : '',
      ]
        .filter((note) => note !== '')
        .join('; '),
    ]),
  );
  const sums = explainVerdict(evidence);
  const [f, a, total] = [sums.for, sums.against, 1 + sums.for + sums.against].map(weightText);
  out.heading('Sums');
  out.line(`F (for) = ${f}, A (against) = ${a}, 1 + F + A = ${total}`, 2);
  out.line(`belief = ${f} / ${total} = ${percent(sums.belief)}`, 2);
  out.line(`disbelief = ${a} / ${total} = ${percent(sums.disbelief)}`, 2);
  out.line(`uncertainty = 1 / ${total} = ${percent(sums.uncertainty)}`, 2);
  out.heading('Rule (EVIDENCE E12, the first line that fits)');
  for (const { rule, condition, holds, verdict } of sums.steps) {
    out.line(holds ? bold(`${rule}. ${condition}? Yes: ${verdict}`) : dim(`${rule}. ${condition}? No`), 2);
  }
  out.line(RULE_WORDS[evidence.rule], 2);
  out.line(dim(`weights table version ${sums.weights}`), 2);
}
