import type { Format } from '../format.ts';
import { readJsonLd } from './read-json-ld.ts';
import { writeJsonLd } from './write-json-ld.ts';

export const JSON_LD: Format = {
  id: 'json-ld',
  label: 'JSON-LD (PROV, schema.org)',
  mediaType: 'application/ld+json',
  extensions: ['.jsonld'],
  help:
    'For linked data: triple stores and RDF tools read it, with who said what in PROV. Names go by the title of the graph: ' +
    'change it, and all are new. Ascribe reads back what it wrote itself; other JSON-LD it does not read.',
  readHelp: 'JSON-LD that Ascribe wrote is read back whole; other JSON-LD is not read.',
  losses: [],
  sniff: (head, name) =>
    /^\s*\{\s*"@context"/u.test(head) && head.includes('urn:ascribe:term:') ? 2 : /\.jsonld$/iu.test(name) ? 1 : 0,
  write: writeJsonLd,
  read: readJsonLd,
};
