import { describe, expect, test } from 'vitest';
import { writeGraphDocument } from '../../../src/formats/graph-document/write-graph-document.ts';
import { parseGraphFolder, parsePlacedFolder } from '../../../src/formats/graph-folder/parse-graph-folder.ts';
import { claimId } from '../../../src/model/claim-identity.ts';
import { contentHash } from '../../../src/model/content-hash.ts';
import { edit, type Files, folder, issuesOf, placesOf, SMALL, told } from './small-folder.ts';

const graphOf = (change: Files = {}) => {
  const { graph, issues } = parseGraphFolder(folder(change));
  expect(issues).toEqual([]);
  if (graph === undefined) throw new Error('no graph and no issue');
  return graph;
};
const CLAIMS = 'claims/gazette.yaml';
const ENTITIES = 'entities/all.yaml';
/** One more entity at the end of the file, on line 5. */
const entity = (fields: string): Files => ({ [ENTITIES]: `${SMALL[ENTITIES]}  - { ${fields} }\n` });

describe('DESIGN 2.1: a sound folder', () => {
  test('is read whole, with defaults filled in', () => {
    const graph = graphOf();
    expect(graph).toMatchObject({ format: 'ascribe-graph', version: 1, title: 'A bridge' });
    expect([graph.sources.length, graph.entities.length, graph.claims.length]).toEqual([1, 3, 3]);
    expect(graph.claims[0]).toMatchObject({ source: 'gazette', stance: 'asserts', speaker: 'desk', via: [] });
  });

  test('each claim has the id of its content', () => {
    const { claims } = graphOf();
    expect(claims.map((claim) => claim.id)).toEqual(claims.map((claim) => claimId(claim)));
  });

  test('can be written as a graph document', () => {
    expect(writeGraphDocument(graphOf()).losses).toEqual([]);
  });

  test.each([
    ['CRLF line breaks', (text: string) => text.replaceAll('\n', '\r\n')],
    ['a byte order mark', (text: string) => `\ufeff${text}`],
    ['comments and blank lines', (text: string) => `# A comment.\n\n${text}\n# Another: [ { \n`],
    ['a document start', (text: string) => `---\n${text}`],
    ['no line break at the end', (text: string) => text.trimEnd()],
  ])('is the same graph with %s', (_, change) => {
    const changed = Object.fromEntries(Object.entries(SMALL).map(([path, text]) => [path, change(text)]));
    expect(contentHash(graphOf(changed))).toBe(contentHash(graphOf()));
  });

  test('is the same graph in whatever order its files come and however they are cut', () => {
    const [head, ...entities] = SMALL[ENTITIES].trimEnd().split('\n');
    const cut = Object.fromEntries(entities.map((line, i) => [`entities/part${3 - i}.yml`, `${head}\n${line}\n`]));
    const files = folder({ [ENTITIES]: undefined, ...cut });
    for (const order of [files, files.toReversed()]) {
      const { graph } = parseGraphFolder(order);
      expect(graph && contentHash(graph)).toBe(contentHash(graphOf()));
    }
  });

  test('says afterwards where a record stands', () => {
    const { placeOf } = parsePlacedFolder(folder());
    expect(placeOf(['claims', 1])).toEqual({ file: CLAIMS, line: 8, column: 5 });
    expect(placeOf(['claims', 1, 'quantity', 'min'])).toEqual({ file: CLAIMS, line: 10, column: 22 });
    expect(placeOf(['entities', 2, 'aliases', 0])).toEqual({ file: ENTITIES, line: 4, column: 60 });
    expect(placeOf(['sources', 0, 'published'])).toEqual({ file: 'sources.yaml', line: 5, column: 16 });
    expect(placeOf(['ontology', 'relations', 0, 'label'])).toEqual({ file: 'ontology.yaml', line: 7, column: 12 });
    expect(placeOf(['claims', 99])).toEqual({});
  });

  test('a year that YAML reads as a number, and a text that looks like one', () => {
    expect(graphOf(edit(CLAIMS, ['said: 2024-05-12', 'said: 2024'])).claims[0]?.said).toBe('2024');
    expect(graphOf(edit(CLAIMS, ['said: 2024-05-12', 'said: "2024"'])).claims[0]?.said).toBe('2024');
  });

  test('letters of right-to-left scripts are welcome', () => {
    expect(graphOf(entity('id: x, kind: body, name: "بلوچستان"')).entities.at(-1)?.name).toBe('بلوچستان');
  });
});

