import { listNames, number } from '../../knowledge/words.ts';
import type { Compared, Equal } from '../data/compare-readings.ts';

function some(count: number, one: string, several: string): string {
  return `${number(count)} ${count === 1 ? one : several}`;
}

/** What is to be decided, or that nothing is. */
export function pairsText({ pairs, equal }: Pick<Compared, 'pairs' | 'equal'>): string {
  if (pairs.length > 0) {
    const those = equal.entities > 0 ? 'Of these, only those' : 'Only those';
    return `${some(pairs.length, 'pair', 'pairs')} may be the same. ${those} you call the same become one, and each can be separated again, under Open; a like name alone says little. Those you are unsure of stay apart and are marked, those you leave out stay apart.`;
  }
  return equal.entities > 0
    ? 'Nothing is to be decided: but for those that are equal, no two entities of different graphs look alike.'
    : 'No two entities of different graphs look alike. They are put together as they are.';
}

/** What is one without being asked; undefined where nothing is. */
export function equalText({ entities, claims, sources, within }: Equal): string | undefined {
  const records = [
    ...(claims > 0 ? [some(claims, 'claim', 'claims')] : []),
    ...(sources > 0 ? [some(sources, 'source', 'sources')] : []),
  ];
  if (entities === 0 && records.length === 0) return undefined;
  if (within !== undefined) {
    const { graph, others } = within;
    return `All of ${listNames(others)} is in ${graph} already: it adds nothing.`;
  }
  const parts = [
    ...(entities > 0
      ? [
          `${some(entities, 'entity has', 'entities have')} the same id and the same content in two graphs or more: each becomes one without being asked.`,
        ]
      : []),
    ...(records.length > 0
      ? [
          `${records.join(' and ')} that ${claims + sources === 1 ? 'is' : 'are'} equal to others ${claims + sources === 1 ? 'counts' : 'count'} once.`,
        ]
      : []),
  ];
  return parts.join(' ');
}
