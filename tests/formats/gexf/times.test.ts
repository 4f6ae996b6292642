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
