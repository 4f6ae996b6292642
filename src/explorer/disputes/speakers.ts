import type { About, Opponents } from '../../knowledge/knowledge-base.ts';

/** A speaker who takes a side, and in how many disputes. */
export interface SpeakerChoice {
  readonly id: string;
  readonly name: string;
  readonly disputes: number;
}

/** The name of a speaker's key. Everybody unnamed has one key, so what one document calls them would say too little. */
export function speakerName(about: About, id: string): string {
  return about.speakers.find((speaker) => speaker.id === id)?.name ?? id;
}

/** All who take a side, or only those on the other side of one of them; those in most disputes first. */
export function speakerChoices(about: About, pairs: readonly Opponents[], against?: string): SpeakerChoice[] {
  const disputes = new Map<string, Set<string>>();
  for (const { a, b, disputes: shared } of pairs) {
    for (const [one, other] of [
      [a.id, b.id],
      [b.id, a.id],
    ] as const) {
      if (against !== undefined && other !== against) continue;
      const own = disputes.get(one) ?? new Set<string>();
      disputes.set(one, own);
      for (const id of shared) own.add(id);
    }
  }
  return [...disputes]
    .map(([id, ids]) => ({ id, name: speakerName(about, id), disputes: ids.size }))
    .toSorted((x, y) => y.disputes - x.disputes || x.name.localeCompare(y.name));
}
