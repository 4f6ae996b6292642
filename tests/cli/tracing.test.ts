import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { BundledGraph } from './bundled-graph.ts';
import { runSmall, runSmallJson } from './run-cli.ts';

const bundled = new BundledGraph();

const Named = z.object({ id: z.string(), name: z.string() });
const Relation = z.object({ id: z.string(), verdict: z.string(), belief: z.number(), deniedBy: z.array(z.string()) });
const Hop = z.object({
  relation: Relation,
  from: Named,
  to: Named,
  sentence: z.string(),
  citations: z.array(z.object({ claim: z.string(), stance: z.string(), source: z.string() })),
  related: z.array(Relation),
});
const VoiceRefs = z.array(z.object({ name: z.string() }));
const RestsOn = z.object({ single: VoiceRefs, pairs: z.array(VoiceRefs), larger: VoiceRefs.optional() });
const Trace = z.object({
  hops: z.array(Hop),
  opinion: z.object({ belief: z.number() }),
  verdict: z.string(),
  restsOn: z.object({ sources: RestsOn, speakers: RestsOn, origins: RestsOn }),
});
const Relaxations = z.array(
  z.object({ option: z.string(), value: z.string().optional(), hops: z.number(), options: z.looseObject({}) }),
);
const TraceReport = z.object({
  answer: z.object({
    traces: z.array(Trace),
    connection: z
      .object({
        independent: z.number().optional(),
        sampled: z.object({ value: z.number(), error: z.number() }).optional(),
      })
      .optional(),
    searched: z.object({ relations: z.number(), leftOut: z.record(z.string(), z.number()) }),
    relaxations: Relaxations,
    options: z.looseObject({}),
  }),
  weights: z.string(),
});

