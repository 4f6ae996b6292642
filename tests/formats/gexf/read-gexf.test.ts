import { describe, expect, test } from 'vitest';
import type { ReadOptions, ReadResult } from '../../../src/formats/format.ts';
import { GEXF } from '../../../src/formats/gexf/format.ts';
import { readGexf } from '../../../src/formats/gexf/read-gexf.ts';
import { writeGexf } from '../../../src/formats/gexf/write-gexf.ts';
import { inputOf } from '../../../src/formats/read-text.ts';
import { likelyFormats } from '../../../src/formats/registry.ts';
import type { Attribute } from '../../../src/model/attributes.ts';
import { HOSTILE, hostileGraph, smallGraph } from '../hostile-graph.ts';

const read = (text: string, options?: ReadOptions): Promise<ReadResult> =>
  readGexf(inputOf('towns.gexf', text), options);

const file = (inside: string, graph = 'defaultedgetype="directed"', version = '1.3'): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://gexf.net/${version}" version="${version}">\n<graph ${graph}>\n${inside}\n</graph>\n</gexf>`;

/** Attributes as pairs, in their order. */
const pairs = (attributes: readonly Attribute[] = []): (string | number | boolean)[][] =>
  attributes.map(({ name, value }) => [name, value]);

const ENDS = '<nodes><node id="a" label="Ann"/><node id="b" label="Bob"/></nodes>';

