import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CSV } from '../../../src/formats/csv/format.ts';
import { readCsv } from '../../../src/formats/csv/read-csv.ts';
import { writeCsv } from '../../../src/formats/csv/write-csv.ts';
import type { ReadInput, ReadOptions, ReadResult, WrittenFile } from '../../../src/formats/format.ts';
import { inputOf } from '../../../src/formats/read-text.ts';
import { withoutDenials } from '../../../src/knowledge/without-denials.ts';
import { checkGraph } from '../../../src/model/check-graph.ts';
import type { GraphDocument } from '../../../src/model/graph-document.ts';
import { documents } from '../arbitrary-document.ts';
import { hostileGraph, smallGraph } from '../hostile-graph.ts';

function inputsOf(files: readonly WrittenFile[]): ReadInput[] {
  return files.map((file) => inputOf(file.name, file.text ?? ''));
}

function read(files: Readonly<Record<string, string>>, options?: ReadOptions): Promise<ReadResult> {
  return readCsv(
    Object.entries(files).map(([name, text]) => inputOf(name, text)),
    options,
  );
}

/** What of a graph is not named by the losses of its export. */
function kept(graph: GraphDocument, lost: readonly string[]): object {
  return Object.fromEntries(Object.entries(graph).filter(([field]) => !lost.includes(field)));
}

async function comesBack(graph: GraphDocument): Promise<void> {
  const { files, losses } = writeCsv(graph);
  const { graph: again, issues } = await readCsv(inputsOf(files.toReversed()));
  expect(issues.filter((issue) => issue.severity === 'error')).toEqual([]);
  if (again === undefined) throw new Error('nothing was read');
  const lost = losses.map((loss) => loss.field);
  expect(kept(again, lost)).toEqual(kept(graph, lost));
  for (const field of lost)
    expect(Object.entries(again)).not.toContainEqual(Object.entries(graph).find(([key]) => key === field));
  expect(checkGraph(again).filter((issue) => issue.severity === 'error')).toEqual([]);
}

const HEADER = 'id,source,subject,object,type,speaker,summary';
const ENTITIES = 'id,kind,name,aliases\nann,person,Ann,\nbob,person,Bob,"[""Robert""]"\nvoice,paper,The Paper,\n';
const SOURCES = 'id,title,reliability,speaker\npaper,The Paper of May,B,voice\n';
const TABLES = { 'entities.csv': ENTITIES, 'sources.csv': SOURCES };

describe('a graph comes back from its tables', () => {
  test('the fixtures', async () => {
    await comesBack(await smallGraph());
    await comesBack(await hostileGraph());
  });

  test.each([
    ['pinned', 20261121],
    ['fresh', Date.now() % 2 ** 31],
  ])('random graphs, up to what the export names as lost (%s seed %i)', async (_, seed) => {
    await fc.assert(fc.asyncProperty(documents, comesBack), { numRuns: 60, seed });
  });
});

