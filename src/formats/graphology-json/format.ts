import type { Format } from '../format.ts';
import { frameOfHead } from '../json-stream/frame-of-head.ts';
import { readGraphologyJson } from './read-graphology-json.ts';
import { unreadJson } from './unread-json.ts';
import { GRAPHOLOGY_LOSSES, writeGraphologyJson } from './write-graphology-json.ts';

/** Ends of names that are those of graphology's JSON and no other. */
const OWN_NAME = /\.(?:graphology|gexf|sigma)\.json$/iu;

function looksLikeGraph(head: string): boolean {
  const frame = frameOfHead(head);
  if (frame === undefined || frame.begins.has('elements')) return false;
  const { begins, inner } = frame;
  if (['nodes', 'edges', 'links', 'adjacency'].some((list) => begins.get(list) === '[')) return true;
  if (['type', 'multi', 'allowSelfLoops'].some((option) => inner.has(`options.${option}`))) return true;
  // networkx says so first, and then all that it knows of the graph, which may be long.
  return begins.has('directed') && begins.has('multigraph') && !begins.has('data');
}

export const GRAPHOLOGY_JSON: Format = {
  id: 'graphology-json',
  label: 'graphology JSON (sigma.js, D3 and NetworkX node-link)',
  mediaType: 'application/json',
  extensions: ['.graphology.json'],
  help: 'For programs written with graphology or sigma.js: one edge per claim, with its stance and verdict, and nothing lost on the way back.',
  readHelp:
    'Each edge or link becomes a claim of the file, each node an entity. What its attributes mean can be told below.',
  losses: GRAPHOLOGY_LOSSES,
  // Of what other graph tools write besides, its reader says what it is.
  sniff: (head, name) => (looksLikeGraph(head) || unreadJson(head) !== undefined ? 2 : OWN_NAME.test(name) ? 1 : 0),
  write: writeGraphologyJson,
  read: readGraphologyJson,
};
