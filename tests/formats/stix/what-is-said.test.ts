import { expect, test } from 'vitest';
import { inputOf } from '../../../src/formats/read-text.ts';
import { readStix } from '../../../src/formats/stix/read-stix.ts';
import { AMBER, BIRCH, bundle, LAB, note, opinion, THINGS, USES, uses } from './bundles.ts';

const read = (...objects: readonly object[]) => readStix(inputOf('a.json', bundle(...THINGS, ...objects)));
const SIGHTING = { type: 'sighting', id: 'sighting--1', sighting_of_ref: BIRCH, count: 3 };

/** The claims as subject, type, object or text, and stance. */
async function claims(...objects: readonly object[]): Promise<unknown[]> {
  const { graph, issues } = await read(...objects);
  expect(issues).toEqual([]);
  return (graph?.claims ?? []).map((one) => [one.subject, one.type, one.object ?? one.literal, one.stance]);
}

test('a note on a note or an opinion is about what these are about', async () => {
  expect(
    await claims(
      note(3, ['note--2', 'opinion--1']),
      note(2, ['note--1']),
      note(1, [USES]),
      opinion(1, 'agree', [LAB]),
      uses(),
    ),
  ).toEqual([
    [AMBER, 'uses', BIRCH, 'asserts'],
    [LAB, 'opinion', 'agree', 'asserts'],
    [AMBER, 'note', 'Text 3', 'asserts'],
    [LAB, 'note', 'Text 3', 'asserts'],
    [AMBER, 'note', 'Text 2', 'asserts'],
    [AMBER, 'note', 'Text 1', 'asserts'],
  ]);
});

test('an opinion on a sighting or a note is a stance on the same statement', async () => {
  expect(
    await claims(
      SIGHTING,
      opinion(1, 'strongly-disagree', ['sighting--1'], { created_by_ref: LAB }),
      note(1, [AMBER]),
      opinion(2, 'disagree', ['note--1']),
    ),
  ).toEqual([
    [BIRCH, 'sighted', 'sighted 3 times', 'asserts'],
    [BIRCH, 'sighted', 'sighted 3 times', 'denies'],
    [AMBER, 'note', 'Text 1', 'denies'],
    [AMBER, 'note', 'Text 1', 'asserts'],
  ]);
  const seenByTwo = { ...SIGHTING, where_sighted_refs: [LAB, AMBER] };
  expect(await claims(seenByTwo, opinion(1, 'disagree', ['sighting--1']))).toEqual([
    [LAB, 'sighted', BIRCH, 'asserts'],
    [AMBER, 'sighted', BIRCH, 'asserts'],
    [LAB, 'sighted', BIRCH, 'denies'],
    [AMBER, 'sighted', BIRCH, 'denies'],
  ]);
});

test('what has no place in a graph document is counted, and the rest is read', async () => {
  const { graph, issues, losses } = await read(
    uses(),
    opinion(1, 'disagree', [USES]),
    opinion(2, 'disagree', ['opinion--1', USES]),
    { type: 'marking-definition', id: 'marking-definition--1' },
    note(1, ['marking-definition--1']),
    uses({ id: 'relationship--2', target_ref: 'note--1' }),
  );
  expect(issues).toEqual([]);
  expect(graph?.claims.map(({ stance }) => stance)).toEqual(['asserts', 'denies', 'denies']);
  const counts = new Map(losses?.map(({ field, count }) => [field, count]));
  expect(counts).toEqual(
    new Map([
      ['marking-definition', 1],
      ['about no thing', 2],
      ['opinion (on an opinion)', 1],
    ]),
  );
});

test('only what the bundle does not hold is refused, and told as that', async () => {
  const { issues } = await read(
    opinion(1, 'agree', ['malware--none']),
    note(1, ['x--1']),
    uses({ source_ref: 'y--1' }),
  );
  expect(issues).toMatchObject(
    ['"y--1"', '"malware--none"', '"x--1"'].map((got) => ({
      code: 'unknown-id',
      message: 'It refers to an object that the bundle does not hold',
      got,
    })),
  );
});

test('notes and relationships that refer to each other in a circle are read to their end', async () => {
  const circle = uses({ id: 'relationship--2', source_ref: 'note--1', target_ref: 'note--2' });
  const { issues, losses } = await read(note(1, ['note--2', 'relationship--2']), note(2, ['note--1']), circle);
  expect(issues).toEqual([]);
  // Each note loses each of its references that lead to nothing, the relationship its first end.
  expect(losses).toMatchObject([{ field: 'about no thing', count: 4 }]);
});

test('a chain of very many notes takes no time that grows with its square', async () => {
  const chain = Array.from({ length: 20_000 }, (_, i) => note(i, [i === 0 ? AMBER : `note--${i - 1}`]));
  const began = performance.now();
  const { graph, losses } = await read(...chain.toReversed());
  expect(performance.now() - began).toBeLessThan(10_000);
  // Those that are more than a hundred notes away from a thing are about none.
  expect(graph?.claims).toHaveLength(101);
  expect(losses).toMatchObject([{ field: 'about no thing', count: 19_899 }]);
});
