import { DOSSIER_LOSSES } from '../dossier/losses.ts';
import type { Format } from '../format.ts';
import { writeMarkdown } from './write-markdown.ts';

export const MARKDOWN: Format = {
  id: 'markdown',
  label: 'Dossier (Markdown)',
  mediaType: 'text/markdown',
  extensions: ['.md'],
  help: 'For people who write: each relation with its ledger, figures, citations and manifest as text. Opens in any editor, in note programs and on GitHub.',
  losses: DOSSIER_LOSSES,
  write: writeMarkdown,
};
