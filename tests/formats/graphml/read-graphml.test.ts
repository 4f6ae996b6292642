import { describe, expect, test } from 'vitest';
import type { ReadOptions, ReadResult } from '../../../src/formats/format.ts';
import { GRAPHML } from '../../../src/formats/graphml/format.ts';
import { readGraphml } from '../../../src/formats/graphml/read-graphml.ts';
import { writeGraphml } from '../../../src/formats/graphml/write-graphml.ts';
import { inputOf } from '../../../src/formats/read-text.ts';
import type { Attribute } from '../../../src/model/attributes.ts';
import { HOSTILE, smallGraph } from '../hostile-graph.ts';

const read = (text: string, options?: ReadOptions): Promise<ReadResult> =>
  readGraphml(inputOf('towns.graphml', text), options);

const file = (inside: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n${inside}\n</graphml>`;

const pairs = (attributes: readonly Attribute[] = []): (string | number | boolean)[][] =>
  attributes.map(({ name, value }) => [name, value]);

const triples = ({ graph }: ReadResult): (string | undefined)[][] =>
  (graph?.claims ?? []).map(({ subject, type, object }) => [subject, type, object]);

const symmetric = ({ graph }: ReadResult): Record<string, boolean> =>
  Object.fromEntries((graph?.ontology.relations ?? []).map(({ id, symmetric: is }) => [id, is]));

const ENDS = '<node id="a"/><node id="b"/>';

describe('readGraphml', () => {
  test('keys without `for`, for all, for one sort only, declared twice, or not at all', async () => {
    const { graph, issues } = await read(
      file(`<key id="name" for="node" attr.name="name"/><key id="name" for="edge" attr.name="title" attr.type="string"/>
<key id="d0" attr.name="anything" attr.type="int"/><key id="d1" for="all" attr.name="everywhere" attr.type="string"/>
<graph edgedefault="directed"><node id="a"><data key="name">Ann</data><data key="d0">7</data><data key="d1">x</data><data key="d9">?</data></node><node id="b"><data key="d9">!</data></node>
<edge id="e" source="a" target="b"><data key="name">meets</data><data key="d0"> 8 </data><data key="d1">y</data></edge></graph>`),
    );
    expect(issues.map(({ severity, code, got }) => [severity, code, got])).toEqual([['warning', 'unknown-id', '"d9"']]);
    expect(graph?.entities[0]?.name).toBe('Ann');
    expect(pairs(graph?.entities[0]?.attributes)).toEqual([
      ['name', 'Ann'],
      ['anything', 7],
      ['everywhere', 'x'],
      ['d9', '?'],
    ]);
    expect(pairs(graph?.claims[0]?.attributes)).toEqual([
      ['key', 'e'],
      ['title', 'meets'],
      ['anything', 8],
      ['everywhere', 'y'],
    ]);
  });

  test('types are cast, in defaults too; `1` and `0` are booleans; a type that is none is text', async () => {
    const { graph, issues } = await read(
      file(`<key id="a" for="node" attr.name="age" attr.type="int"><default>50</default></key>
<key id="b" for="node" attr.name="alive" attr.type="boolean"/><key id="c" for="node" attr.name="when" attr.type="timestamp"/>
<key id="d" for="node" attr.name="sum" attr.type="double"/>
<graph edgedefault="directed"><node id="x"><data key="b">1</data><data key="c">2020</data><data key="d">many</data></node><node id="y"><data key="a">7</data><data key="b">false</data><data key="d">-1e3</data></node></graph>`),
    );
    expect(issues.map(({ severity, line, got }) => [severity, line, got])).toEqual([
      ['warning', 4, '"timestamp"'],
      ['warning', 6, '"many"'],
    ]);
    const [x, y] = graph?.entities ?? [];
    expect(pairs(x?.attributes)).toEqual([
      ['alive', true],
      ['when', '2020'],
      ['sum', 'many'],
      ['age', 50],
    ]);
    expect(pairs(y?.attributes)).toEqual([
      ['age', 7],
      ['alive', false],
      ['sum', -1000],
    ]);
  });

  test('directed and undirected edges together, parallel ones apart', async () => {
    const result = await read(
      file(`<graph edgedefault="undirected">${ENDS}<edge source="a" target="b" directed="true" label="leads"/><edge source="a" target="b" label="knows"/>
<edge source="a" target="b" label="knows" directed="0"/><edge source="b" target="a" label="leads" directed="1"/></graph>`),
    );
    expect(result.issues).toEqual([]);
    expect(triples(result)).toEqual([
      ['a', 'leads', 'b'],
      ['a', 'knows', 'b'],
      ['a', 'knows', 'b'],
      ['b', 'leads', 'a'],
    ]);
    expect(new Set(result.graph?.claims.map(({ id }) => id)).size).toBe(4);
    expect(symmetric(result)).toEqual({ knows: true, leads: false });
  });

  test('nested graphs with a default of their own, and ports', async () => {
    const result = await read(
      file(`<key id="w" for="port" attr.name="width" attr.type="int"/>
<graph edgedefault="directed"><node id="g"><port name="north"><data key="w">3</data></port><graph id="g:" edgedefault="undirected"><node id="g::x"/><node id="g::y"/><edge source="g::x" target="g::y"/></graph></node>
<node id="z"/><edge source="z" target="g" targetport="north"/></graph>`),
    );
    expect(result.issues).toEqual([]);
    expect(triples(result)).toEqual([
      ['g::x', 'related-to-undirected', 'g::y'],
      ['g::x', 'child-of', 'g'],
      ['g::y', 'child-of', 'g'],
      ['z', 'related-to', 'g'],
    ]);
    expect(pairs(result.graph?.entities.find(({ id }) => id === 'g')?.attributes)).toEqual([
      ['port', 'north'],
      ['port.north.width', 3],
    ]);
    expect(pairs(result.graph?.claims[3]?.attributes)).toContainEqual(['targetport', 'north']);
  });

  test('what a left-out record says is said of no other of its id', async () => {
    const text = file(`<graph edgedefault="directed">
<node id="g"><graph><node id="India"/></graph></node><node id="h"><graph><node id="India"/></graph></node>
<node id="India"><graph><node id="x"/><node id="y"/></graph></node><hyperedge id="India"><endpoint node="g"/></hyperedge></graph>`);
    const result = await read(text, { skipBad: true });
    expect(result.skipped).toBe(3);
    expect(triples(result)).toEqual([['India', 'child-of', 'g']]);
    expect(result.losses).toMatchObject([{ field: 'child-of', count: 2, keptBy: 'graphml' }]);
  });

  test('text that stands where GraphML has none is kept', async () => {
    const result = await read(
      file(`<graph edgedefault="directed">of all<node id="a">of a</node><node id="b"><graph edgedefault="directed">of the inner
</graph></node><edge source="a" target="b">of the edge</edge></graph>`),
    );
    expect(result.graph?.entities.map(({ attributes }) => pairs(attributes))).toEqual([
      [['text', 'of a']],
      [['graph.text', 'of the inner']],
      [],
    ]);
    expect(pairs(result.graph?.claims[0]?.attributes)).toEqual([['text', 'of the edge']]);
    expect(result.losses).toMatchObject([{ field: 'file.text', count: 1 }]);
  });

  test('what a graph of Ascribe says of itself besides is a loss', async () => {
    const text = writeGraphml(await smallGraph()).files[0]?.text ?? '';
    const added = text.replace('</graph>', '<data key="rights">CC0</data></graph>');
    expect((await read(text)).losses).toEqual([]);
    expect((await read(added)).losses).toMatchObject([{ field: 'file.rights', count: 1 }]);
  });

  test('a hyperedge is an entity, with a claim for each of its ends', async () => {
    const result = await read(
      file(`<key id="t" for="hyperedge" attr.name="topic" attr.type="string"/>
<graph edgedefault="undirected">${ENDS}<node id="c"/><hyperedge id="h"><data key="t">treaty</data><endpoint node="a" type="in" port="p"/><endpoint node="b" type="out"/><endpoint node="c"/></hyperedge><hyperedge><endpoint node="a"/></hyperedge></graph>`),
    );
    expect(result.issues).toEqual([]);
    expect(triples(result)).toEqual([
      ['a', 'endpoint', 'h'],
      ['h', 'endpoint', 'b'],
      ['c', 'endpoint-undirected', 'h'],
      ['a', 'endpoint-undirected', 'hyperedge-2'],
    ]);
    expect(result.graph?.entities.find(({ id }) => id === 'h')).toMatchObject({
      kind: 'hyperedge',
      attributes: [{ name: 'topic', value: 'treaty' }],
    });
    expect(pairs(result.graph?.claims[0]?.attributes)).toContainEqual(['port', 'p']);
  });

  test('labels of Neo4j that stand as data alone are kinds, too; other labels are not', async () => {
    const node = (id: string, labels: string): string => `<node id="${id}"><data key="labels">${labels}</data></node>`;
    const keys = '<key id="labels" for="node" attr.name="labels"/>';
    const { graph } = await read(
      file(`${keys}<graph edgedefault="directed">${node('a', ':Firm:Bank')}${node('b', 'x:y')}</graph>`),
    );
    expect(graph?.entities.slice(0, 2).map(({ kind }) => kind)).toEqual(['Firm', 'thing']);
    expect(graph?.entities[0]?.attributes).toEqual([{ name: 'labels', value: ':Firm:Bank' }]);
  });

  test('Neo4j and TinkerPop: labels of nodes and edges are kinds and types', async () => {
    const neo4j = await read(
      file(`<key id="name" for="node" attr.name="name"/><key id="labels" for="node" attr.name="labels"/><key id="label" for="edge" attr.name="label"/>
<graph id="G" edgedefault="directed"><node id="n0" labels=":Person:Author"><data key="labels">:Person:Author</data><data key="name">Ann</data></node><node id="n1" labels=":Town"><data key="labels">:Town</data></node><edge id="e0" source="n0" target="n1" label="LIVES_IN"><data key="label">LIVES_IN</data></edge></graph>`),
    );
    expect(neo4j.issues).toEqual([]);
    expect(neo4j.graph?.entities.map(({ kind, name }) => [kind, name]).slice(0, 2)).toEqual([
      ['Person', 'Ann'],
      ['Town', 'n1'],
    ]);
    expect(neo4j.graph?.entities[0]?.attributes).toContainEqual({ name: 'labels', value: ':Person:Author' });
    expect(triples(neo4j)).toEqual([['n0', 'LIVES_IN', 'n1']]);
    const tinkerpop = await read(
      file(`<key id="labelV" for="node" attr.name="labelV" attr.type="string"/><key id="labelE" for="edge" attr.name="labelE" attr.type="string"/>
<graph id="G" edgedefault="directed"><node id="1"><data key="labelV">person</data></node><node id="2"/><edge id="7" source="1" target="2"><data key="labelE">knows</data></edge></graph>`),
    );
    expect(tinkerpop.graph?.entities[0]?.kind).toBe('person');
    expect(triples(tinkerpop)).toEqual([['1', 'knows', '2']]);
  });

  test('Neo4j: a list is an attribute for each item, of the type that is told of them', async () => {
    const { graph, issues } = await read(
      file(`<key id="ages" for="node" attr.name="ages" attr.type="long" attr.list="long"/><key id="sums" for="node" attr.name="sums" attr.type="string" attr.list="double"/>
<key id="roles" for="edge" attr.name="roles" attr.type="string" attr.list="string"/>
<graph id="G" edgedefault="directed"><node id="n0"><data key="ages">[1,12345678901234567890]</data><data key="sums">[0.5]</data></node><node id="n1"><data key="ages">[]</data></node>
<edge id="e0" source="n0" target="n1" label="ACTED_IN"><data key="roles">["Neo, \\"the One\\"","Mr. Anderson\\n"]</data></edge></graph>`),
    );
    expect(issues).toEqual([]);
    expect(pairs(graph?.entities[0]?.attributes)).toEqual([
      ['ages', 1],
      ['ages', '12345678901234567890'],
      ['sums', 0.5],
    ]);
    expect(pairs(graph?.entities[1]?.attributes)).toEqual([]);
    expect(pairs(graph?.claims[0]?.attributes)).toEqual([
      ['key', 'e0'],
      ['roles', 'Neo, "the One"'],
      ['roles', 'Mr. Anderson\n'],
      ['label', 'ACTED_IN'],
    ]);
  });

  test('a default goes to nodes and edges, once, and says nothing of the graph or of a port', async () => {
    const { graph, losses } = await read(
      file(`<key id="w" attr.name="weight" attr.type="double"><default>1</default></key><key id="w" for="edge" attr.name="strength" attr.type="double"><default>7</default></key>
<key id="c" for="all" attr.name="checked" attr.type="boolean"><default>false</default></key><key id="c" for="edge" attr.name="seen" attr.type="boolean"/>
<graph edgedefault="directed"><node id="a"><port name="north"/></node><node id="b"><data key="w">3</data></node><edge source="a" target="b"/></graph>`),
    );
    expect(losses).toEqual([]);
    expect(graph?.entities.slice(0, 2).map(({ attributes }) => pairs(attributes))).toEqual([
      [
        ['port', 'north'],
        ['weight', 1],
        ['checked', false],
      ],
      [
        ['weight', 3],
        ['checked', false],
      ],
    ]);
    expect(pairs(graph?.claims[0]?.attributes)).toEqual([['strength', 7]]);
  });

  test('what is said of a nested graph is said of the record that it lies in', async () => {
    const { graph, losses } = await read(
      file(`<key id="d0" for="graph" attr.name="Description" attr.type="string"/>
<graph edgedefault="directed" parse.nodes="3"><data key="d0">A map</data><node id="g"><graph id="g:" edgedefault="directed" parse.nodes="1" state="folded"><desc>Of one day</desc><data key="d0">Inner circle</data><node id="x"/></graph></node>
<edge id="e" source="x" target="g"><graph edgedefault="directed"><data key="d0">How it came about</data></graph></edge></graph>`),
    );
    expect(losses).toMatchObject([{ field: 'file.Description', count: 1 }]);
    expect(pairs(graph?.entities.find(({ id }) => id === 'g')?.attributes)).toEqual([
      ['graph.desc', 'Of one day'],
      ['graph.Description', 'Inner circle'],
      ['graph.state', 'folded'],
    ]);
    expect(pairs(graph?.claims.find(({ type }) => type === 'related-to')?.attributes)).toEqual([
      ['key', 'e'],
      ['graph.Description', 'How it came about'],
    ]);
  });

  test('an element that GraphML does not know, or that names another file, is kept with its record', async () => {
    const { graph, losses } = await read(
      file(
        `<graph edgedefault="directed"><node id="a"><locator xmlns:xlink="x" xlink:href="javascript:alert(1)"/><z:note by="Ann">seen<z:place>Town</z:place> twice</z:note><data key="k">7</data></node><z:frame/></graph>`,
      ),
    );
    expect(pairs(graph?.entities[0]?.attributes)).toEqual([
      ['locator.href', 'javascript:alert(1)'],
      ['note.by', 'Ann'],
      ['note.place', 'Town'],
      ['note', 'seen twice'],
      ['k', '7'],
    ]);
    expect(losses).toMatchObject([{ field: 'element frame', count: 1 }]);
  });

  test('data without a key are told and kept; their record is taken', async () => {
    const { graph, issues, skipped } = await read(
      file('<graph edgedefault="directed"><node id="a">\n<data>seen</data><data/></node></graph>'),
      { skipBad: true },
    );
    expect(skipped).toBe(0);
    expect(issues.map(({ severity, code, line }) => [severity, code, line])).toEqual([
      ['warning', 'missing-field', 4],
      ['warning', 'missing-field', 4],
    ]);
    expect(pairs(graph?.entities[0]?.attributes)).toEqual([['data', 'seen']]);
  });

  test('prefixes make no difference, text is kept letter for letter, and names are names', async () => {
    const text = `<?xml version="1.0"?><ns0:graphml xmlns:ns0="x"><ns0:key id="k" for="node" attr.name="__proto__" attr.type="string"/>
<ns0:graph edgedefault="directed"><ns0:node id="constructor"><ns0:data key="k"> ${HOSTILE[1]?.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll(']]>', ']]&gt;')}
<![CDATA[<script>]]> </ns0:data></ns0:node></ns0:graph></ns0:graphml>`;
    const { graph, issues } = await read(text);
    expect(issues).toEqual([]);
    expect(pairs(graph?.entities[0]?.attributes)).toEqual([
      ['key', 'constructor'],
      ['__proto__', ` ${HOSTILE[1]}\n<script> `],
    ]);
    expect(Object.hasOwn(Object.prototype, 'value')).toBe(false);
  });

  test('bad records are located, and left out only when that is asked for', async () => {
    const text =
      file(`<graph edgedefault="directed">${ENDS}\n<node/>\n<edge source="a"/>\n<edge id="e" source="a" target="zed"/>
<hyperedge id="h">\n<endpoint/>\n</hyperedge>\n<edge id="f" source="a" target="b"/></graph>`);
    const refused = await read(text);
    expect(refused.graph).toBeUndefined();
    expect(refused.issues.map(({ code, line }) => [code, line])).toEqual([
      ['missing-field', 4],
      ['missing-field', 5],
      ['missing-field', 8],
      ['unknown-id', 6],
    ]);
    const taken = await read(text, { skipBad: true });
    expect(taken.skipped).toBe(4);
    expect(triples(taken)).toEqual([['a', 'related-to', 'b']]);
  });

  test('several graphs are told, other XML is refused', async () => {
    const two = await read(
      file(`<graph edgedefault="directed"><node id="a"/></graph><graph edgedefault="directed"><node id="b"/></graph>`),
    );
    expect(two.issues).toMatchObject([{ severity: 'warning', message: expect.stringContaining('several graphs') }]);
    expect(two.graph?.entities.map(({ id }) => id)).toEqual(expect.arrayContaining(['a', 'b']));
    expect((await read('<gexf/>')).issues).toMatchObject([{ code: 'invalid-format' }]);
  });

  test('a record with too many data is told with its place and their number; it alone is left out', async () => {
    const text = file(
      `<key id="k" attr.name="k"/><graph edgedefault="directed"><node id="a">\n${'<data key="k">1</data>\n'.repeat(30)}</node>\n<node id="p"><port name="q">${'<data key="k">1</data>'.repeat(15)}</port>${'<data key="k">1</data>'.repeat(15)}</node><node id="b"/></graph>`,
    );
    const limits = { attributes: 20 };
    const refused = await read(text, { limits });
    expect(refused.graph).toBeUndefined();
    expect(refused.issues).toMatchObject([
      { code: 'too-large', line: 3, id: 'a', got: '30' },
      { code: 'too-large', id: 'p', got: '31' },
    ]);
    const { graph, skipped } = await read(text, { limits, skipBad: true });
    expect(skipped).toBe(2);
    expect(graph?.entities.filter(({ kind }) => kind === 'thing').map(({ id }) => id)).toEqual(['b']);
  });

  test('more defaults than a record may have are not gone through for each', async () => {
    const keys = Array.from({ length: 20_000 }, (_, i) => `<key id="k${i}" for="node"><default>1</default></key>`);
    const nodes = Array.from({ length: 20_000 }, (_, i) => `<node id="${i}"/>`);
    const since = performance.now();
    const { issues } = await read(file(`${keys.join('')}<graph>${nodes.join('')}</graph>`));
    expect(issues[0]).toMatchObject({ code: 'too-large', id: '0', got: '20000' });
    expect(performance.now() - since).toBeLessThan(10_000);
  });

  test('it is told by its first tag', () => {
    expect(GRAPHML.sniff?.(file(''), 'download')).toBe(2);
    expect(GRAPHML.sniff?.('<gexf/>', 'a.graphml')).toBe(1);
    expect(GRAPHML.sniff?.('<gexf/>', 'a.xml')).toBe(0);
  });
});
