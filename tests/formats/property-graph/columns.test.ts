import { expect, test } from 'vitest';
import { readGexf } from '../../../src/formats/gexf/read-gexf.ts';
import { readGraphml } from '../../../src/formats/graphml/read-graphml.ts';
import { Columns } from '../../../src/formats/property-graph/columns.ts';
import { PropertyGraph } from '../../../src/formats/property-graph/property-graph.ts';
import { inputOf } from '../../../src/formats/read-text.ts';

test('a name of any length takes little room for each of its values', () => {
  const graph = new PropertyGraph('a.gexf', 'gexf', {});
  const columns = new Columns<'node'>(graph, { format: 'GEXF', general: [], borrows: false });
  const place = { line: 1, column: 1 };
  const long = 'n'.repeat(5000);
  const declared = columns.declare('node', { id: '0', name: long, type: 'string', isList: false }, place);
  expect(declared.name).toHaveLength(1000);
  expect(columns.find('node', long, place).name).toHaveLength(1000);
  expect(columns.find('node', long, place)).toBe(columns.find('node', long, place));
});

test('an element of any length of name takes little room for each text in it', async () => {
  const long = 'n'.repeat(250);
  const inside = `<node id="a"><${long}><b>x</b></${long}></node>`;
  const gexf = await readGexf(inputOf('a.gexf', `<gexf><graph><nodes>${inside}</nodes></graph></gexf>`));
  const graphml = await readGraphml(inputOf('a.graphml', `<graphml><graph>${inside}</graph></graphml>`));
  for (const { graph } of [gexf, graphml]) {
    expect(graph?.entities[0]?.attributes).toEqual([{ name: `${'n'.repeat(200)}.b`, value: 'x' }]);
  }
});
