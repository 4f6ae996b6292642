import { describe, expect, test } from 'vitest';
import type { ReadResult } from '../../../src/formats/format.ts';
import { readGraphml } from '../../../src/formats/graphml/read-graphml.ts';
import { inputOf } from '../../../src/formats/read-text.ts';
import type { Attribute } from '../../../src/model/attributes.ts';

/** A file as yEd writes it: a key for what is drawn of nodes (d0), one for edges (d1), one for pictures (d2). */
const read = (inside: string, behind = '<data key="d2"><y:Resources/></data>'): Promise<ReadResult> =>
  readGraphml(
    inputOf(
      'drawn.graphml',
      `<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml">
<key id="d0" for="node" yfiles.type="nodegraphics"/><key id="d1" for="edge" yfiles.type="edgegraphics"/><key id="d2" for="graphml" yfiles.type="resources"/>
<key id="d3" for="node" attr.name="description" attr.type="string"/>
<graph edgedefault="directed" id="G">${inside}</graph>${behind}</graphml>`,
    ),
  );

const pairs = (attributes: readonly Attribute[] = []): (string | number | boolean)[][] =>
  attributes.map(({ name, value }) => [name, value]);

const line = (inside: string): string => `<data key="d1"><y:PolyLineEdge>${inside}</y:PolyLineEdge></data>`;
const NODES = '<node id="n0"/><node id="n1"/>';

describe('what yEd draws', () => {
  test('labels are kept, and the rest is counted; pictures that are not there are no loss', async () => {
    const { graph, issues, losses } = await read(
      `<node id="n0"><data key="d0"><y:ShapeNode><y:Geometry x="1"/><y:NodeLabel>Ann
Smith<y:LabelModel/></y:NodeLabel></y:ShapeNode></data></node><node id="n1"/>
<edge id="e0" source="n0" target="n1">${line('<y:Arrows source="none" target="standard"/><y:EdgeLabel>pays</y:EdgeLabel>')}</edge>`,
    );
    expect(issues).toEqual([]);
    expect(graph?.entities[0]?.name).toBe('Ann Smith');
    expect(graph?.claims[0]).toMatchObject({ type: 'pays' });
    expect(pairs(graph?.claims[0]?.attributes)).toEqual([
      ['key', 'e0'],
      ['label', 'pays'],
    ]);
    expect(losses?.map(({ field, count }) => [field, count])).toEqual([['data drawn', 2]]);
  });

  test('pictures that are there are counted as what the file says of itself', async () => {
    const picture = '<data key="d2"><y:Resources><y:Resource id="1">iVBORw0KGgo=</y:Resource></y:Resources></data>';
    expect((await read(NODES, picture)).losses).toMatchObject([{ field: 'file.data', count: 1 }]);
  });

  test('the first label of an edge is its type, and all are kept in their order', async () => {
    const { graph } = await read(
      `${NODES}<edge id="e0" source="n0" target="n1">${line('<y:EdgeLabel>funds</y:EdgeLabel><y:EdgeLabel>since 2003</y:EdgeLabel>')}</edge>`,
    );
    expect(graph?.claims[0]).toMatchObject({ type: 'funds' });
    expect(pairs(graph?.claims[0]?.attributes).slice(1)).toEqual([
      ['label', 'funds'],
      ['label', 'since 2003'],
    ]);
  });

  test('heads that an edge has elsewhere than at its target are kept, and told', async () => {
    const heads = [
      ['none', 'delta'],
      ['standard', 'none'],
      ['none', 'none'],
      ['standard', 'standard'],
    ];
    const edges = heads.map(
      ([source, target], i) =>
        `<edge id="e${i}" source="n0" target="n1">${line(`<y:Arrows source="${source}" target="${target}"/>`)}</edge>`,
    );
    const plain = `<edge id="u" source="n0" target="n1" directed="false">${line('<y:Arrows source="none" target="none"/>')}</edge>`;
    const { graph, losses } = await read(`${NODES}${edges.join('')}${plain}`);
    expect(graph?.claims.map(({ attributes }) => pairs(attributes).slice(1).flat())).toEqual([
      [],
      ['arrows.source', 'standard', 'arrows.target', 'none'],
      ['arrows.source', 'none', 'arrows.target', 'none'],
      ['arrows.source', 'standard', 'arrows.target', 'standard'],
      [],
    ]);
    expect(losses).toContainEqual(expect.objectContaining({ field: 'arrow heads', count: 3 }));
  });

  test('all texts of what is drawn are kept, under the names of their elements', async () => {
    const { graph, losses } = await read(
      `<node id="n0"><data key="d0"><y:UMLClassNode><y:NodeLabel>Class</y:NodeLabel><y:UML clipContent="true"><y:AttributeLabel>-name: text</y:AttributeLabel><y:MethodLabel>+do()</y:MethodLabel></y:UML></y:UMLClassNode></data></node>
<node id="n1"><data key="d0"><y:Realizers><y:GroupNode><y:NodeLabel>Group</y:NodeLabel></y:GroupNode><y:GroupNode><y:NodeLabel>Folder</y:NodeLabel></y:GroupNode></y:Realizers></data></node>
<node id="n2"><data key="d3"><x:List><y:Label><y:Label.Text><![CDATA[From yFiles]]></y:Label.Text></y:Label><x:Tag>seen</x:Tag></x:List></data></node>`,
    );
    expect(graph?.entities.slice(0, 3).map(({ name, attributes }) => [name, pairs(attributes)])).toEqual([
      [
        'Class',
        [
          ['AttributeLabel', '-name: text'],
          ['MethodLabel', '+do()'],
        ],
      ],
      ['Group', [['label', 'Folder']]],
      ['From yFiles', [['description.Tag', 'seen']]],
    ]);
    expect(losses).toMatchObject([{ field: 'data drawn', count: 3 }]);
  });

  test('of a text with tags in it the text is kept', async () => {
    const { graph, losses } = await read('<node id="n0"><data key="d3">Line <b>bold</b> text</data></node>');
    expect(pairs(graph?.entities[0]?.attributes)).toEqual([['description', 'Line bold text']]);
    expect(losses).toMatchObject([{ field: 'markup in data', count: 1 }]);
  });
});
