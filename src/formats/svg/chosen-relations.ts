import type { GraphDocument } from '../../model/graph-document.ts';
import type { WriteOptions } from '../format.ts';

/** The relations that were chosen: those that are told, else those that the manifest names; undefined where all were. */
export function chosenIn(
  { manifest }: Pick<GraphDocument, 'manifest'>,
  { chosen }: Pick<WriteOptions, 'chosen'>,
): ReadonlySet<string> | undefined {
  if (chosen !== undefined) return chosen;
  return manifest?.chosen === undefined ? undefined : new Set(manifest.chosen.relations);
}
