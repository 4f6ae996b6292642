import type { Format } from '../format.ts';
import { EventMapping } from './event-mapping.ts';
import { likenessOf } from './event-table.ts';
import acled from './mappings/acled.json' with { type: 'json' };
import gdelt from './mappings/gdelt.json' with { type: 'json' };
import ucdpGed from './mappings/ucdp-ged.json' with { type: 'json' };
import { readEvents } from './read-events.ts';

/** The format of an event table with a mapping of one's own. */
export function eventFormat(mapping: EventMapping): Format {
  const isTabbed = mapping.dialect?.delimiter === '\t';
  return {
    id: mapping.id,
    label: mapping.label,
    mediaType: isTabbed ? 'text/tab-separated-values' : 'text/csv',
    extensions: isTabbed ? ['.csv', '.tsv', '.txt'] : ['.csv'],
    help: mapping.help,
    losses: [],
    sniff: (head) => likenessOf(mapping, head),
    read: (input, options) => readEvents(mapping, input, options),
  };
}

export const UCDP_GED: Format = eventFormat(EventMapping.parse(ucdpGed));
export const ACLED: Format = eventFormat(EventMapping.parse(acled));
export const GDELT: Format = eventFormat(EventMapping.parse(gdelt));