describe('ids that name nothing', () => {
  test.each([
    ['the subject', edit(CLAIMS, ['subject: council', 'subject: counsil']), 'council', `${CLAIMS}:3:14`],
    ['the object', edit(CLAIMS, ['object: bridge', 'object: brigde']), 'bridge', `${CLAIMS}:5:13`],
    ['the type', edit(CLAIMS, ['type: closed', 'type: close']), 'closed', `${CLAIMS}:4:11`],
    ['the type of a figure', edit(CLAIMS, ['type: cracks', 'type: craks']), 'cracks', `${CLAIMS}:9:11`],
    ['the speaker of a source', edit('sources.yaml', ['speaker: desk', 'speaker: dessk']), 'desk', 'sources.yaml:7:14'],
    ['a kind', edit(ENTITIES, ['kind: place', 'kind: plase']), 'place', `${ENTITIES}:4:25`],
    [
      'derivedFrom',
      { 'sources.yaml': `${SMALL['sources.yaml']}    derivedFrom: [gazete]\n` },
      'gazette',
      'sources.yaml:8:19',
    ],
    ['the source of a claims file', edit(CLAIMS, ['source: gazette', 'source: gazete']), 'gazette', `${CLAIMS}:1:9`],
  ])('%s: located, with "Did you mean"', (_, change, meant, place) => {
    const issue = issuesOf(change).find((one) => told(one) === `unknown-id ${place}`);
    expect(issue?.remedy).toBe(`Did you mean "${meant}"?`);
  });

  test('the speaker of a source, told once and not again for each claim in its voice', () => {
    expect(placesOf(edit('sources.yaml', ['speaker: desk', 'speaker: nobody-at-all']))).toEqual([
      'unknown-id sources.yaml:7:14',
    ]);
  });
});

