import { describe, expect, test } from 'vitest';
import { checkGraph, derivationCircles } from '../../src/model/check-graph.ts';
import { Claim } from '../../src/model/claim.ts';
import { claimId } from '../../src/model/claim-identity.ts';
import { GraphDocument } from '../../src/model/graph-document.ts';
import type { Issue } from '../../src/model/issue.ts';

const reads = { asserts: '{s} {o}', denies: 'not {s} {o}', doubts: 'hardly {s} {o}' };
const CLOSED = { id: 'closed', label: 'closed', inverse: 'closed by', domain: ['body'], range: ['place'], reads };
const DESCRIBED = { id: 'described-as', label: 'described as', domain: ['body'], reads };
const ONTOLOGY = {
  version: 1,
  kinds: [
    { id: 'body', label: 'Body', plural: 'Bodies' },
    { id: 'place', label: 'Place', plural: 'Places' },
  ],
  relations: [CLOSED, { ...CLOSED, id: 'did' }],
  literals: [DESCRIBED],
  figures: [{ id: 'cracks', label: 'Cracks' }],
};
const GAZETTE = { id: 'gazette', title: 'The Gazette', reliability: 'B', speaker: 'desk' };
const ENTITIES = [
  { id: 'council', kind: 'body', name: 'Council' },
  { id: 'desk', kind: 'body', name: 'Desk' },
  { id: 'bridge', kind: 'place', name: 'Bridge' },
];
const CLAIM = {
  source: 'gazette',
  subject: 'council',
  type: 'closed',
  object: 'bridge',
  speaker: 'desk',
  summary: 'It closed it.',
};
const { object: _, ...SUBJECT_ONLY } = CLAIM;

/** A claim whose id belongs to its content. */
function claim(change: object = {}, base: object = CLAIM): object {
  const parsed = Claim.parse({ id: 'c-0', ...base, ...change });
  return { ...parsed, id: claimId(parsed) };
}

function graph(change: object = {}): GraphDocument {
  return GraphDocument.parse({
    format: 'ascribe-graph',
    version: 1,
    ontology: ONTOLOGY,
    sources: [GAZETTE],
    entities: ENTITIES,
    claims: [claim(), claim({}, { ...SUBJECT_ONLY, type: 'cracks', quantity: { min: 3 } })],
    ...change,
  });
}

const check = (change: object): Issue[] => checkGraph(graph(change));
/** Each finding as its severity, code and path. */
const findings = (change: object): string[] =>
  check(change).map(({ severity, code, path }) => `${severity} ${code} ${path.join('.')}`);

test('a sound graph has no finding', () => {
  expect(findings({})).toEqual([]);
});

describe('unknown ids', () => {
  test.each([
    ['entity of a kind', { entities: [...ENTITIES, { id: 'x', kind: 'bodi', name: 'X' }] }, 'entities.3.kind', 'body'],
    ['speaker of a source', { sources: [{ ...GAZETTE, speaker: 'dsk' }] }, 'sources.0.speaker', 'desk'],
    [
      'derivedFrom of a source',
      { sources: [GAZETTE, { ...GAZETTE, id: 'copy', derivedFrom: ['gazette', 'gazete'] }] },
      'sources.1.derivedFrom.1',
      'gazette',
    ],
    ['subject', { claims: [claim({ subject: 'counsil' })] }, 'claims.0.subject', 'council'],
    ['object', { claims: [claim({ object: 'brige' })] }, 'claims.0.object', 'bridge'],
    ['type of a relation', { claims: [claim({ type: 'closd' })] }, 'claims.0.type', 'closed'],
    [
      'type of a figure',
      { claims: [claim({ type: 'crack', quantity: { min: 1 } }, SUBJECT_ONLY)] },
      'claims.0.type',
      'cracks',
    ],
    [
      'type of a literal',
      { claims: [claim({ type: 'describd-as', literal: 'old' }, SUBJECT_ONLY)] },
      'claims.0.type',
      'described-as',
    ],
    ['source of a claim', { claims: [claim({ source: 'gazete' })] }, 'claims.0.source', 'gazette'],
    ['speaker of a claim', { claims: [claim({ speaker: 'dessk' })] }, 'claims.0.speaker', 'desk'],
    ['via', { claims: [claim({ via: ['desk', { unnamed: 'desc' }, 'desc'] })] }, 'claims.0.via.2', 'desk'],
    ['place', { claims: [claim({ place: 'bridg' })] }, 'claims.0.place', 'bridge'],
    [
      'domain',
      { ontology: { ...ONTOLOGY, relations: [{ ...CLOSED, domain: ['body', 'bdy'] }] } },
      'ontology.relations.0.domain.1',
      'body',
    ],
    [
      'range',
      { ontology: { ...ONTOLOGY, relations: [{ ...CLOSED, range: ['place', 'plase'] }] } },
      'ontology.relations.0.range.1',
      'place',
    ],
    [
      'domain of a literal type',
      { ontology: { ...ONTOLOGY, literals: [{ ...DESCRIBED, domain: ['body', 'bodi'] }] } },
      'ontology.literals.0.domain.1',
      'body',
    ],
    [
      'broader',
      { ontology: { ...ONTOLOGY, relations: [{ ...CLOSED, broader: 'close' }] } },
      'ontology.relations.0.broader',
      'closed',
    ],
    [
      'excludes',
      { ontology: { ...ONTOLOGY, relations: [{ ...CLOSED, excludes: ['closes'] }] } },
      'ontology.relations.0.excludes.0',
      'closed',
    ],
  ])('%s', (_, change, path, meant) => {
    expect(findings(change)).toEqual([`error unknown-id ${path}`]);
    expect(check(change)[0]).toMatchObject({ remedy: `Did you mean "${meant}"?` });
  });

  test('nothing is suggested where nothing is near', () => {
    const [issue] = check({ claims: [claim({ subject: 'somebody-else' })] });
    expect(issue).toMatchObject({ code: 'unknown-id', got: '"somebody-else"' });
    expect(issue?.remedy).not.toContain('Did you mean');
  });

  test('a type of another sort is no type of this one', () => {
    expect(findings({ claims: [claim({ type: 'cracks' })] })).toEqual(['error unknown-id claims.0.type']);
    expect(findings({ claims: [claim({ type: 'closed', literal: 'old' }, SUBJECT_ONLY)] })).toEqual([
      'error unknown-id claims.0.type',
    ]);
  });

  test('prototype names nothing that is not there', () => {
    const id = 'prototype';
    expect(findings({ claims: [claim({ subject: id })] })).toEqual(['error unknown-id claims.0.subject']);
    expect(findings({ claims: [claim({ type: id })] })).toEqual(['error unknown-id claims.0.type']);
    const named = { entities: [...ENTITIES, { id, kind: 'body', name: id }], claims: [claim({ subject: id })] };
    expect(findings(named)).toEqual([]);
  });
});

