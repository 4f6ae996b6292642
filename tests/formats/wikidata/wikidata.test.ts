import { describe, expect, test } from 'vitest';
import { inputOf } from '../../../src/formats/read-text.ts';
import { WIKIDATA } from '../../../src/formats/wikidata/format.ts';
import { readWikidata } from '../../../src/formats/wikidata/read-wikidata.ts';
import { bySnak, entities, entity, item, reference, snak, statement, text, time } from './items.ts';

const read = (content: string, skipBad = false) => readWikidata(inputOf('a.json', content), { skipBad });

describe('statements', () => {
  test('each reference is a source that says so; without one the import does', async () => {
    const { graph, issues } = await read(
      entities(
        item('Q1', 'Amber', {
          P9: [
            statement('Q1$a', snak('P9', entity('Q2')), {
              references: [
                reference('h1', snak('P248', entity('Q3')), snak('P577', time('+2014-05-01T00:00:00Z', 11))),
                reference(
                  'h2',
                  snak('P854', text('https://www.example.org/a')),
                  snak('P1476', { type: 'monolingualtext', value: { text: 'A page', language: 'en' } }),
                ),
                reference('h3', snak('P854', text('javascript:alert(1)'))),
              ],
              qualifiers: bySnak(
                snak('P580', time('+2013-05-00T00:00:00Z', 10)),
                snak('P582', time('+2014-00-00T00:00:00Z', 9)),
              ),
            }),
          ],
          P8: [statement('Q1$b', snak('P8', entity('Q2')))],
        }),
        item('Q2', 'Birch'),
        item('Q3', 'A book'),
      ),
    );
    expect(
      graph?.claims.map(({ subject, type, object, source, stance, when }) => [
        subject,
        type,
        object,
        source,
        stance,
        when,
      ]),
    ).toEqual([
      ['Q1', 'P9', 'Q2', graph?.claims[0]?.source, 'asserts', '2013-05/2014'],
      ['Q1', 'P9', 'Q2', 'https://www.example.org/a', 'asserts', '2013-05/2014'],
      ['Q1', 'P9', 'Q2', graph?.claims[2]?.source, 'asserts', '2013-05/2014'],
      ['Q1', 'P8', 'Q2', 'imported-a.json', 'asserts', undefined],
    ]);
    const sourceOf = (i: number) => graph?.sources.find(({ id }) => id === graph.claims[i]?.source);
    expect(sourceOf(0)).toMatchObject({ title: 'A book', published: '2014-05-01', speaker: 'Q3' });
    expect(sourceOf(1)).toMatchObject({ title: 'A page', publisher: 'example.org', url: 'https://www.example.org/a' });
    // An address that a browser would execute is told, and is no link.
    expect(sourceOf(2)?.url).toBeUndefined();
    expect(issues).toMatchObject([{ severity: 'warning', code: 'refused-content', got: '"javascript:alert(1)"' }]);
    expect(graph?.entities.find(({ id }) => id === 'Q1')).toMatchObject({
      name: 'Amber',
      aliases: ['Amber (de)', 'the Amber'],
      summary: 'about Amber',
      sameAs: { wikidata: 'Q1' },
    });
  });

  test('statement disputed by denies, supported by asserts, deprecated is kept and doubted', async () => {
    const { graph } = await read(
      entities(
        item('Q1', 'Amber', {
          P9: [
            statement('Q1$a', snak('P9', entity('Q2')), {
              rank: 'deprecated',
              qualifiers: bySnak(
                snak('P1310', entity('Q3')),
                { snaktype: 'somevalue', property: 'P1310' },
                snak('P3680', entity('Q4')),
                snak('P2241', entity('Q5')),
              ),
              references: [reference('h1', snak('P248', entity('Q4')))],
            }),
            statement('Q1$b', snak('P9', entity('Q4')), { rank: 'preferred' }),
          ],
        }),
        item('Q2', 'Birch'),
        item('Q3', 'Cedar'),
        item('Q4', 'Dogwood'),
        item('Q5', 'Elm'),
      ),
    );
    const claims = graph?.claims ?? [];
    expect(claims.map(({ object, stance, speaker }) => [object, stance, speaker])).toEqual([
      ['Q2', 'asserts', 'Q4'],
      ['Q2', 'asserts', 'Q4'],
      ['Q2', 'denies', 'Q3'],
      ['Q2', 'denies', { unnamed: 'somebody' }],
      ['Q2', 'doubts', graph?.sources[0]?.speaker],
      ['Q4', 'asserts', graph?.sources[0]?.speaker],
    ]);
    expect(claims[4]?.note).toBe('Deprecated by the editors of Wikidata: Q5.');
    expect(claims[0]?.attributes).toContainEqual({ name: 'rank', value: 'deprecated' });
    expect(claims[5]?.attributes).toContainEqual({ name: 'rank', value: 'preferred' });
  });

  test('values that are no items: quantities are figures, the rest statements in words', async () => {
    const { graph } = await read(
      entities(
        item('Q1', 'Amber', {
          P1: [
            statement(
              'a',
              snak('P1', {
                type: 'quantity',
                value: {
                  amount: '+42',
                  lowerBound: '+40',
                  upperBound: '+45',
                  unit: 'http://www.wikidata.org/entity/Q7',
                },
              }),
            ),
          ],
          P2: [statement('b', snak('P2', { type: 'quantity', value: { amount: '-1.5', unit: '1' } }))],
          P3: [statement('c', snak('P3', time('+2010-00-00T00:00:00Z', 8)))],
          P4: [
            statement(
              'd',
              snak('P4', { type: 'globecoordinate', value: { latitude: 1.5, longitude: -2, precision: 0.1 } }),
            ),
          ],
          P5: [statement('e', { snaktype: 'novalue', property: 'P5' })],
          P6: [statement('f', { snaktype: 'somevalue', property: 'P6' })],
          P7: [statement('g', snak('P7', { type: 'monolingualtext', value: { text: '<b>x</b>', language: 'en' } }))],
          P8: [statement('h', snak('P8', { type: 'new-type', value: { a: [1] } }))],
        }),
      ),
    );
    expect(graph?.claims.map(({ type, quantity, literal }) => [type, quantity ?? literal])).toEqual([
      ['P1', { min: 40, max: 45, unit: 'Q7' }],
      ['P2', { min: -1.5, max: -1.5 }],
      ['P3', '201X'],
      ['P4', '1.5, -2'],
      ['P5', 'no value'],
      ['P6', 'unknown value'],
      ['P7', '<b>x</b>'],
      ['P8', '{"a":[1]}'],
    ]);
    expect(graph?.claims[0]?.attributes?.find(({ name }) => name === 'mainsnak')?.value).toContain('"amount":"+42"');
  });

  test('a quantity that is none is kept in words; a unit that is no item is cleaned', async () => {
    const quantity = (amount: string, unit: string): object =>
      snak('P1', { type: 'quantity', value: { amount, unit } });
    const { graph } = await read(
      entities(
        item('Q1', 'Amber', {
          P1: [
            statement('a', quantity('', '1')),
            statement('b', quantity('0x10', '1')),
            statement('c', quantity('+1', ' \u202e')),
            statement('d', quantity('+1', 'a\nb')),
          ],
        }),
      ),
    );
    expect(graph?.claims.map(({ quantity, literal }) => quantity ?? literal)).toEqual([
      '{"amount":"","unit":"1"}',
      '{"amount":"0x10","unit":"1"}',
      { min: 1, max: 1 },
      { min: 1, max: 1, unit: 'a b' },
    ]);
  });

  test('items that the file does not hold are named by their id, and told', async () => {
    const { graph, issues } = await read(
      entities(item('Q1', 'Amber', { P9: [statement('a', snak('P9', entity('Q99')))] })),
    );
    expect(graph?.entities.find(({ id }) => id === 'Q99')).toMatchObject({ name: 'Q99', sameAs: { wikidata: 'Q99' } });
    expect(issues).toMatchObject([{ severity: 'warning', code: 'unknown-id' }]);
    const old = { type: 'wikibase-entityid', value: { 'entity-type': 'item', 'numeric-id': 99 } };
    const { graph: same } = await read(entities(item('Q1', 'Amber', { P9: [statement('a', snak('P9', old))] })));
    expect(same?.claims[0]?.object).toBe('Q99');
  });

  test('a property in the file gives its type a name', async () => {
    const property = { type: 'property', id: 'P9', labels: { en: { language: 'en', value: 'knows' } }, claims: [] };
    const { graph, losses } = await read(
      entities(item('Q1', 'Amber', { P9: [statement('a', snak('P9', entity('Q1')))] }), property),
    );
    expect(graph?.ontology.relations).toMatchObject([{ id: 'P9', label: 'knows' }]);
    expect(losses).toMatchObject([{ field: 'property', count: 1 }]);
  });
});

