import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Origins } from '../../../src/evidence/origins.ts';
import { Mapping } from '../../../src/formats/foreign/mapping.ts';
import { inputOf } from '../../../src/formats/read-text.ts';
import { readStix } from '../../../src/formats/stix/read-stix.ts';
import { writeStix } from '../../../src/formats/stix/write-stix.ts';
import { contentHash } from '../../../src/model/content-hash.ts';
import type { GraphDocument } from '../../../src/model/graph-document.ts';
import { smallGraph } from '../hostile-graph.ts';
import { bundle, LAB, note, opinion, THINGS, USES, uses } from './bundles.ts';

const DESK = 'identity--66666666-6666-4666-8666-666666666666';
const TWIN = 'identity--77777777-7777-4777-8777-777777777777';
const UNHELD = 'identity--88888888-8888-4888-8888-888888888888';
const disagree = (n: number, more: object): object => opinion(n, 'disagree', [USES], more);

async function read(objects: readonly object[], options: Parameters<typeof readStix>[1] = {}) {
  const { graph, issues, losses } = await readStix(inputOf('a.json', bundle(...objects)), options);
  if (graph === undefined) throw new Error(JSON.stringify(issues));
  return { graph, issues, losses };
}

/** Who says what, by the objects' ids: a voice that was made by its name, another by its id. */
function speakers(graph: GraphDocument): Record<string, unknown> {
  const voices = new Map<unknown, string>(
    graph.entities.flatMap(({ id, kind, name }) => (kind === 'voice' ? [[id, name]] : [])),
  );
  return Object.fromEntries(
    graph.claims.map(({ attributes = [], speaker }) => {
      const key = attributes.find(({ name }) => name === 'key')?.value;
      return [String(key), voices.get(speaker) ?? speaker];
    }),
  );
}

function origins(graph: GraphDocument): number {
  const all = new Origins(graph);
  return new Set(graph.claims.map((claim) => all.of(claim).id)).size;
}

describe('authors of objects that no identity made', () => {
  test('different ones are different voices, and none of them is unnamed', async () => {
    const { graph } = await read([
      ...THINGS,
      uses({ created_by_ref: LAB }),
      disagree(1, { authors: ['Umbrella'] }),
      opinion(2, 'agree', [USES], { authors: ['Wayne'] }),
    ]);
    expect(speakers(graph)).toEqual({ [USES]: LAB, 'opinion--1': 'Umbrella', 'opinion--2': 'Wayne' });
    expect(origins(graph)).toBe(3);
  });

  test.each([
    ['as it is', 'An invented lab'],
    ['with other spaces', ' An  invented\u00a0lab'],
    ['in other letters', 'AN INVENTED LAB'],
  ])('the name of an identity, %s, is that identity: it does not contradict itself as two', async (_, name) => {
    const objects = [uses({ created_by_ref: LAB }), disagree(1, { authors: [name] }), ...THINGS];
    const { graph, issues } = await read(objects);
    expect(issues).toEqual([]);
    expect(speakers(graph)).toEqual({ [USES]: LAB, 'opinion--1': LAB });
    expect(origins(graph)).toBe(1);
    expect(graph.claims[1]?.attributes).toContainEqual(expect.objectContaining({ name: 'authors' }));
  });

  test('an alias of an identity is the identity, too', async () => {
    const desk = { type: 'identity', id: DESK, name: 'Oscorp Industries', aliases: ['Oscorp'] };
    const { graph } = await read([
      ...THINGS,
      desk,
      uses({ created_by_ref: DESK }),
      disagree(1, { authors: ['oscorp'] }),
    ]);
    expect(origins(graph)).toBe(1);
  });

  test('malware of that name wrote nothing', async () => {
    const { graph } = await read([...THINGS, uses(), disagree(1, { authors: ['Birch'] })]);
    expect(speakers(graph)['opinion--1']).toBe('Birch');
  });

  test('one name in several spellings is one voice, whatever stands first', async () => {
    const said = ['umbrella', 'Umbrella ', 'UMBRELLA'].map((name, i) => disagree(i, { authors: [name] }));
    const one = await read([...THINGS, uses(), ...said]);
    const turned = await read([...said.toReversed(), ...THINGS, uses()]);
    expect(new Set(Object.values(speakers(one.graph)))).toEqual(new Set(['UMBRELLA', 'imported-a.json']));
    expect(speakers(turned.graph)).toEqual(speakers(one.graph));
  });

  test('whom the person names as publisher is the author of that name', async () => {
    const mapping = Mapping.parse({ version: 1, source: { publisher: 'The Desk' } });
    const { graph } = await read([...THINGS, uses(), disagree(1, { authors: ['the desk'] })], { mapping });
    expect(origins(graph)).toBe(1);
  });

  test('of two identities of that name one is taken, the one that made something first, and it is told', async () => {
    const two = [TWIN, DESK].map((id) => ({ type: 'identity', id, name: 'Twin' }));
    const objects = [...THINGS, ...two, uses({ created_by_ref: TWIN }), disagree(1, { authors: ['Twin'] })];
    const { graph, issues } = await read(objects);
    expect(speakers(graph)['opinion--1']).toBe(TWIN);
    expect(issues).toMatchObject([{ severity: 'warning', id: 'opinion--1' }]);
    const turned = await read(objects.toReversed());
    expect(speakers(turned.graph)['opinion--1']).toBe(TWIN);
  });
});

