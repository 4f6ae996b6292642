import { UNNAMED } from '../evidence/voices.ts';
import type { Dispute, Opponents } from '../knowledge/knowledge-base.ts';
import { amount, printMore, printWeights } from './describe.ts';
import type { PairsReport } from './disputes.ts';
import { disputeLine } from './print-disputes.ts';
import type { Session } from './session.ts';

/** All who are not named stand under one key, so no single one of them is named for it. */
function nameOf({ id, name }: Opponents['a']): string {
  return id === UNNAMED ? 'unnamed speakers' : name;
}

/** Who stands against whom, with what they are on opposite sides of. */
export function printPairs(
  { total, pairs, weights }: PairsReport,
  disputes: readonly Dispute[],
  session: Session,
): void {
  const { out } = session;
  const byId = new Map(disputes.map((dispute) => [dispute.id, dispute]));
  if (total === 0) out.line('Nobody stands against anybody here.');
  for (const { a, b, disputes: between, leftOut } of pairs) {
    out.line(out.colours.bold(`${nameOf(a)} and ${nameOf(b)}: on opposite sides of ${between.length}`));
    for (const id of between) {
      const dispute = byId.get(id);
      out.line(dispute === undefined ? id : disputeLine(dispute, out.colours), 2);
      out.line(out.colours.dim(id), 4);
    }
    if (leftOut !== undefined)
      out.line(`Beside these, ${amount(leftOut, 'party', 'parties')} of these disputes are not paired.`, 2);
  }
  printMore(pairs.length, total, session, 0);
  printWeights(weights, session);
}