describe('references to one work', () => {
  const title = (words: string): object => ({ type: 'monolingualtext', value: { text: words, language: 'en' } });
  const cited = (id: string, ...more: object[]): object =>
    statement(id, snak('P9', entity('Q2')), { references: [reference(id, snak('P248', entity('Q3')), ...more)] });
  const one = cited('a', snak('P1476', title('Article one')), snak('P577', time('+2010-01-01T00:00:00Z', 11)));
  const two = cited('b', snak('P1476', title('Article two')), snak('P577', time('+2015-05-01T00:00:00Z', 11)));
  const volume = cited('c', snak('P478', text('12')), snak('P433', text('3')), snak('P304', text('7')));
  const whole = cited('d', snak('P304', text('99')));
  const other = cited('e', snak('P304', text('100')));

  test.each([
    ['in one order', [one, two, volume, whole, other]],
    ['in another', [other, whole, volume, two, one]],
  ])('each article and volume is a document of its own with one voice, %s', async (_, statements) => {
    const { graph, issues } = await read(
      entities(item('Q1', 'Amber', { P9: statements }), item('Q2', 'Birch'), item('Q3', 'The Gazette')),
    );
    expect(issues).toEqual([]);
    const byStatement = graph?.claims.map(({ source, attributes }) => {
      const found = graph.sources.find(({ id }) => id === source);
      const key = attributes?.find(({ name }) => name === 'key')?.value;
      return [key, found?.title, found?.published, found?.speaker];
    });
    expect(byStatement?.toSorted()).toEqual([
      ['a#0', 'Article one', '2010-01-01', 'Q3'],
      ['b#0', 'Article two', '2015-05-01', 'Q3'],
      ['c#0', 'The Gazette, volume 12, issue 3', undefined, 'Q3'],
      ['d#0', 'The Gazette', undefined, 'Q3'],
      ['e#0', 'The Gazette', undefined, 'Q3'],
    ]);
    // Two pages of it are one document, under the id of the item.
    expect(new Set(graph?.claims.map(({ source }) => source)).size).toBe(4);
    expect(graph?.sources.map(({ id }) => id)).toContain('Q3');
  });
});

