import { expect, test } from 'vitest';
import type { ReadOptions, ReadResult } from '../../../src/formats/format.ts';
import { readGexf } from '../../../src/formats/gexf/read-gexf.ts';
import { inputOf } from '../../../src/formats/read-text.ts';
import type { Attribute } from '../../../src/model/attributes.ts';

const read = (text: string, options?: ReadOptions): Promise<ReadResult> =>
  readGexf(inputOf('towns.gexf', text), options);

const file = (inside: string): string =>
  `<gexf xmlns="http://gexf.net/1.3" version="1.3"><graph defaultedgetype="directed">\n${inside}\n</graph></gexf>`;

/** Attributes as pairs, in their order. */
const pairs = (attributes: readonly Attribute[] = []): (string | number | boolean)[][] =>
  attributes.map(({ name, value }) => [name, value]);

test('texts where GEXF has none, and what else a value says, are kept', async () => {
  const { graph, losses } = await read(
    file(
      `of all<attributes class="node"><attribute id="0" title="size" type="integer"><options>1|2</options></attribute></attributes>
<nodes>of nodes<node id="a"><note xmlns="http://example.org/n" by="me">a <custom>deep</custom> note</note><attvalues><attvalue for="0" value="7" unit="km"/><attvalue value="" for="0">inside</attvalue></attvalues></node>
<node id="b">bare <![CDATA[<b>]]></node></nodes>
<edges><edge source="a" target="b"><viz:thickness xmlns:viz="http://gexf.net/1.3/viz" value="2">thick</viz:thickness></edge></edges>`,
    ),
  );
  const [a, b] = graph?.entities ?? [];
  expect(pairs(a?.attributes)).toEqual([
    ['note.by', 'me'],
    ['note.custom', 'deep'],
    ['note', 'a  note'],
    ['size', 7],
    ['size.unit', 'km'],
    ['size', ''],
    ['text', 'inside'],
  ]);
  expect(pairs(b?.attributes)).toEqual([
    ['text', 'bare'],
    ['text', '<b>'],
  ]);
  expect(pairs(graph?.claims[0]?.attributes)).toEqual([
    ['viz.thickness', 2],
    ['thickness', 'thick'],
  ]);
  expect(losses).toMatchObject([{ field: 'file.text', count: 2 }]);
});

test('what a left-out node says is said of no other of its id, and no record counts twice', async () => {
  const text =
    file(`<nodes><node id="a"/><node id="b"/><node id="a" pid="b"><nodes><node id="x"/></nodes></node></nodes>
<edges><edge id="1" source="a" target="b" type="mutual"/>
<edge id="1" source="a" target="b" type="mutual"/>
<edge id="2" source="a" target="zz" type="mutual"/></edges>`);
  const { graph, skipped, losses } = await read(text, { skipBad: true });
  expect(graph?.claims.map(({ subject, type, object }) => [subject, type, object])).toEqual([
    ['a', 'related-to', 'b'],
    ['b', 'related-to', 'a'],
  ]);
  expect(skipped).toBe(3);
  expect(losses).toMatchObject([{ field: 'child-of', count: 1, keptBy: 'gexf' }]);
});
