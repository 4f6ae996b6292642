import { describe, expect, test } from 'vitest';
import { CSV } from '../../src/formats/csv/format.ts';
import type { Format, ReadResult } from '../../src/formats/format.ts';
import { FTM, FTM_STATEMENTS } from '../../src/formats/ftm/format.ts';
import { GEXF } from '../../src/formats/gexf/format.ts';
import { GRAPH_DOCUMENT } from '../../src/formats/graph-document/format.ts';
import { GRAPHML } from '../../src/formats/graphml/format.ts';
import { GRAPHOLOGY_JSON } from '../../src/formats/graphology-json/format.ts';
import { JSON_LD } from '../../src/formats/json-ld/format.ts';
import { inputOf } from '../../src/formats/read-text.ts';
import { STIX } from '../../src/formats/stix/format.ts';
import type { GraphDocument } from '../../src/model/graph-document.ts';
import { smallGraph } from './hostile-graph.ts';

async function roundTrip(format: Format, graph: GraphDocument, change = (text: string): string => text) {
  const inputs = (format.write?.(graph).files ?? []).map(({ name, text = '' }) => inputOf(name, change(text)));
  const [first] = inputs;
  if (first === undefined) throw new Error(`${format.id} wrote nothing`);
  return (await (format.readTogether?.(inputs) ?? format.read?.(first))) ?? { issues: [] };
}

/** Kinds and types that the records of a graph use. */
function used({ entities, claims }: GraphDocument): Set<string> {
  return new Set<string>([...entities.map(({ kind }) => kind), ...claims.map(({ type }) => type)]);
}

const idsOf = ({ rebuilt }: ReadResult): string[] => [...(rebuilt ?? [])].toSorted();

describe('what a reader made up of the ontology is told', () => {
  test.each([CSV, GEXF, FTM, FTM_STATEMENTS].map((format): [string, Format] => [format.id, format]))(
    '%s has no place for kinds and types: all that its records use',
    async (_, format) => {
      const graph = await smallGraph();
      expect(idsOf(await roundTrip(format, graph))).toEqual([...used(graph)].toSorted());
    },
  );

  test.each(
    [GRAPH_DOCUMENT, GRAPHML, GRAPHOLOGY_JSON, JSON_LD, STIX].map((format): [string, Format] => [format.id, format]),
  )('%s carries them', async (_, format) => {
    expect(idsOf(await roundTrip(format, await smallGraph()))).toEqual([]);
  });

  test('GraphML that lost them on its way through another tool', async () => {
    const graph = await smallGraph();
    const lost = await roundTrip(GRAPHML, graph, (text) => text.replace(/<data key="g1">.*?<\/data>/su, ''));
    expect(idsOf(lost)).toEqual([...used(graph)].toSorted());
  });

  test('the type that stands for none, where a graph has no relation', async () => {
    const graph = await smallGraph();
    const alone = { ...graph, claims: graph.claims.filter(({ object }) => object === undefined) };
    for (const format of [CSV, GEXF, FTM]) {
      expect(idsOf(await roundTrip(format, alone))).toEqual([...used(alone), 'related-to'].toSorted());
    }
  });

  test('not what somebody else’s file says of its own words', async () => {
    const text =
      '<gexf version="1.3"><graph><nodes><node id="a"/><node id="b"/></nodes><edges><edge source="a" target="b" kind="knows"/></edges></graph></gexf>';
    expect(idsOf((await GEXF.read?.(inputOf('a.gexf', text))) ?? { issues: [] })).toEqual([]);
    const graph = await smallGraph();
    const added = '<edge id="new" source="old-bridge" target="council" kind="knows"/></edges>';
    const mixed = await roundTrip(GEXF, graph, (given) => given.replace('</edges>', added));
    expect(mixed.graph?.ontology.relations.map(({ id }) => id)).toContain('knows');
    expect(idsOf(mixed)).toEqual([...used(graph)].toSorted());
  });
});
