import { weightText } from '../knowledge/arithmetic-words.ts';
import type { Dispute, Party } from '../knowledge/knowledge-base.ts';
import { DISPUTE_KIND_MEANINGS, DISPUTE_KIND_WORDS, listNames, percent } from '../knowledge/words.ts';
import { figureStateText, printMore, printWeights, relationLine } from './describe.ts';
import type { DisputesReport } from './disputes.ts';
import type { Colours } from './print.ts';
import type { Session } from './session.ts';

/** "Denial: …": a dispute in one line; a proposition never without whose word it is and its verdict. */
export function disputeLine(dispute: Dispute, colours: Colours): string {
  const kind = DISPUTE_KIND_WORDS[dispute.kind];
  const { relation, figure } = dispute;
  if (relation !== undefined) return `${kind}: ${relationLine(relation, colours)}`;
  const title = colours.bold(dispute.title);
  if (figure !== undefined) return `${kind}: ${title} (${figureStateText(figure)})`;
  return `${kind}: ${title}. ${DISPUTE_KIND_MEANINGS[dispute.kind]}`;
}

/** "ISPR and Pakistan (0.5); India (0.5)": who stands on a side, with the weight of each origin. */
function sideText(parties: readonly Party[]): string {
  return parties
    .map(({ speakers, label, weight }) => {
      const names = speakers.map(({ name }) => name);
      return `${names.length === 0 ? label : listNames(names, 6)} (${weightText(weight)})`;
    })
    .join('; ');
}

function printDispute(dispute: Dispute, number: number, { out }: Session): void {
  const { colours } = out;
  out.line(`${number}. ${disputeLine(dispute, colours)}`);
  out.pairs(
    [
      ...dispute.sides.map(({ label, parties }) => [label, sideText(parties) || 'nobody'] as const),
      ['contention', percent(dispute.contention)],
      [dispute.figure === undefined ? 'relation' : 'figure', dispute.relation?.id ?? dispute.figure?.id],
    ],
    4,
  );
  for (const [word, others] of [
    ['narrower, in dispute with it', dispute.narrower],
    [dispute.kind === 'attribution' ? 'answer' : 'cannot hold beside it', dispute.rivals],
  ] as const) {
    for (const other of others) {
      out.line(`${word}: ${relationLine(other, colours)}`, 6);
      out.line(colours.dim(other.id), 8);
    }
  }
}

/** Disputes with each side, narrower ones and rivals indented below. */
export function printDisputes({ total, disputes, weights }: DisputesReport, session: Session): void {
  const { out } = session;
  if (total === 0) out.line('Nothing is in dispute here.');
  else {
    for (const [i, dispute] of disputes.entries()) printDispute(dispute, i + 1, session);
    out.line();
    out.line(`${total} in dispute. In brackets: weight.`);
    printMore(disputes.length, total, session, 0);
  }
  printWeights(weights, session);
}