describe('domain and range', () => {
  test('a subject outside the domain, an object outside the range, both at once', () => {
    expect(findings({ claims: [claim({ subject: 'bridge' })] })).toEqual(['error outside-domain claims.0.subject']);
    expect(findings({ claims: [claim({ object: 'desk' })] })).toEqual(['error outside-range claims.0.object']);
    expect(findings({ claims: [claim({ subject: 'bridge', object: 'desk' })] })).toEqual([
      'error outside-domain claims.0.subject',
      'error outside-range claims.0.object',
    ]);
  });

  test('the subject of a literal outside its domain', () => {
    const literal = claim({ subject: 'bridge', type: 'described-as', literal: 'old' }, SUBJECT_ONLY);
    expect(findings({ claims: [literal] })).toEqual(['error outside-domain claims.0.subject']);
  });

  test('what was wanted and what came is told', () => {
    expect(check({ claims: [claim({ subject: 'bridge' })] })[0]).toMatchObject({
      expected: 'one of body',
      got: 'bridge, a place',
    });
  });
});

describe('duplicates', () => {
  test.each([
    ['entities', { entities: [...ENTITIES, { id: 'desk', kind: 'body', name: 'Other' }] }, 'entities.3.id'],
    ['sources', { sources: [GAZETTE, { ...GAZETTE, title: 'Other' }] }, 'sources.1.id'],
    [
      'kinds',
      { ontology: { ...ONTOLOGY, kinds: [...ONTOLOGY.kinds, { id: 'body', label: 'B', plural: 'B' }] } },
      'ontology.kinds.2.id',
    ],
    ['relation types', { ontology: { ...ONTOLOGY, relations: [CLOSED, CLOSED] } }, 'ontology.relations.1.id'],
    ['literal types', { ontology: { ...ONTOLOGY, literals: [DESCRIBED, DESCRIBED] } }, 'ontology.literals.1.id'],
    [
      'figure types',
      { ontology: { ...ONTOLOGY, figures: [...ONTOLOGY.figures, { id: 'cracks', label: 'C' }] } },
      'ontology.figures.1.id',
    ],
    [
      'a literal and a relation type',
      { ontology: { ...ONTOLOGY, literals: [DESCRIBED, { ...DESCRIBED, id: 'closed' }] } },
      'ontology.literals.1.id',
    ],
    [
      'a figure and a relation type',
      { ontology: { ...ONTOLOGY, figures: [...ONTOLOGY.figures, { id: 'closed', label: 'C' }] } },
      'ontology.figures.1.id',
    ],
  ])('one id for two %s', (_, change, path) => {
    expect(findings(change)).toEqual([`error duplicate-id ${path}`]);
  });

  test('an id three times is told twice', () => {
    expect(findings({ sources: [GAZETTE, GAZETTE, GAZETTE] })).toEqual([
      'error duplicate-id sources.1.id',
      'error duplicate-id sources.2.id',
    ]);
  });

  test('a claim that is there already, though worded otherwise', () => {
    const change = { claims: [claim(), claim({ stance: 'denies' }), claim({ summary: 'Reworded.' })] };
    expect(findings(change)).toEqual(['error duplicate-claim claims.2']);
    expect(check(change)[0]?.message).toContain('claim 1');
  });

  test('an entity may have the id of a source', () => {
    expect(findings({ entities: [...ENTITIES, { id: 'gazette', kind: 'body', name: 'The Gazette' }] })).toEqual([]);
  });
});

