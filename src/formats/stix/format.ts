import type { Format } from '../format.ts';
import { STIX_LOSSES } from './losses.ts';
import { readStix } from './read-stix.ts';
import { looksLikeStix } from './sniff.ts';
import { writeStix } from './write-stix.ts';

export const STIX: Format = {
  id: 'stix',
  label: 'STIX 2.1 bundle',
  mediaType: 'application/stix+json',
  extensions: ['.stix.json', '.stix', '.json'],
  help:
    'For threat-intelligence platforms (OpenCTI, MISP, MITRE ATT&CK tools): relationships with their authors, denials as ' +
    'opinions, figures as notes. Ids go by the title of the graph: change it, and all are new. Ascribe reads its own files back whole.',
  readHelp:
    'Each relationship and each reference between objects becomes a claim of its author, and an opinion asserts, denies or doubts the relationship that it is about.',
  losses: STIX_LOSSES,
  sniff: (head, name) => (looksLikeStix(head) ? 2 : /\.stix(?:\.json)?$/iu.test(name) ? 1 : 0),
  write: writeStix,
  read: readStix,
};
