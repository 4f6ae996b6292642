import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { CLAIM_COLUMNS, ENTITY_COLUMNS, SOURCE_COLUMNS } from '../../../src/formats/csv/columns.ts';
import { neutralise, restore } from '../../../src/formats/csv/formula.ts';
import { writeCsv } from '../../../src/formats/csv/write-csv.ts';
import { withoutDenials } from '../../../src/knowledge/without-denials.ts';
import { isNamed } from '../../../src/model/claim.ts';
import { HOSTILE, hostileGraph, smallGraph } from '../hostile-graph.ts';

type Row = Record<string, string>;

async function tables(make = hostileGraph): Promise<Record<'claims' | 'entities' | 'sources', Row[]>> {
  const { files } = writeCsv(await make());
  const read = (name: string): Row[] => {
    const { data, errors } = Papa.parse<Row>(files.find((file) => file.name === name)?.text ?? '', {
      header: true,
      skipEmptyLines: true,
    });
    expect(errors).toEqual([]);
    return data;
  };
  return { claims: read('claims.csv'), entities: read('entities.csv'), sources: read('sources.csv') };
}

describe('writeCsv', () => {
  test('every record is a row under the documented header', async () => {
    const graph = await hostileGraph();
    const { claims, entities, sources } = await tables();
    expect([claims.length, entities.length, sources.length]).toEqual([
      graph.claims.length,
      graph.entities.length,
      graph.sources.length,
    ]);
    expect(Object.keys(claims[0] ?? {})).toEqual([...CLAIM_COLUMNS]);
    expect(Object.keys(entities[0] ?? {})).toEqual([...ENTITY_COLUMNS]);
    expect(Object.keys(sources[0] ?? {})).toEqual([...SOURCE_COLUMNS]);
  });

  test('each row says whether denials were left out', async () => {
    const whole = await tables(smallGraph);
    expect(whole.claims.map((row) => row['denials_left_out'])).toEqual(whole.claims.map(() => ''));
    const cut = await tables(async () => withoutDenials(await smallGraph(), new Date(0), '1').graph);
    expect(cut.claims.length).toBeGreaterThan(0);
    expect(cut.claims.map((row) => row['denials_left_out'])).toEqual(cut.claims.map(() => 'true'));
  });

  test('what is written comes back, cell by cell', async () => {
    const graph = await hostileGraph();
    const { claims, entities } = await tables();
    graph.claims.forEach((claim, i) => {
      const row = claims[i] ?? {};
      expect(restore(row['summary'] ?? '')).toBe(claim.summary);
      expect(restore(row['literal'] ?? '')).toBe(claim.literal ?? '');
      expect(restore(row['quantity_of'] ?? '')).toBe(claim.quantity?.of ?? '');
      expect(row['quantity_min']).toBe(String(claim.quantity?.min ?? ''));
      expect(restore(row['speaker_unnamed'] ?? '')).toBe(isNamed(claim.speaker) ? '' : claim.speaker.unnamed);
      if (claim.via.length > 0) expect(JSON.parse(row['via'] ?? '')).toEqual(claim.via);
    });
    graph.entities.forEach((entity, i) => {
      const row = entities[i] ?? {};
      expect(restore(row['name'] ?? '')).toBe(entity.name);
      if (entity.aliases.length > 0) expect(JSON.parse(row['aliases'] ?? '')).toEqual(entity.aliases);
    });
  });

  test('no text cell can be taken for a formula', async () => {
    const { claims, entities, sources } = await tables();
    for (const row of [...claims, ...entities, ...sources]) {
      for (const [column, cell] of Object.entries(row)) {
        if (!/^quantity_m(in|ax)$/u.test(column)) expect(cell).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/u);
      }
    }
    const names = entities.map((row) => row['name']);
    expect(names).toContain(`'${HOSTILE[2]}`);
    expect(names).toContain(`'${HOSTILE[6]}`);
  });

  test('each relation carries its verdict with the denial, a figure none', async () => {
    const { claims } = await tables(smallGraph);
    const closed = claims.filter((row) => row['relation'] === 'council~closed~old-bridge');
    expect(closed).toHaveLength(3);
    for (const row of closed) expect(row['verdict_text']).toBe('disputed, denied by Town Council of Lowford');
    for (const row of claims.filter((each) => each['type'] === 'cracks')) expect(row['verdict']).toBe('');
    for (const row of claims) expect(row['attribution']).not.toBe('');
  });

  test('what it cannot hold is reported', async () => {
    const graph = await hostileGraph();
    expect(writeCsv(graph).losses.map((loss) => loss.field)).toEqual(['ontology', 'title']);
    // No row says how it was chosen.
    const losses = writeCsv({ ...graph, claims: [] }).losses.map((loss) => loss.field);
    expect(losses).toEqual(['ontology', 'title', 'manifest']);
  });
});

test('neutralising can be undone for every text', () => {
  const cell = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.stringMatching(/^['=+\-@\t\r\n]{0,4}.{0,3}$/u),
    fc.stringMatching(/^[a;'=@\t\n]{0,12}$/u),
  );
  fc.assert(
    fc.property(cell, (text) => {
      expect(restore(neutralise(text))).toBe(text);
      expect(neutralise(text)).not.toMatch(/^[=+\-@\t\r\n]/u);
      // Where semicolons separate, what stands behind one is a cell.
      expect(neutralise(text)).not.toMatch(/[;\t\r\n][=+\-@]/u);
    }),
    { numRuns: 2000 },
  );
});
