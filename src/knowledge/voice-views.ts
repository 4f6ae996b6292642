import { VoiceClaims } from '../evidence/voice-claims.ts';
import { UNNAMED, type Voice, voiceKey } from '../evidence/voices.ts';
import type { Claim } from '../model/claim.ts';
import { UsageError } from '../model/issue.ts';
import { nearest } from '../model/nearest.ts';
import { byCodePoint } from '../model/order.ts';
import type { Ground } from './ground.ts';
import type { VoiceView } from './knowledge-base.ts';
import { UNNAMED_NAME } from './words.ts';

const KINDS: readonly Voice['kind'][] = ['source', 'speaker', 'publisher', 'origin'];

/** Everybody whose word can be taken alone or left out, by name, and their claims. */
export class VoiceViews {
  readonly #claims: VoiceClaims;
  readonly #views: ReadonlyMap<string, VoiceView>;

  constructor(ground: Ground) {
    this.#claims = new VoiceClaims(ground.graph, ground.origins);
    const views = listVoices(ground).map((view) => ({ ...view, claims: this.#claims.of([view.voice])?.size ?? 0 }));
    views.sort(
      (a, b) =>
        KINDS.indexOf(a.voice.kind) - KINDS.indexOf(b.voice.kind) ||
        b.claims - a.claims ||
        byCodePoint(a.voice.id, b.voice.id),
    );
    this.#views = new Map(views.map((view) => [voiceKey(view.voice), view]));
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
    // A voice that is known and says nothing, as an origin may, adds nothing.
    return new Set(voices.flatMap((voice) => [...(this.#claims.of([voice]) ?? [])]));
  }
}

/** Everybody who could speak: also those who say nothing, since they can be asked for. */
function listVoices({ graph, origins }: Ground): Omit<VoiceView, 'claims'>[] {
  const publishers = new Set(graph.sources.flatMap((source) => source.publisher ?? []));
  return [
    ...graph.sources.map(({ id, title }) => ({ voice: { kind: 'source' as const, id }, name: title, members: [] })),
    ...graph.entities.map(({ id, name }) => ({ voice: { kind: 'speaker' as const, id }, name, members: [] })),
    { voice: { kind: 'speaker', id: UNNAMED }, name: UNNAMED_NAME, members: [] },
    ...[...publishers].map((id) => ({ voice: { kind: 'publisher' as const, id }, name: id, members: [] })),
    ...origins
      .all()
      .map(({ id, label, members }) => ({ voice: { kind: 'origin' as const, id }, name: label, members })),
  ];
}
