import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { BundledGraph } from './bundled-graph.ts';
import { runSmall, runSmallJson } from './run-cli.ts';

const bundled = new BundledGraph();

const Report = z.object({
  total: z.number(),
  notListed: z.number(),
  weights: z.string(),
  figures: z.array(
    z.object({
      id: z.string(),
      type: z.string(),
      subject: z.object({ id: z.string() }),
      rows: z.array(z.object({ speakers: z.array(z.string()), text: z.string(), value: z.number() })),
      evidence: z.object({
        disputed: z.boolean(),
        origins: z.array(z.unknown()),
        median: z.object({ value: z.number() }).optional(),
      }),
    }),
  ),
});

describe('on the small graph', () => {
  test('who gives which value, in words and as an interval, with overlap, median and what cannot both hold', async () => {
    const { code, out } = await runSmall('figures');
    expect(code).toBe(0);
    expect(out).toMatch(/^Old Bridge · Cracks: deck \(the values that are given cannot all hold\)\n/u);
    expect(out).toMatch(/Ada Marsh +12 deck +12 +1 +yes +speaks of others/u);
    expect(out).toMatch(/engineers +at least 40 deck +at least 40 +0\.5 +no +speaker not named/u);
    expect(out).toMatch(/envelope +at least 12/u);
    expect(out).toMatch(/best overlap +12 by Ada Marsh alone \(weight 1\)/u);
    expect(out).toMatch(/lower median +12, a value that somebody gave \(Ada Marsh\)/u);
    expect(out).toMatch(/cannot both hold +Ada Marsh and engineers/u);
    expect(await runSmallJson(Report, 'figures')).toMatchObject({ total: 1, notListed: 0, weights: '1' });
  });

  test('another weight moves the overlap and the median', async () => {
    const { figures, weights } = await runSmallJson(Report, 'figures', '--weights', 'F=0.9,B=0.95');
    expect(weights).toBe('1 with B=0.95,F=0.9');
    expect(figures[0]?.evidence.median?.value).toBe(40);
  });

  test('an entity without figures says so; unknown names and types offer candidates', async () => {
    expect((await runSmall('figures', 'council')).out).toContain('No figure is given here.');
    const unknown = await runSmall('figures', 'Old Bridg');
    expect(unknown).toMatchObject({ code: 2, out: '' });
    expect(unknown.err).toContain('old-bridge (Old Bridge, place)');
    expect((await runSmall('figures', '--type', 'holes')).err).toContain('cracks');
  });
});

describe('on the bundled graph', () => {
  const KILLED = 'balochistan-coordinated-attacks-01-31~killed~BLA fighters~';

  test('the disputed number of the dead is there with both speakers, and disputed ones come first', async () => {
    const { figures } = await bundled.json(Report, 'figures', '--limit', '1000');
    const killed = figures.find(({ id }) => id === KILLED);
    expect(killed?.evidence.disputed).toBe(true);
    expect(killed?.rows.map(({ speakers, value }) => [speakers[0], value])).toEqual(
      expect.arrayContaining([
        ['Baloch Liberation Army', 34],
        ['Pakistan', 171],
      ]),
    );
    // Both weigh the same: the lower one is first in order, and no better supported.
    const told = await bundled.run('show', KILLED);
    expect(told.out).toMatch(
      /best overlaps, alike +34 by Baloch Liberation Army alone; at least 171 by Pakistan alone \(weight [\d.]+ each\)/u,
    );
    const states = figures.map(({ evidence }) => evidence.disputed);
    expect(states.toSorted((a, b) => Number(b) - Number(a))).toEqual(states);
    const { out } = await bundled.run('figures');
    expect(out).toMatch(/Pakistan +at least 171 BLA fighters +at least 171 .* speaks of an adversary\n/u);
    expect(out).toMatch(/compare: .*killed: soldiers \(something else is counted\)/u);
    expect(out).toMatch(/Shahid Khaqan Abbasi denies: about 1\s500 insurgents/u);
  });

  test('undisputed ones of a single origin are counted, and listed if asked for', async () => {
    const some = await bundled.json(Report, 'figures', '--limit', '1000');
    const all = await bundled.json(Report, 'figures', '--all', '--limit', '1000');
    expect(some.notListed).toBeGreaterThan(0);
    expect(some.figures.every(({ evidence }) => evidence.disputed || evidence.origins.length > 1)).toBe(true);
    expect([all.total, all.notListed]).toEqual([some.total + some.notListed, 0]);
    expect((await bundled.run('figures')).out).toContain(
      `${some.notListed} more, undisputed and of a single origin each`,
    );
    const disputed = await bundled.json(Report, 'figures', '--disputed');
    expect(disputed.figures.every(({ evidence }) => evidence.disputed)).toBe(true);
  });

  test('of one entity and one type', async () => {
    const { figures, notListed } = await bundled.json(Report, 'figures', 'Baloch Liberation Army', '--limit', '1000');
    expect(notListed).toBe(0);
    expect(figures.length).toBeGreaterThan(1);
    expect(figures.every(({ subject }) => subject.id === 'bla')).toBe(true);
    const killed = await bundled.json(Report, 'figures', '--type', 'killed', '--all', '--limit', '1000');
    expect(killed.figures.every(({ type }) => type === 'killed')).toBe(true);
    const first = await bundled.run('figures', '--all', '--limit', '2');
    expect(first.out).toMatch(/2 of \d+ shown/u);
  });
});
