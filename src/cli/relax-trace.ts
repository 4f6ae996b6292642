import type { Verdict } from '../evidence/verdict.ts';
import type { KnowledgeBase, TraceOptions } from '../knowledge/knowledge-base.ts';
import type { EntityId } from '../model/ids.ts';

/** One change of the options that gives a trace, and what that trace amounts to. */
export interface Relaxation {
  readonly option: string;
  readonly verdict: Verdict;
}

const FARTHEST = 8;

/** Which single relaxation of a search that found nothing would give a trace (DESIGN T4). */
export async function relaxations(
  knowledge: KnowledgeBase,
  from: EntityId,
  to: EntityId,
  asked: TraceOptions,
): Promise<Relaxation[]> {
  const { types, avoid, ...rest } = asked;
  const kept = { ...(types === undefined ? {} : { types }), ...(avoid === undefined ? {} : { avoid }) };
  const changes: { option: string; options: TraceOptions }[] = [
    ...(asked.includeUnknown === true
      ? []
      : [{ option: 'with --include-unknown', options: { ...asked, includeUnknown: true } }]),
    ...(asked.noDisputed === true
      ? [{ option: 'without --no-disputed', options: { ...asked, noDisputed: false } }]
      : []),
    ...(asked.direction === undefined || asked.direction === 'both'
      ? []
      : [{ option: 'with --direction both', options: { ...asked, direction: 'both' as const } }]),
    ...(types === undefined
      ? []
      : [{ option: 'without --type', options: { ...rest, ...(avoid === undefined ? {} : { avoid }) } }]),
    ...(avoid === undefined
      ? []
      : [{ option: 'without --avoid', options: { ...rest, ...(types === undefined ? {} : { types }) } }]),
    ...((asked.depth ?? 4) >= FARTHEST
      ? []
      : [{ option: `with --depth ${FARTHEST}`, options: { ...rest, ...kept, depth: FARTHEST } }]),
  ];
  const found: Relaxation[] = [];
  for (const { option, options } of changes) {
    const [trace] = (await knowledge.trace(from, to, { ...options, k: 1 })).traces;
    if (trace !== undefined) found.push({ option, verdict: trace.verdict });
  }
  return found;
}