describe('what cannot be', () => {
  test('outside domain and range', () => {
    const change = edit(CLAIMS, ['subject: council', 'subject: bridge'], ['object: bridge', 'object: desk']);
    expect(placesOf(change)).toEqual([`outside-domain ${CLAIMS}:3:14`, `outside-range ${CLAIMS}:5:13`]);
  });

  test('duplicate ids, also across files', () => {
    expect(placesOf(entity('id: desk, kind: body, name: Other'))).toEqual([`duplicate-id ${ENTITIES}:5:11`]);
    const more = { 'entities/more.yaml': 'entities:\n  - { id: desk, kind: body, name: Other }\n' };
    expect(placesOf(more)).toEqual(['duplicate-id entities/more.yaml:2:11']);
  });

  test('a key twice in one record', () => {
    expect(placesOf(entity('id: x, kind: body, name: X, name: Y'))).toContain(`invalid-yaml ${ENTITIES}:5:35`);
  });

  test('duplicate claims', () => {
    const again = SMALL[CLAIMS].replace('It has cracks.', 'Reworded.').split('\n').slice(7, 11).join('\n');
    expect(placesOf({ [CLAIMS]: `${SMALL[CLAIMS]}${again}\n` })).toEqual([`duplicate-claim ${CLAIMS}:16:5`]);
  });

  test('E8: a circular derivedFrom is a warning, and the graph is there', () => {
    const { graph, issues } = parseGraphFolder(
      folder({ 'sources.yaml': `${SMALL['sources.yaml']}    derivedFrom: [gazette]\n` }),
    );
    expect(graph).toBeDefined();
    expect(issues).toMatchObject([
      { code: 'circular', severity: 'warning', file: 'sources.yaml', line: 8, column: 18 },
    ]);
  });

  test.each([
    '2024-13',
    '2024-02-30',
    '2023-02-29',
    'soon',
    '2024/2023',
    '99999',
    '-1',
    '2024.5',
    '{ year: 2024 }',
    '~',
  ])('the impossible date %s', (date) => {
    expect(placesOf(edit(CLAIMS, ['said: 2024-05-12', `said: ${date}`]))).toEqual([`invalid-value ${CLAIMS}:6:11`]);
  });

  test.each([
    ['a name', entity(`id: x, kind: body, name: "${'x'.repeat(301)}"`), `${ENTITIES}:5:32`],
    ['a summary', edit(CLAIMS, ['It is old.', 'x'.repeat(5001)]), `${CLAIMS}:15:14`],
    ['an id', entity(`kind: body, name: X, id: ${'x'.repeat(201)}`), `${ENTITIES}:5:32`],
    ['the title of the graph', edit('sources.yaml', ['A bridge', 'x'.repeat(301)]), 'sources.yaml:1:8'],
  ])('%s that is too long', (_, change, place) => {
    expect(placesOf(change)).toEqual([`invalid-value ${place}`]);
    expect(issuesOf(change)[0]?.got?.length).toBeLessThanOrEqual(80);
  });

  test('a file that is too long', () => {
    const long = `${SMALL[ENTITIES]}# ${'x'.repeat(8 * 1024 * 1024)}\n`;
    expect(placesOf({ [ENTITIES]: long })).toContain(`too-large ${ENTITIES}`);
  });

  test.each([
    ['E1: a letter', edit('sources.yaml', ['reliability: B', 'reliability: G']), 'sources.yaml:6:18'],
    ['a stance', edit(CLAIMS, ['said: 2024-05-12', 'stance: denied']), `${CLAIMS}:6:13`],
    ['E3: the digit 0', edit(CLAIMS, ['said: 2024-05-12', 'credibility: 0']), `${CLAIMS}:6:18`],
    ['E3: the digit 7', edit(CLAIMS, ['said: 2024-05-12', 'credibility: 7']), `${CLAIMS}:6:18`],
    ['E3: two hedges', edit(CLAIMS, ['said: 2024-05-12', 'hedge: [reportedly, possibly]']), `${CLAIMS}:6:12`],
    [
      'E4: a confidence that is no number',
      edit(CLAIMS, ['said: 2024-05-12', 'confidence: { value: .nan, reason: seen }']),
      `${CLAIMS}:6:26`,
    ],
    [
      'E4: a negative confidence',
      edit(CLAIMS, ['said: 2024-05-12', 'confidence: { value: -0.5, reason: seen }']),
      `${CLAIMS}:6:26`,
    ],
    ['E4: certainty', edit(CLAIMS, ['said: 2024-05-12', 'confidence: { value: 1, reason: seen }']), `${CLAIMS}:6:26`],
    ['E17: a figure that is no number', edit(CLAIMS, ['min: 3', 'min: .nan']), `${CLAIMS}:10:22`],
    ['E17: an endless figure', edit(CLAIMS, ['min: 3', 'max: .inf']), `${CLAIMS}:10:22`],
    ['E17: a figure without bounds', edit(CLAIMS, ['min: 3', 'of: deck']), `${CLAIMS}:10:15`],
    [
      'an address that a browser would execute',
      edit('sources.yaml', ['reliability: B', 'url: "javascript:alert(1)"']),
      'sources.yaml:6:10',
    ],
    ['a version', edit('ontology.yaml', ['version: 1', 'version: 2']), 'ontology.yaml:1:10'],
  ])('%s', (_, change, place) => {
    expect(placesOf(change)).toContain(`invalid-value ${place}`);
  });

  test('a claim of nothing, and one of two things', () => {
    expect(placesOf(edit(CLAIMS, ['    object: bridge\n', '']))).toEqual([`invalid-value ${CLAIMS}:3:5`]);
    expect(placesOf(edit(CLAIMS, ['said: 2024-05-12', 'literal: old']))).toEqual([`invalid-value ${CLAIMS}:3:5`]);
  });

  test('a claim that stands in the file of another source than it names', () => {
    const change = {
      'sources.yaml': `${SMALL['sources.yaml']}  - { id: letter, title: A letter, speaker: council }\n`,
      ...edit(CLAIMS, ['said: 2024-05-12', 'source: letter']),
    };
    expect(placesOf(change)).toEqual([expect.stringContaining(`${CLAIMS}:6:`)]);
  });
});

