import { isTagRow } from '../events/tag-row.ts';

/** The core tags of HXL 1.1, https://hxlstandard.org/standard/1-1final/dictionary/. */
const CORE: ReadonlySet<string> = new Set(
  [
    ...['access', 'activity', 'adm1', 'adm2', 'adm3', 'adm4', 'adm5', 'affected', 'beneficiary', 'capacity', 'cause'],
    ...['channel', 'contact', 'country', 'crisis', 'currency', 'date', 'delivery', 'description', 'event', 'frequency'],
    ...[
      'geo',
      'group',
      'impact',
      'indicator',
      'inneed',
      'item',
      'loc',
      'meta',
      'modality',
      'need',
      'operations',
      'org',
    ],
    ...['output', 'population', 'reached', 'region', 'respondee', 'sector', 'service', 'severity', 'status'],
    ...['subsector', 'targeted', 'value'],
  ].map((tag) => `#${tag}`),
);

/**
 * Whether the row under the header of an edge list holds HXL tags of its columns. Edges between hashtags of a social network
 * look alike: they have no attributes, and hardly are all core tags.
 */
export function isHxlRow(cells: readonly string[]): boolean {
  if (!isTagRow(cells)) return false;
  const filled = cells.map((cell) => cell.trim().toLowerCase()).filter((cell) => cell !== '');
  return filled.some((cell) => cell.includes('+')) || filled.every((cell) => CORE.has(cell));
}
