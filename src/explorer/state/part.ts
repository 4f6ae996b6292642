import { number } from '../../knowledge/words.ts';
import type { Manifest } from '../../model/graph-document.ts';

/** Whether something was left out of a graph when it was taken. */
export function isPart({ leftOut: { entities, claims, sources } }: Manifest): boolean {
  return entities + claims + sources > 0;
}

/** "1 177 claims, 214 entities and 2 sources": what was left out of a part. */
export function leftOutText({ leftOut: { entities, claims, sources } }: Manifest): string {
  const parts = [
    ...(claims > 0 ? [`${number(claims)} ${claims === 1 ? 'claim' : 'claims'}`] : []),
    ...(entities > 0 ? [`${number(entities)} ${entities === 1 ? 'entity' : 'entities'}`] : []),
    ...(sources > 0 ? [`${number(sources)} ${sources === 1 ? 'source' : 'sources'}`] : []),
  ];
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;
}
