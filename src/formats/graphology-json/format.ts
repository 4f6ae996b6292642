import type { Format } from '../format.ts';
import { readGraphologyJson } from './read-graphology-json.ts';
import { GRAPHOLOGY_LOSSES, writeGraphologyJson } from './write-graphology-json.ts';

/** Ends of names that are those of graphology's JSON and no other. */
const OWN_NAME = /\.(?:graphology|gexf|sigma)\.json$/iu;

export const GRAPHOLOGY_JSON: Format = {
  id: 'graphology-json',
  label: 'graphology JSON (sigma.js, D3 and NetworkX node-link)',
  mediaType: 'application/json',
  extensions: ['.graphology.json'],
  help: 'For programs written with graphology or sigma.js: one edge per claim, with its stance and verdict, and nothing lost on the way back.',
  losses: GRAPHOLOGY_LOSSES,
  sniff: (head, name) => {
    const hasLists =
      /^\s*\{/u.test(head) && /"(?:nodes|edges|links|adjacency)"\s*:\s*\[/u.test(head) && !/"elements"\s*:/u.test(head);
    const hasOptions = /"options"\s*:\s*\{[^{}]*"(?:type|multi|allowSelfLoops)"/u.test(head);
    return hasLists || hasOptions ? 2 : OWN_NAME.test(name) ? 1 : 0;
  },
  write: writeGraphologyJson,
  read: readGraphologyJson,
};
