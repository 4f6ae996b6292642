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
  // Of version 1, which begins otherwise, its reader says what to do.
  sniff: (head, name) =>
    /^\s*\[\s*\{(?:[^{}]*"CXVersion"\s*:\s*"2|\s*"numberVerification"\s*:)/u.test(head)
      ? 2
      : name.toLowerCase().endsWith('.cx2')
        ? 1
        : 0,
  read: readCx2,
};

/** Members of an element of Cytoscape.js, https://js.cytoscape.org/#notation/elements-json. */
const OF_ELEMENT: ReadonlySet<string> = new Set([
  ...['data', 'group', 'position', 'renderedPosition', 'classes', 'style', 'css', 'scratch', 'removed'],
  ...['selected', 'selectable', 'locked', 'grabbable', 'grabbed', 'pannable'],
]);

/** Whether a file is a list of elements alone, as pages load it. */
function isListOfElements(head: string): boolean {
  const [start] = /^\s*\[/u.exec(head) ?? [];
  const begins = start === undefined ? undefined : frameOfHead(head.slice(start.length))?.begins;
  return begins?.get('data') === '{' && [...begins.keys()].every((name) => OF_ELEMENT.has(name));
}

function holdsElements(head: string): boolean {
  const elements = frameOfHead(head)?.begins.get('elements');
  return elements === '[' || elements === '{' || isListOfElements(head);
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