describe('tables of people', () => {
  test('are read with another delimiter, unknown columns, ids left out, and booleans in capitals', async () => {
    const { graph, issues } = await read({
      'claims.csv': 'source;subject;object;type;speaker;summary;Seite\npaper;ann;bob;knows;voice;"Ann; Bob";12\n',
      'entities.csv':
        'id,kind,name,aliases,unidentified\nann,person,Ann,,TRUE\nbob,person,Bob,,\nvoice,paper,V,,false\n',
      'sources.csv': SOURCES,
    });
    expect(issues).toEqual([]);
    expect(graph?.claims[0]).toMatchObject({ summary: 'Ann; Bob', attributes: [{ name: 'Seite', value: '12' }] });
    expect(graph?.claims[0]?.id).toMatch(/^c-[0-9a-f]{16}$/u);
    expect(graph?.entities.map((one) => one.unidentified)).toEqual([true, false, false]);
  });

  test('an address that is no web address stays text, and is told; source and claims are taken', async () => {
    const { graph, issues } = await read({
      ...TABLES,
      'claims.csv': `${HEADER}\n,paper,ann,bob,knows,voice,Ann knows Bob\n`,
      'sources.csv':
        'id,title,reliability,speaker,url,attributes\npaper,P,B,voice,javascript:alert(1),"[{""name"":""shelf"",""value"":3}]"\n',
    });
    expect(issues).toMatchObject([{ code: 'refused-content', severity: 'warning', file: 'sources.csv', line: 2 }]);
    expect(graph?.claims).toHaveLength(1);
    expect(graph?.sources[0]).not.toHaveProperty('url');
    expect(graph?.sources[0]?.attributes).toEqual([
      { name: 'shelf', value: 3 },
      { name: 'url', value: 'javascript:alert(1)' },
    ]);
  });

  test('a number of more digits than can be held is refused, not made another one', async () => {
    const table = (min: string) => ({
      ...TABLES,
      'claims.csv': `source,subject,type,quantity_min,speaker,summary\npaper,ann,weight,${min},voice,Ann weighs\n`,
    });
    for (const [text, value] of [
      ['12.50', 12.5],
      ['1e3', 1000],
      ['1e+21', 1e21],
      ['12345678901234567000', 12345678901234567000],
    ] as const) {
      const { graph } = await read(table(text));
      expect([text, graph?.claims[0]?.quantity?.min]).toEqual([text, value]);
    }
    for (const text of ['12345678901234567890', '0.12345678901234567891']) {
      expect((await read(table(text))).issues).toMatchObject([{ severity: 'error', line: 2, got: `"${text}"` }]);
    }
  });

  test('rows of empty cells at the end of a table are none', async () => {
    const { graph, issues } = await read({
      ...TABLES,
      'claims.csv': `${HEADER}\n,paper,ann,bob,knows,voice,Ann knows Bob\n,,,,,,\n,,,,,,,,\n`,
    });
    expect([issues, graph?.claims.length]).toEqual([[], 1]);
  });

  test('claims alone make a graph of names, and say what is missing', async () => {
    const [claims] = writeCsv(await smallGraph()).files;
    const { graph, issues } = await read({ 'claims.csv': claims?.text ?? '' });
    expect(graph?.entities.find((one) => one.id === 'lowford')?.name).toBe('Lowford');
    expect(graph?.sources.map((one) => one.title)).toContain('What the Gazette says');
    expect(issues.map(({ code, severity }) => [code, severity])).toEqual([
      ['missing-file', 'warning'],
      ['missing-file', 'warning'],
    ]);
  });

  test('an empty table is a graph without claims', async () => {
    const { graph } = await read({ ...TABLES, 'claims.csv': `${HEADER}\n` });
    expect(graph?.claims).toEqual([]);
    expect(graph?.entities).toHaveLength(3);
  });
});

