import type { GraphDocument } from '../model/graph-document.ts';
import type { KnownLoss, Loss } from './format.ts';

/** Keeps what is really lost of this graph: a loss of nothing is none. */
export function lossesOf(losses: readonly Loss[]): Loss[] {
  return losses.filter((loss) => loss.count > 0);
}

/**
 * The known losses of a format, each with how many records of one graph it concerns. `counts` has a number for each field
 * of them, so that none is forgotten: throws a RangeError where one is missing.
 */
export function measured(known: readonly KnownLoss[], counts: ReadonlyMap<string, number>): Loss[] {
  return lossesOf(
    known.map((loss) => {
      const count = counts.get(loss.field);
      if (count === undefined) throw new RangeError(`the loss of ${loss.field} was not counted`);
      return { ...loss, count };
    }),
  );
}

/** What an export lacks because denials were left out on request, whatever its format. */
export function lossOfDenials({ manifest }: GraphDocument): Loss[] {
  if (manifest?.closedUnderEvidence !== false) return [];
  return [
    {
      field: 'claims that deny or doubt',
      count: manifest.leftOut.denials ?? manifest.leftOut.claims,
      why: 'they were left out on request, so this file does not show what is disputed, nor the verdicts of the whole graph; export it with its denials',
      keptBy: 'none',
    },
  ];
}
