import { describe, expect, test } from 'vitest';
import { columnsOfTable } from '../../../src/formats/edge-list/columns-of-table.ts';
import { EDGE_LIST } from '../../../src/formats/edge-list/format.ts';
import { readEdgeList } from '../../../src/formats/edge-list/read-edge-list.ts';
import { suggestTable } from '../../../src/formats/edge-list/suggest-table.ts';
import { Mapping } from '../../../src/formats/foreign/mapping.ts';
import type { ReadOptions, ReadResult } from '../../../src/formats/format.ts';
import { inputOf } from '../../../src/formats/read-text.ts';
import { checkGraph } from '../../../src/model/check-graph.ts';
import { isRelationClaim } from '../../../src/model/claim.ts';

function read(text: string | Uint8Array, options?: ReadOptions): Promise<ReadResult> {
  return readEdgeList(inputOf('links.csv', text), options);
}

/** Ends and types of the relations, in order of the file. */
function relations({ graph }: ReadResult): string[] {
  return (graph?.claims ?? []).filter(isRelationClaim).map((one) => `${one.subject} ${one.type} ${one.object}`);
}

function guess(text: string) {
  return suggestTable(columnsOfTable(text));
}

describe('what the columns are', () => {
  test.each([
    ['days', 'person,organisation,from,to\nAnn,BLA,2019-01-01,2020-01-01\nBen,BLA,2019-05,\n'],
    ['days of a country', 'person,body,from,to\nAnn,BLA,03/04/2019,5.6.2020\nBen,BLA,7/8/2019,present\n'],
    ['words for days', 'title,place,start,end\nRally,Quetta,1 May 2019,2 May 2019\n'],
    ['times', 'title,place,start,end\nRally,Quetta,2019-05-01T10:00,2019-05-01 12:00\n'],
    ['years', 'who,where,from,to\nAnn,Quetta,1998,2004\n'],
  ])('%s are no ends of an edge, whatever their column is called', async (_, text) => {
    expect(guess(text)).toBeUndefined();
    expect(EDGE_LIST.sniff?.(text, 'x.csv')).toBe(1);
    expect((await read(text)).issues).toMatchObject([
      { message: expect.stringMatching(/^No two columns are known as the ends of an edge: .* hold dates$/u) },
    ]);
  });

  test('numbers that may be ids, and names with numbers in them, are', () => {
    for (const rows of ['1998,2004', '20240501,20240502', '1-1,1-2', '10.0.0.1,10.0.0.2', 'Unit 1999,Unit 2001']) {
      expect([rows, guess(`source,target\n${rows}\n`)?.isSure]).toEqual([rows, true]);
    }
    expect(guess('from,to\n1,2\n1999,2000\n')?.isSure).toBe(true);
  });

  test('columns of dates leave the ends to others', () => {
    expect(guess('from,to,source,target\n2019-01,2020-01,Ann,Ben\n')?.table).toMatchObject({ from: 'source' });
  });

  test('beside a subject and a predicate a source is a document', () => {
    expect(guess('Subject,Target,Predicate,Source,Date\nAnn,Ben,pays,Report 1,2019\n')?.table).toMatchObject({
      from: 'Subject',
      to: 'Target',
    });
    // The subject of a letter is none.
    expect(guess('Source,Target,Subject\nAnn,Ben,Hello\n')?.table).toMatchObject({ from: 'Source' });
  });

  test('likely names are offered, and not taken unasked', async () => {
    expect(guess('actor1,actor2,deed\na,b,met\n')).toMatchObject({ table: { from: 'actor1' }, isSure: false });
    const { graph, issues } = await read('actor1,actor2,deed\na,b,met\n');
    expect([graph, issues[0]?.remedy]).toEqual([undefined, expect.stringContaining('{"from":"actor1","to":"actor2"}')]);
  });

  test.each([
    ['from,to,weight', { from: 'from', to: 'to' }],
    ['Id,Source,Target,Type', { from: 'Source', to: 'Target', key: 'Id' }],
    ['source_id,source_name,target_id,target_name', { from: 'source_id', toLabel: 'target_name' }],
    ['fromId,toId,fromType', { from: 'fromId', to: 'toId', fromKind: 'fromType' }],
    [':START_ID(Person),:END_ID(Person),:TYPE', { from: ':START_ID(Person)', to: ':END_ID(Person)' }],
  ])('%s', (header, expected) => {
    expect(guess(`${header}\n`)).toMatchObject({ table: expected, isSure: true });
  });

  test('is not guessed where no name tells', async () => {
    expect(guess('x,y\n')).toBeUndefined();
    const { graph, issues } = await read('x,y\n1,2\n');
    expect(graph).toBeUndefined();
    expect(issues).toMatchObject([{ code: 'invalid-format', line: 1, got: 'x, y' }]);
  });

  test('a file is known by its columns, or by its name', () => {
    expect(EDGE_LIST.sniff?.('from;to\na;b\n', 'x.dat')).toBe(2);
    expect(EDGE_LIST.sniff?.('x,y\na,b\n', 'x.csv')).toBe(1);
    expect(EDGE_LIST.sniff?.('x,y\na,b\n', 'x.dat')).toBe(0);
    expect(EDGE_LIST.sniff?.('', 'x.csv')).toBe(1);
    expect(EDGE_LIST.sniff?.('Dear reader,\nhello\n', 'x.txt')).toBe(1);
    expect(EDGE_LIST.sniff?.('Dear reader\nhello\n', 'x.txt')).toBe(0);
    expect(EDGE_LIST.sniff?.('id,source,subject,type,object,speaker,summary\n', 'claims.csv')).toBe(0);
  });
});

