import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mapLiteral, textLiteral } from '../../../src/formats/cypher/cypher-literal.ts';
import { writeCypher } from '../../../src/formats/cypher/write-cypher.ts';
import type { WriteOptions } from '../../../src/formats/format.ts';
import { withoutDenials } from '../../../src/knowledge/without-denials.ts';
import { GraphDocument } from '../../../src/model/graph-document.ts';
import { sketchGraph } from '../../evidence/sketch-graph.ts';
import { documents } from '../arbitrary-document.ts';
import { hostileGraph, smallGraph } from '../hostile-graph.ts';
import { readScript } from './cypher-reader.ts';
import { Database } from './database.ts';

function scriptOf(graph: GraphDocument, options?: WriteOptions): string {
  const [file] = writeCypher(graph, options).files;
  return file?.text ?? '';
}

/** The rows of all statements that begin so. */
function rowsOf(script: string, statement: string, naive = false): readonly Readonly<Record<string, unknown>>[] {
  return readScript(script, naive)
    .commands.filter((one) => one.statement.includes(statement))
    .flatMap((one) => one.rows);
}

const seeds = [20261121, Date.now() % 2 ** 31];

describe('a text of Cypher', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
      .array(fc.constantFrom('\\', 'u', '0022', '"', "'", '\n', '\u2028', 'x', '`', '}'))
      .map((parts) => parts.join('')),
  );
  test.each(seeds)('reads back as it was, whether or not doubled backslashes are passed over (seed %i)', (seed) => {
    fc.assert(
      fc.property(text, (any) => {
        const script = `:param rows => [{name: ${textLiteral(any)}}]\nUNWIND $rows AS row`;
        expect(script.split(/[\n\r\u0085\u2028\u2029]/u)).toHaveLength(2);
        for (const naive of [false, true]) expect(rowsOf(script, 'UNWIND', naive)).toEqual([{ name: any }]);
      }),
      { seed, numRuns: 1000, examples: [['\\u0022}] x'], ['\\\\u0022'], ['\\uu005c']] },
    );
  });

  test('a number keeps its type', () => {
    const columns = [
      ['a', 'double'],
      ['b', 'int'],
      ['c', 'double'],
    ] as const;
    expect(mapLiteral(columns, { a: -5, b: 5, c: 1e21 })).toBe('{a: -5.0, b: 5, c: 1e21}');
  });
});