describe('an author and a maker', () => {
  test('whoever made an object answers for it, and its analysts are no voices beside it', async () => {
    const { graph } = await read([
      ...THINGS,
      uses({ created_by_ref: LAB }),
      disagree(1, { created_by_ref: LAB, authors: ['ann'] }),
      disagree(2, { created_by_ref: LAB, authors: ['ben'] }),
    ]);
    expect(origins(graph)).toBe(1);
  });

  test('MISP tells by reference who said so; the name beside it is a name of that identity', async () => {
    const desk = { type: 'identity', id: DESK, name: 'Umbrella Corporation' };
    const { graph } = await read([
      ...THINGS,
      desk,
      uses({ created_by_ref: LAB }),
      disagree(1, { authors: ['Umbrella'], x_misp_author_ref: DESK }),
      disagree(2, { authors: ['Umbrella'] }),
      disagree(3, { created_by_ref: LAB, x_misp_author_ref: DESK }),
    ]);
    expect(speakers(graph)).toEqual({ [USES]: LAB, 'opinion--1': DESK, 'opinion--2': DESK, 'opinion--3': DESK });
  });

  test('an identity that the bundle does not hold is one voice, whoever signs for it, under its own id', async () => {
    const by = (n: number, created_by_ref: string, more: object = {}): object =>
      disagree(n, { created_by_ref, ...more });
    const { graph, issues } = await read([
      ...THINGS,
      uses({ created_by_ref: UNHELD }),
      by(1, UNHELD, { authors: ['ann'] }),
      by(2, UNHELD, { authors: ['ben'] }),
      by(3, TWIN, { authors: ['ann'] }),
      by(4, 'malware--none'),
    ]);
    expect(issues).toEqual([]);
    expect(speakers(graph)).toEqual({
      [USES]: UNHELD,
      'opinion--1': UNHELD,
      'opinion--2': UNHELD,
      'opinion--3': TWIN,
      'opinion--4': 'imported-a.json',
    });
    expect(graph.entities.find(({ id }) => id === UNHELD)).toMatchObject({ kind: 'identity', name: UNHELD });
    expect(origins(graph)).toBe(3);
  });

  test('of whom MISP tells the name has that name, and is the author who signs with it', async () => {
    const { graph } = await read([
      ...THINGS,
      uses(),
      disagree(1, { authors: ['Umbrella'], x_misp_author_ref: UNHELD }),
      disagree(2, { authors: ['Umbrella Corp'], x_misp_author_ref: UNHELD }),
      disagree(3, { authors: ['umbrella corp'] }),
    ]);
    expect(graph.entities.find(({ id }) => id === UNHELD)).toMatchObject({ name: 'Umbrella' });
    expect(new Set(Object.values(speakers(graph)))).toEqual(new Set([UNHELD, 'imported-a.json']));
  });
});

