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

  test.each([
    ['a,b\nb,c\nc,d\n', 'b'],
    ['"a"\t"b"\n"b"\t"c"\n', 'b'],
    ['Head,Tail\nTail,Leg\n', 'Tail'],
  ])(
    'a first row %j whose words stand below, too, may be an edge, and is not taken for a header',
    async (text, echo) => {
      expect(guess(text)?.isSure).toBe(false);
      const { graph, issues } = await read(text);
      expect(graph).toBeUndefined();
      expect(issues).toMatchObject([
        { message: expect.stringContaining(`${JSON.stringify(echo)} stands below it, too`) },
      ]);
      const rows = text.split('\n').length - 1;
      const tables = [...(issues[0]?.remedy ?? '').matchAll(/"table": (\{.*?\})/gu)].map(([, table = '']) => table);
      const taken = await Promise.all(
        tables.map((table) => read(text, { mapping: Mapping.parse({ version: 1, table: JSON.parse(table) }) })),
      );
      expect(taken.map((one) => one.graph?.claims.length)).toEqual([rows, rows - 1]);
    },
  );

  test('names that are of nothing but ends are a header even then, which is told', async () => {
    const text = 'type,source,target\nx,source,a\ny,a,sink\n';
    const result = await read(text);
    expect(relations(result)).toEqual(['source x a', 'a y sink']);
    expect(result.issues).toMatchObject([
      {
        severity: 'warning',
        line: 1,
        message: expect.stringContaining('"source" stands below it, too'),
        remedy: expect.stringContaining('{"from":"column 2","to":"column 3"}'),
      },
    ]);
    expect((await read('source,target\nx,source 1\n')).issues).toEqual([]);
  });

  test('a and b alone are ends only if a person says so', () => {
    expect(guess('a,b\nx,y\n')).toMatchObject({ table: { from: 'a', to: 'b' }, isSure: false });
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

  test('a quote that is never closed hides no other bad row', async () => {
    const text = 'from,to\na,b\n,c\nd,e,f\ng,"h\n';
    const refused = await read(text);
    expect(refused.graph).toBeUndefined();
    expect(refused.issues.map(({ line, severity }) => [line, severity])).toEqual([
      [3, 'error'],
      [4, 'error'],
      [5, 'error'],
    ]);
    expect(await read(text, { skipBad: true })).toMatchObject({ skipped: 3, graph: { claims: [{}] } });
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

describe('edge lists of other tools', () => {
  test('NetworkX writes attributes as a dictionary behind the ends', async () => {
    const text = "0 1 {}\n1 2 {'weight': 7, 'relation type': 'pays'}\n2 0 {'list': [1]}\n";
    expect(EDGE_LIST.sniff?.(text, 'x.dat')).toBe(2);
    const result = await read(text);
    expect(result.issues).toEqual([]);
    expect(relations(result)).toEqual(['0 related-to 1', '1 pays 2', '2 related-to 0']);
    expect(result.graph?.claims.map(({ attributes = [] }) => attributes)).toEqual([
      [],
      [
        { name: 'weight', value: 7 },
        { name: 'relation type', value: 'pays' },
      ],
      [{ name: 'column 3', value: "{'list': [1]}" }],
    ]);
  });

  test('igraph writes two words, NetworkX words behind them, and a person says that there is no header', async () => {
    const mapping = Mapping.parse({
      version: 1,
      table: { from: 'column 1', to: 'column 2' },
      edge: { type: 'column 3' },
    });
    const result = await read('0 1 pays\n1  2 "pays well"\n', { mapping });
    expect(relations(result)).toEqual(['0 pays 1', '1 pays%20well 2']);
    expect((await read('0 1\n1 2\n')).issues).toMatchObject([
      { got: '0, 1', remedy: expect.stringContaining('column 1') },
    ]);
    expect(EDGE_LIST.sniff?.('0 1\n1 2\n', 'x.edgelist')).toBe(1);
  });

  test('Gephi writes spaces between quoted cells', async () => {
    const result = await read('Source Target Type timeset\nFred "Alice B" Directed "[2016-02-03, 2016-02-04]"\n');
    expect(relations(result)).toEqual(['Fred related-to Alice%20B']);
  });

  test('SNAP writes comments, the last of which names the columns', async () => {
    const text = '# Directed graph: Vote\n# Nodes: 3 Edges: 2\n# FromNodeId\tToNodeId\n30\t1412\n30\t\n';
    const { issues } = await read(text);
    expect(issues).toMatchObject([{ line: 5, expected: 'something in FromNodeId and in ToNodeId' }]);
    const taken = await read(text, { skipBad: true });
    expect(relations(taken)).toEqual(['30 related-to 1412']);
    expect(taken.losses).toMatchObject([{ field: 'comments', count: 2 }]);
    const mapping = Mapping.parse({ version: 1, table: { from: 'column 1', to: 'column 2' } });
    const numbered = await read(text, { skipBad: true, mapping });
    expect(relations(numbered)).toEqual(['30 related-to 1412']);
    expect(numbered.losses).toMatchObject([{ field: 'comments', count: 3 }]);
  });

  test('a column whose name begins with # keeps it', async () => {
    const result = await read('#source target Interaction\n10 20 red\n20 30 blue\n');
    expect([relations(result), result.losses]).toEqual([['10 red 20', '20 blue 30'], []]);
  });

  test.each([
    ['a;b\nb;c;d\ne\nf;a;g;h\n', 'list of neighbours'],
    ['"";"A";"B B"\n"A";0.0;24.0\n"B B";24.0;\n', 'matrix'],
  ])('%j is no list of edges, and is called what it is', async (text, name) => {
    expect((await read(text)).issues).toMatchObject([{ message: expect.stringContaining(name) }]);
  });

  test('the row of HXL tags under a header is no edge, which is told', async () => {
    const result = await read('source,target,type\n#org+from,#org +to,#meta\nA,B,funds\n#org+x,#org+y,#z\n');
    expect(relations(result)).toEqual(['A funds B', '#org+x #z #org+y']);
    expect(result.issues).toMatchObject([{ severity: 'warning', line: 2, message: expect.stringContaining('HXL') }]);
    expect((await read('source,target\n#org,#country\nA,B\n')).graph?.claims).toHaveLength(1);
    // Hashtags that people join.
    expect((await read('source,target\n#free,#gaza\n#gaza,#now\n')).graph?.claims).toHaveLength(2);
  });
});

describe('a table of things', () => {
  test('is of entities, by their key, and says that it joins nothing', async () => {
    const result = await read('Id,Label,timeset,modularity_class\na,Alice,,1\n b ,,,2\n');
    expect(result.issues).toMatchObject([
      { severity: 'warning', line: 1, remedy: expect.stringContaining('--same-ids') },
    ]);
    expect(result.graph?.entities).toMatchObject([
      { id: 'a', name: 'Alice', attributes: [{ name: 'modularity_class', value: '1' }] },
      { id: 'b', name: 'b', attributes: expect.arrayContaining([{ name: 'Id', value: ' b ' }]) },
    ]);
    expect(result.graph?.claims).toEqual([]);
    if (result.graph !== undefined) expect(checkGraph(result.graph)).toEqual([]);
  });

  test('a mapping says what its columns mean', async () => {
    const mapping = Mapping.parse({ version: 1, node: { label: 'name', kind: 'sort', aliases: 'aka' } });
    const { graph } = await read('id,name,sort,aka\na,Ann,person,A.|Annie\n', { mapping });
    expect(graph?.entities).toMatchObject([{ id: 'a', name: 'Ann', kind: 'person', aliases: ['A.', 'Annie'] }]);
  });

  test('Neo4j marks its key and its labels', async () => {
    const { graph } = await read('personId:ID,name:string,:LABEL\n1,Alice,Person;Actor\n2,Bob,\n');
    expect(graph?.entities).toMatchObject([
      { id: '1', name: 'Alice', kind: 'Person', attributes: [{ name: ':LABEL', value: 'Person;Actor' }] },
      { id: '2', name: 'Bob', kind: 'thing' },
    ]);
  });

  test('APOC has things and their relationships in one', async () => {
    const result = await read(
      '"_id","_labels","name","_start","_end","_type"\n"0",":Person:X","Alice",,,\n,,,"0","1","KNOWS"\n"1",":Bank","Acme",,,\n',
    );
    expect([result.issues, relations(result)]).toEqual([[], ['0 KNOWS 1']]);
    expect(result.graph?.entities.slice(0, 2)).toMatchObject([
      { id: '0', name: 'Alice', kind: 'Person' },
      { id: '1', name: 'Acme', kind: 'Bank' },
    ]);
  });

  test.each([
    ['a key alone', 'id,amount\n1,5\n'],
    ['a name alone', 'name,amount\nx,5\n'],
    ['likely ends', 'id,name,actor1,actor2\n1,x,a,b\n'],
  ])('%s makes none', async (_, text) => {
    expect((await read(text)).issues).toMatchObject([
      { severity: 'error', message: expect.stringMatching(/^No two columns/u) },
    ]);
  });

  test('a row without a key, and a key that is given twice, are told', async () => {
    const text = 'id,name\na,Ann\n,Ben\na,Cy\n';
    expect((await read(text)).issues.filter(({ severity }) => severity === 'error')).toMatchObject([
      { code: 'missing-field', line: 3 },
      { code: 'duplicate-id', line: 4 },
    ]);
    expect((await read(text, { skipBad: true })).graph?.entities).toHaveLength(1);
  });
});