describe('characters and markup in names', () => {
  test.each([
    ['a control character', 'a\\u0007b', 'U+0007'],
    ['an escape sequence', 'a\\u001b[31mb', 'U+001B'],
    ['a C1 control character', 'a\\u009bb', 'U+009B'],
    ['a bidi override', 'a\\u202eb', 'U+202E'],
    ['a bidi isolate', 'a\\u2066b', 'U+2066'],
  ])('%s is located and named', (_, name, code) => {
    const change = entity(`id: x, kind: body, name: "${name}"`);
    expect(placesOf(change)).toEqual([`invalid-value ${ENTITIES}:5:32`]);
    expect(issuesOf(change)[0]?.expected).toContain(code);
  });

  test('a bidi override that stands there as itself', () => {
    expect(placesOf(entity('id: x, kind: body, name: a\u202eb'))).toEqual([`invalid-value ${ENTITIES}:5:32`]);
  });

  test('in an alias, and in the title of the graph', () => {
    expect(placesOf(entity('id: x, kind: body, name: X, aliases: [Y, "a\\u202eb"]'))).toEqual([
      `invalid-value ${ENTITIES}:5:48`,
    ]);
    expect(placesOf(edit('sources.yaml', ['A bridge', '"A\\u202e bridge"']))).toEqual([
      'invalid-value sources.yaml:1:8',
    ]);
  });

  test('markup is a warning, and the graph is there', () => {
    const { graph, issues } = parseGraphFolder(folder(entity('id: x, kind: body, name: "<img src=x onerror=y>"')));
    expect(graph?.entities.at(-1)?.name).toBe('<img src=x onerror=y>');
    expect(issues).toMatchObject([{ code: 'markup-in-label', severity: 'warning', line: 5, column: 32 }]);
  });
});

describe('names that JavaScript has taken', () => {
  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
    'the id %s is refused where it stands',
    (id) => {
      const issues = issuesOf(edit(ENTITIES, ['id: council', `id: ${id}`])).filter((issue) => issue.file === ENTITIES);
      expect(issues.map(told)).toEqual([`invalid-value ${ENTITIES}:2:11`]);
      expect(issues[0]).toMatchObject({ got: `"${id}"`, expected: expect.stringContaining('JavaScript') });
      expect(issues[0]?.remedy).toContain('prefix');
      expect(placesOf(edit(CLAIMS, ['subject: council', `subject: ${id}`]))).toEqual([`invalid-value ${CLAIMS}:3:14`]);
      expect(Object.keys(Object.prototype)).toEqual([]);
      expect(Reflect.get({}, 'kind')).toBeUndefined();
    },
  );

  test.each([
    ['an entity', (key: string) => entity(`id: x, kind: body, name: X, ${key}: { kind: place }`), `${ENTITIES}:5:`],
    ['a claim', (key: string) => edit(CLAIMS, ['said: 2024-05-12', `${key}: { stance: denies }`]), `${CLAIMS}:6:`],
    ['a file', (key: string) => ({ [ENTITIES]: `${SMALL[ENTITIES]}${key}: { x: 1 }\n` }), `${ENTITIES}:5:`],
  ])('as fields of %s they are unknown, and change nothing', (_, change, place) => {
    for (const key of ['__proto__', 'constructor', 'prototype']) {
      expect(placesOf(change(key))).toContainEqual(expect.stringContaining(`unknown-field ${place}`));
    }
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(Reflect.get({}, 'stance')).toBeUndefined();
  });

  test('as schemes of sameAs they are refused, not dropped', () => {
    expect(placesOf(entity('id: x, kind: body, name: X, sameAs: { __proto__: Q1 }'))).toEqual([
      expect.stringContaining(`${ENTITIES}:5:`),
    ]);
  });
});

