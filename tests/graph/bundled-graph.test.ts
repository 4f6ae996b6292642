import { beforeAll, describe, expect, test } from 'vitest';
import { readGraphFolder } from '../../src/formats/graph-folder/read-graph-folder.ts';
import { layGround } from '../../src/knowledge/ground.ts';
import { dateBounds } from '../../src/model/dates.ts';
import type { GraphDocument } from '../../src/model/graph-document.ts';

let graph: GraphDocument;

beforeAll(async () => {
  const { result } = await readGraphFolder(new URL('../../graph', import.meta.url).pathname);
  expect(result.issues).toEqual([]);
  if (result.graph === undefined) throw new Error('the bundled graph does not open');
  graph = result.graph;
});

describe('DESIGN 2: how the five documents are coded', () => {
  test('every claim can be checked against its document', () => {
    expect(graph.claims.filter((claim) => claim.locator === undefined)).toEqual([]);
  });

  test('only the claimant itself claims responsibility', () => {
    const spokespeople = new Set(graph.claims.filter((c) => c.type === 'speaks-for').map((c) => String(c.subject)));
    for (const claim of graph.claims.filter((c) => c.type === 'claimed-responsibility')) {
      const itself = claim.speaker === claim.subject || spokespeople.has(String(claim.speaker));
      expect({ id: claim.id, itself }).toEqual({ id: claim.id, itself: true });
    }
  });

  test('the attack that nobody claimed has no claimant and no group as its author', () => {
    const kinds = new Map(graph.entities.map((entity) => [entity.id, entity]));
    const about = graph.claims.filter((claim) => claim.object === 'khuzdar-school-bus-attack');
    expect(about.filter((claim) => claim.type === 'claimed-responsibility')).toEqual([]);
    for (const claim of about.filter((c) => ['blamed-for', 'conducted', 'responsible-for'].includes(c.type))) {
      expect(kinds.get(claim.subject)?.subkind).not.toBe('armed group');
    }
  });

  test('E14: India’s denial is of the deed and meets every form in which Pakistan accuses it', () => {
    const { table } = layGround(graph);
    const denials = graph.claims.filter((claim) => claim.stance === 'denies' && claim.speaker === 'india');
    expect(denials.length).toBeGreaterThan(0);
    for (const denial of denials) {
      const accusations = graph.claims.filter(
        (claim) =>
          claim.stance === 'asserts' &&
          claim.subject === denial.subject &&
          claim.object === denial.object &&
          [claim.type, ...table.rollUp.wider(claim.type)].includes(denial.type),
      );
      expect(accusations.length).toBeGreaterThan(0);
      for (const accusation of accusations) {
        const id = table.relationOf(accusation);
        const deniers = id === undefined ? [] : table.bearing(id).filter(({ claim }) => claim.stance === 'denies');
        expect(deniers.map(({ claim }) => claim.speaker)).toContain('india');
      }
    }
  });

  test('the document that gives no year gets none', () => {
    const dated = graph.claims.filter((claim) => claim.source === 'rferl-explainer');
    for (const date of dated.flatMap((claim) => [claim.said, claim.when]).filter((d) => d !== undefined)) {
      const { min } = dateBounds(date);
      // Years that the document itself gives are 2021 and, of a decade, the 2000s; nothing later is in it.
      if (Number.isFinite(min)) expect(new Date(min).getUTCFullYear()).toBeLessThanOrEqual(2021);
    }
  });

  test('one town, three spellings, three events', () => {
    const noshki = graph.entities.find((entity) => entity.id === 'noshki');
    expect(new Set([noshki?.name, ...(noshki?.aliases ?? [])])).toEqual(new Set(['Noshki', 'Nosheki', 'Nushki']));
    const there = graph.claims.filter((claim) => claim.type === 'occurred-in' && claim.object === 'noshki');
    const events = new Set(there.map((claim) => claim.subject));
    expect(events.size).toBeGreaterThanOrEqual(3);
  });

  test('seven people share a surname and are seven entities', () => {
    const named = graph.entities.filter((entity) => entity.kind === 'actor' && /\bBaloch$/u.test(entity.name));
    expect(named.length).toBe(7);
  });

  test('words that judge are nobody’s names', () => {
    const judging = /terroris|rebel|martyr|regime|extremis/iu;
    // A name may hold one as the word of somebody who is named with it, or as part of a proper name.
    const attributed = /said to|calls|^South Asia Terrorism Portal$/u;
    const names = graph.entities.map((entity) => entity.name).filter((name) => judging.test(name));
    expect(names.filter((name) => !attributed.test(name))).toEqual([]);
    const summaries = graph.entities.map((entity) => entity.summary ?? '').filter((text) => judging.test(text));
    expect(summaries).toEqual([]);
  });

  test('every source says why it was graded so', () => {
    for (const source of graph.sources) expect(source.reason?.length ?? 0).toBeGreaterThan(60);
  });
});
