import { MultiDirectedGraph } from 'graphology';
import { parse } from 'graphology-gexf';
import { describe, expect, test } from 'vitest';
import { writeGexf } from '../../../src/formats/gexf/write-gexf.ts';
import { Claim, isRelationClaim } from '../../../src/model/claim.ts';
import { HOSTILE, hostileGraph, smallGraph } from '../hostile-graph.ts';

type Attributes = Record<string, unknown>;

function readBack(text: string): MultiDirectedGraph<Attributes, Attributes> {
  const graph = parse<Attributes, Attributes>(MultiDirectedGraph, text, { respectInputGraphType: true });
  const copy = new MultiDirectedGraph<Attributes, Attributes>();
  copy.import(graph.export());
  return copy;
}

describe('writeGexf', () => {
  test('one node per entity and one edge per claim of a relation, with its kind and its stance', async () => {
    const graph = await smallGraph();
    const file = readBack(writeGexf(graph).files[0]?.text ?? '');
    expect(file.order).toBe(graph.entities.length);
    expect(file.edges().toSorted()).toEqual(
      graph.claims
        .filter(isRelationClaim)
        .map((claim) => claim.id)
        .toSorted(),
    );
    const denial = graph.claims.find((claim) => claim.stance === 'denies')?.id ?? '';
    expect(file.getEdgeAttributes(denial)).toMatchObject({
      kind: 'closed',
      stance: 'denies',
      speaker: 'Town Council of Lowford',
      source: 'What the Gazette says',
      said: '2024-05-13',
      confidence: 1 / 3,
      verdict: 'disputed',
      'verdict.text': 'disputed, denied by Town Council of Lowford',
      'locator.paragraph': 2,
    });
    expect(file.getNodeAttributes('highmere')).toMatchObject({
      kind: 'place',
      name: 'Highmere',
      aliases: 'Twin Town | هايمير',
    });
  });

  test('it is GEXF 1.3, each attribute declared once, no weight on any edge', async () => {
    const text = writeGexf(await hostileGraph()).files[0]?.text ?? '';
    expect(text).toContain('<gexf version="1.3" xmlns="http://gexf.net/1.3"');
    expect(text).not.toMatch(/<edge [^>]*weight=/u);
    const declared = new Set(Array.from(text.matchAll(/<attribute id="([^"]+)"/gu), (match) => match[1]));
    for (const [, used] of text.matchAll(/<attvalue for="([^"]+)"/gu)) expect(declared).toContain(used);
    expect(new Set(Array.from(text.matchAll(/ type="([^"]+)"\/>/gu), (match) => match[1]))).toEqual(
      new Set(['string', 'double', 'integer']),
    );
  });

  test('names of attributes that XML makes one are declared apart', async () => {
    const graph = await smallGraph();
    const [first] = graph.entities;
    if (first === undefined) throw new Error('no entity');
    first.attributes = ['a\u0001', 'a\u0002', 'a'].map((name) => ({ name, value: name.length }));
    const text = writeGexf(graph).files[0]?.text ?? '';
    for (const part of [/<attribute id="(attribute\.a[^"]*)"/gu, /<attvalue for="(attribute\.a[^"]*)"/gu]) {
      const ids = Array.from(text.matchAll(part), (match) => match[1]);
      expect([ids.length, new Set(ids).size]).toEqual([3, 3]);
    }
  });

  test('hostile labels come back letter for letter, and nothing is [object Object]', async () => {
    const graph = await hostileGraph();
    const text = writeGexf(graph).files[0]?.text ?? '';
    expect(text).not.toContain('[object Object]');
    expect(text).not.toContain('<script>');
    const file = readBack(text);
    HOSTILE.forEach((label, i) => {
      expect(file.getNodeAttribute(`hostile-${i}`, 'name')).toBe(label);
      expect(file.getNodeAttribute(`hostile-${i}`, 'summary')).toBe(`${label}\nsecond line\tand tab`);
    });
    expect(file.getAttribute('description')).toContain('<script>alert(1)</script>');
  });

  test('claim.json and statements.json hold the whole claim', async () => {
    const graph = await hostileGraph();
    const file = readBack(writeGexf(graph).files[0]?.text ?? '');
    const edges = file.mapEdges((_, { ['claim.json']: json }) => Claim.parse(JSON.parse(String(json))));
    const alone = file.mapNodes((_, { ['statements.json']: json }) =>
      json === undefined ? [] : Claim.array().parse(JSON.parse(String(json))),
    );
    const byId = new Map([...edges, ...alone.flat()].map((claim) => [claim.id, claim]));
    for (const claim of graph.claims) expect(byId.get(claim.id)).toEqual(claim);
  });

  test('statements on nodes name whose word they are', async () => {
    const file = readBack(writeGexf(await smallGraph()).files[0]?.text ?? '');
    expect(file.getNodeAttribute('old-bridge', 'statements')).toContain(
      'Cracks: at least 40 deck; asserts engineers, in “What the Gazette says”',
    );
  });

  test('what it cannot hold is reported with its number and who keeps it', async () => {
    const graph = await smallGraph();
    const { losses } = writeGexf(graph);
    const counts = new Map(losses.map((loss) => [loss.field, loss.count]));
    const { kinds, relations, literals, figures } = graph.ontology;
    expect(counts.get('ontology')).toBe(kinds.length + relations.length + literals.length + figures.length);
    expect(counts.get('title')).toBe(1);
    expect(counts.has('manifest')).toBe(false);
    for (const loss of losses) expect([loss.keptBy, loss.why.length > 10]).toEqual(['json', true]);
  });
});