describe('fields', () => {
  test.each([
    ['a claim', edit(CLAIMS, ['summary: The', 'sumary: The']), 'summary', `${CLAIMS}:7:13`],
    ['an entity', edit(ENTITIES, ['aliases', 'aliasses']), 'aliases', `${ENTITIES}:4:60`],
    ['a source', edit('sources.yaml', ['published', 'publishd']), 'published', 'sources.yaml:5:15'],
    ['the ontology', edit('ontology.yaml', ['inverse', 'invers']), 'inverse', 'ontology.yaml:8:13'],
    ['a quantity', edit(CLAIMS, ['min: 3', 'min: 3, approximat: true']), 'approximate', `${CLAIMS}:10:37`],
    ['sources.yaml', edit('sources.yaml', ['title: A', 'titel: A']), undefined, 'sources.yaml:1:8'],
    ['a file of entities', edit(ENTITIES, ['entities:', 'entitys:']), 'entities', `${ENTITIES}:2:3`],
  ])('an unknown one of %s, with what was meant', (_, change, meant, place) => {
    expect(placesOf(change)).toContain(`unknown-field ${place}`);
    const [issue] = issuesOf(change).filter(({ code }) => code === 'unknown-field');
    expect(issue?.remedy).toBe(meant === undefined ? 'Take it out' : `Did you mean "${meant}"?`);
  });

  test('a missing one is told at the record that misses it, with its id', () => {
    const issues = issuesOf(edit(ENTITIES, [', name: The desk', '']));
    expect(issues.filter((issue) => issue.code === 'missing-field')).toMatchObject([
      { code: 'missing-field', id: 'desk', file: ENTITIES, line: 3, column: 5, path: ['entities', 1, 'name'] },
    ]);
  });

  test('a fault of a claim without an id is not told under an invented one', () => {
    const [issue] = issuesOf(edit(CLAIMS, ['said: 2024-05-12', 'stance: denied']));
    expect(issue).toMatchObject({ code: 'invalid-value', line: 6 });
    expect(issue?.id).toBeUndefined();
  });
});

describe('files', () => {
  test.each(['ontology.yaml', 'sources.yaml'])('%s is missing', (path) => {
    expect(placesOf({ [path]: undefined })).toContain(`missing-file ${path}`);
  });

  test('a folder without files', () => {
    const { graph, issues } = parseGraphFolder([]);
    expect(graph).toBeUndefined();
    expect(issues.map(({ code, file }) => `${code} ${file}`)).toEqual([
      'missing-file ontology.yaml',
      'missing-file sources.yaml',
    ]);
  });

  const PATHS = Object.keys(SMALL);
  test.each(PATHS.flatMap((path) => ['', '\n', '# nothing\n', '---\n', '~\n'].map((text) => [path, text])))(
    '%s as the empty file %j is told, not taken for a file without records',
    (path, text) => {
      expect(placesOf({ [path]: text })).toContainEqual(expect.stringMatching(new RegExp(`^invalid-value ${path}`)));
      expect(parseGraphFolder(folder({ [path]: text })).graph).toBeUndefined();
    },
  );

  test.each(PATHS.flatMap((path) => ['- a\n- b\n', 'words\n', '42\n', 'true\n'].map((text) => [path, text])))(
    '%s holding %j is told at its beginning',
    (path, text) => {
      expect(placesOf({ [path]: text })).toContain(`invalid-value ${path}:1:1`);
    },
  );

  test('records that are no records', () => {
    expect(placesOf({ [ENTITIES]: `${SMALL[ENTITIES]}  - words\n  - 7\n  - [a]\n  -\n` })).toEqual([
      `invalid-value ${ENTITIES}:5:5`,
      `invalid-value ${ENTITIES}:6:5`,
      `invalid-value ${ENTITIES}:7:5`,
      expect.stringContaining(`invalid-value ${ENTITIES}:8:`),
    ]);
  });

  test('a list that is none', () => {
    expect(placesOf({ [CLAIMS]: 'source: gazette\nclaims: { a: 1 }\n' })).toEqual([`invalid-value ${CLAIMS}:2:9`]);
    expect(placesOf({ [CLAIMS]: 'source: gazette\nclaims:\n' })).toEqual([expect.stringContaining(`${CLAIMS}:2:`)]);
  });

  test('YAML that belongs to no part is a warning; what is no YAML is left alone', () => {
    expect(placesOf({ 'notes.yaml': 'a: 1', 'claims/deep/x.yaml': 'a: 1', 'README.md': '[' })).toEqual([
      'W unknown-field claims/deep/x.yaml',
      'W unknown-field notes.yaml',
    ]);
  });
});