describe('readEdgeList', () => {
  test('each row is a claim of the import, with all its columns', async () => {
    const { graph, issues } = await read(
      'from,to,type,since,colour\nann,bob,knows,2019,red\nann,bob,knows,2020,\nbob,cy d,pays,,"a, b"\n',
    );
    expect(issues).toEqual([]);
    if (graph === undefined) throw new Error('nothing was read');
    expect(checkGraph(graph)).toEqual([]);
    expect(graph.sources.map((source) => source.title)).toEqual(['Imported from links.csv']);
    expect(relations({ graph, issues })).toEqual(['ann knows bob', 'ann knows bob', 'bob pays cy%20d']);
    expect(graph.claims[0]?.attributes).toEqual(
      expect.arrayContaining([
        { name: 'since', value: '2019' },
        { name: 'colour', value: 'red' },
      ]),
    );
    expect(graph.claims[2]?.attributes).toContainEqual({ name: 'colour', value: 'a, b' });
    expect(graph.entities.find((one) => one.name === 'cy d')?.attributes).toEqual([{ name: 'key', value: 'cy d' }]);
  });

  test('a mapping says what they mean', async () => {
    const mapping = Mapping.parse({
      version: 1,
      table: { from: 'who', to: 'whom', key: 'nr', fromLabel: 'who name' },
      edge: {
        type: 'what',
        confidence: { attribute: 'sure', scale: 'percent' },
        source: 'paper',
        speaker: 'says',
        stance: { attribute: 'stance', asserts: ['yes'], denies: ['No'] },
        when: 'day',
      },
    });
    const { graph } = await read(
      'nr,who,who name,whom,what,sure,paper,says,stance,day\n7,a,Ann,b,paid,40,The Paper,Cy,yes,2020-05\n8,a,Ann A.,b,paid,50,The Sheet,Di,no,2020\n',
      { mapping },
    );
    expect(graph?.claims).toMatchObject([
      { subject: 'a', object: 'b', stance: 'asserts', confidence: { value: 0.4 }, when: '2020-05' },
      { subject: 'a', object: 'b', stance: 'denies', when: '2020' },
    ]);
    expect(graph?.entities.find((one) => one.id === 'a')).toMatchObject({ name: 'Ann', aliases: ['Ann A.'] });
    expect(graph?.sources.map((one) => one.title)).toEqual(expect.arrayContaining(['The Paper', 'The Sheet']));
  });

  test('what later rows say otherwise of a thing is kept beside what the first one says', async () => {
    const { graph } = await read(
      'from_id,to_id,to_name,to_type\na,b,,\na,b,Bob,person\na,b,Robert,person\na,b,Bob,robot\n',
    );
    expect(graph?.entities.find((one) => one.id === 'b')).toMatchObject({
      kind: 'person',
      name: 'Bob',
      aliases: ['Robert'],
      attributes: [{ name: 'kind', value: 'robot' }],
    });
  });

  test('two texts that look alike name one thing, and are kept as they are written', async () => {
    const result = await read(
      'source, target ,source_name,target_type\nalice, bob,Alice,person\nbob ,carol,Bob ,person \n"Jose\u0301  L.",José L.,,\n',
    );
    const { graph } = result;
    expect(graph?.entities.map(({ id, name }) => [id, name])).toEqual(
      expect.arrayContaining([
        ['alice', 'Alice'],
        ['bob', 'Bob'],
        ['carol', 'carol'],
        ['José%20L.', 'José L.'],
      ]),
    );
    expect(graph?.ontology.kinds.filter(({ id }) => id.startsWith('person'))).toHaveLength(1);
    expect(relations(result)).toEqual([
      'alice related-to bob',
      'bob related-to carol',
      'José%20L. related-to José%20L.',
    ]);
    expect(graph?.claims.map(({ attributes }) => attributes)).toEqual([
      [{ name: 'target', value: ' bob' }],
      [
        { name: 'source', value: 'bob ' },
        { name: 'source_name', value: 'Bob ' },
        { name: 'target_type', value: 'person ' },
      ],
      [{ name: 'source', value: 'Jose\u0301  L.' }],
    ]);
    expect((await read('from,to\na, \n')).issues).toMatchObject([{ message: 'An end of the edge is empty', line: 2 }]);
  });

  test('rows of nothing but empty cells, as spreadsheets leave them, are none', async () => {
    const { graph, issues } = await read('from,to,type\na,b,x\n,,\nb,c,x\n,\n , ,\n,,,,\n');
    expect([issues, graph?.claims.length]).toEqual([[], 2]);
  });

  test('without a header columns go by their numbers', async () => {
    const mapping = Mapping.parse({ version: 1, table: { from: 'column 1', to: 'column 3' } });
    const result = await read('a\tx\tb\nb\ty\tc\n', { mapping });
    expect(relations(result)).toEqual(['a related-to b', 'b related-to c']);
    expect(result.graph?.claims[0]?.attributes).toContainEqual({ name: 'column 2', value: 'x' });
  });

  test('what Gephi says of direction is taken for each edge', async () => {
    const { graph } = await read('Source,Target,Type\na,b,Undirected\nb,c,Directed\n');
    const symmetric = graph?.claims.map(
      (claim) => graph.ontology.relations.find((one) => one.id === claim.type)?.symmetric,
    );
    expect(symmetric).toEqual([true, false]);
  });

  test.each([
    ['an empty end', 'a,,x', 'missing-field'],
    ['a ragged row', 'a,b', 'invalid-format'],
    ['text after a quote', '"a"x,b,y', 'invalid-format'],
  ])('%s is located, and left out only when asked', async (_, row, code) => {
    const text = `from,to,type\na,b,x\n${row}\nb,c,x\n`;
    const refused = await read(text);
    expect(refused.graph).toBeUndefined();
    expect(refused.issues).toMatchObject([{ code, line: 3, severity: 'error', file: 'links.csv' }]);
    const taken = await read(text, { skipBad: true });
    expect(taken.graph?.claims).toHaveLength(2);
    expect(taken.skipped).toBe(1);
  });

  test('what comes before a quote that is never closed can still be taken', async () => {
    const text = 'from,to\na,b\nb,"c\nd,e\n';
    expect((await read(text)).issues).toMatchObject([{ code: 'invalid-format', line: 3, column: 3 }]);
    const { graph, issues } = await read(text, { skipBad: true });
    expect(graph?.claims).toHaveLength(1);
    expect(issues[0]?.message).toContain('Everything from here to the end of the file is lost');
  });

  test('names that every object has are names', async () => {
    const { graph } = await read('from,to,type,__proto__\n__proto__,constructor,toString,x\n');
    expect(graph?.entities).toHaveLength(3);
    expect(graph?.claims[0]?.attributes).toContainEqual({ name: '__proto__', value: 'x' });
    expect(Object.prototype).not.toHaveProperty('x');
    if (graph !== undefined) expect(checkGraph(graph)).toEqual([]);
  });

  test.each([
    ['a column twice', 'from,to,to\na,b,c\n', 'invalid-format'],
    ['an empty file', '', 'invalid-format'],
    ['only a byte order mark', '\ufeff', 'invalid-format'],
    ['a NUL', 'from,to\na,\u0000\n', 'invalid-format'],
    ['a NUL in quotes', 'from,to\na,"b\u0000c"\n', 'invalid-format'],
    ['a NUL behind another in quotes', 'from,to\na,"b""c"\nd,e\u0000\n', 'invalid-format'],
  ])('%s is refused', async (_, text, code) => {
    expect((await read(text)).issues).toMatchObject([{ code, severity: 'error' }]);
  });

  test('a mapping of columns that are not there is refused', async () => {
    const mapping = Mapping.parse({ version: 1, table: { from: 'who', to: 'to' } });
    expect((await read('from,to\na,b\n', { mapping })).issues).toMatchObject([{ code: 'missing-field' }]);
  });

  test('bytes that are no UTF-8 are told with their line', async () => {
    const bytes = new Uint8Array([...new TextEncoder().encode('from,to\na,b\nM'), 0xfc, 0x0a]);
    expect((await read(bytes)).issues).toMatchObject([{ code: 'invalid-encoding', line: 3 }]);
  });
});