describe('readGexf', () => {
  test('edges are claims of what was imported, with kinds, direction and all attributes', async () => {
    const { graph, issues } = await read(
      file(
        `<attributes class="node"><attribute id="0" title="kind" type="string"/><attribute id="1" title="size" type="integer"/></attributes>
<attributes class="edge"><attribute id="0" title="since" type="string"/><attribute id="1" title="sure" type="boolean"/></attributes>
<nodes><node id="a" label="Ann &lt;b&gt;"><attvalues><attvalue for="0" value="person"/><attvalue for="1" value="7"/></attvalues></node><node id="b"/></nodes>
<edges><edge id="1" source="a" target="b" kind="backs" label="gives" weight="2.5"><attvalues><attvalue for="0" value="=1+1"/><attvalue for="1" value="1"/></attvalues></edge>
<edge id="2" source="a" target="b" kind="backs"/><edge id="3" source="b" target="a" type="undirected" kind="knows"/></edges>`,
      ),
    );
    expect(issues).toMatchObject([{ severity: 'warning', code: 'markup-in-label', id: 'a' }]);
    const [ann, bob] = graph?.entities ?? [];
    expect(ann).toMatchObject({ id: 'a', kind: 'person', name: 'Ann <b>' });
    expect(pairs(ann?.attributes)).toEqual([
      ['kind', 'person'],
      ['size', 7],
    ]);
    expect(bob).toMatchObject({ id: 'b', name: 'b' });
    expect(graph?.claims.map(({ subject, type, object }) => [subject, type, object])).toEqual([
      ['a', 'backs', 'b'],
      ['a', 'backs', 'b'],
      ['b', 'knows', 'a'],
    ]);
    expect(pairs(graph?.claims[0]?.attributes)).toEqual([
      ['key', '1'],
      ['since', '=1+1'],
      ['sure', true],
      ['label', 'gives'],
      ['weight', 2.5],
    ]);
    expect(graph?.ontology.relations.map(({ id, symmetric }) => [id, symmetric])).toEqual([
      ['backs', false],
      ['knows', true],
    ]);
  });

  test('1.1: values of undeclared attributes, `id` for `for`, slices, parents', async () => {
    const { graph, issues } = await read(
      file(
        `<nodes><node id="a" label="Ann"><attvalues><attvalue id="x" value="1"/></attvalues><slices><slice start="2009-01-01" end="2009-02-01"/></slices></node>
<node id="b" label="Bob"><parents><parent for="a"/></parents></node></nodes>`,
        'mode="static" timetype="date"',
        '1.1draft',
      ),
    );
    expect(issues.map(({ severity, code, line }) => [severity, code, line])).toEqual([['warning', 'unknown-id', 4]]);
    expect(graph?.entities[0]?.when).toBe('2009-01-01/2009-02-01');
    expect(graph?.entities[0]?.attributes).toContainEqual({ name: 'x', value: '1' });
    expect(graph?.claims).toMatchObject([{ subject: 'b', type: 'child-of', object: 'a' }]);
  });

  test('a node is no part of itself: NetworkX writes an attribute that is called pid', async () => {
    const { graph, issues } = await read(
      file(
        '<nodes><node id="0" pid="0"/><node id="1" pid="0"/><node id="2"><parents><parent for="2"/></parents></node></nodes>',
      ),
    );
    expect(issues).toEqual([]);
    expect(graph?.claims.map(({ subject, type, object }) => [subject, type, object])).toEqual([['1', 'child-of', '0']]);
    expect(graph?.entities.map(({ attributes }) => pairs(attributes))).toEqual([
      [['pid', '0']],
      [['pid', '0']],
      [['parent', '2']],
      [],
    ]);
  });

  test('1.2: several blocks of attributes of one class, values of a time, spells', async () => {
    const { graph, issues } = await read(
      file(
        `<attributes class="edge" mode="static"><attribute id="0" title="role" type="string"/></attributes>
<attributes class="edge" mode="dynamic"><attribute id="1" title="price" type="float"/></attributes>
${ENDS}<edges><edge id="e" source="a" target="b"><attvalues><attvalue for="0" value="seller"/><attvalue for="1" value="1.5" start="2009-01-01" end="2009-06-30"/><attvalue for="1" value="2" start="2009-07-01"/></attvalues>
<spells><spell start="2009-01-01" end="2009-02-01"/><spell start="2010-01-01"/></spells></edge>
<edge id="f" source="a" target="b" start="2009-03-01" end="2009-04-01"/><edge id="g" source="b" target="a" start="3.0" end="Infinity"/></edges>`,
        'mode="dynamic" defaultedgetype="directed" timeformat="date"',
        '1.2draft',
      ),
    );
    expect(issues).toEqual([]);
    const [e, f, g] = graph?.claims ?? [];
    expect(pairs(e?.attributes)).toEqual([
      ['key', 'e'],
      ['role', 'seller'],
      ['price [2009-01-01/2009-06-30]', 1.5],
      ['price [2009-07-01/]', 2],
      ['spell', '2009-01-01/2009-02-01'],
      ['spell', '2010-01-01/'],
    ]);
    expect(e?.when).toBeUndefined();
    expect(f?.when).toBe('2009-03-01/2009-04-01');
    // A number is a point of a scale that the file does not explain.
    expect(g?.when).toBeUndefined();
    expect(g?.attributes).toContainEqual({ name: 'start', value: 3 });
  });

  test('1.3: timestamps, lists, defaults, mutual edges', async () => {
    const { graph, issues } = await read(
      file(
        `<attributes class="node"><attribute id="tags" title="tags" type="liststring"/><attribute id="n" title="n" type="listinteger"/><attribute id="side" title="side" type="string"><default>unknown</default><options>unknown|left</options></attribute></attributes>
<nodes><node id="a" timestamp="2012-03-04"><attvalues><attvalue for="tags" value="[one, &quot;two, three&quot;, 'it\\'s']"/><attvalue for="n" value="1|2"/></attvalues></node>
<node id="b"><attvalues><attvalue for="side" value="left"/></attvalues></node></nodes>
<edges><edge id="m" source="a" target="b" type="mutual" kind="trades"/></edges>`,
        'timerepresentation="timestamp" timeformat="date"',
      ),
    );
    expect(issues).toEqual([]);
    const [a, b] = graph?.entities ?? [];
    expect(a?.when).toBe('2012-03-04');
    expect(pairs(a?.attributes)).toEqual([
      ['tags', 'one'],
      ['tags', 'two, three'],
      ['tags', "it's"],
      ['n', 1],
      ['n', 2],
      ['side', 'unknown'],
    ]);
    expect(pairs(b?.attributes)).toEqual([['side', 'left']]);
    expect(graph?.claims.map(({ subject, object }) => [subject, object])).toEqual([
      ['a', 'b'],
      ['b', 'a'],
    ]);
  });

  test('hierarchy by nesting and by pid, and how records are drawn', async () => {
    const { graph, issues } = await read(
      file(
        `<nodes><node id="g"><nodes><node id="x"><viz:color r="1" g="2" b="3" a="0.5"/><viz:position x="1.5" y="-2" z="0"/><viz:size value="3"/><viz:shape value="image" uri="http://example.org/x.png"/></node></nodes></node>
<node id="y" pid="g"/></nodes><edges><edge source="x" target="y"><viz:thickness value="2"/></edge></edges>`,
      ).replace('<gexf ', '<gexf xmlns:viz="http://gexf.net/1.3/viz" '),
    );
    expect(issues).toEqual([]);
    expect(pairs(graph?.entities.find(({ id }) => id === 'x')?.attributes)).toEqual([
      ['viz.color', 'rgba(1, 2, 3, 0.5)'],
      ['viz.x', 1.5],
      ['viz.y', -2],
      ['viz.z', 0],
      ['viz.size', 3],
      ['viz.shape', 'image'],
      ['viz.shape.uri', 'http://example.org/x.png'],
    ]);
    expect(graph?.claims.map(({ subject, type, object }) => [subject, type, object])).toEqual([
      ['x', 'child-of', 'g'],
      ['y', 'child-of', 'g'],
      ['x', 'related-to', 'y'],
    ]);
    expect(graph?.claims[2]?.attributes).toEqual([{ name: 'viz.thickness', value: 2 }]);
  });

  test('bad records are located, and left out only when that is asked for', async () => {
    const text = file(
      `${ENDS}\n<edges>\n<edge id="1" source="a" target="zed"/>\n<edge id="2" source="a"/>\n<edge id="3" source="a" target="b"/>\n</edges>\n<nodes><node label="no id"/><node id="a"/></nodes>`,
    );
    const refused = await read(text);
    expect(refused.graph).toBeUndefined();
    expect(refused.issues.map(({ code, line, file: name }) => [code, line, name]).toSorted()).toEqual(
      [
        ['unknown-id', 6, 'towns.gexf'],
        ['missing-field', 7, 'towns.gexf'],
        ['missing-field', 10, 'towns.gexf'],
        ['duplicate-id', 10, 'towns.gexf'],
      ].toSorted(),
    );
    const { graph, skipped, issues } = await read(text, { skipBad: true });
    expect(skipped).toBe(4);
    expect(issues.every(({ severity }) => severity === 'warning')).toBe(true);
    expect(graph?.claims.map(({ object }) => object)).toEqual(['b']);
  });

  test('values that are not of their type stay text and are told; large and endless numbers stay text', async () => {
    const { graph, issues } = await read(
      file(
        `<attributes class="node"><attribute id="0" title="n" type="long"/><attribute id="1" title="odd" type="colour"/></attributes>
<nodes><node id="a"><attvalues><attvalue for="0" value="twelve"/><attvalue for="0" value="12345678901234567890"/><attvalue for="0" value="NaN"/><attvalue for="0" value=""/><attvalue for="1" value="red"/></attvalues></node></nodes>`,
      ),
    );
    expect(issues.map(({ severity, line, got }) => [severity, line, got])).toEqual([
      ['warning', 4, '"colour"'],
      ['warning', 5, '"twelve"'],
    ]);
    expect(pairs(graph?.entities[0]?.attributes)).toEqual([
      ['n', 'twelve'],
      ['n', '12345678901234567890'],
      ['n', 'NaN'],
      ['n', ''],
      ['odd', 'red'],
    ]);
  });

  test('hostile names and texts are names and texts', async () => {
    const names = ['__proto__', 'constructor', 'toString'];
    const escaped = (text: string): string =>
      text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
    const nodes = names.map(
      (name, i) =>
        `<node id="${name}" label="${escaped(HOSTILE[i] ?? '')}"><attvalues><attvalue for="${name}" value="${escaped(HOSTILE[i + 3] ?? '')}"/></attvalues></node>`,
    );
    const { graph } = await read(
      file(
        `<nodes>${nodes.join('')}</nodes><edges><edge source="__proto__" target="constructor" kind="toString"/></edges>`,
      ),
    );
    const [proto] = graph?.entities ?? [];
    expect(proto?.name).toBe(HOSTILE[0]);
    expect(proto?.attributes).toContainEqual({ name: 'key', value: '__proto__' });
    expect(proto?.attributes).toContainEqual({ name: '__proto__', value: HOSTILE[3] });
    expect(graph?.claims).toHaveLength(1);
    expect(Object.hasOwn(Object.prototype, 'value')).toBe(false);
  });

  test('a record with too many values is told with its place and their number; it alone is left out', async () => {
    const declared = '<attributes class="node"><attribute id="0" title="n" type="integer"/></attributes>';
    const values = '<attvalue for="0" value="1"/>\n'.repeat(30);
    const text = file(
      `${declared}<nodes>\n<node id="a"><attvalues>${values}</attvalues></node><node id="b"/><node id="c"/></nodes><edges><edge source="a" target="b"/>\n<edge source="b" target="c"><spells>${'<spell start="2001-01-01"/>'.repeat(25)}</spells></edge><edge source="c" target="b"/></edges>`,
    );
    const limits = { attributes: 20 };
    const refused = await read(text, { limits });
    expect(refused.graph).toBeUndefined();
    expect(refused.issues).toMatchObject([
      { code: 'too-large', line: 5, id: 'a', got: '30' },
      { code: 'too-large', got: '25' },
      { code: 'unknown-id' },
    ]);
    const { graph, skipped } = await read(text, { limits, skipBad: true });
    expect(skipped).toBe(3);
    expect(graph?.entities.slice(0, 2).map(({ id }) => id)).toEqual(['b', 'c']);
    expect(graph?.claims.map(({ subject, object }) => [subject, object])).toEqual([['c', 'b']]);
  });

  test('a value without an attribute, or an attribute without a value, is told; its record is taken', async () => {
    const text = file(
      '<nodes><node id="a"><attvalues>\n<attvalue for="0"/>\n<attvalue value="seen twice"/></attvalues></node></nodes><attvalue for="1" value="2"/>',
    );
    const { graph, issues, skipped, losses } = await read(text, { skipBad: true });
    expect(skipped).toBe(0);
    expect(issues.map(({ severity, code, line }) => [severity, code, line])).toEqual([
      ['warning', 'missing-field', 5],
      ['warning', 'missing-field', 6],
    ]);
    expect(pairs(graph?.entities[0]?.attributes)).toEqual([['attvalue', 'seen twice']]);
    expect(losses).toMatchObject([{ field: 'element attvalue', count: 1 }]);
  });

  test('attributes that are declared behind their records count for them', async () => {
    const declared = `<attributes class="node"><attribute id="0" title="side" type="string"><default>unknown</default></attribute></attributes>
<attributes class="edge"><attribute id="0" title="sum" type="double"/></attributes>`;
    const records = `<nodes><node id="a"><attvalues><attvalue for="0" value="left"/></attvalues></node><node id="b"/></nodes>
<edges><edge source="a" target="b"><attvalues><attvalue for="0" value="1.5"/></attvalues></edge></edges>`;
    const behind = await read(file(`${records}${declared}`));
    const before = await read(file(`${declared}${records}`));
    expect(behind.issues).toEqual([]);
    expect(behind.graph?.entities.map(({ attributes }) => pairs(attributes)).slice(0, 2)).toEqual([
      [['side', 'left']],
      [['side', 'unknown']],
    ]);
    expect(pairs(behind.graph?.claims[0]?.attributes)).toEqual([['sum', 1.5]]);
    expect(behind.graph?.claims).toEqual(before.graph?.claims);
  });

  test('an attribute that is declared twice has one default', async () => {
    const twice = ['old', 'new'].map(
      (text) =>
        `<attributes class="node"><attribute id="0" title="side" type="string"><default>${text}</default></attribute></attributes>`,
    );
    const { graph } = await read(file(`${twice.join('')}<nodes><node id="a"/></nodes>`));
    expect(pairs(graph?.entities[0]?.attributes)).toEqual([['side', 'new']]);
  });

  test('edges that say nothing of their direction have that of the graph, which is none unless told', async () => {
    const nodes = '<nodes><node id="a"/><node id="b"/></nodes>';
    const edge = '<edges><edge id="e" source="a" target="b" kind="meets"/></edges>';
    const ways = async (graph: string): Promise<unknown> => {
      const result = await read(file(`${nodes}${edge}`, graph));
      const claims = result.graph?.claims.map(({ subject, object }) => `${subject} ${object}`);
      return [claims, result.graph?.ontology.relations.map(({ symmetric }) => symmetric), result.issues.length];
    };
    expect(await ways('defaultedgetype="mutual"')).toEqual([['a b', 'b a'], [false], 0]);
    expect(await ways('defaultedgetype="directed"')).toEqual([['a b'], [false], 0]);
    expect(await ways('defaultedgetype="undirected"')).toEqual([['a b'], [true], 0]);
    expect(await ways('mode="static"')).toEqual([['a b'], [true], 0]);
    // What Gephi 0.8 wrote.
    expect(await ways('defaultedgetype="mixed"')).toEqual([['a b'], [false], 1]);
  });

  test('XML of another kind is refused, and what the file says of itself is counted as lost', async () => {
    expect((await read('<?xml version="1.0"?>\n<kml/>')).issues).toMatchObject([{ code: 'invalid-format', line: 2 }]);
    const meta = file(ENDS, 'mode="dynamic" timeformat="double" timezone="Asia/Karachi" idtype="string"').replace(
      '<graph',
      '<meta lastmodifieddate="2009-03-20"><creator>Gephi</creator><title>Towns</title><description/></meta><graph',
    );
    expect((await read(meta)).losses?.map(({ field, count }) => [field, count])).toEqual([
      ['file.lastmodifieddate', 1],
      ['file.creator', 1],
      ['file.title', 1],
      ['file.mode', 1],
      ['file.timeformat', 1],
      ['file.timezone', 1],
    ]);
    expect((await read(file(ENDS, 'mode="static" timeformat="date"'))).losses).toEqual([]);
    const own = await hostileGraph();
    expect((await read(writeGexf(own).files[0]?.text ?? '')).losses).toEqual([]);
  });

  test('a file that Ascribe wrote and somebody added to keeps both', async () => {
    const small = await smallGraph();
    const text = writeGexf(small).files[0]?.text ?? '';
    const [first] = small.entities;
    const more = text
      .replace('</nodes>', '<node id="new" label="New One"/></nodes>')
      .replace('</edges>', `<edge id="mine" source="new" target="${first?.id}" kind="visits"/></edges>`);
    const { graph, issues } = await read(more);
    expect(issues.filter(({ severity }) => severity === 'error')).toEqual([]);
    const ids = new Set(graph?.claims.map(({ id }) => id));
    for (const { id } of small.claims) expect(ids).toContain(id);
    expect(graph?.claims.find(({ subject }) => subject === 'new')).toMatchObject({ type: 'visits', object: first?.id });
    expect(graph?.sources).toHaveLength(small.sources.length + 1);
  });

  test('what another tool added to a record of Ascribe’s own is kept with it', async () => {
    const small = await smallGraph();
    const [entity] = small.entities;
    const places = new Map(small.entities.map(({ id }) => [id, { x: 1, y: 2 }]));
    const text = writeGexf(small, { places }).files[0]?.text ?? '';
    const more = text
      .replace('<attvalues>', '<attvalues><attvalue for="modularity" value="3"/>')
      .replace(/(<edge [^>]*)>/u, '$1 weight="0.5">');
    const { graph, losses } = await read(more);
    expect(graph?.entities.find(({ id }) => id === entity?.id)?.attributes).toEqual([
      { name: 'modularity', value: '3' },
    ]);
    const weighed = graph?.claims.filter(({ attributes }) => attributes !== undefined) ?? [];
    expect(weighed.map(({ attributes }) => attributes)).toEqual([[{ name: 'weight', value: 0.5 }]]);
    const drawn = losses?.map(({ field, count }) => [field, count]);
    expect(drawn).toEqual(['x', 'y', 'z'].map((name) => [`nodes.viz.${name}`, small.entities.length]));
  });

  test('an edge that was changed after it was written is told; so is JSON that was broken', async () => {
    const text = writeGexf(await smallGraph()).files[0]?.text ?? '';
    const changed = await read(text.replace('for="stance" value="denies"', 'for="stance" value="asserts"'));
    expect(changed.issues).toMatchObject([
      { severity: 'warning', code: 'contradictory', expected: '"denies"', got: '"asserts"' },
    ]);
    const broken = text.replace(/for="claim.json" value="\{/u, 'for="claim.json" value="');
    expect((await read(broken)).issues).toMatchObject([{ severity: 'error', code: 'invalid-json' }]);
    expect(await read(broken, { skipBad: true })).toMatchObject({ skipped: 1 });
  });

  test('it is told by its first tag', async () => {
    const head = file(ENDS);
    expect(GEXF.sniff?.(head, 'download')).toBe(2);
    expect(GEXF.sniff?.('<graphml/>', 'a.gexf')).toBe(1);
    expect(likelyFormats(head, 'download')[0]?.id).toBe('gexf');
  });
});
