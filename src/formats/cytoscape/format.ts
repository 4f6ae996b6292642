import type { Format } from '../format.ts';
import { frameOfHead } from '../json-stream/frame-of-head.ts';
import { readCx2 } from './read-cx2.ts';
import { readCyjs } from './read-cyjs.ts';

export const CX2: Format = {
  id: 'cx2',
  label: 'CX2 (Cytoscape, NDEx)',
  mediaType: 'application/json',
  extensions: ['.cx2'],
  help: 'To take over a network from Cytoscape or NDEx. It is read only: Cytoscape opens GraphML.',
  losses: [],
  sniff: (head, name) =>
    /^\s*\[\s*\{[^{}]*"CXVersion"\s*:\s*"2/u.test(head) ? 2 : name.toLowerCase().endsWith('.cx2') ? 1 : 0,
  read: readCx2,
};

function holdsElements(head: string): boolean {
  const begins = frameOfHead(head)?.begins;
  const elements = begins?.get('elements');
  return elements === '[' || elements === '{';
}

export const CYJS: Format = {
  id: 'cyjs',
  label: 'Cytoscape.js JSON',
  mediaType: 'application/json',
  extensions: ['.cyjs'],
  help: 'To take over a network from Cytoscape or a page made with Cytoscape.js. It is read only: Cytoscape opens GraphML.',
  losses: [],
  sniff: (head, name) => (holdsElements(head) ? 2 : name.toLowerCase().endsWith('.cyjs') ? 1 : 0),
  read: readCyjs,
};