describe('trace', () => {
  test('E24, E25: hops as sentences, the weakest, shared origins and the band', async () => {
    const { out } = await runSmall('trace', 'the council', 'lowford');
    expect(out).toContain('1. Town Council of Lowford → Old Bridge: ');
    expect(out).toContain('denied by Town Council of Lowford');
    expect(out).toContain('Weakest hop: 1');
    expect(out.replaceAll(/\s+/gu, ' ')).toContain('not independent: Ada Marsh (hops 1, 2)');
    expect(out).toMatch(/In “[^”]+” ¶ \d/u);
    expect(out).toMatch(/Searched: \d+ relations/u);
  });

  test('T3: it tells without whom a trace falls, and a search without them finds another or none', async () => {
    const { answer } = await bundled.json(TraceReport, 'trace', 'india', 'bla', '-k', '2');
    const [, second] = answer.traces;
    expect(second?.hops.map(({ relation }) => relation.id)).toEqual(['india~accused-of-funding~bla']);
    expect(second?.restsOn.sources.single.map(({ name }) => name)).toEqual(['Untitled article by Mu Lin']);
    const without = await bundled.json(TraceReport, 'trace', 'india', 'bla', '-k', '9', '--without', 'mu-lin-article');
    const ids = without.answer.traces.flatMap(({ hops }) => hops.map(({ relation }) => relation.id));
    expect(ids).not.toContain('india~accused-of-funding~bla');
    expect(without.answer.traces.flatMap(({ hops }) => hops.flatMap(({ citations }) => citations))).not.toContainEqual(
      expect.objectContaining({ source: 'mu-lin-article' }),
    );
  });

  test('a denial of a whole stands beside the hop to its part, uncounted', async () => {
    const { answer } = await bundled.json(TraceReport, 'trace', 'india', 'bla', '-k', '1');
    const [hop] = answer.traces[0]?.hops ?? [];
    expect(hop?.related).toMatchObject([{ id: 'india~backs~baloch-armed-groups', deniedBy: ['India'] }]);
    const { out } = await bundled.run('trace', 'india', 'bla', '-k', '1');
    expect(out).toContain('Not counted: India denies: India backs Baloch armed groups.');
  });

  test('how sure any of them holds: what implies the same counts once', async () => {
    const { answer } = await bundled.json(TraceReport, 'trace', 'india', 'bla', '-k', '2');
    // Funding implies backing, so the two are one way to be joined, as sure as backing is.
    expect(answer.connection?.independent).toBeCloseTo(answer.traces[0]?.opinion.belief ?? 0, 12);
    const far = await bundled.json(TraceReport, 'trace', 'iran', 'bla', '-k', '3');
    expect(far.answer.connection?.sampled?.value).toBeGreaterThanOrEqual(far.answer.traces[0]?.opinion.belief ?? 1);
  });

  test('T4: no path says what was searched, what was left out and which change would give one', async () => {
    const { code, out } = await runSmall('trace', 'council', 'highmere', '--no-disputed');
    expect(code).toBe(0);
    expect(out).toContain('No trace from Town Council of Lowford to Highmere within 4 hops.');
    expect(out).toContain('1 disputed');
    expect(out).toMatch(/without --no-disputed: \d hops, disputed, \d+ %/u);
    const none = await runSmallJson(TraceReport, 'trace', 'council', 'island');
    expect(none.answer).toMatchObject({ traces: [], relaxations: [] });
  });

  test('T4: a relaxation can be asked as it stands, and gives the trace that it promised', async () => {
    const { answer } = await bundled.json(TraceReport, 'trace', 'iran', 'bla', '--depth', '1');
    expect(answer.traces).toEqual([]);
    const [change] = answer.relaxations;
    expect(change).toMatchObject({ option: 'depth', value: '2', hops: 2 });
    const again = await bundled.json(TraceReport, 'trace', 'iran', 'bla', '--depth', change?.value ?? '');
    expect(again.answer.traces[0]?.hops).toHaveLength(2);
  });

  test('other weights give other verdicts, and the answer names them', async () => {
    const { out } = await runSmall('trace', 'council', 'lowford', '--weights', 'F=0.01');
    expect(out).toContain('Weighed by weights table version 1 with F=0.01.');
    expect(out).not.toContain('Together: ◐');
    expect(await runSmallJson(TraceReport, 'trace', 'council', 'lowford')).toMatchObject({ weights: '1' });
  });

  test('options reach the search', async () => {
    const numbers = ['-k', '2', '--depth', '3', '--min-belief', '10%', '--gap', '400', '--time', 'sequence'];
    const lists = ['--avoid', 'Lowford', '--type', 'closed', '--type', 'stands-in', '--without', 'gazette'];
    const rest = ['--direction', 'along', '--include-unknown', '--damp', '--rank', 'hops', '--since', '2000'];
    const { answer } = await runSmallJson(TraceReport, 'trace', 'council', 'highmere', ...numbers, ...lists, ...rest);
    expect(answer.options).toEqual({
      ...{ k: 2, depth: 3, direction: 'along', minBelief: 0.1, includeUnknown: true, noDisputed: false },
      ...{ types: ['closed', 'stands-in'], avoid: ['lowford'], without: [{ kind: 'source', id: 'gazette' }] },
      ...{ damped: true, rank: 'hops', since: '2000', time: 'sequence', gap: 400 },
    });
  });

  test('a group at either end: the best from any of one to any of the other', async () => {
    const { answer } = await bundled.json(TraceReport, 'trace', 'bla+India', 'pakistan', '-k', '2');
    for (const { hops } of answer.traces) {
      expect(['bla', 'india']).toContain(hops[0]?.from.id);
      expect(hops.slice(1).map(({ from }) => from.id)).not.toContain('bla');
    }
  });

  test.each([
    ['one end twice', ['trace', 'council', 'the council'], ['two different entities']],
    ['a name of nobody', ['trace', 'counsil', 'lowford'], ['counsil', 'council']],
    [
      'all contradictions at once',
      ['trace', 'council', 'lowford', '--avoid', 'council', '--since', '2020', '--until', '2010', '--gap', '3'],
      ['avoided', 'since 2020', 'gap'],
    ],
    ['one alone and left out', ['trace', 'council', 'lowford', '--only', 'letter', '--without', 'letter'], ['letter']],
    ['a date that is none', ['trace', 'council', 'lowford', '--since', 'soon'], ['soon', '2019-05-14']],
    ['a belief of 1', ['trace', 'council', 'lowford', '--min-belief', '1'], ['below 1']],
    ['a relation that is not there', ['trace', 'council', 'lowford', '--avoid-relation', 'a~b~c'], ['a~b~c']],
    ['a join along arrows', ['connect', 'council', 'lowford', '--direction', 'along'], ['direction']],
    ['half a group', ['trace', 'council+', 'lowford'], ['NAME+NAME']],
    ['a day of no year', ['trace', 'council', 'lowford', '--since', 'XXXX'], ['no first day']],
    ['a part of a day', ['trace', 'council', 'lowford', '--time', 'sequence', '--gap', '0.4'], ['whole number']],
    ['joining one', ['connect', 'council'], ['2 to 12']],
    ['neighbours of one', ['common', 'council'], ['two different entities']],
  ])('%s is refused in words', async (_, args, words) => {
    const { code, err } = await runSmall(...args);
    expect(code).toBe(2);
    for (const word of words) expect(err).toContain(word);
  });
});

