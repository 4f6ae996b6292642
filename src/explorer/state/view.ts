import { z } from 'zod';
import { DISPUTE_KINDS, type DisputeKind } from '../../evidence/disputes.ts';
import { INTERESTS } from '../../evidence/interest.ts';
import { VERDICTS } from '../../evidence/verdict.ts';
import { parseVoiceKey, type Voice, voiceKey } from '../../evidence/voices.ts';
import { WeightChanges } from '../../evidence/weight-changes.ts';
import type { ClaimFilter } from '../../knowledge/knowledge-base.ts';
import { Stance } from '../../model/claim.ts';
import { EntityId, KindId, RelationId, SourceId, TypeId } from '../../model/ids.ts';
import { askBetween, FIRST_TRACE, TraceView } from './trace-view.ts';
import { VoiceKey } from './voice-key.ts';

/** What is being looked at. The address bar holds exactly this, so a link shows the same thing. */
export const Selection = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('entity'), id: EntityId }),
  z.object({ kind: z.literal('relation'), id: RelationId }),
  z.object({ kind: z.literal('source'), id: SourceId }),
  z.object({ kind: z.literal('figure'), id: z.string().min(1) }),
]);
export type Selection = z.infer<typeof Selection>;

export const Panel = z.enum(['disputes', 'figures', 'trace', 'compare', 'leave-out', 'filters', 'sources', 'weights']);
export type Panel = z.infer<typeof Panel>;

/** What fills the middle: the graph, all that is drawn as a table, who says what in disputes, two tellings compared. */
export const Stage = z.enum(['graph', 'table', 'matrix', 'compare']);
export type Stage = z.infer<typeof Stage>;

/** The most hops around a focus that can be asked for. */
export const MAX_DEPTH = 4;

export const View = z.object({
  selection: Selection.optional(),
  focus: z.object({ id: EntityId, depth: z.int().min(1).max(MAX_DEPTH) }).optional(),
  filter: z.object({
    kinds: z.array(KindId).optional(),
    types: z.array(TypeId).optional(),
    verdicts: z.array(z.enum(VERDICTS)).optional(),
    stances: z.array(Stance).optional(),
    sources: z.array(SourceId).optional(),
    speakers: z.array(z.string()).optional(),
    interests: z.array(z.enum(INTERESTS)).optional(),
  }),
  /** Which disputes the desk shows. */
  disputes: z.object({
    kind: z.enum(DISPUTE_KINDS).optional(),
    /** Speakers who take a side; of two, opposite ones. */
    parties: z.array(z.string()).max(2),
    source: SourceId.optional(),
  }),
  /** Whose tellings are compared: keys of voices. One side alone is a perspective. */
  compare: z.object({ p: z.array(VoiceKey), q: z.array(VoiceKey) }),
  /** Keys of voices that are left out. */
  without: z.array(VoiceKey),
  /** What is weighed otherwise than by the default table. */
  weights: WeightChanges,
  panel: Panel,
  stage: Stage,
  trace: TraceView,
});
export type View = z.infer<typeof View>;

export const FIRST_VIEW: View = {
  filter: {},
  disputes: { parties: [] },
  compare: { p: [], q: [] },
  without: [],
  weights: {},
  panel: 'disputes',
  stage: 'graph',
  trace: FIRST_TRACE,
};

/** Whether two views show the same. */
export function sameView(a: View, b: View): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Whether a filter leaves everything in. */
export function isOpen(filter: ClaimFilter): boolean {
  return Object.values(filter).every((part) => part === undefined);
}

// Transitions: pure functions from view to view, one per thing a person can do.

export function select(view: View, selection: Selection | undefined): View {
  const { selection: _, ...rest } = view;
  return selection === undefined ? rest : { ...rest, selection };
}

export function focusOn(view: View, id: EntityId, depth = 1): View {
  return { ...view, focus: { id, depth: Math.min(Math.max(depth, 1), MAX_DEPTH) }, stage: 'graph' };
}

export function showAll(view: View): View {
  const { focus: _, ...rest } = view;
  return rest;
}

/** Sets one part of the filter; an empty list takes that part away. */
export function filterBy<K extends keyof View['filter']>(view: View, part: K, values: View['filter'][K]): View {
  const { [part]: _, ...rest } = view.filter;
  return { ...view, filter: values === undefined || values.length === 0 ? rest : { ...rest, [part]: values } };
}

export function clearFilter(view: View): View {
  return { ...view, filter: {} };
}

export function openPanel(view: View, panel: Panel): View {
  return { ...view, panel };
}

export function showStage(view: View, stage: Stage): View {
  return { ...view, stage };
}

/** Asks how two entities are related. Either end may still be open. */
export function traceBetween(view: View, from: EntityId | undefined, to: EntityId | undefined): View {
  return { ...view, panel: 'trace', trace: { ...askBetween(view.trace, from, to), ask: 'related' } };
}

/** Takes one transition of the trace builder. */
export function traceBy(view: View, change: (trace: TraceView) => TraceView): View {
  return { ...view, trace: change(view.trace) };
}

/** Shows only disputes of one kind, or of all. */
export function showDisputeKind(view: View, kind: DisputeKind | undefined): View {
  const { kind: _, ...rest } = view.disputes;
  return { ...view, disputes: kind === undefined ? rest : { ...rest, kind } };
}

/** Shows only disputes in which a source carries some claim, or all. */
export function showDisputesIn(view: View, source: SourceId | undefined): View {
  const { source: _, ...rest } = view.disputes;
  return { ...view, disputes: source === undefined ? rest : { ...rest, source } };
}

/** Shows only the disputes of one speaker, or between two. */
export function showParties(view: View, parties: readonly string[]): View {
  return { ...view, disputes: { ...view.disputes, parties: parties.slice(0, 2) } };
}

/** Sets whose tellings are compared. */
export function compareVoices(view: View, side: 'p' | 'q', voices: readonly Voice[]): View {
  return { ...view, panel: 'compare', compare: { ...view.compare, [side]: voices.map(voiceKey) } };
}

export function swapCompared(view: View): View {
  return { ...view, compare: { p: view.compare.q, q: view.compare.p } };
}

/** Leaves voices out of what is weighed. */
export function leaveOut(view: View, voices: readonly Voice[]): View {
  return { ...view, without: voices.map(voiceKey) };
}

/** Leaves one voice out, or takes it back in. */
export function toggleLeftOut(view: View, voice: Voice): View {
  const key = voiceKey(voice);
  const without = view.without.includes(key) ? view.without.filter((other) => other !== key) : [...view.without, key];
  return { ...view, without };
}

/** Weighs by other numbers; an empty object is the default table. */
export function weighBy(view: View, weights: WeightChanges): View {
  return { ...view, weights };
}

/** The voices of keys that a view holds. */
export function voicesOf(keys: readonly string[]): Voice[] {
  return keys.flatMap((key) => parseVoiceKey(key) ?? []);
}
