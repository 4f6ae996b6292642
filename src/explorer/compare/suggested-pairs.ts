import { UNNAMED, type Voice, voiceKey } from '../../evidence/voices.ts';
import type { Dispute, Opponents, VoiceView } from '../../knowledge/knowledge-base.ts';

/** Two voices that are worth setting beside each other. */
export interface Pair {
  readonly p: VoiceView;
  readonly q: VoiceView;
  /** In how many disputes they are on opposite sides. */
  readonly disputes: number;
}

/** Speakers who stand against each other, those in most disputes first. "Unnamed" is nobody to compare with. */
export function speakerPairs(opponents: readonly Opponents[], voices: ReadonlyMap<string, VoiceView>): Pair[] {
  return opponents.flatMap(({ a, b, disputes }) => {
    if (a.id === UNNAMED || b.id === UNNAMED) return [];
    const [p, q] = [a, b].map(({ id }) => voices.get(voiceKey({ kind: 'speaker', id })));
    return p === undefined || q === undefined ? [] : [{ p, q, disputes: disputes.length }];
  });
}

/**
 * Documents that carry opposite sides of disputes, most first; without any, the two with most claims, since two
 * documents on one subject can always be set beside each other.
 */
export function documentPairs(disputes: readonly Dispute[], voices: ReadonlyMap<string, VoiceView>): Pair[] {
  const counts = new Map<string, number>();
  for (const { sides } of disputes) {
    const carriers = sides.map((side) => new Set(side.parties.flatMap((party) => party.sources)));
    const opposed = carriers.flatMap((one, i) =>
      carriers.slice(i + 1).flatMap((other) =>
        [...one].flatMap((a) =>
          // A document that carries both sides stands against nobody.
          [...other].filter((b) => !one.has(b) && !other.has(a)).map((b) => [a, b].toSorted().join(' ')),
        ),
      ),
    );
    for (const pair of new Set(opposed)) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  const documents = [...voices.values()].filter(({ voice }) => voice.kind === 'source');
  const byId = new Map(documents.map((view) => [view.voice.id, view]));
  const pairs = [...counts]
    .toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .flatMap(([pair, count]) => {
      const [p, q] = pair.split(' ').map((id) => byId.get(id));
      return p === undefined || q === undefined ? [] : [{ p, q, disputes: count }];
    });
  if (pairs.length > 0) return pairs;
  const [p, q] = documents.toSorted((a, b) => b.claims - a.claims);
  return p === undefined || q === undefined ? [] : [{ p, q, disputes: 0 }];
}

/** Those pairs of which one of `chosen` is a side, with it first. */
export function pairsWith(pairs: readonly Pair[], chosen: readonly Voice[]): Pair[] {
  const keys = new Set(chosen.map(voiceKey));
  return pairs.flatMap((pair) => {
    if (keys.has(voiceKey(pair.p.voice))) return [pair];
    return keys.has(voiceKey(pair.q.voice)) ? [{ ...pair, p: pair.q, q: pair.p }] : [];
  });
}
