import type { Format } from '../format.ts';
import { failed } from '../read-failure.ts';
import { wholeText } from '../read-text.ts';
import { readGraphDocument } from './read-graph-document.ts';
import { writeGraphDocument } from './write-graph-document.ts';

export const GRAPH_DOCUMENT: Format = {
  id: 'json',
  label: 'Graph document (JSON)',
  mediaType: 'application/json',
  extensions: ['.json'],
  help: 'To keep or pass on a graph whole: Ascribe opens it again, and so does any program that reads JSON.',
  losses: [],
  // Its first field says what it is; JSON of other tools begins otherwise.
  sniff: (head, name) =>
    /^\s*\{\s*"format"\s*:\s*"ascribe-graph"/u.test(head) ? 2 : /^\s*\{/u.test(head) && /\.json$/iu.test(name) ? 1 : 0,
  write: writeGraphDocument,
  read: async (input, options) => {
    try {
      return readGraphDocument(await wholeText(input, options), input.name);
    } catch (error) {
      return failed(error);
    }
  },
};