describe('writeCypher', () => {
  test.each(seeds)('the statements are the same whatever the data (seed %i)', (seed) => {
    const known = new Set<string>();
    fc.assert(
      fc.property(documents, fc.constantFrom('claims', 'edges'), (graph, shape) => {
        const { commands, others } = readScript(scriptOf(graph, { shape }));
        for (const { statement } of commands) {
          expect(statement).toMatch(/^UNWIND \$rows AS row (MERGE|MATCH) [A-Za-z0-9_$:(){}[\],. |<=>+-]*;$/u);
          known.add(statement);
        }
        for (const other of others) expect(other).toMatch(/^(\/\/|CREATE CONSTRAINT ascribe_[a-z]+ IF NOT EXISTS)/u);
      }),
      { seed, numRuns: 60 },
    );
    expect(known.size).toBeLessThanOrEqual(24);
  });

  test('each record is a node, each claim stands where its stance says', async () => {
    const graph = await hostileGraph();
    const script = scriptOf(graph);
    expect(rowsOf(script, 'MERGE (n:AscribeEntity').map((row) => row['name'])).toEqual(
      graph.entities.map((one) => one.name),
    );
    expect(rowsOf(script, 'MERGE (n:AscribeEntity').map((row) => row['aliases'])).toEqual(
      graph.entities.map((one) => one.aliases),
    );
    expect(rowsOf(script, 'MERGE (n:AscribeClaim').map((row) => row['summary'])).toEqual(
      graph.claims.map((one) => one.summary),
    );
    expect(rowsOf(script, 'MERGE (n:AscribeSource').map((row) => row['id'])).toEqual(
      graph.sources.map((one) => one.id),
    );
    const stances = { asserts: 'r:ASSERTS]', denies: 'r:DENIES]', doubts: 'r:DOUBTS]' } as const;
    for (const [stance, arrow] of Object.entries(stances)) {
      const claims = graph.claims.filter((one) => one.stance === stance && one.quantity === undefined);
      expect(rowsOf(script, arrow).map((row) => row['from'])).toEqual(claims.map((one) => one.id));
    }
    expect(rowsOf(script, '[r:VIA').map((row) => row['properties'])).toContainEqual({ order: 1 });
  });

  test('every end of an arrow is a node', async () => {
    const script = scriptOf(await hostileGraph());
    const { commands } = readScript(script);
    for (const { statement, rows } of commands.filter((one) => one.statement.includes('MATCH (a:'))) {
      const [, from, to] = /\(a:(\w+) .*\(b:(\w+) /u.exec(statement) ?? [];
      const [starts, ends] = [from, to].map(
        (label) => new Set(rowsOf(script, `MERGE (n:${label} `).map((row) => row['id'])),
      );
      for (const row of rows) {
        expect(starts).toContain(row['from']);
        expect(ends).toContain(row['to']);
      }
    }
  });

  test('as plain edges a denial is an arrow of another type, and what is left out is named', async () => {
    const graph = await hostileGraph();
    const script = scriptOf(graph, { shape: 'edges' });
    const relations = graph.claims.filter((one) => one.object !== undefined);
    expect(rowsOf(script, 'r:DENIED ')).toHaveLength(relations.filter((one) => one.stance === 'denies').length);
    expect(rowsOf(script, 'r:ASSERTED ')).toHaveLength(relations.filter((one) => one.stance === 'asserts').length);
    expect(script).not.toContain('MERGE (n:AscribeClaim');
    const counts = new Map(writeCypher(graph, { shape: 'edges' }).losses.map((loss) => [loss.field, loss.count]));
    expect(counts.get('figures')).toBe(graph.claims.filter((one) => one.quantity !== undefined).length);
    expect(counts.get('statements')).toBe(graph.claims.filter((one) => one.literal !== undefined).length);
    expect(counts.get('sources')).toBe(graph.sources.length);
    expect(writeCypher(graph).losses.map((loss) => loss.field)).toEqual(['ontology', 'manifest']);
  });

  test('a relation carries its verdict with the denial', async () => {
    const rows = rowsOf(scriptOf(await smallGraph()), 'MERGE (n:AscribeRelation');
    expect(rows).toContainEqual(
      expect.objectContaining({ verdict_text: 'disputed, denied by Town Council of Lowford' }),
    );
  });

  test('what the database holds already is not touched: neither its records nor properties that others gave', async () => {
    for (const shape of ['claims', 'edges'] as const) {
      const { commands, others } = readScript(scriptOf(await hostileGraph(), { shape }));
      for (const { statement } of commands) {
        for (const [, label] of statement.matchAll(/\([a-z]:(\w+)/gu)) expect(label).toMatch(/^Ascribe[A-Z]/u);
        // "=" alone would take all other properties off.
        expect(statement).not.toMatch(/SET \w+ = |, \w+ = /u);
      }
      for (const other of others.filter((one) => one.startsWith('CREATE'))) expect(other).toContain('FOR (n:Ascribe');
    }
  });

  test('a property that a record has no more is taken off, but for the one that it is known by', async () => {
    const { commands } = readScript(scriptOf(await smallGraph()));
    const entities = commands.find(({ statement }) => statement.includes('MERGE (n:AscribeEntity'));
    expect(entities?.statement).toMatch(/SET n \+= \{name: null, [^}]*\bsummary: null[^}]*\}, n \+= row;$/u);
    expect(entities?.statement).not.toContain('id: null');
    const via = commands.find(({ statement }) => statement.includes('[r:VIA'));
    expect(via?.statement ?? 'SET r += {}, r += row.properties;').toMatch(/SET r \+= \{\}, r \+= row\.properties;$/u);
  });

  test('that denials were left out stands at its head and beside each verdict', async () => {
    const graph = await smallGraph();
    const cut = withoutDenials(graph, new Date(0), '1').graph;
    expect(scriptOf(graph)).not.toMatch(/denials_left_out: true|left out/u);
    expect(scriptOf(cut)).toMatch(/^\/\/ .*\n\/\/ Denials and doubts were left out/u);
    for (const label of ['Relation', 'Claim']) {
      const rows = rowsOf(scriptOf(cut), `MERGE (n:Ascribe${label}`);
      expect(new Set(rows.map((row) => row['denials_left_out']))).toEqual(new Set([true]));
    }
  });

  test('many rows go into several parameters', async () => {
    const graph = await smallGraph();
    const entities = Array.from({ length: 1201 }, (_, i) => ({ ...graph.entities[0], id: `e${i}`, name: `E${i}` }));
    const { commands } = readScript(scriptOf(GraphDocument.parse({ ...graph, claims: [], sources: [], entities })));
    expect(commands.map((one) => one.rows.length)).toEqual([500, 500, 201]);
  });
});

describe('in a database that holds something already', () => {
  const stateOf = (...scripts: string[]): Database => {
    const database = new Database();
    for (const script of scripts) database.run(script);
    return database;
  };

  test.each(seeds)('running a script again changes nothing, and neither does that of a part (seed %i)', (seed) => {
    fc.assert(
      fc.property(documents, fc.constantFrom('claims', 'edges'), fc.nat(), (made, shape, n) => {
        // A part has the title of its graph.
        const graph = { ...made, title: made.title ?? 'A graph' };
        const script = scriptOf(graph, { shape });
        const once = stateOf(script).arrows();
        expect(stateOf(script, script).arrows()).toEqual(once);
        const part = { ...graph, claims: graph.claims.filter((_, i) => (i + n) % 3 === 0) };
        expect(stateOf(script, scriptOf(part, { shape })).arrows()).toEqual(once);
      }),
      { seed, numRuns: 60 },
    );
  });

  test('an arrow that a record has no more is taken off', () => {
    const sketch = sketchGraph({
      types: { rel: {} },
      sources: { s: 'B', t: 'B' },
      claims: [
        ['s', 'x', 'rel', 'y', { by: 'z' }],
        ['t', 'x', 'rel', 'y', {}],
      ],
    });
    const graph = { ...sketch, title: 'A graph that is corrected' };
    const [s, t] = graph.sources;
    const [said] = graph.claims;
    const placed = GraphDocument.parse({
      ...graph,
      sources: [s, { ...t, derivedFrom: ['s'] }],
      claims: graph.claims.map((claim) => (claim === said ? { ...claim, place: 'x', via: ['x', 'y'] } : claim)),
    });
    const corrected = GraphDocument.parse({
      ...graph,
      sources: [s, { ...t, speaker: 'x' }],
      claims: graph.claims.map((claim) => (claim === said ? { ...claim, place: 'y', via: ['y'] } : claim)),
    });
    const after = stateOf(scriptOf(placed), scriptOf(corrected));
    expect(after.arrows()).toEqual(stateOf(scriptOf(corrected)).arrows());
    expect([after.arrows('PLACED_IN').length, after.arrows('VIA').length, after.arrows('VOICE_OF').length]).toEqual([
      1, 1, 2,
    ]);
    // Without any place, nothing in the script has a place to set.
    expect(stateOf(scriptOf(placed), scriptOf(graph)).arrows('PLACED_IN')).toEqual([]);
  });

  test('two graphs that use the same ids stay two; a corrected graph stays one', () => {
    const [one, other] = ['Army', 'Navy'].map((name) => {
      const graph = sketchGraph({ types: { rel: {} }, sources: { s: 'B' }, claims: [['s', 'x', 'rel', 'y', {}]] });
      const entities = graph.entities.map((entity) => (entity.id === 'x' ? { ...entity, name } : entity));
      return { ...graph, entities, title: `The ${name}` };
    });
    if (one === undefined || other === undefined) throw new Error('there are two');
    const both = stateOf(scriptOf(one), scriptOf(other));
    expect(both.names('AscribeEntity')).toEqual(expect.arrayContaining(['Army', 'Navy']));
    expect(both.names('AscribeClaim')).toHaveLength(2);
    const renamed = { ...other, title: one.title };
    expect(stateOf(scriptOf(one), scriptOf(renamed)).names('AscribeEntity')).not.toContain('Army');
  });
});
