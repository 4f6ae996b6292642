import { cutText } from '../model/text.ts';
import type { ClaimFilter, SubgraphRequest } from './knowledge-base.ts';

const FILTER_WORDS: Readonly<Record<keyof ClaimFilter, string>> = {
  kinds: 'kinds',
  types: 'types',
  verdicts: 'verdicts',
  stances: 'stances',
  sources: 'sources',
  speakers: 'speakers',
  interests: 'interests',
};

function describeFilter(filter: ClaimFilter): string[] {
  const parts: [string, readonly string[] | undefined][] = [
    [FILTER_WORDS.kinds, filter.kinds],
    [FILTER_WORDS.types, filter.types],
    [FILTER_WORDS.verdicts, filter.verdicts],
    [FILTER_WORDS.stances, filter.stances],
    [FILTER_WORDS.sources, filter.sources],
    [FILTER_WORDS.speakers, filter.speakers],
    [FILTER_WORDS.interests, filter.interests],
  ];
  return parts.flatMap(([word, list]) => (list === undefined ? [] : [`${word}: ${list.join(', ') || 'none'}`]));
}

/** So many ids stand in the words; a manifest has the whole list beside them. */
const MOST_NAMED = 20;

function describeChosen(what: 'relation' | 'figure', ids: readonly string[] = []): string[] {
  if (ids.length === 0) return [];
  const rest = ids.length - MOST_NAMED;
  const named = ids.slice(0, MOST_NAMED).join(', ');
  return [`${ids.length} chosen ${what}${ids.length === 1 ? '' : 's'}: ${named}${rest > 0 ? ` and ${rest} more` : ''}`];
}

/** What is said of a selection that leaves nothing out. */
export const WHOLE_GRAPH = 'the whole graph';

/** What was asked for, in words, for a manifest: never longer than a summary may be. */
export function describeSelection({
  words,
  filter = {},
  focus,
  depth = 1,
  relations,
  figures,
}: SubgraphRequest): string {
  const parts = [
    ...(words === undefined ? [] : [words]),
    ...(focus === undefined ? [] : [`within ${depth} ${depth === 1 ? 'hop' : 'hops'} of ${focus.join(', ')}`]),
    ...describeChosen('relation', relations),
    ...describeChosen('figure', figures),
    ...describeFilter(filter),
  ];
  const text = parts.length === 0 ? WHOLE_GRAPH : parts.join('; ');
  return cutText(text, 4000);
}
