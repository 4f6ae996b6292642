import { describe, expect, test } from 'vitest';
import { writeGexf } from '../../../src/formats/gexf/write-gexf.ts';
import { writeGraphologyJson } from '../../../src/formats/graphology-json/write-graphology-json.ts';
import { placeEntities } from '../../../src/formats/svg/place-entities.ts';
import { EntityId } from '../../../src/model/ids.ts';
import { sketchGraph } from '../../evidence/sketch-graph.ts';
import { hostileGraph } from '../hostile-graph.ts';

/** A hub with so many others in relation to it. */
function star(count: number) {
  return sketchGraph({
    types: { backs: {} },
    sources: { a: 'B' },
    claims: Array.from({ length: count }, (_, i) => ['a', 'hub', 'backs', `e${i}`] as const),
  });
}

describe('placeEntities', () => {
  test('every entity has a place of its own, also where it stands in no relation', async () => {
    const graph = await hostileGraph();
    const places = placeEntities(graph);
    expect([...places.keys()].toSorted()).toEqual(graph.entities.map(({ id }) => id).toSorted());
    expect(new Set(Array.from(places.values(), ({ x, y }) => `${x} ${y}`)).size).toBe(graph.entities.length);
    for (const { x, y } of places.values()) expect(Number.isFinite(x + y)).toBe(true);
  });

  test('the order of records changes nothing', async () => {
    const graph = await hostileGraph();
    const turned = { ...graph, entities: graph.entities.toReversed(), claims: graph.claims.toReversed() };
    expect(placeEntities(turned)).toEqual(placeEntities(graph));
  });

  test('where things stand on the screen they stand in the file; what is not there stands beside', () => {
    const graph = star(3);
    const id = (name: string): EntityId => EntityId.parse(name);
    const places = new Map([
      [id('hub'), { x: 0, y: 0 }],
      [id('e0'), { x: 200, y: 0 }],
      [id('e1'), { x: 0, y: 100 }],
    ]);
    const made = placeEntities(graph, { places });
    const [hub, e0, e1] = ['hub', 'e0', 'e1'].map((name) => made.get(id(name)) ?? { x: Number.NaN, y: Number.NaN });
    expect(e0?.y).toBeCloseTo(hub?.y ?? 0);
    expect(e1?.x).toBeCloseTo(hub?.x ?? 0);
    expect(((e0?.x ?? 0) - (hub?.x ?? 0)) / ((e1?.y ?? 0) - (hub?.y ?? 0))).toBeCloseTo(2, 1);
    expect(made.has(id('e2'))).toBe(true);
  });

  test('of very many entities each has a place within seconds, the hub in the middle', () => {
    const places = placeEntities(star(3500));
    const hub = places.get(EntityId.parse('hub'));
    const all = [...places.values()];
    const farther = all.filter(({ x, y }) => Math.hypot(x, y) > Math.hypot(hub?.x ?? 999, hub?.y ?? 999));
    expect(farther.length).toBe(all.length - 1);
    expect(new Set(all.map(({ x, y }) => `${x} ${y}`)).size).toBe(all.length);
  }, 20_000);

  test('GEXF and graphology JSON carry a place for every node, so that Gephi and sigma draw them', async () => {
    const graph = await hostileGraph();
    const places = placeEntities(graph);
    const gexf = writeGexf(graph, { places }).files[0]?.text ?? '';
    expect(gexf.match(/<viz:position /gu)).toHaveLength(graph.entities.length);
    const json = writeGraphologyJson(graph, { places }).files[0]?.text ?? '';
    expect(json.match(/"x":-?[\d.]+,"y":-?[\d.]+/gu)).toHaveLength(graph.entities.length);
  });
});
