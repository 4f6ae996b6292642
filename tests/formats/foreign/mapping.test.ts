import { describe, expect, test } from 'vitest';
import { ForeignGraph } from '../../../src/formats/foreign/foreign-graph.ts';
import { Mapping } from '../../../src/formats/foreign/mapping.ts';
import { InMemoryKnowledgeBase } from '../../../src/knowledge/in-memory.ts';
import { checkGraph } from '../../../src/model/check-graph.ts';
import type { GraphDocument } from '../../../src/model/graph-document.ts';
import { AB, edgeWith as edge, gather, graphOf } from './gather.ts';

describe('mapping', () => {
  const mapping = Mapping.parse({
    version: 1,
    edge: {
      confidence: { attribute: 'weight', scale: 'percent' },
      source: 'paper',
      speaker: 'who',
      stance: { attribute: 'polarity', denies: ['Negative'], asserts: ['positive'] },
      start: 'from',
      end: 'until',
      said: 'date',
      hedge: 'hedge',
    },
    source: { publisher: 'The Data Office', reliability: 'C' },
  });
  test('an attribute becomes confidence, source, speaker, stance, times and hedge, and stays an attribute', async () => {
    const given = {
      ...{
        weight: '70',
        paper: 'https://example.org/1',
        who: 'Ann',
        polarity: 'NEGATIVE',
        from: '2020',
        until: '2021-05',
      },
      ...{ date: '2022-03-04T10:00:00Z', hedge: 'Reportedly' },
    };
    const graph = graphOf(await gather(AB, [edge(given)], { mapping }));
    expect(graph.claims).toMatchObject([
      {
        stance: 'denies',
        speaker: 'a',
        confidence: { value: 0.7, reason: 'Taken from weight of net.gexf' },
        when: '2020/2021-05',
        said: '2022-03-04',
        hedge: 'reportedly',
        source: 'https://example.org/1',
      },
    ]);
    expect(graph.claims[0]?.attributes).toHaveLength(8);
    expect(graph.sources).toMatchObject([{ url: 'https://example.org/1', title: 'https://example.org/1' }]);
  });

  test('values that belong to no scale, stance or calendar are told, and kept', async () => {
    const odd = {
      ...{ paper: 'p', who: 'Ann' },
      weight: 'high',
      polarity: 'mixed',
      date: '03/04/2022',
      hedge: 'perhaps',
      from: '2022',
      until: '2020',
    };
    const { issues, graph } = await gather(AB, [edge(odd), edge(odd)], { mapping });
    expect(issues.filter(({ severity }) => severity === 'error')).toEqual([]);
    const each = ['"high"', '"perhaps"', '"2022 / 2020"', '"03/04/2022"'];
    expect(issues.map(({ got }) => got)).toEqual(['"mixed"', ...each, ...each]);
    expect(graph?.claims[0]).toMatchObject({ stance: 'asserts' });
    expect(graph?.claims[0]).not.toHaveProperty('confidence');
  });

  test('confidence above 0.95 counts as 0.95, and that is counted', async () => {
    const { losses, graph } = await gather(AB, [edge({ weight: 100, polarity: 'positive' })], { mapping });
    expect(graph?.claims[0]?.confidence?.value).toBe(0.95);
    expect(losses).toMatchObject([{ field: 'confidence', count: 1 }]);
  });

  test('two editions of one publisher speak with one voice: what they say differently is no dispute', async () => {
    const edition = async (file: string, killed: number): Promise<GraphDocument> => {
      const foreign = new ForeignGraph({ file, format: 'events', mapping });
      for (const node of AB) foreign.addNode(node);
      foreign.addEdge({ ...edge({ polarity: 'positive' }), type: 'fought' });
      foreign.addFigure({ about: 'a', measure: 'killed', quantity: { min: killed, max: killed } });
      return graphOf(await foreign.finish());
    };
    const [old, recent] = [await edition('v1.csv', 5), await edition('v2.csv', 9)];
    expect(recent.sources[0]?.speaker).toBe(old.sources[0]?.speaker);
    const both: GraphDocument = {
      ...old,
      sources: [...old.sources, ...recent.sources],
      claims: [...old.claims, ...recent.claims],
    };
    expect(checkGraph(both)).toEqual([]);
    const { items } = await new InMemoryKnowledgeBase(both).disputes({}, { limit: 10 });
    expect(items).toEqual([]);
  });
});
