import type { Loss } from './format.ts';

/** Keeps what is really lost of this graph: a loss of nothing is none. */
export function lossesOf(losses: readonly Loss[]): Loss[] {
  return losses.filter((loss) => loss.count > 0);
}