describe('DESIGN 2.1: all errors are reported, not the first', () => {
  test('one folder with ten faults yields ten located issues', () => {
    const change = {
      ...edit(
        'sources.yaml',
        ['title: The Gazette', 'title: "The\\u202e Gazette"'],
        ['reliability: B', 'reliabilty: B'],
      ),
      ...entity('id: x, kind: thing-of-a-kind, name: X'),
      [CLAIMS]: `source: gazette
claims:
  - { subject: counsil, type: closed, object: bridge, speaker: desk, summary: One. }
  - { subject: bridge, type: closed, object: desk, speaker: desk, summary: Two. }
  - { subject: council, type: closed, object: bridge, speaker: desk, summary: Three., said: 2024-13 }
  - { subject: council, type: closed, object: bridge, speaker: desk }
  - { subject: council, type: closed, object: bridge, speaker: desk, summary: Five. }
  - { subject: council, type: closed, object: bridge, speaker: desk, summary: Six. }
  - { subject: council, type: closed, speaker: desk, summary: Seven. }
`,
    };
    expect(placesOf(change).toSorted()).toEqual(
      [
        'invalid-value sources.yaml:4:12',
        'unknown-field sources.yaml:6:17',
        `unknown-id ${ENTITIES}:5:20`,
        `unknown-id ${CLAIMS}:3:16`,
        `outside-domain ${CLAIMS}:4:16`,
        `outside-range ${CLAIMS}:4:46`,
        `invalid-value ${CLAIMS}:5:93`,
        `missing-field ${CLAIMS}:6:5`,
        `duplicate-claim ${CLAIMS}:8:5`,
        `invalid-value ${CLAIMS}:9:5`,
      ].toSorted(),
    );
  });

  test('ten faults in files whose sources are sound', () => {
    const change = {
      ...edit('ontology.yaml', ['range: [place]', 'range: [place, plase]']),
      ...edit('sources.yaml', ['speaker: desk', 'speaker: desk\n    derivedFrom: [gazete]']),
      ...entity('id: x, kind: thing-of-a-kind, name: "<b>X</b>"'),
      [CLAIMS]: `source: gazette
claims:
  - { subject: counsil, type: closed, object: bridge, summary: One. }
  - { subject: bridge, type: closed, object: desk, summary: Two. }
  - { subject: council, type: closed, object: bridge, summary: Three., said: 2024-13 }
  - { subject: council, type: closed, object: bridge }
  - { subject: council, type: closed, summary: Five. }
`,
    };
    expect(placesOf(change).toSorted()).toEqual(
      [
        'unknown-id ontology.yaml:10:20',
        'unknown-id sources.yaml:8:19',
        `unknown-id ${ENTITIES}:5:20`,
        `W markup-in-label ${ENTITIES}:5:43`,
        `unknown-id ${CLAIMS}:3:16`,
        `outside-domain ${CLAIMS}:4:16`,
        `outside-range ${CLAIMS}:4:46`,
        `invalid-value ${CLAIMS}:5:78`,
        `missing-field ${CLAIMS}:6:5`,
        `invalid-value ${CLAIMS}:7:5`,
      ].toSorted(),
    );
  });

  test('two faults in one record are two issues, whatever their sort', () => {
    const change = edit(CLAIMS, ['    object: bridge\n', ''], ['said: 2024-05-12', 'said: 2024-13']);
    expect(placesOf(change)).toEqual([`invalid-value ${CLAIMS}:5:11`, `invalid-value ${CLAIMS}:3:5`]);
  });

  test('a fault in a source hides none in its claims, and the source is not called unknown', () => {
    const change = {
      ...edit('sources.yaml', ['2024-05-13', '2024-13']),
      ...edit(CLAIMS, ['2024-05-12', '2024-13']),
    };
    expect(placesOf(change)).toEqual(['invalid-value sources.yaml:5:16', `invalid-value ${CLAIMS}:6:11`]);
  });

  test('a fault in an entity is one issue, not one more for each claim of it', () => {
    expect(placesOf(edit(ENTITIES, ['The bridge', '"The\\u202e bridge"']))).toEqual([`invalid-value ${ENTITIES}:4:38`]);
  });

  test('a fault in the ontology hides no id that names nothing', () => {
    const change = {
      ...edit('ontology.yaml', ['label: closed', 'label: "closed\\u202e"']),
      ...edit(CLAIMS, ['subject: council', 'subject: counsil']),
    };
    expect(placesOf(change).toSorted()).toEqual(
      [`unknown-id ${CLAIMS}:3:14`, 'invalid-value ontology.yaml:7:12'].toSorted(),
    );
  });

  test('a file that is no YAML hides no fault of the others, and adds none', () => {
    const change = { 'sources.yaml': 'sources: [\n', ...edit(CLAIMS, ['2024-05-12', '2024-13']) };
    expect(placesOf(change)).toEqual(['invalid-yaml sources.yaml:2:1', `invalid-value ${CLAIMS}:6:11`]);
  });
});
