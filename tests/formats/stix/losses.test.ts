import { expect, test } from 'vitest';
import { writeStix } from '../../../src/formats/stix/write-stix.ts';
import { type Claim, isRelationClaim } from '../../../src/model/claim.ts';
import { Edtf } from '../../../src/model/dates.ts';
import { TypeId } from '../../../src/model/ids.ts';
import { smallGraph } from '../hostile-graph.ts';

test('what other programs do not see is counted by what is written', async () => {
  const graph = await smallGraph();
  const entities = graph.entities.map(({ when: _, ...rest }, i) =>
    i === 0 ? { ...rest, when: Edtf.parse('2024') } : rest,
  );
  const claims = graph.claims.map(({ note: _, ...rest }, i) => (i < 2 ? { ...rest, note: 'Because.' } : rest));
  const sources = graph.sources.map((one, i) =>
    i === 0 ? { ...one, author: 'A. Writer', attributes: [{ name: 'x', value: 1 }] } : one,
  );
  const { losses } = writeStix({ ...graph, entities, claims, sources });
  const counts = Object.fromEntries(losses.map(({ field, count }) => [field, count]));
  expect(counts).toMatchObject({ 'entities.when': 1, 'claims.note': 2, attributes: 1 });
  expect(counts['sources.author, sources.published, sources.language, sources.genre']).toBeGreaterThan(0);
});

test.each(['Weird_Type', 'اردو'])('a relation type that STIX cannot spell is told: %s', async (name) => {
  const graph = await smallGraph();
  const known = graph.claims.find((one) => isRelationClaim(one) && one.stance === 'asserts')?.type;
  const type = TypeId.parse(name);
  const renamed = {
    ...graph,
    ontology: {
      ...graph.ontology,
      relations: graph.ontology.relations.map((one) => (one.id === known ? { ...one, id: type } : one)),
    },
    claims: graph.claims.map((one) => (one.type === known ? { ...one, type } : one)),
  };
  const count = (losses: readonly { field: string; count: number }[]): number =>
    losses.find(({ field }) => field === 'claims.type')?.count ?? 0;
  expect(count(writeStix(graph).losses)).toBe(0);
  expect(count(writeStix(renamed).losses)).toBeGreaterThan(0);
});

test('a relationship that no identity signs is counted: who says it stands in words alone', async () => {
  const graph = await smallGraph();
  const asserts = graph.claims.filter((one) => isRelationClaim(one) && one.stance === 'asserts');
  const count = (speaker: (i: number) => Claim['speaker'] | undefined): number => {
    const claims = graph.claims.map((one) => ({ ...one, speaker: speaker(asserts.indexOf(one)) ?? one.speaker }));
    const { losses, files } = writeStix({ ...graph, claims });
    const objects: { type: string; created_by_ref?: string }[] = JSON.parse(files[0]?.text ?? '').objects;
    const unsigned = objects.filter((one) => one.type === 'relationship' && one.created_by_ref === undefined);
    const told = losses.find(({ field }) => field === 'claims.speaker')?.count ?? 0;
    expect(told).toBe(unsigned.length);
    return told;
  };
  expect(count(() => graph.sources[0]?.speaker)).toBe(0);
  expect(count(() => ({ unnamed: 'officials' }))).toBe(asserts.length);
  expect(count((i) => (i === 0 ? { unnamed: 'officials' } : graph.sources[0]?.speaker))).toBe(1);
});
