import { VoiceClaims } from '../evidence/voice-claims.ts';
import { speakerKey, UNNAMED, type Voice, voiceKey } from '../evidence/voices.ts';
import type { Claim } from '../model/claim.ts';
import { groupBy } from '../model/group-by.ts';
import { UsageError } from '../model/issue.ts';
import { nearest } from '../model/nearest.ts';
import { byCodePoint } from '../model/order.ts';
import type { Ground } from './ground.ts';
import type { VoiceView } from './knowledge-base.ts';

/** Everybody whose word can be taken alone or left out, by name, and their claims. */
export class VoiceViews {
  readonly #claims: VoiceClaims;
  readonly #views: ReadonlyMap<string, VoiceView>;

  constructor(ground: Ground) {
    this.#claims = new VoiceClaims(ground.graph, ground.origins);
    this.#views = new Map(
      listVoices(ground).map(({ voice, name, members }) => [
        voiceKey(voice),
        { voice, name, members, claims: this.#claims.of([voice])?.size ?? 0 },
      ]),
    );
  }

  /** Documents first, then speakers, publishers and origins; within each those with most claims first. */
  all(): readonly VoiceView[] {
    return [...this.#views.values()].filter((view) => view.claims > 0);
  }

  /** Throws a UsageError for a voice that the graph does not have. */
  view(voice: Voice): VoiceView {
    const view = this.#views.get(voiceKey(voice));
    if (view !== undefined) return view;
    const meant = nearest(voiceKey(voice), this.#views.keys());
    throw new UsageError(
      `There is no ${voice.kind} ${JSON.stringify(voice.id)} in this graph.`,
      meant === undefined ? [] : [meant],
    );
  }

  /** The claims of any of these voices. Throws a UsageError where there is none of them, or one is not there. */
  claimsOf(voices: readonly Voice[]): ReadonlySet<Claim> {
    if (voices.length === 0) throw new UsageError('Name at least one source, speaker, publisher or origin.');
    for (const voice of voices) this.view(voice);
    return this.#claims.of(voices) ?? new Set();
  }
}

function listVoices({ graph, origins }: Ground): Omit<VoiceView, 'claims'>[] {
  const count = (keys: readonly string[]): [string, number][] =>
    [...groupBy(keys, (key) => key)]
      .map(([key, all]): [string, number] => [key, all.length])
      .toSorted(([a, x], [b, y]) => y - x || byCodePoint(a, b));
  const names = new Map<string, string>(graph.entities.map((entity) => [entity.id, entity.name]));
  const publishers = new Set(graph.sources.flatMap((source) => source.publisher ?? []));
  const speaking = count(graph.claims.map(speakerKey)).map(([id]) => id);
  const heard = new Set(speaking);
  const silent = graph.entities.filter((entity) => !heard.has(entity.id)).map((entity) => entity.id);
  const ranked = new Map(count(graph.claims.map((claim) => origins.of(claim).id)));
  return [
    ...graph.sources.map(({ id, title }) => ({ voice: { kind: 'source' as const, id }, name: title, members: [] })),
    ...[...speaking, ...silent].map((id) => ({
      voice: { kind: 'speaker' as const, id },
      name: id === UNNAMED ? 'unnamed speakers' : (names.get(id) ?? id),
      members: [],
    })),
    ...[...publishers]
      .toSorted(byCodePoint)
      .map((id) => ({ voice: { kind: 'publisher' as const, id }, name: id, members: [] })),
    ...origins
      .all()
      .toSorted((a, b) => (ranked.get(b.id) ?? 0) - (ranked.get(a.id) ?? 0) || byCodePoint(a.id, b.id))
      .map(({ id, label, members }) => ({ voice: { kind: 'origin' as const, id }, name: label, members })),
  ];
}
