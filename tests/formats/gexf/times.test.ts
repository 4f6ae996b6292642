import { describe, expect, test } from 'vitest';
import type { ReadResult } from '../../../src/formats/format.ts';
import { readGexf } from '../../../src/formats/gexf/read-gexf.ts';
import { inputOf } from '../../../src/formats/read-text.ts';

/** A graph of dated nodes, as Gephi writes it where elements come and go. */
const read = (nodes: string, graph = 'timeformat="date" timerepresentation="timestamp"'): Promise<ReadResult> =>
  readGexf(
    inputOf(
      'dynamic.gexf',
      `<gexf xmlns="http://gexf.net/1.3" version="1.3"><graph defaultedgetype="directed" mode="dynamic" ${graph}>
<attributes class="node" mode="dynamic"><attribute id="rank" title="rank" type="integer"/></attributes>
<nodes>${nodes}</nodes></graph></gexf>`,
    ),
  );

/** When each node is, and its attributes. */
const times = ({ graph, issues }: ReadResult): unknown[] => {
  expect(issues).toEqual([]);
  return (graph?.entities ?? [])
    .filter(({ kind }) => kind === 'thing')
    .map(({ when, attributes = [] }) => [when, ...attributes.map(({ name, value }) => `${name}: ${value}`)]);
};

describe('times in GEXF', () => {
  test('a moment in a spell is the time of its record, as one of its tag is; several are kept', async () => {
    const result = await read(
      `<node id="a"><spells><spell timestamp="2003-05-06"/></spells></node>
<node id="b"><spells><spell timestamp="2001-01-01"/><spell timestamp="2002-01-01"/></spells><attvalues><attvalue for="rank" value="3" timestamp="2001-01-01"/></attvalues></node>
<node id="c" timestamp="2004-05-06"><spells><spell timestamp="2003-05-06"/></spells></node>
<node id="d"><spells><spell start="2001-01-01" end="2001-02-01"/></spells></node>`,
    );
    expect(times(result)).toEqual([
      ['2003-05-06'],
      [undefined, 'rank [2001-01-01]: 3', 'spell: 2001-01-01', 'spell: 2002-01-01'],
      ['2004-05-06', 'spell: 2003-05-06'],
      ['2001-01-01/2001-02-01'],
    ]);
  });

  test('ends that an interval does not hold are told beside it', async () => {
    const result = await read(
      `<node id="a" start="2009-01-01" endopen="2010-01-01"/>
<node id="b"><spells><spell startopen="2009-01-01" end="2010-01-01"/></spells></node>
<node id="c"><spells><spell start="2009-01-01" endopen="2010-01-01"/><spell start="2011-01-01"/></spells></node>
<node id="d"><attvalues><attvalue for="rank" value="3" start="2001-01-01" endopen="2002-01-01"/></attvalues></node>`,
    );
    expect(times(result)).toEqual([
      ['2009-01-01/2010-01-01', 'endopen: 2010-01-01'],
      ['2009-01-01/2010-01-01', 'startopen: 2009-01-01'],
      [undefined, 'spell: 2009-01-01/2010-01-01 endopen', 'spell: 2011-01-01/'],
      [undefined, 'rank [2001-01-01/2002-01-01 endopen]: 3'],
    ]);
  });

  test('an end that is not told is unknown, and one that is infinite is open', async () => {
    const result = await read(
      `<node id="a" start="2009-01-01"/><node id="b" start="2009-01-01" end="Infinity"/>
<node id="c" start="-Infinity" end="2009-01-01"/><node id="d" start="-Infinity" end="Infinity"/><node id="e" start="1.5" end="Infinity"/>`,
    );
    expect(times(result)).toEqual([
      ['2009-01-01/'],
      ['2009-01-01/..'],
      ['../2009-01-01'],
      [undefined],
      [undefined, 'start: 1.5', 'end: Infinity'],
    ]);
  });

  test('nothing of a spell is lost: numbers, words of other tools, a moment beside an interval', async () => {
    const result = await read(
      `<node id="a"><spells><spell timestamp="1234567890.0" by="clock"/></spells></node>
<node id="b" timestamp="2001-01-01" start="2000-01-01"/>
<node id="c" timestamp="7" end="9"/>
<node id="d"><spells><spell/><spell start="1" end="Infinity"/></spells></node>`,
      'timeformat="double"',
    );
    expect(times(result)).toEqual([
      [undefined, 'spell.by: clock', 'timestamp: 1234567890'],
      ['2001-01-01', 'start: 2000-01-01'],
      [undefined, 'end: 9', 'timestamp: 7'],
      [undefined, 'spell: ../..', 'spell: 1/Infinity'],
    ]);
  });
});

describe('a slice', () => {
  const slice = (graph: string, edges: string): Promise<ReadResult> =>
    readGexf(
      inputOf(
        'slice.gexf',
        `<gexf xmlns="http://gexf.net/1.3" version="1.3"><graph defaultedgetype="directed" ${graph}>
<nodes><node id="a"/><node id="b"/></nodes><edges>${edges}</edges></graph></gexf>`,
      ),
    );
  const EDGES = `<edge id="0" source="a" target="b"/><edge id="1" source="b" target="a" timestamp="2006-01-01"/>
<edge id="2" source="b" target="a"><spells><spell start="2005-01-01" end="2005-02-01"/></spells></edge>`;

  test('is when its edges hold that tell no time of their own', async () => {
    const { graph, losses } = await slice('mode="slice" timeformat="date" timestamp="2007-03-04"', EDGES);
    expect(graph?.claims.map(({ when }) => when)).toEqual(['2007-03-04', '2006-01-01', '2005-01-01/2005-02-01']);
    expect(losses).toEqual([]);
    const long = await slice('mode="slice" timeformat="date" start="2007" end="2008"', EDGES);
    expect(long.graph?.claims[0]?.when).toBe('2007/2008');
  });

  test('counted on a scale of its own is an attribute of these edges', async () => {
    const { graph, losses } = await slice('mode="slice" timerepresentation="timestamp" timestamp="2007"', EDGES);
    expect(graph?.claims[0]?.when).toBeUndefined();
    expect(graph?.claims[0]?.attributes).toContainEqual({ name: 'timestamp', value: 2007 });
    expect(losses).toEqual([]);
  });

  test('without an edge of which it tells the time is told as lost; so are the bounds of a graph that is none', async () => {
    const fields = async (graph: string, edges: string) =>
      (await slice(graph, edges)).losses?.map(({ field }) => field);
    expect(await fields('mode="slice" timestamp="2007"', '')).toEqual(['file.timestamp']);
    expect(await fields('mode="dynamic" start="2007"', EDGES)).toEqual(['file.mode', 'file.start']);
  });
});
