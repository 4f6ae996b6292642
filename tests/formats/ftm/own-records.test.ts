import { describe, expect, test } from 'vitest';
import { readFtm } from '../../../src/formats/ftm/read-ftm.ts';
import { readStatements } from '../../../src/formats/ftm/read-statements.ts';
import { writeFtm, writeStatements } from '../../../src/formats/ftm/write-ftm.ts';
import { inputOf } from '../../../src/formats/read-text.ts';
import { claimId } from '../../../src/model/claim-identity.ts';
import type { GraphDocument } from '../../../src/model/graph-document.ts';
import { EntityId } from '../../../src/model/ids.ts';
import { hostileGraph, smallGraph } from '../hostile-graph.ts';

interface Entity {
  id: string;
  schema: string;
  properties: Record<string, string[]>;
}
const entitiesOf = (graph: GraphDocument): Entity[] =>
  (writeFtm(graph).files[0]?.text ?? '')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
const read = (...entities: readonly object[]) =>
  readFtm(inputOf('a.ftm', entities.map((one) => JSON.stringify(one)).join('\n')));

/** The small graph with ids that FollowTheMoney does not take. */
async function withOddIds(): Promise<GraphDocument> {
  const graph = await smallGraph();
  const text = JSON.stringify(graph).replaceAll(/"(council|old-bridge)"/gu, '"odd:$1"');
  const odd: GraphDocument = JSON.parse(text);
  return { ...odd, claims: odd.claims.map((claim) => ({ ...claim, id: claimId(claim) })) };
}

describe('what another program changed in a file of Ascribe is told', () => {
  test.each([
    ['role', 'praised'],
    ['startDate', '1999'],
    ['date', '1999'],
    ['description', 'Something else.'],
    ['subject', 'old-bridge'],
  ])('%s', async (property, value) => {
    const graph = await smallGraph();
    const entities = entitiesOf(graph);
    const index = entities.findIndex(
      ({ schema, properties }) => schema === 'UnknownLink' && properties['subject']?.[0] !== value,
    );
    const link = entities[index];
    if (link === undefined) throw new Error('no link');
    link.properties[property] = [value];
    const result = await read(...entities);
    expect(result.graph?.claims).toEqual(graph.claims);
    expect(result.issues).toMatchObject([{ severity: 'warning', id: link.id, line: index + 1 }]);
    expect(result.losses).toMatchObject([{ field: 'changes', count: 1 }]);
  });

  test.each([
    ['the small graph', smallGraph],
    ['a hostile graph', hostileGraph],
    ['odd ids', withOddIds],
  ])('nothing where nothing was changed: %s', async (_, make) => {
    const graph = await make();
    const table = writeStatements(graph).files[0]?.text ?? '';
    for (const result of [await read(...entitiesOf(graph)), await readStatements(inputOf('a.csv', table))]) {
      expect(result.losses).toEqual([]);
      expect(result.issues.filter(({ message }) => message.includes('changed'))).toEqual([]);
    }
  });

  test('nor where a program gave other ids to all', async () => {
    const graph = await smallGraph();
    const signed = (id: string): string => `${id}.5ba5`;
    const entities = entitiesOf(graph).map(({ id, properties, ...rest }) => ({
      ...rest,
      id: signed(id),
      properties: Object.fromEntries(
        Object.entries(properties).map(([name, values]) => [
          name,
          ['subject', 'object', 'entity', 'proof'].includes(name) ? values.map(signed) : values,
        ]),
      ),
    }));
    const result = await read(...entities);
    expect([result.losses, result.issues]).toEqual([[], []]);
  });
});

describe('edges that somebody added lead to entities of Ascribe by their ids in the file', () => {
  const idOf = (entities: readonly Entity[], id: string): string =>
    entities.find(({ properties }) => properties['notes']?.[0]?.includes(`"id":"${id}"`))?.id ?? '';

  test('as connections, wherever they stand, and as references', async () => {
    const entities = entitiesOf(await withOddIds());
    const [council, bridge] = [idOf(entities, 'odd:council'), idOf(entities, 'odd:old-bridge')];
    expect(council).toMatch(/^ascribe-entity-/u);
    const added = [
      { id: 'own', schema: 'Ownership', properties: { owner: [council], asset: [bridge] } },
      { id: 'pass', schema: 'Passport', properties: { holder: [council] } },
    ];
    for (const order of [
      [...entities, ...added],
      [...added, ...entities],
    ]) {
      const { graph, issues } = await read(...order);
      expect(issues).toEqual([]);
      const claims = graph?.claims ?? [];
      const made = claims.filter(({ type }) => type === 'Ownership' || type === 'holder');
      expect(made).toHaveLength(2);
      expect(made).toContainEqual(
        expect.objectContaining({ subject: EntityId.parse('odd:council'), object: EntityId.parse('odd:old-bridge') }),
      );
      expect(made).toContainEqual(expect.objectContaining({ subject: 'pass', object: EntityId.parse('odd:council') }));
    }
  });

  test('one that leads to a document or a claim of Ascribe is left out and counted', async () => {
    const entities = entitiesOf(await smallGraph());
    const document = entities.find(({ schema }) => schema === 'Document')?.id ?? '';
    const { graph, losses, issues } = await read(...entities, {
      id: 'doc',
      schema: 'Documentation',
      properties: { document: [document], entity: ['council'] },
    });
    expect(issues).toEqual([]);
    expect(graph?.claims).toHaveLength((await smallGraph()).claims.length);
    expect(losses).toMatchObject([{ field: 'about no entity', count: 1 }]);
  });
});
