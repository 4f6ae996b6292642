import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { BundledGraph } from './bundled-graph.ts';
import { changedGraph } from './changed-graph.ts';
import { runCli, runSmall, runSmallJson } from './run-cli.ts';

const bundled = new BundledGraph();

const Standing = z.object({ verdict: z.string(), belief: z.number() });
const Without = z.object({
  claims: z.number(),
  changes: z.array(
    z.object({ relation: z.object({ id: z.string() }), change: z.string(), before: Standing, after: Standing }),
  ),
  counts: z.record(z.string(), z.number()),
  figures: z.array(z.object({ id: z.string(), disputedBefore: z.boolean(), disputedAfter: z.boolean() })),
  weights: z.string(),
});
const Bearers = z.object({
  kind: z.string(),
  bearers: z.array(
    z.object({
      voice: z.object({ voice: z.object({ id: z.string() }) }),
      collapses: z.number(),
      weakens: z.number(),
      rests: z.array(z.string()),
    }),
  ),
  weights: z.string(),
});

describe('on the small graph', () => {
  test('what collapses, what rises, and b with and without', async () => {
    const { out } = await runSmall('without', 'council');
    expect(out).toMatch(/^Without Town Council of Lowford\n {2}Town Council of Lowford \(speaker council, 1 claim\)/u);
    expect(out).toContain('0 collapse, 0 weaken, 1 rise, 0 hold.');
    expect(out).toMatch(
      /closed Old Bridge, .*disputed, denied by Town Council of Lowford .*\n {4}without: for 45 % → 56 %, against 18 % → nothing left; disputed → corroborated; 1 of 3 claims left out/u,
    );
    const letter = await runSmall('without', 'letter');
    expect(letter.out).toMatch(
      /Old Bridge stands in Highmere, .*\n {4}without: for 50 % → nothing left; single source → too little/u,
    );
    expect(letter.out).toContain('Old Bridge · Cracks: deck: no longer in dispute');
    expect(letter.out).not.toMatch(/^Hold /mu);
    expect((await runSmall('without', 'letter', '--all')).out).toMatch(/^Hold \(2\)$/mu);
  });

  test('several together; nobody heard leaves all as it is', async () => {
    const both = await runSmallJson(Without, 'without', 'letter', 'gazette');
    expect(both.claims).toBe(10);
    expect(both.changes.every(({ after }) => after.verdict === 'unknown')).toBe(true);
    const none = await runSmallJson(Without, 'without', 'island');
    expect(none).toMatchObject({ claims: 0, changes: [], figures: [] });
    const { code, out, err } = await runSmall('without', 'island');
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('Gull Island (speaker island, 0 claims)\n  No claims rest on it, so nothing changes.');
    expect(out).not.toContain('0 collapse');
    expect((await runSmall('without', 'island', 'highmere')).out).toContain('No claims rest on any of them');
  });

  test('a source without claims, and its publisher, are known', async () => {
    const graph = await changedGraph('sources.yaml', (yaml) =>
      yaml.concat(
        '  - { id: empty, title: A blank page, publisher: Nobody Press, reliability: C, reason: Blank, speaker: trust }\n',
      ),
    );
    for (const who of ['source:empty', 'empty', 'publisher:Nobody Press', 'source:a blank page']) {
      const { code, out, err } = await runCli(['without', who, '--graph', graph]);
      expect([code, err]).toEqual([0, '']);
      expect(out).toContain('0 claims)\n  No claims rest on it, so nothing changes.');
    }
  });

  test('a share that does not move is told as it was', async () => {
    const { out } = await runSmall('without', 'letter', '--all');
    expect(out).toMatch(/without: for 71 % → 75 %, against 6 % → nothing left; stays single source/u);
    expect(out).not.toMatch(/(\d+ %) → \1/u);
  });

  test('other weights are used and named', async () => {
    const { weights, changes } = await runSmallJson(Without, 'without', 'council', '--weights', 'C=0.1');
    expect(weights).toBe('1 with C=0.1');
    expect(changes[0]?.before.belief).toBeLessThan(0.45);
  });

  test('each of a kind with what rests on it', async () => {
    const { kind, bearers, weights } = await runSmallJson(Bearers, 'without', '--resting', 'source');
    expect([kind, weights]).toEqual(['source', '1']);
    expect(bearers.map(({ voice }) => voice.voice.id).toSorted()).toEqual(['gazette', 'letter']);
    for (const { voice, collapses } of bearers) {
      const { counts } = await runSmallJson(Without, 'without', `source:${voice.voice.id}`);
      expect(counts['collapses']).toBe(collapses);
    }
    const { out } = await runSmall('without', '--resting', 'origin');
    expect(out).toMatch(/Ada Marsh +document:letter +5 +\d/u);
  });

  test('misuse is told with how to mend it', async () => {
    expect((await runSmall('without')).err).toContain('ascribe without WHO');
    expect((await runSmall('without', 'letter', '--resting', 'source')).err).toContain('leave one out');
    expect((await runSmall('without', '--resting', 'town')).err).toContain('publisher');
  });
});

describe('on the bundled graph', () => {
  test('counts match the list, changes are in order, and none is said to change that does not', async () => {
    const { changes, counts } = await bundled.json(Without, 'without', 'mu-lin-article');
    for (const [change, count] of Object.entries(counts)) {
      expect(changes.filter((one) => one.change === change)).toHaveLength(count);
    }
    expect(counts['collapses']).toBeGreaterThan(0);
    const order = ['collapses', 'weakens', 'rises', 'holds'];
    const places = changes.map(({ change }) => order.indexOf(change));
    expect(places.toSorted((a, b) => a - b)).toEqual(places);
    for (const { change, before, after } of changes) {
      if (change === 'weakens') expect([before.verdict, after.verdict]).toEqual(['corroborated', 'single-source']);
    }
    const { out } = await bundled.run('without', 'mu-lin-article', '--limit', '1');
    expect(out).toContain(`${counts['collapses']} collapse, ${counts['weakens']} weaken, ${counts['rises']} rise`);
    expect(out).toMatch(/1 of \d+ shown; --limit shows more/u);
  });

  test('a document that carries a speaker takes their word with it, and a dispute may end', async () => {
    const { figures } = await bundled.json(Without, 'without', 'bla');
    expect(figures.find(({ id }) => id.endsWith('~killed~BLA fighters~'))).toMatchObject({
      disputedBefore: true,
      disputedAfter: false,
    });
  });

  test.each(['source', 'speaker', 'publisher', 'origin'])('what rests on each %s', async (kind) => {
    const { bearers } = await bundled.json(Bearers, 'without', '--resting', kind);
    const carried = bearers.map(({ collapses }) => collapses);
    expect(carried.toSorted((a, b) => b - a)).toEqual(carried);
    for (const { collapses, rests } of bearers) expect(rests).toHaveLength(Math.min(collapses, 100));
  });
});