describe('several authors of one object', () => {
  test('are the word of one of them, told and counted: nobody is heard twice', async () => {
    const { graph, losses } = await read([...THINGS, uses(), disagree(1, { authors: ['Wayne', 'Umbrella', 'Wayne'] })]);
    expect(speakers(graph)['opinion--1']).toBe('Umbrella');
    expect(losses).toMatchObject([{ field: 'authors (beside the first)', count: 1 }]);
    const kept = graph.claims[1]?.attributes?.filter(({ name }) => name === 'authors');
    expect(kept?.map(({ value }) => value)).toEqual(['Wayne', 'Umbrella', 'Wayne']);
  });

  test.each([
    ['alone', [disagree(2, { authors: ['wayne'] })]],
    ['by reference', [{ type: 'identity', id: DESK, name: 'Wayne' }, disagree(2, { created_by_ref: DESK })]],
  ])('of one who speaks elsewhere %s, so that they do not corroborate each other', async (_, others) => {
    const joint = disagree(1, { authors: ['Umbrella', 'Wayne'] });
    const { graph } = await read([...THINGS, uses({ created_by_ref: LAB }), joint, ...others]);
    const said = speakers(graph);
    expect(said['opinion--1']).toBe(said['opinion--2']);
    expect(origins(graph)).toBe(2);
  });
});

test('a name of an entity of Ascribe is that entity', async () => {
  const own = await smallGraph();
  const [first] = own.entities;
  const text = writeStix(own).files[0]?.text ?? '';
  const document = JSON.parse(text);
  const target = document.objects.find((one: { type: string }) => one.type === 'relationship');
  document.objects.push(opinion(1, 'disagree', [target.id], { authors: [first?.name.toUpperCase()] }));
  const { graph } = await readStix(inputOf('a.json', JSON.stringify(document)));
  const added = graph?.claims.filter(({ id }) => !own.claims.some((one) => one.id === id));
  expect(added).toMatchObject([{ stance: 'denies', speaker: first?.id }]);
});

/** Somebody who says something: an identity or none, named in one of the ways in which STIX names somebody. */
interface Word {
  readonly who: number;
  readonly way: 'created_by_ref' | 'authors' | 'x_misp_author_ref';
  readonly spelling: 'as it is' | 'upper' | 'spaces';
}
const PARTIES = ['Ash', 'Birch desk', 'Cedar', 'Elm & Co'] as const;
/** The first two are identities of the bundle; of the third it has nothing but references. */
const IDS = [DESK, TWIN, UNHELD];
const SPELL = {
  'as it is': (name: string) => name,
  upper: (name: string) => name.toUpperCase(),
  spaces: (name: string) => ` ${name.replaceAll(' ', '  ')}\u200e`,
};
const words: fc.Arbitrary<Word[]> = fc.array(
  fc.record({
    who: fc.nat(PARTIES.length - 1),
    way: fc.constantFrom<Word['way']>('created_by_ref', 'authors', 'x_misp_author_ref'),
    spelling: fc.constantFrom<Word['spelling']>('as it is', 'upper', 'spaces'),
  }),
  { minLength: 1, maxLength: 8 },
);

const FRESH = Math.floor(Math.random() * 2 ** 31);
console.info(`authors: fresh seed ${FRESH}`);

test.each([
  ['pinned', 20_261_121],
  ['fresh', FRESH],
])('one author is one voice, however named, and two are two (%s seed %i)', async (_, seed) => {
  const identities = IDS.slice(0, 2).map((id, i) => ({ type: 'identity', id, name: PARTIES[i] }));
  const property = fc.asyncProperty(words, async (said) => {
    const opinions = said.map(({ who, way, spelling }, i) => {
      const ref = IDS[who];
      const authors = [SPELL[spelling](PARTIES[who] ?? '')];
      // Who is not held goes by one way: nothing says that an id and a name are one.
      if (ref === undefined || (way === 'authors' && ref !== UNHELD)) return disagree(i, { authors });
      return disagree(i, way !== 'x_misp_author_ref' ? { created_by_ref: ref } : { x_misp_author_ref: ref, authors });
    });
    const { graph } = await read([...THINGS, ...identities, uses({ created_by_ref: LAB }), ...opinions]);
    const all = new Origins(graph);
    const denials = graph.claims.filter(({ stance }) => stance === 'denies');
    const parties = new Set(said.map(({ who }) => who));
    expect(denials).toHaveLength(said.length);
    expect(new Set(denials.map((claim) => all.of(claim).id)).size).toBe(parties.size);
  });
  await fc.assert(property, { seed, numRuns: 100 });
});

test('the order of the objects does not matter', async () => {
  const objects = [
    ...THINGS,
    uses({ authors: ['b', 'A'] }),
    ...['a', 'B', 'An invented lab'].map((name, i) => disagree(i, { authors: [name] })),
    note(1, [LAB], { authors: ['c', 'b'] }),
  ];
  const one = await read(objects);
  const turned = await read(objects.toReversed());
  expect(contentHash(turned.graph)).toBe(contentHash(one.graph));
});