describe('connect, expand, common', () => {
  const Connect = z.object({
    answer: z.object({
      groups: z.array(z.array(Named)),
      chains: z.array(z.object({ hops: z.array(Hop) })),
      relations: z.array(Relation),
      joining: z.array(z.string()),
      exact: z.boolean(),
    }),
  });

  test('T5: connect joins several by chains that meet, within the budget', async () => {
    const { answer } = await bundled.json(Connect, 'connect', 'india', 'bla', 'pakistan', '--budget', '4');
    expect(answer.groups).toHaveLength(1);
    expect(answer.relations.length).toBeLessThanOrEqual(4);
    expect(answer.chains.flatMap(({ hops }) => hops.map(({ relation }) => relation.id)).toSorted()).toEqual(
      answer.joining.toSorted(),
    );
    const { out } = await bundled.run('connect', 'india', 'bla', 'pakistan');
    expect(out).toContain('What joins India, Baloch Liberation Army and Pakistan');
  });

  test('T5: who cannot be joined is told by group', async () => {
    const { out } = await runSmall('connect', 'council', 'lowford', 'island');
    expect(out).toContain('They cannot all be joined.');
  });

  const Expand = z.object({
    answer: z.object({
      rings: z.array(z.object({ depth: z.number(), entities: z.array(Named), total: z.number(), leftOut: z.number() })),
      relationsLeftOut: z.number(),
    }),
  });

  test('T5: expand counts what the limit left out', async () => {
    const all = await bundled.json(Expand, 'expand', 'bla', '--limit', '10000');
    const few = await bundled.json(Expand, 'expand', 'bla', '--limit', '5');
    const [ring] = few.answer.rings;
    expect(ring).toMatchObject({ depth: 1, total: all.answer.rings[0]?.entities.length });
    expect(ring?.entities).toHaveLength(5);
    expect((ring?.leftOut ?? 0) + 5).toBe(ring?.total);
    expect(few.answer.relationsLeftOut).toBeGreaterThan(0);
    expect(all.answer.relationsLeftOut).toBe(0);
  });

  test('common neighbours stand in a relation to each', async () => {
    const Common = z.object({
      answer: z.object({
        items: z.array(z.object({ entity: Named, relations: z.array(z.array(Relation)), belief: z.number() })),
        total: z.number(),
      }),
    });
    const { answer } = await bundled.json(Common, 'common', 'pakistan', 'india', '--limit', '3');
    expect(answer.items).toHaveLength(3);
    for (const { entity, relations, belief } of answer.items) {
      expect(relations).toHaveLength(2);
      const best = relations.map((list) => list[0]?.belief ?? 0);
      expect(belief).toBeCloseTo(
        best.reduce((product, one) => product * one, 1),
        12,
      );
      for (const [i, end] of ['pakistan', 'india'].entries()) {
        for (const { id } of relations[i] ?? []) {
          const [subject = '', , object = ''] = id.split('~');
          expect([subject, object].toSorted()).toEqual([entity.id, end].toSorted());
        }
      }
    }
    expect(answer.total).toBeGreaterThan(3);
  });
});
