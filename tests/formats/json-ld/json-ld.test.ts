import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CONTEXT, irisOf } from '../../../src/formats/json-ld/context.ts';
import { JSON_LD } from '../../../src/formats/json-ld/format.ts';
import { readJsonLd } from '../../../src/formats/json-ld/read-json-ld.ts';
import { writeJsonLd } from '../../../src/formats/json-ld/write-json-ld.ts';
import { inputOf } from '../../../src/formats/read-text.ts';
import { checkGraph } from '../../../src/model/check-graph.ts';
import type { GraphDocument } from '../../../src/model/graph-document.ts';
import { hostileGraph, smallGraph } from '../hostile-graph.ts';
import { PINNED, randomGraphs } from '../json-stream/random-graph.ts';

const PATIENCE = 60_000;
const textOf = (graph: GraphDocument): string => writeJsonLd(graph).files[0]?.text ?? '';
const read = (text: string, skipBad = false) => readJsonLd(inputOf('a.jsonld', text), { skipBad });

describe('round trip', () => {
  test.each([
    ['the small graph', smallGraph],
    ['a hostile graph', hostileGraph],
  ])('%s comes back equal, and nothing is lost', async (_, make) => {
    const graph = await make();
    expect(writeJsonLd(graph).losses).toEqual([]);
    const result = await read(textOf(graph));
    expect(result.graph).toEqual(graph);
    expect(result.losses).toEqual([]);
  });

  const law = fc.asyncProperty(randomGraphs, async (graph) => {
    expect(checkGraph(graph).filter(({ severity }) => severity === 'error')).toEqual([]);
    const result = await read(textOf(graph));
    expect(result.issues.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(result.graph).toEqual(graph);
  });
  test('any graph comes back equal (pinned seed)', () => fc.assert(law, { seed: PINNED, numRuns: 60 }), PATIENCE);
  test('any graph comes back equal (fresh seed)', () => fc.assert(law, { numRuns: 20 }), PATIENCE);
});

describe('as linked data', () => {
  const nodes = async (make = smallGraph): Promise<Record<string, unknown>[]> =>
    JSON.parse(textOf(await make()))['@graph'];

  test('a claim in the source’s own voice has it as primary source, any other is quoted from it', async () => {
    const graph = await smallGraph();
    const iri = irisOf(graph.title ?? '');
    const byId = new Map((await nodes()).map((node) => [node['id'], node]));
    for (const claim of graph.claims) {
      const node = byId.get(iri('claim', claim.id));
      const own = graph.sources.find(({ id }) => id === claim.source)?.speaker === claim.speaker;
      const document = iri('source', claim.source);
      expect([node?.['hadPrimarySource'], node?.['wasQuotedFrom']]).toEqual(
        own ? [document, undefined] : [undefined, document],
      );
      expect(node?.['wasAttributedTo']).toBe(
        typeof claim.speaker === 'string' ? iri('entity', claim.speaker) : undefined,
      );
    }
  });

  test('each relation says its verdict with the denial', async () => {
    const closed = (await nodes()).filter((node) => node['relationType'] === 'closed');
    expect(closed).toHaveLength(3);
    for (const node of closed) expect(node['relationVerdict']).toBe('disputed, denied by Town Council of Lowford');
  });

  test('ids elsewhere keep their scheme as a value, since RDF knows no names of an index', async () => {
    const graph = await smallGraph();
    const entities = graph.entities.map((one) => ({ ...one, sameAs: { wikidata: 'Q1', iso3166: 'XX' } }));
    const [entity] = JSON.parse(textOf({ ...graph, entities }))['@graph'];
    expect(entity.identifier).toEqual([
      { type: 'PropertyValue', propertyID: 'iso3166', value: 'XX' },
      { type: 'PropertyValue', propertyID: 'wikidata', value: 'Q1' },
    ]);
    // Whatever JSON-LD has two dimensions for, RDF has one.
    const containers = Object.values(CONTEXT).flatMap((term) =>
      typeof term === 'object' && '@container' in term ? [term['@container']] : [],
    );
    expect(new Set<string>(containers)).toEqual(new Set(['@set', '@list']));
  });

  test('no record of two graphs with different titles has one name; those of one title have', async () => {
    const graph = await smallGraph();
    const ids = (one: GraphDocument): unknown[] =>
      JSON.parse(textOf(one))['@graph'].map((node: Record<string, unknown>) => node['id']);
    const other = ids({ ...graph, title: 'Another' });
    expect(ids(graph).filter((id) => other.includes(id))).toEqual([]);
    const corrected = graph.entities.map((one) => ({ ...one, name: `${one.name}, corrected` }));
    expect(ids({ ...graph, entities: corrected })).toEqual(ids(graph));
  });

  test('the context is inside, names PROV and schema.org, and points nowhere else to be fetched', async () => {
    const document = JSON.parse(textOf(await smallGraph()));
    expect(document['@context']).toEqual(JSON.parse(JSON.stringify(CONTEXT)));
    expect(Object.values(document['@context']).filter((value) => typeof value === 'string')).toContain(
      'http://www.w3.org/ns/prov#',
    );
  });

  test('go-betweens keep their order where a program gives them in another one', async () => {
    const graph = await hostileGraph();
    const document = JSON.parse(textOf(graph));
    for (const node of document['@graph']) node.qualifiedAttribution?.reverse();
    expect((await read(JSON.stringify(document))).graph).toEqual(graph);
  });

  test('no markup in it can end the script element of a web page', async () => {
    expect(textOf(await hostileGraph())).not.toContain('<');
  });

  test('every name in it is a term of the context or of the vocabulary, and no keyword by accident', async () => {
    const keys = new Set((await nodes(hostileGraph)).flatMap((node) => Object.keys(node)));
    for (const key of keys) expect(key).toMatch(/^[a-zA-Z0-9]+$/u);
  });
});

test('a file of an earlier form comes back equal: names without a graph, ids elsewhere by an index', async () => {
  const graph = await hostileGraph();
  const document = JSON.parse(textOf(graph));
  for (const node of document['@graph']) {
    if (node.identifier === undefined) continue;
    node.sameAsIds = Object.fromEntries(
      node.identifier.map((one: Record<string, unknown>) => [one['propertyID'], one['value']]),
    );
    delete node.identifier;
  }
  const text = JSON.stringify(document);
  const earlier = text.replaceAll(/(urn:ascribe:(?:entity|source|claim)):[0-9a-f]{16}:/gu, '$1:');
  expect(earlier).toContain('"sameAsIds"');
  expect(earlier.length).toBeLessThan(text.length);
  const result = await read(earlier);
  expect(result.graph).toEqual(graph);
  expect(result.losses).toEqual([]);
});

describe('what is not right is told with its place', () => {
  test('two ids of one scheme, or an id without one', async () => {
    const graph = await hostileGraph();
    for (const wrong of ['"propertyID": "zeta"', '"nobody": "knows"']) {
      const result = await read(textOf(graph).replace('"propertyID": "alpha"', wrong));
      expect(result.graph).toBeUndefined();
      expect(result.issues[0]).toMatchObject({ severity: 'error', path: expect.arrayContaining(['sameAs']) });
    }
  });

  test('a claim with a wrong field names line, path and id; with skipBad the rest is read', async () => {
    const graph = await smallGraph();
    const text = textOf(graph).replace('"stance": "denies"', '"stance": "refutes"');
    const refused = await read(text);
    expect(refused.graph).toBeUndefined();
    const [issue] = refused.issues;
    expect(issue).toMatchObject({ severity: 'error', file: 'a.jsonld', code: 'invalid-value', got: '"refutes"' });
    const line = text.split('\n').findIndex((one) => one.includes('refutes')) + 1;
    expect(issue?.line).toBeLessThanOrEqual(line);
    expect(line - (issue?.line ?? 0)).toBeLessThan(15);
    const skipped = await read(text, true);
    expect(skipped.graph?.claims).toHaveLength(graph.claims.length - 1);
    expect(skipped.skipped).toBe(1);
    expect(skipped.issues.every(({ severity }) => severity === 'warning')).toBe(true);
  });

  test('a record that is no JSON is told as that', async () => {
    const result = await read('{"@graph":[{"id":NaN}]}');
    expect(result.issues).toMatchObject([{ code: 'invalid-json', path: ['@graph', 0] }]);
  });

  test('a name that stands twice outside of all records is told', async () => {
    const text = textOf(await smallGraph());
    for (const more of ['"title": "Another"', '"@context": {}', '"@graph": []']) {
      const twice = await read(text.replace(/\}\s*$/u, `,${more}}`));
      expect(twice.graph).toBeUndefined();
      expect(twice.issues).toMatchObject([
        { code: 'invalid-format', message: expect.stringContaining('stands twice') },
      ]);
    }
    expect((await read(`${text}${text}`)).issues[0]).toMatchObject({ message: 'The file goes on behind its end' });
  });

  test('nodes of others are counted, not taken for records', async () => {
    const document = JSON.parse(textOf(await smallGraph()));
    document['@graph'].push({ id: 'https://example.org/x', type: 'Claim', text: 'something' }, 'text', 7);
    const result = await read(JSON.stringify(document));
    expect(result.graph).toEqual(await smallGraph());
    expect(result.losses).toMatchObject([{ field: 'nodes of others', count: 3 }]);
  });

  test.each([
    ['other JSON-LD', '{"@context":"https://schema.org/","@type":"Claim"}'],
    ['an empty list', '[]'],
    ['nothing', ''],
    ['no JSON', 'hello'],
  ])('%s is refused', async (_, text) => {
    const result = await read(text);
    expect(result.graph).toBeUndefined();
    expect(result.issues[0]).toMatchObject({ severity: 'error', file: 'a.jsonld' });
  });

  test('a javascript: address is no address of a source', async () => {
    const graph = await smallGraph();
    const text = textOf({ ...graph, sources: graph.sources.map((one) => ({ ...one, url: 'https://a.example/' })) });
    const result = await read(text.replace('https://a.example/', 'javascript:alert(1)'));
    expect(result.issues[0]).toMatchObject({ severity: 'error', path: expect.arrayContaining(['url']) });
  });

  test('a prototype name is told, and changes no object', async () => {
    const text = textOf(await smallGraph()).replace(
      '"relationType"',
      '"__proto__": {"polluted": true}, "relationType"',
    );
    const result = await read(text);
    expect(result.issues[0]).toMatchObject({ severity: 'error', code: 'unknown-field' });
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });
});

test('it is known by its context', async () => {
  expect(JSON_LD.sniff?.(textOf(await smallGraph()).slice(0, 4096), 'x.json')).toBe(2);
  expect(JSON_LD.sniff?.('{"@context":"https://schema.org/"}', 'x.json')).toBe(0);
});
