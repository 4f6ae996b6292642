import type { Format } from '../format.ts';
import { readDocumentStream } from './read-document-stream.ts';
import { writeGraphDocument } from './write-graph-document.ts';

/** `"format": "ascribe-graph"` among the first fields, of which only version and title may stand before it. */
const OWN_MARK =
  /^\s*\{(?:\s*"(?:version|title)"\s*:\s*(?:\d{1,9}|"(?:[^"\\]|\\.)*")\s*,){0,2}\s*"format"\s*:\s*"ascribe-graph"/u;

export const GRAPH_DOCUMENT: Format = {
  id: 'json',
  label: 'Graph document (JSON)',
  mediaType: 'application/json',
  extensions: ['.json'],
  help: 'To keep or pass on a graph whole: Ascribe opens it again, and so does any program that reads JSON.',
  readHelp: 'A graph as Ascribe keeps it: it is opened as it stands, with sources, speakers and denials.',
  losses: [],
  // It says itself what it is; any other JSON is one by its name at most, behind all that know it by its content.
  sniff: (head, name) => (OWN_MARK.test(head) ? 2 : /^\s*\{/u.test(head) && /\.json$/iu.test(name) ? 1 : 0),
  write: writeGraphDocument,
  read: readDocumentStream,
};