describe('what is wrong is told with its line, and left out only when asked', () => {
  const good = 'c-ok,paper,ann,bob,knows,voice,fine'.replace('c-ok', '');
  const cases: readonly (readonly [string, string, string, number])[] = [
    ['a ragged row', `${good}\n,paper,ann,bob,knows,voice\n`, 'invalid-format', 3],
    ['text after a quote', `${good}\n,paper,ann,bob,knows,voice,"so" it is\n`, 'invalid-format', 3],
    ['a quote never closed', `${good}\n,paper,ann,bob,knows,voice,"so\nit\nis\n`, 'invalid-format', 3],
    ['an entity that is not there', `${good}\n,paper,ann,nobody,knows,voice,x\n`, 'unknown-id', 3],
    ['a source that is not there', `\n\n${good}\n,sheet,ann,bob,knows,voice,x\n`, 'unknown-id', 5],
    ['the same claim twice', `${good}\n${good}\n`, 'duplicate-claim', 3],
    ['an id that is not its own', `${good}\nc-1,paper,ann,bob,likes,voice,x\n`, 'id-mismatch', 3],
    ['a missing summary', `${good}\n,paper,ann,bob,likes,voice,\n`, 'missing-field', 3],
  ];
  test.each(cases)('%s', async (_, rows, code, line) => {
    const files = { ...TABLES, 'claims.csv': `${HEADER}\n${rows}` };
    const refused = await read(files);
    expect(refused.graph).toBeUndefined();
    expect(refused.issues[0]).toMatchObject({ code, line, file: 'claims.csv', severity: 'error' });
    const { graph, issues, skipped } = await read(files, { skipBad: true });
    expect(graph?.claims).toHaveLength(1);
    expect(skipped).toBe(1);
    expect(issues[0]).toMatchObject({ code, line, severity: 'warning' });
  });

  test('a type that is used as two sorts is that of most claims', async () => {
    const header = `${HEADER},literal`;
    const rows = ['bob,knows,voice,x,', 'voice,knows,voice,x,', ',knows,voice,x,well'].map(
      (rest) => `,paper,ann,${rest}`,
    );
    const files = { ...TABLES, 'claims.csv': [header, ...rows].join('\n') };
    expect((await read(files)).issues).toMatchObject([{ code: 'duplicate-id', line: 4, severity: 'error' }]);
    const { graph, skipped } = await read(files, { skipBad: true });
    expect([graph?.claims.length, skipped]).toEqual([2, 1]);
  });

  test('a chain of 5,000 sources falls with its end, at once', async () => {
    const chain = Array.from({ length: 5000 }, (_, i) => `s${i},S,B,voice,"[""s${i + 1}""]"`);
    const sources = ['id,title,reliability,speaker,derived_from', 'paper,P,B,voice,', ...chain].join('\n');
    const files = { ...TABLES, 'sources.csv': sources, 'claims.csv': `${HEADER}\n${good}\n` };
    const { graph, skipped } = await read(files, { skipBad: true });
    expect([graph?.sources.length, skipped]).toEqual([1, 5000]);
  }, 10_000);

  test('that denials were left out is told when the tables are read again', async () => {
    const { graph } = withoutDenials(await smallGraph(), new Date('2026-01-02T03:04:05Z'), '1');
    const given = writeCsv(graph).files.map(({ name, text = '' }) => [name, text] as const);
    const { issues } = await read(Object.fromEntries(given));
    expect(issues).toMatchObject([{ severity: 'warning', file: 'claims.csv', line: 2 }]);
    expect(issues[0]?.message).toContain('left out on request');
  });

  test('with an entity go the claims that name it, each counted', async () => {
    const { graph, skipped } = await read(
      {
        ...TABLES,
        'entities.csv': `${ENTITIES}__proto__,person,Proto,\nbad id,person,B,\n`,
        'claims.csv': `${HEADER}\n${good}\n,paper,ann,__proto__,knows,voice,x\n`,
      },
      { skipBad: true },
    );
    expect(graph?.claims).toHaveLength(1);
    expect(graph?.entities).toHaveLength(3);
    expect(skipped).toBe(3);
  });

  test.each([
    ['a header twice', 'id,kind,name,aliases,name\n', 'invalid-format'],
    ['the table of somebody else', 'a,b,c\n1,2,3\n', 'invalid-format'],
    ['an empty file', '', 'invalid-format'],
    ['a NUL', 'id,kind,name,aliases\nx,person,N\u0000,\n', 'invalid-format'],
    ['too many cells', `${'x,'.repeat(2000)}\n`, 'invalid-format'],
    ['lists nested too deeply', `id,kind,name,aliases\nx,person,N,"${'['.repeat(5000)}"\n`, 'invalid-value'],
    ['a list that is none', 'id,kind,name,aliases\nx,person,N,Bob; Rob\n', 'invalid-value'],
    ['a key __proto__', 'id,kind,name,aliases,same_as\nx,person,N,,"{""__proto__"":""y""}"\n', 'unknown-field'],
  ])('%s refuses the file', async (_, text, code) => {
    const { graph, issues } = await read({ 'entities.csv': text });
    expect(graph).toBeUndefined();
    expect(issues[0]).toMatchObject({ code, severity: 'error', file: 'entities.csv' });
  });

  test('a table given twice, UTF-16 and Latin-1 are refused with how to mend it', async () => {
    const twice = await read({ 'a.csv': ENTITIES, 'b.csv': ENTITIES });
    expect(twice.issues[0]).toMatchObject({ code: 'duplicate-id', remedy: 'Join the two files' });
    const latin = new TextEncoder().encode(ENTITIES).map((byte) => (byte === 0x42 ? 0xe9 : byte));
    expect((await readCsv([inputOf('l.csv', latin)])).issues[0]).toMatchObject({ code: 'invalid-encoding', line: 3 });
    const wide = new Uint8Array([0xff, 0xfe, 0x69, 0x00]);
    expect((await readCsv([inputOf('w.csv', wide)])).issues[0]).toMatchObject({
      message: 'The file is UTF-16, which is not read',
      remedy: 'Save the file as UTF-8',
    });
  });

  test('a limit of records stops the reading', async () => {
    const { issues } = await read({ 'entities.csv': ENTITIES }, { limits: { records: 2 } });
    expect(issues).toMatchObject([{ code: 'too-large', line: 4 }]);
  });

  test('a signal stops it', async () => {
    const stop = new AbortController();
    const onProgress = (): void => stop.abort(new Error('stopped'));
    const long = inputOf('entities.csv', ENTITIES + 'x,person,N,\n'.repeat(50_000));
    await expect(readCsv([long], { signal: stop.signal, onProgress })).rejects.toThrow('stopped');
  });
});

test('its own tables are known by their header, tables of others are not', () => {
  expect(CSV.sniff?.(ENTITIES, 'x.txt')).toBe(2);
  expect(CSV.sniff?.('from,to\na,b\n', 'claims.csv')).toBe(0);
  expect(CSV.sniff?.('"', 'claims.csv')).toBe(0);
});
