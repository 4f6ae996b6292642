import type { Format } from '../format.ts';
import { HTML_LOSSES } from './losses.ts';
import { writeHtml } from './write-html.ts';

export const HTML: Format = {
  id: 'html',
  label: 'Dossier (one HTML page)',
  mediaType: 'text/html',
  extensions: ['.html'],
  help: 'For readers, editors and lawyers: one page with picture, ledgers, figures, citations and manifest, to be read, printed or sent. Opens in any browser, without network and without scripts.',
  losses: HTML_LOSSES,
  write: writeHtml,
};
