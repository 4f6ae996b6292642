import { describe, expect, test } from 'vitest';
import { ForeignGraph } from '../../../src/formats/foreign/foreign-graph.ts';
import type { ReadResult } from '../../../src/formats/format.ts';
import { Claim } from '../../../src/model/claim.ts';
import { claimId } from '../../../src/model/claim-identity.ts';
import { graphOf } from './gather.ts';

describe('ready-made records of which one is left out take with them what depends on it', () => {
  const source = (id: string, more: object = {}): object => ({
    id,
    title: id,
    speaker: 'a',
    reliability: 'B',
    ...more,
  });
  const claim = (more: object): object => {
    const draft = { source: 's', subject: 'a', type: 't', object: 'b', speaker: 'a', summary: 'x', ...more };
    const parsed = Claim.parse({ id: 'c-0', ...draft });
    return { ...parsed, id: claimId(parsed) };
  };
  const read = async (skipBad: boolean, give: (foreign: ForeignGraph) => void): Promise<ReadResult> => {
    const foreign = new ForeignGraph({ file: 'x.json', format: 'x', skipBad });
    for (const id of ['a', 'b']) foreign.ownEntity({ id, kind: 'actor', name: id });
    give(foreign);
    return await foreign.finish();
  };
  const cases: readonly (readonly [string, (foreign: ForeignGraph) => void, number, readonly string[]])[] = [
    [
      'an entity: claims about it, by it, through it, in it',
      (foreign) => {
        foreign.ownEntity({ id: 'bad', kind: 'actor', name: '' }, { line: 2 });
        foreign.ownSource(source('s'));
        const named = [{ subject: 'bad' }, { object: 'bad' }, { speaker: 'bad' }, { via: ['bad'] }, { place: 'bad' }];
        [{}, ...named].forEach((more, i) => {
          foreign.ownClaim(claim({ ...more, attributes: [{ name: 'key', value: i }] }), { line: 9 + i });
        });
      },
      6,
      ['s'],
    ],
    [
      'a source: its claims, what derives from it, and their claims',
      (foreign) => {
        foreign.ownSource(source('r', { derivedFrom: ['q'] }), { line: 3 });
        foreign.ownSource(source('q', { derivedFrom: ['p'] }), { line: 4 });
        foreign.ownSource(source('p', { reliability: 'Z' }), { line: 5 });
        foreign.ownSource(source('s'));
        for (const [i, id] of ['s', 'p', 'q', 'r'].entries()) foreign.ownClaim(claim({ source: id }), { line: 9 + i });
      },
      6,
      ['s'],
    ],
    [
      'the voice of a source: the source and its claims, also those that are made',
      (foreign) => {
        foreign.ownSource(source('s'));
        foreign.ownSource(source('mute', { speaker: 'nobody' }), { line: 3 });
        foreign.ownClaim(claim({}));
        foreign.ownClaim(claim({ source: 'mute' }), { line: 4 });
        foreign.addEdge({ from: 'a', to: 'b', type: 't', source: 'mute', place: { line: 5 } });
      },
      3,
      ['s'],
    ],
  ];
  test.each(cases)('%s', async (_, give, count, sources) => {
    expect((await read(false, give)).graph).toBeUndefined();
    const result = await read(true, give);
    expect(result.skipped).toBe(count);
    expect(result.issues.map(({ severity, line }) => [severity, line !== undefined])).toEqual(
      Array.from({ length: count }, () => ['warning', true]),
    );
    const graph = graphOf(result);
    expect(graph.sources.map(({ id }) => id)).toEqual(sources);
    expect(graph.claims).toHaveLength(1);
  });

  test('a claim in which several things are wrong is left out, and counted, once', async () => {
    const result = await read(true, (foreign) => {
      foreign.ownSource(source('s'));
      foreign.ownClaim(claim({ subject: 'x', object: 'y', speaker: 'z' }), { line: 4 });
      foreign.ownClaim({ id: 7, stance: 'hm' }, { line: 5 });
    });
    expect(result.skipped).toBe(2);
    expect(result.issues.length).toBeGreaterThan(4);
    expect(graphOf(result).claims).toEqual([]);
  });

  test('a chain of 20,000 sources falls at once', async () => {
    const result = await read(true, (foreign) => {
      for (let i = 0; i < 20_000; i++) foreign.ownSource(source(`s${i}`, { derivedFrom: [`s${i + 1}`] }));
      foreign.ownSource(source('s'));
      foreign.ownClaim(claim({}));
    });
    expect(result.skipped).toBe(20_000);
    expect(graphOf(result).sources.map(({ id }) => id)).toEqual(['s']);
  }, 10_000);

  test('without an ontology that can be taken, types are made of what the file uses', async () => {
    const result = await read(true, (foreign) => {
      foreign.ownOntology({ version: 1, kinds: [] }, { path: ['ontology'] });
      foreign.ownSource(source('s'));
      foreign.ownClaim(claim({}));
    });
    expect(result.skipped).toBe(1);
    expect(graphOf(result).ontology.relations).toMatchObject([{ id: 't', domain: ['actor'], range: ['actor'] }]);
  });
});
