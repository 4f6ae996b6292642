import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { BundledGraph } from './bundled-graph.ts';
import { runSmall } from './run-cli.ts';

const bundled = new BundledGraph();

describe('show', () => {
  test('a relation with its ledger, its origins and an arithmetic that can be redone by hand (E11, E12)', async () => {
    const { out } = await runSmall('show', 'council~closed~old-bridge');
    expect(out).toContain('disputed, denied by Town Council of Lowford');
    expect(out).toContain('For (2)');
    expect(out).toContain('Against (1)');
    expect(out).toContain('residents, relayed by The Gazette, in “What the Gazette says” asserts');
    expect(out).toContain('weight: 0.5 (weaker of source B and speaker F, t = 1/3) × 0.5 (hedge) = 0.25');
    expect(out).toContain('counts: the strongest word of its origin (0.25); origin unnamed');
    expect(out).toContain('interest: speaks of itself or its side: Town Council of Lowford');
    expect(out).toContain('F (for) = 1.25, A (against) = 0.5, 1 + F + A = 2.75');
    expect(out).toContain('belief = 1.25 / 2.75 = 45 %');
    expect(out).toContain('3. F = 1.25 < 4 × A = 2? Yes: disputed');
  });

  test('a relation as JSON carries the sums and the rule', async () => {
    const { out } = await runSmall('show', 'council~closed~old-bridge', '--json');
    expect(JSON.parse(out)).toMatchObject({
      what: 'relation',
      relation: { verdict: 'disputed', deniedBy: ['Town Council of Lowford'] },
      arithmetic: { for: 1.25, against: 0.5, rule: 3, steps: [{ holds: false }, { holds: false }, { holds: true }] },
    });
  });

  test.each([
    ['an entity by id', 'old-bridge', 'entity'],
    ['an entity by name without regard to case', 'old bridge', 'entity'],
    ['an entity by alias', 'the council', 'entity'],
    ['a source', 'letter', 'source'],
    ['a symmetric relation from its other end', 'lowford~twinned-with~highmere', 'relation'],
    ['a relation by names', 'the council~closed~Old Bridge', 'relation'],
    ['a figure', 'old-bridge~cracks~deck~', 'figure'],
    ['a figure without its empty end', 'old-bridge~cracks', 'figure'],
  ])('%s', async (_, id, what) => {
    expect(JSON.parse((await runSmall('show', id, '--json')).out)).toMatchObject({ what });
    expect(await runSmall('show', id)).toMatchObject({ code: 0, err: '' });
  });

  test('a claim and a statement by their ids', async () => {
    const Entity = z.object({ entity: z.object({ statements: z.array(z.object({ id: z.string() })) }) });
    const { entity } = Entity.parse(JSON.parse((await runSmall('show', 'council', '--json')).out));
    const statement = await runSmall('show', entity.statements[0]?.id ?? '');
    expect(statement).toMatchObject({ code: 0 });
    expect(statement.out).toContain('Town Council of Lowford is described as a body that asks nobody');
    const claim = /c-[0-9a-f]{16}/u.exec(statement.out)?.[0] ?? '';
    expect((await runSmall('show', claim)).out).toContain('according to    “A letter to the editor” in its own voice');
  });

  test('a name that two entities bear is not decided; the candidates are named', async () => {
    const { code, err } = await runSmall('show', 'Twin Town');
    expect(code).toBe(2);
    expect(err).toContain('lowford (Lowford, place)');
    expect(err).toContain('highmere (Highmere, place)');
  });

  test('a figure gives each value with whose word it is', async () => {
    const { out } = await runSmall('show', 'old-bridge~cracks');
    expect(out).toMatch(/engineers +at least 40 deck +at least 40 +0\.5 +no/u);
    expect(out).toContain('12, a value that somebody gave (Ada Marsh)');
    expect(out).toContain('Ada Marsh and engineers');
    expect(out).toContain('engineers, in “What the Gazette says” asserts');
  });

  test('origins with their members, what is left without each, and what one document carries (E6, E7, E13)', async () => {
    const { out } = await bundled.run('show', 'india~backs~baloch-armed-groups');
    expect(out).toMatch(/speaker:ispr .* % for: .*speaks through .*ISPR/u);
    expect(out).toMatch(/“.*” carries \d+ origins: .*India/u);
    expect(out).toMatch(/\d–\d independent origins for: unnamed speakers, and documents/u);
    const single = await runSmall('show', 'old-bridge~stands-in~highmere');
    expect(single.out).toContain('Critical origins: Ada Marsh. Without any one of them the support ends.');
    expect(single.out).toMatch(/nothing left for: too little evidence +the support ends without it/u);
  });

  const Relation = z.object({
    what: z.literal('relation'),
    relation: z.object({
      implied: z.boolean(),
      ledger: z.array(z.unknown()),
      elsewhere: z.array(z.object({ bearing: z.string(), on: z.object({ id: z.string() }) })),
      evidence: z.object({ forUnits: z.number(), claims: z.array(z.unknown()) }),
    }),
    arithmetic: z.object({ for: z.number(), steps: z.array(z.record(z.string(), z.unknown())) }),
    weights: z.string(),
  });

  test('claims made on narrower relations are counted and said to be theirs (E14)', async () => {
    const { relation, arithmetic } = await bundled.json(Relation, 'show', 'india~backs~baloch-armed-groups');
    expect(relation.elsewhere.map(({ on }) => on.id)).toContain('india~accused-of-funding~baloch-armed-groups');
    expect(relation.evidence.claims).toHaveLength(relation.ledger.length + relation.elsewhere.length);
    expect(arithmetic.for).toBe(relation.evidence.forUnits / 4608);
    const { out } = await bundled.run('show', 'india~backs~baloch-armed-groups');
    expect(out).toMatch(/asserts a narrower form of it: India is accused of funding .*denied by India/u);
    expect(out).toMatch(/Narrower relations \(\d+\)/u);
  });

  test('a relation that nobody states, only narrower ones imply, can be shown', async () => {
    const { relation } = await bundled.json(Relation, 'show', 'india~backs~bla');
    expect(relation).toMatchObject({ implied: true, ledger: [] });
    const { code, out } = await bundled.run('show', 'india~backs~bla');
    expect(code).toBe(0);
    expect(out).toContain('Nobody here says it in these words');
    expect(out).toContain('asserts a narrower form of it');
  });

  test('each line of the arithmetic can be redone: fractions are in brackets and in lowest terms', async () => {
    const { out } = await bundled.run('show', 'india~backs~baloch-armed-groups');
    expect(out).toContain('F (for) = 17/12, A (against) = 0.5, 1 + F + A = 35/12');
    expect(out).toContain('belief = (17/12) / (35/12) = 49 %');
    expect(out).toContain('disbelief = 0.5 / (35/12) = 17 %');
    expect(out).toContain('uncertainty = 1 / (35/12) = 34 %');
  });

  test('a weight that was rounded to a whole unit says so (E5)', async () => {
    const { out } = await runSmall('show', 'old-bridge~stands-in~highmere', '--weights', 'C=0.37');
    expect(out).toContain('weight: 0.5873 (source C, t = 0.37) ≈ 451/768, rounded to a whole unit of 1/4608');
    const exact = await runSmall('show', 'old-bridge~stands-in~highmere');
    expect(exact.out).not.toContain('rounded');
  });

  test('other weights change the sums, and the rule is told with their numbers', async () => {
    const { out } = await runSmall('show', 'council~closed~old-bridge', '--weights', 'ratio=2,mild=1');
    expect(out).toContain('× F = 3');
    expect(out).toContain('F (for) = 1.5, A (against) = 0.5');
    expect(out).toContain('weights table version 1 with mild=1,ratio=2');
    expect(out).not.toContain('four times');
  });
});
