import type { Format } from '../format.ts';
import { readWikidata } from './read-wikidata.ts';

const ENTITY = /"type"\s*:\s*"(?:item|property|mediainfo)"/u;

export const WIKIDATA: Format = {
  id: 'wikidata',
  label: 'Wikidata JSON (read only)',
  mediaType: 'application/json',
  extensions: ['.json'],
  help:
    'To take items from Wikidata with all their statements: deprecated and disputed ones too, with their references as ' +
    'sources. Take the full JSON (Special:EntityData/Q42.json), not the “truthy” export.',
  losses: [],
  sniff: (head) =>
    /^\s*\{\s*"entities"\s*:\s*\{/u.test(head) ||
    (ENTITY.test(head) && /"(?:labels|claims|statements|pageid)"\s*:/u.test(head) && /^\s*[[{]/u.test(head))
      ? 2
      : 0,
  read: readWikidata,
};
