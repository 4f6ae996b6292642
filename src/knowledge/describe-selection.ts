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

/** What was asked for, in words, for a manifest: never longer than a summary may be. */
export function describeSelection({ filter = {}, focus, depth = 1, relations, figures }: SubgraphRequest): string {
  const parts = [
    ...(focus === undefined ? [] : [`within ${depth} ${depth === 1 ? 'hop' : 'hops'} of ${focus.join(', ')}`]),
    ...(relations === undefined ? [] : [`${relations.length} chosen relations: ${relations.join(', ')}`]),
    ...(figures === undefined ? [] : [`${figures.length} chosen figures: ${figures.join(', ')}`]),
    ...describeFilter(filter),
  ];
  const text = parts.length === 0 ? 'the whole graph' : parts.join('; ');
  return cutText(text, 4000);
}
