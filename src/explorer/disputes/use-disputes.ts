import type { DisputeQuery } from '../../knowledge/knowledge-base.ts';
import { useAnswer } from '../data/use-knowledge.ts';
import { useView } from '../state/use-view.ts';
import { showDisputeKind, showDisputesIn, showParties, type View } from '../state/view.ts';

/** All of them: the desk counts by kind over the whole list and draws it in portions. */
const ALL = 100_000;

/** The most relations that one matrix sets side by side. */
const COLUMNS = 40;

/** What the desk asks for: a dispute must pass the filters of the graph and its own. */
export function disputeQuery({ filter, disputes: { kind, parties, source } }: Pick<View, 'filter' | 'disputes'>) {
  const sources =
    source === undefined
      ? filter.sources
      : filter.sources === undefined || filter.sources.includes(source)
        ? [source]
        : [];
  return {
    ...filter,
    sources,
    disputeKinds: kind === undefined ? undefined : [kind],
    parties: parties.length === 0 ? undefined : parties,
  } satisfies DisputeQuery;
}

/** Whether the desk leaves some disputes out. */
export function isNarrowed({ kind, parties, source }: View['disputes']): boolean {
  return kind !== undefined || parties.length > 0 || source !== undefined;
}

/** Takes every filter of the desk away; those of the graph stay. */
export function showAllDisputes(view: View): View {
  return showParties(showDisputesIn(showDisputeKind(view, undefined), undefined), []);
}

/** Disputes of every kind that pass all other filters: what the list takes one kind of, and what kinds are counted in. */
export function useDisputes() {
  const view = useView();
  const query = { ...disputeQuery(view), disputeKinds: undefined };
  return useAnswer(['disputes', query], (base) => base.disputes(query, { limit: ALL }));
}

/** Pairs of speakers on opposite sides, whatever pair is chosen. */
export function useOpponents() {
  const view = useView();
  const query = { ...disputeQuery(view), parties: undefined };
  return useAnswer(['opponents', query], (base) => base.opponents(query));
}

export function useMatrix() {
  const query = disputeQuery(useView());
  return useAnswer(['matrix', query, COLUMNS], (base) => base.matrix(query, { limit: COLUMNS }));
}
