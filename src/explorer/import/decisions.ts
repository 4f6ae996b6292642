import type { Match } from '../../knowledge/merge-graphs.ts';
import type { Pair } from '../data/join-readings.ts';

export type Decision = Match['decision'];

/** The three answers, each with the key that gives it. */
export const DECISIONS: readonly { readonly value: Decision; readonly label: string; readonly hotkey: string }[] = [
  { value: 'same', label: 'Same', hotkey: 's' },
  { value: 'not-same', label: 'Not the same', hotkey: 'n' },
  { value: 'unsure', label: 'Unsure', hotkey: 'u' },
];

/** What was decided, by pair. */
export type Decided = ReadonlyMap<string, Decision>;

export function pairKey({ a, b }: Pair): string {
  return JSON.stringify([a.graph, a.id, b.graph, b.id]);
}

/** Answers a pair, or takes back what was answered. */
export function decide(decided: Decided, pair: Pair, decision: Decision | undefined): Decided {
  const next = new Map(decided);
  if (decision === undefined) next.delete(pairKey(pair));
  else next.set(pairKey(pair), decision);
  return next;
}

/** The decisions as a merge takes them; pairs that nobody decided are left apart, and not said of. */
export function matchesOf(pairs: readonly Pair[], decided: Decided): Match[] {
  return pairs.flatMap((pair) => {
    const decision = decided.get(pairKey(pair));
    if (decision === undefined) return [];
    const { a, b } = pair;
    return [{ a: { graph: a.graph, id: a.id }, b: { graph: b.graph, id: b.id }, decision }];
  });
}

/** Which pairs are shown: all, those that nobody decided yet, or those with one answer. */
export type Shown = 'all' | 'open' | Decision;

/** Pairs with a text in a name, an alias, an id or a kind, and with such an answer. */
export function filterPairs(pairs: readonly Pair[], decided: Decided, text: string, shown: Shown): Pair[] {
  const wanted = text.trim().toLowerCase();
  return pairs.filter((pair) => {
    const decision = decided.get(pairKey(pair));
    if (shown === 'open' ? decision !== undefined : shown !== 'all' && decision !== shown) return false;
    if (wanted === '') return true;
    return [pair.a, pair.b].some(({ name, id, kind, aliases }) =>
      [name, id, kind, ...aliases].some((one) => one.toLowerCase().includes(wanted)),
    );
  });
}