describe('what holds when', () => {
  const qualified = async (...snaks: object[]) => {
    const { graph, losses } = await read(
      entities(
        item('Q1', 'Amber', { P9: [statement('a', snak('P9', entity('Q1')), { qualifiers: bySnak(...snaks) })] }),
      ),
    );
    return { when: graph?.claims[0]?.when, losses: losses?.map(({ field, count }) => [field, count]) };
  };
  const century = time('+1950-00-00T00:00:00Z', 7);
  const year = time('+1999-00-00T00:00:00Z', 9);
  test('one day of a century is no century long', async () => {
    expect(await qualified(snak('P585', century))).toEqual({ when: '[1901..2000]', losses: [] });
  });
  test('a start that is known to the century only is left to the qualifiers, and counted', async () => {
    const told = await qualified(snak('P580', century), snak('P582', year));
    expect(told).toEqual({ when: undefined, losses: [['when', 1]] });
  });
  test('an end that there is none of is open, one of which nothing is told is not', async () => {
    const none = { snaktype: 'novalue', property: 'P582' };
    const some = { snaktype: 'somevalue', property: 'P582' };
    expect((await qualified(snak('P580', year), none)).when).toBe('1999/..');
    expect((await qualified(snak('P580', year), some)).when).toBe('1999/');
    expect((await qualified(none)).when).toBeUndefined();
  });
});

test('lists in place of objects, where an export has nothing, say nothing', async () => {
  const bare = { type: 'item', id: 'Q1', labels: [], descriptions: [], aliases: [], claims: [], sitelinks: [] };
  const { graph, issues } = await read(entities(bare));
  expect(issues).toEqual([]);
  expect(graph?.entities[0]).toMatchObject({ id: 'Q1', name: 'Q1' });
  expect(graph?.entities[0]?.attributes).toBeUndefined();
});

test('a deprecated statement without references is doubted by the import, and not asserted by it', async () => {
  const { graph } = await read(
    entities(
      item('Q1', 'Amber', {
        P9: [
          statement('a', snak('P9', entity('Q1')), { rank: 'deprecated' }),
          statement('b', snak('P8', entity('Q1')), {
            rank: 'deprecated',
            qualifiers: bySnak(snak('P3680', entity('Q1'))),
          }),
        ],
      }),
    ),
  );
  expect(graph?.claims.map(({ stance, speaker }) => [stance, speaker])).toEqual([
    ['doubts', 'imported-a.json%-voice'],
    ['asserts', 'Q1'],
    ['doubts', 'imported-a.json%-voice'],
  ]);
});

