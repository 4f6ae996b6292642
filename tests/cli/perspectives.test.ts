import { beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { BundledGraph } from './bundled-graph.ts';
import { changedGraph, rewrite } from './changed-graph.ts';
import { runCli, runJson, runSmall, runSmallJson, SMALL_GRAPH } from './run-cli.ts';

const bundled = new BundledGraph();

const VoiceView = z.object({ voice: z.object({ kind: z.string(), id: z.string() }), name: z.string() });
const Perspective = z.object({
  voices: z.array(VoiceView),
  relations: z.array(z.object({ relation: z.object({ id: z.string() }), position: z.string() })),
  figures: z.array(z.object({ id: z.string() })),
  counts: z.record(z.string(), z.number()),
  weights: z.string(),
});
const Comparison = z.object({
  p: z.array(VoiceView),
  q: z.array(VoiceView),
  relations: z.array(
    z.object({ relation: z.object({ id: z.string() }), outcome: z.string(), p: z.string(), q: z.string() }),
  ),
  figures: z.array(z.object({ figure: z.object({ id: z.string() }), outcome: z.string() })),
  counts: z.record(z.string(), z.number()),
  weights: z.string(),
});

describe('whom a name means', () => {
  test.each([
    ['a key', 'source:letter', { kind: 'source', id: 'letter' }],
    ['a key with a name', 'speaker:the council', { kind: 'speaker', id: 'council' }],
    ['the key of an origin', 'origin:speaker:council', { kind: 'origin', id: 'speaker:council' }],
    ['the label of an origin', 'origin:ada marsh', { kind: 'origin', id: 'document:letter' }],
    ['the id of a source', 'letter', { kind: 'source', id: 'letter' }],
    ['the id of an entity', 'council', { kind: 'speaker', id: 'council' }],
    ['an alias', 'Lowford Council', { kind: 'speaker', id: 'council' }],
    ['a publisher', 'lowford gazette', { kind: 'publisher', id: 'Lowford Gazette' }],
    ['everybody unnamed', 'unnamed', { kind: 'speaker', id: '~unnamed' }],
  ])('%s', async (_, who, voice) => {
    const { voices } = await runSmallJson(Perspective, 'perspective', who);
    expect(voices.map((view) => view.voice)).toEqual([voice]);
    expect(await runSmall('perspective', who)).toMatchObject({ code: 0, err: '' });
  });

  test('several as words, or joined by a plus; each is taken once', async () => {
    const ids = async (...who: string[]) =>
      (await runSmallJson(Perspective, 'perspective', ...who)).voices.map(({ voice }) => voice.id);
    expect(await ids('council', 'letter')).toEqual(['council', 'letter']);
    expect(await ids('council+letter', 'the council')).toEqual(['council', 'letter']);
  });

  test.each([
    ['Twin Town', 'highmere (Highmere, place)'],
    ['Ada', 'ada-marsh (Ada Marsh, actor)'],
    ['gazett', 'publisher:Lowford Gazette'],
    ['source:gazete', 'source:gazette (What the Gazette says)'],
    ['publisher:The Times', 'publisher:Lowford Gazette'],
    ['speaker:brigde', 'old-bridge (Old Bridge, place)'],
    ['xxxxxxxx', 'without --resting source'],
  ])('%s is nobody, and what may be meant is offered', async (who, offered) => {
    for (const args of [
      ['perspective', who],
      ['without', who],
      ['compare', 'council', who],
    ]) {
      const { code, out, err } = await runSmall(...args);
      expect([code, out]).toEqual([2, '']);
      expect(err).toContain(offered);
    }
  });
});

describe('a plus', () => {
  const PLUS = `
  - { id: r+d, kind: organisation, name: Research + Development, aliases: [council+letter office] }
  - { id: oil+gas, kind: organisation, name: Oil + Gas }
`;
  let graph = '';
  beforeEach(async () => {
    graph = await changedGraph('entities/all.yaml', (yaml) => yaml + PLUS);
    await rewrite(graph, 'sources.yaml', (yaml) => yaml.replace('Lowford Gazette', 'News+Views'));
  });

  test.each([
    ['an id', 'r+d', ['r+d']],
    ['a name', 'research + development', ['r+d']],
    ['an alias that begins as a group would', 'council+letter office', ['r+d']],
    ['a publisher', 'news+views', ['News+Views']],
    ['a key', 'publisher:News+Views', ['News+Views']],
    ['the name behind a key', 'speaker:Oil + Gas', ['oil+gas']],
    ['a group beside it', 'council+letter', ['council', 'letter']],
    ['a group of keys', 'speaker:council+source:letter', ['council', 'letter']],
    ['an escaped plus', String.raw`r\+d`, ['r+d']],
    ['a group of such names', String.raw`r\+d+oil\+gas+publisher:News\+Views`, ['r+d', 'oil+gas', 'News+Views']],
  ])('within %s', async (_, who, ids) => {
    const { voices } = await runJson(Perspective, ['perspective', who, '--graph', graph]);
    expect(voices.map(({ voice }) => voice.id)).toEqual(ids);
  });

  test('that leaves nobody is told with how to write one within a name', async () => {
    for (const who of ['r+nobody', 'council+', '+']) {
      const { code, err } = await runCli(['perspective', who, '--graph', graph]);
      expect([who, code]).toEqual([who, 2]);
      expect(err).toContain(String.raw`\+ is a plus within a name`);
    }
  });
});

describe('"unnamed"', () => {
  const voicesOf = async (graph: string, who: string) =>
    (await runJson(Perspective, ['perspective', who, '--graph', graph])).voices.map(({ voice }) => voice.id);

  test.each(['unnamed', 'speaker:unnamed', '~unnamed', 'speaker:~unnamed'])('%s is everybody unnamed', async (who) => {
    expect(await voicesOf(SMALL_GRAPH, who)).toEqual(['~unnamed']);
    expect((await runSmall('perspective', who)).out).toContain('unnamed speakers (everybody not named, 2 claims)');
  });

  test('is an entity that is called so, wherever a speaker can be named', async () => {
    const graph = await changedGraph(
      'entities/all.yaml',
      (yaml) => `${yaml}  - { id: unnamed, kind: organisation, name: The Unnamed Society }\n`,
    );
    expect(await voicesOf(graph, 'unnamed')).toEqual(['unnamed']);
    expect(await voicesOf(graph, 'speaker:unnamed')).toEqual(['unnamed']);
    expect(await voicesOf(graph, '~unnamed')).toEqual(['~unnamed']);
    const Claims = z.object({ counts: z.object({ claims: z.number() }) });
    const claims = async (who: string) =>
      (await runJson(Claims, ['export', '--speaker', who, '--graph', graph])).counts.claims;
    expect(await claims('unnamed')).toBe(0);
    expect(await claims('~unnamed')).toBeGreaterThan(0);
  });

  test('is offered where somebody is no speaker', async () => {
    for (const args of [
      ['perspective', 'speaker:nobody'],
      ['export', '--speaker', 'nobody'],
      ['without', 'nobody'],
    ]) {
      expect((await runSmall(...args)).err).toContain('"unnamed"');
    }
  });
});

describe('perspective', () => {
  test('says what somebody asserts, denies and doubts, with the verdict of the whole beside', async () => {
    const { out } = await runSmall('perspective', 'letter');
    expect(out).toMatch(/^The graph according to A letter to the editor\n/u);
    expect(out).toMatch(/Asserts it \(3\)\n(?:.*\n)*? {2}Town Council of Lowford closed .*denied by Town Council/u);
    expect(out).toMatch(/Doubts it \(1\)\n {2}Harbour Trust pays for Old Bridge/u);
    expect(out).toContain('Old Bridge · Cracks: deck: 12 deck (Ada Marsh)');
    expect(out).toContain('Silence is not doubt.');
    expect((await runSmall('perspective', 'letter', '--limit', '1')).out).toContain('1 of 3 shown');
  });

  test('counts match the list, and the weights are named', async () => {
    for (const who of ['pakistan', 'mu-lin-article', 'RFE/RL']) {
      const { relations, counts, weights } = await bundled.json(Perspective, 'perspective', who);
      const spoken = Object.entries(counts).filter(([position]) => position !== 'silent');
      expect(spoken.reduce((sum, [, count]) => sum + count, 0)).toBe(relations.length);
      expect(weights).toBe('1');
    }
  });

  test('somebody who says nothing is silent on everything', async () => {
    const { relations, counts } = await runSmallJson(Perspective, 'perspective', 'island');
    expect(relations).toEqual([]);
    expect(counts['silent']).toBe(5);
    const { out } = await runSmall('perspective', 'island');
    expect(out).toContain('No claim rests on this word.');
    expect(out).toContain('Of 5 relations and statements: says nothing of it (5).');
  });

  test('who only denies a number is said to deny it', async () => {
    const { out } = await bundled.run('perspective', 'Shahid Khaqan Abbasi');
    expect(out).toMatch(/strength: insurgents: denies about 1\s500 insurgents \(Shahid Khaqan Abbasi\)\n/u);
  });

  test('of a number that one of them gives and another denies, both are told', async () => {
    const { out } = await bundled.run('perspective', 'flags-article');
    expect(out).toMatch(
      /strength: insurgents: about 1\s500 insurgents \(Asim Munir\); denies about 1\s500 insurgents \(Shahid/u,
    );
  });

  test('who only doubts a number is not said to deny it', async () => {
    const graph = await changedGraph('claims/gazette.yaml', (yaml) => {
      const doubted = yaml.replace('speaker: { unnamed: engineers }', 'speaker: council\n    stance: doubts');
      expect(doubted).not.toBe(yaml);
      return doubted;
    });
    const { out } = await runCli(['perspective', 'council', '--graph', graph]);
    expect(out).toContain('Old Bridge · Cracks: deck: doubts at least 40 deck (Town Council of Lowford)');
    expect(out).not.toContain('denies at least');
  });
});

describe('compare', () => {
  test('what only one says is counted, and listed if asked for', async () => {
    const { out } = await runSmall('compare', 'letter', 'gazette');
    expect(out).toContain('Contradict each other (2)\n  Town Council of Lowford closed Old Bridge, according to');
    expect(out).toContain('A letter to the editor: doubts it; What the Gazette says: asserts it');
    expect(out).toMatch(/Figures: numbers that cannot both hold \(1\)\n {2}Old Bridge · Cracks: deck\n/u);
    expect(out).toMatch(
      /Only the first, A letter to the editor, speaks: 2 relations and statements, 0 figures \(--all/u,
    );
    const all = await runSmall('compare', 'letter', 'gazette', '--all');
    expect(all.out).toContain('Only the first, A letter to the editor, speaks (2)');
    expect(all.out).toContain('Old Bridge stands in Highmere, according to Ada Marsh');
  });

  test('nobody contradicts themselves', async () => {
    for (const who of ['pakistan', 'mu-lin-article', 'RFE/RL', 'unnamed']) {
      const { counts, relations, figures } = await bundled.json(Comparison, 'compare', who, who);
      expect(counts).toMatchObject({ contradict: 0, 'only-p': 0, 'only-q': 0, 'figures-disjoint': 0 });
      expect(relations.every(({ p, q }) => p === q)).toBe(true);
      expect(figures.every(({ outcome }) => outcome === 'figures-agree')).toBe(true);
    }
    expect((await bundled.run('compare', 'pakistan', 'pakistan')).out).toContain(
      'Contradict each other (0)\n  nowhere',
    );
  });

  test('Pakistan and India contradict each other on whether India backs the armed groups', async () => {
    const { relations, counts, weights } = await bundled.json(Comparison, 'compare', 'pakistan', 'india');
    expect(relations).toContainEqual({
      relation: { id: 'india~backs~baloch-armed-groups' },
      outcome: 'contradict',
      p: 'asserts',
      q: 'denies',
    });
    expect(relations[0]?.outcome).toBe('contradict');
    expect(relations.filter(({ outcome }) => outcome === 'contradict')).toHaveLength(counts['contradict'] ?? -1);
    expect(weights).toBe('1');
    const { out } = await bundled.run('compare', 'Pakistan', 'India');
    expect(out).toMatch(
      /India backs Baloch armed groups, according to .*denied by India .*\n {4}Pakistan: asserts it; India: denies it/u,
    );
  });

  test('Pakistan and the BLA give numbers that cannot both hold', async () => {
    const { figures } = await bundled.json(Comparison, 'compare', 'pakistan', 'bla');
    expect(figures[0]).toEqual({
      figure: { id: 'balochistan-coordinated-attacks-01-31~killed~BLA fighters~' },
      outcome: 'figures-disjoint',
    });
  });

  test('a group on one side says at least as much as one of it', async () => {
    const one = await bundled.json(Comparison, 'compare', 'pakistan', 'india');
    const group = await bundled.json(Comparison, 'compare', 'pakistan+rferl-explainer', 'india');
    expect(group.p.map(({ voice }) => voice.id)).toEqual(['pakistan', 'rferl-explainer']);
    expect(group.relations.length).toBeGreaterThan(one.relations.length);
  });
});
