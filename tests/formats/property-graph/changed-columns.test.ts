import { expect, test } from 'vitest';
import type { Format, ReadResult } from '../../../src/formats/format.ts';
import { GEXF } from '../../../src/formats/gexf/format.ts';
import { GRAPHML } from '../../../src/formats/graphml/format.ts';
import { GRAPHOLOGY_JSON } from '../../../src/formats/graphology-json/format.ts';
import { inputOf } from '../../../src/formats/read-text.ts';
import type { GraphDocument } from '../../../src/model/graph-document.ts';
import { hostileGraph, smallGraph } from '../hostile-graph.ts';

function written({ write }: Format, graph: GraphDocument): string {
  const text = write?.(graph, {}).files[0]?.text;
  if (typeof text !== 'string') throw new Error('nothing was written');
  return text;
}

async function read({ read: reader }: Format, text: string): Promise<ReadResult> {
  if (reader === undefined) throw new Error('it is not read');
  return await reader(inputOf('towns', text), {});
}

/** A text with a piece in the place of another, which must be in it. */
function swap(text: string, from: string | RegExp, to: string): string {
  const changed = text.replaceAll(from, to);
  if (changed === text) throw new Error(`${from} is not in it`);
  return changed;
}

const told = ({ issues }: ReadResult): unknown[] =>
  issues.map(({ severity, code, message, expected, got }) => [
    `${severity} ${code}`,
    /^\w+ (?:nodes?|edges?)/u.exec(message)?.[0],
    /: "([^"]+)"/u.exec(message)?.[1],
    expected,
    got,
  ]);

test.each([GEXF, GRAPHML, GRAPHOLOGY_JSON])('nothing is told of a file that nobody changed: $id', async (format) => {
  for (const graph of [await smallGraph(), await hostileGraph()]) {
    const { issues } = await read(format, written(format, graph));
    expect(issues.filter(({ code }) => code === 'contradictory')).toEqual([]);
  }
});

test('what another tool changed is told for each column once, with how many and the first place', async () => {
  let text = written(GRAPHOLOGY_JSON, await smallGraph());
  text = swap(text, '"label":"Lowford","kind":"place"', '"label":"Low Ford","kind":"organisation"');
  text = swap(text, '"summary":"A bridge between two towns."', '"summary":"A bridge."');
  text = swap(text, '"hedge":"reportedly",', '"hedge":"likely","note":"Added.",');
  text = swap(text, '"when":"2024-05"', '"when":""');
  text = swap(text, /"confidence":[\d.]+/gu, '"confidence":0.01');
  text = swap(text, '"speaker":"residents"', '"speaker":"the council"');
  text = swap(text, '"label":"closed: residents asserts"', '"label":"reopened"');
  const result = await read(GRAPHOLOGY_JSON, text);
  const changed = 'warning contradictory';
  expect(told(result)).toEqual([
    [changed, 'One node', 'label', '"Lowford"', '"Low Ford"'],
    [changed, 'One node', 'kind', '"place"', '"organisation"'],
    [changed, 'One node', 'summary', '"A bridge between two towns."', '"A bridge."'],
    [changed, 'One edge', 'label', '"… asserts"', '"reopened"'],
    [changed, 'One edge', 'hedge', '"reportedly"', '"likely"'],
    [changed, 'One edge', 'note', 'nothing', '"Added."'],
    [changed, '7 edges', 'confidence', '0.3333333333333333', '0.01'],
    [changed, 'One edge', 'speaker', '"residents"', '"the council"'],
  ]);
  expect(result.issues[0]?.path).toEqual(['nodes', 3]);
  expect(result.issues[6]?.path).toEqual(['edges', 0]);
  expect(result.graph?.entities[3]).toMatchObject({ name: 'Lowford', kind: 'place' });
});

test('a cell that was emptied is told where others of its column are full', async () => {
  const text = written(GRAPHML, await smallGraph());
  const emptied = swap(text, 'The letter says "shut".', '');
  // The only note: a tool may have no such column.
  expect(told(await read(GRAPHML, emptied))).toEqual([]);
  const summary = swap(text, '>The trust pays for the repairs.<', '><');
  expect(told(await read(GRAPHML, summary))).toEqual([
    ['warning contradictory', 'One edge', 'summary', '"The trust pays for the repairs."', 'nothing'],
  ]);
});

test('what other tools said of a record is compared, too', async () => {
  const graph = await smallGraph();
  const [entity] = graph.entities;
  if (entity === undefined) throw new Error('the fixture is broken');
  entity.attributes = [
    { name: 'rank', value: 7 },
    { name: 'tag', value: 'a' },
    { name: 'tag', value: 'b' },
  ];
  const text = written(GRAPHOLOGY_JSON, graph);
  expect(told(await read(GRAPHOLOGY_JSON, text))).toEqual([]);
  const changed = swap(
    text,
    '"attribute.rank":7,"attribute.tag":"a | b"',
    '"attribute.rank":8,"attribute.tag":"a","attribute.new":"x"',
  );
  expect(told(await read(GRAPHOLOGY_JSON, changed))).toEqual([
    ['warning contradictory', 'One node', 'attribute.rank', '7', '8'],
    ['warning contradictory', 'One node', 'attribute.tag', '"a | b"', '"a"'],
    ['warning contradictory', 'One node', 'attribute.new', 'nothing', '"x"'],
  ]);
});

test('the ways in which tools keep the same are no change', async () => {
  let text = written(GRAPHOLOGY_JSON, await smallGraph());
  text = swap(text, '"confidence":0.3333333333333333', '"confidence":0.3333333432674408');
  text = swap(text, '"hedge":"reportedly"', '"hedge":"reportedly","note":"NaN","credibility":""');
  text = swap(text, '"summary":"A bridge between two towns."', '"summary":" A bridge\\r\\n between two towns. "');
  text = swap(text, '"locator.paragraph":2', '"locator.paragraph":"2"');
  expect(told(await read(GRAPHOLOGY_JSON, text))).toEqual([]);
});

test('records that no schema takes are compared with nothing', async () => {
  const json = JSON.stringify({
    id: { toString: 1 },
    name: { toString: 1 },
    aliases: [{ toString: 1 }],
    attributes: [
      { name: 'x', value: [{ toString: 1 }] },
      { name: 'x', value: 2 },
    ],
  });
  const claim = JSON.stringify({ id: 'c', stance: { toString: 1 }, subject: [[]], locator: 7, speaker: null });
  const attributes = { label: 'a', name: 'b', aliases: 'c', 'attribute.x': 1, 'entity.json': json };
  const edge = { label: 'a', stance: 'b', speaker: 'c', 'locator.start': 1, 'claim.json': claim };
  const text = JSON.stringify({
    nodes: [{ key: 'a', attributes }],
    edges: [{ source: 'a', target: 'a', attributes: edge }],
  });
  const { graph, issues } = await read(GRAPHOLOGY_JSON, text);
  expect(graph).toBeUndefined();
  expect(issues.some(({ code }) => code === 'invalid-value')).toBe(true);
});