describe('forms of the file', () => {
  const one = item('Q1', 'Amber', { P9: [statement('a', snak('P9', entity('Q2')))] });
  const two = item('Q2', 'Birch');
  test.each([
    ['an answer', entities(one, two)],
    ['a dump', `[\n${JSON.stringify(one)},\n${JSON.stringify(two)}\n]\n`],
    ['lines', `${JSON.stringify(one)}\n${JSON.stringify(two)}\n`],
    ['an answer with a flag', `{"success":1,${entities(one, two).slice(1)}`],
  ])('%s', async (_, content) => {
    const { graph, issues } = await read(content);
    expect(issues).toEqual([]);
    expect(graph?.entities.map(({ name }) => name).slice(0, 2)).toEqual(['Amber', 'Birch']);
    expect(graph?.claims).toHaveLength(1);
    expect(WIKIDATA.sniff?.(content.slice(0, 4096), 'x.json')).toBe(2);
  });

  test('a single entity', async () => {
    const { graph } = await read(JSON.stringify(one, null, 2));
    expect(graph?.entities[0]?.name).toBe('Amber');
  });
});

describe('bad and hostile files', () => {
  test('what is no statement is told with its place; with skipBad the rest is read', async () => {
    const content = entities(
      item('Q1', 'Amber', {
        P9: [{ value: 'Q2' }, statement('b', snak('P9', entity('Q1'))), 7, statement('c', { snaktype: 'value' })],
      }),
      { id: 'Q2', missing: '' },
    );
    const refused = await read(content);
    expect(refused.graph).toBeUndefined();
    expect(refused.issues.map(({ path }) => path.join('.'))).toEqual([
      'entities.Q1.claims.P9.0',
      'entities.Q1.claims.P9.2',
      'entities.Q1.claims.P9.3',
      'entities.Q2',
    ]);
    const skipped = await read(content, true);
    expect(skipped.graph?.claims).toHaveLength(1);
    expect(skipped.skipped).toBe(4);
  });

  test('a name twice in an entity that stands alone is told, and the entity left out whole', async () => {
    const bad =
      '{"id":"Q1","type":"item","labels":{},\n"labels":{"en":{"language":"en","value":"B"}},"claims":{},"claims":{}}';
    const refused = await read(bad);
    expect(refused.issues.map(({ line, path }) => [line, path.join('.')])).toEqual([
      [2, 'labels'],
      [2, 'claims'],
    ]);
    const { graph, skipped } = await read(`${bad}\n${JSON.stringify(item('Q2', 'Birch'))}`, true);
    expect(skipped).toBe(1);
    expect(graph?.entities.map(({ id }) => id)).toEqual(['Q2', 'imported-a.json%-voice']);
  });

  test.each([
    ['nothing', '', 'invalid-format'],
    ['an empty list', '[]', 'invalid-format'],
    ['another object', '{"a":1}', 'invalid-format'],
    ['cut off', entities(item('Q1', 'Amber')).slice(0, -4), 'invalid-json'],
    ['too deep', `{"entities":{"Q1":${'{"a":'.repeat(300)}`, 'too-large'],
    ['a name twice', '{"entities":{"Q1":{"id":"Q1","id":"Q2"}}}', 'invalid-format'],
    ['not a number', '[{"id":"Q1","x":NaN}]', 'invalid-json'],
    ['no objects', '[1]', 'invalid-value'],
  ])('%s is refused', async (_, content, code) => {
    const result = await read(content);
    expect(result.graph).toBeUndefined();
    expect(result.issues[0]).toMatchObject({ severity: 'error', code });
  });

  test('prototype names are names like others', async () => {
    const { graph } = await read(
      `{"entities":{"__proto__":{"id":"__proto__","labels":{"__proto__":{"language":"x","value":"n"}},"claims":{"__proto__":[${JSON.stringify(statement('a', snak('__proto__', text('v'))))}]},"__proto__":{"polluted":1}}}}`,
    );
    expect(graph?.entities[0]?.name).toBe('n');
    expect(graph?.claims[0]?.literal).toBe('v');
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });
});