describe('circles', () => {
  const derived = (id: string, ...derivedFrom: readonly string[]) => ({ ...GAZETTE, id, derivedFrom });

  test.each([
    ['itself', [derived('gazette', 'gazette')], 'gazette → gazette'],
    ['one that derives from it', [derived('gazette', 'b'), derived('b', 'gazette')], 'gazette → b → gazette'],
  ])('E8: a source derived from %s is a warning', (_, sources, got) => {
    expect(findings({ sources })).toEqual(['warning circular sources.0.derivedFrom']);
    expect(check({ sources })[0]).toMatchObject({ got, id: 'gazette' });
  });

  test('E8: a chain that leads into a circle is not on it', () => {
    const sources = [derived('gazette', 'b'), derived('b', 'c'), derived('c', 'b')];
    expect(findings({ sources })).toEqual(['warning circular sources.1.derivedFrom']);
  });

  test('E8: two ways to one source are no circle', () => {
    const sources = [derived('gazette', 'b', 'c'), derived('b', 'd'), derived('c', 'd'), derived('d')];
    expect(findings({ sources })).toEqual([]);
  });

  test('E8: two circles are two warnings', () => {
    const sources = [derived('gazette', 'gazette'), derived('b', 'c'), derived('c', 'b')];
    expect(derivationCircles(graph({ sources }))).toEqual([
      ['gazette', 'gazette'],
      ['b', 'c', 'b'],
    ]);
  });

  test('E14: a type that excludes what is broader or narrower than it, or itself, is a warning at its place', () => {
    const ontology = {
      ...ONTOLOGY,
      relations: [
        ...ONTOLOGY.relations,
        { ...CLOSED, id: 'backs', excludes: ['funds', 'opposes'] },
        { ...CLOSED, id: 'funds', broader: 'backs', excludes: ['funds'] },
        { ...CLOSED, id: 'opposes' },
      ],
    };
    expect(findings({ ontology })).toEqual([
      'warning contradictory ontology.relations.2.excludes.0',
      'warning contradictory ontology.relations.3.excludes.0',
    ]);
  });

  test('E14: a relation type that is broader than itself is an error, at each type of the circle', () => {
    const ontology = {
      ...ONTOLOGY,
      relations: [
        { ...CLOSED, broader: 'did' },
        { ...CLOSED, id: 'did', broader: 'closed' },
        { ...CLOSED, id: 'shut', broader: 'closed' },
      ],
    };
    expect(findings({ ontology })).toEqual([
      'error circular ontology.relations.0.broader',
      'error circular ontology.relations.1.broader',
    ]);
  });
});

describe('claims that contradict themselves', () => {
  test('a claim changed after its id was made', () => {
    const made = claim();
    expect(findings({ claims: [{ ...made, stance: 'denies' }] })).toEqual(['error id-mismatch claims.0.id']);
    expect(findings({ claims: [{ ...made, summary: 'Reworded.' }] })).toEqual([]);
  });

  test.each([
    ['A', 5, 1],
    ['E', 1, 1],
    ['A', 4, 0],
    ['B', 5, 0],
    ['E', 2, 0],
    ['D', 1, 0],
  ])('E1, E3: the grade %s%d is told %d times, as a warning', (reliability, credibility, times) => {
    const change = { sources: [{ ...GAZETTE, reliability }], claims: [claim({ credibility })] };
    expect(findings(change)).toEqual(Array(times).fill('warning contradictory claims.0.credibility'));
  });
});

describe('markup in labels', () => {
  test('is a warning at the name, or at the aliases', () => {
    const entities = [
      ...ENTITIES,
      { id: 'x', kind: 'body', name: '<b>X</b>' },
      { id: 'y', kind: 'body', name: 'Y', aliases: ['Ypsilon', '<img src=x>'] },
    ];
    expect(findings({ entities })).toEqual([
      'warning markup-in-label entities.3.name',
      'warning markup-in-label entities.4.aliases',
    ]);
  });
});

test('all findings come at once', () => {
  expect(
    findings({
      ontology: { ...ONTOLOGY, relations: [{ ...CLOSED, broader: 'nothing-like-it' }] },
      sources: [{ ...GAZETTE, speaker: 'nobody-at-all' }, GAZETTE],
      entities: [...ENTITIES, { id: 'x', kind: 'thing-of-a-kind', name: '<i>X</i>' }],
      claims: [claim({ object: 'desk' }), claim({ object: 'desk' })],
    }),
  ).toEqual([
    'error duplicate-id sources.1.id',
    'error unknown-id ontology.relations.0.broader',
    'error unknown-id entities.3.kind',
    'warning markup-in-label entities.3.name',
    'error unknown-id sources.0.speaker',
    'error outside-range claims.0.object',
    'error outside-range claims.1.object',
    'error duplicate-claim claims.1',
  ]);
});
