import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Voice } from '../../src/evidence/voices.ts';
import { InMemoryKnowledgeBase } from '../../src/knowledge/in-memory.ts';
import type { KnowledgeBase, RelationView } from '../../src/knowledge/knowledge-base.ts';
import type { Trace, TraceOptions } from '../../src/knowledge/trace-answers.ts';
import { dateBounds } from '../../src/model/dates.ts';
import type { GraphDocument } from '../../src/model/graph-document.ts';
import { EntityId, TypeId } from '../../src/model/ids.ts';
import { byCodePoint } from '../../src/model/order.ts';
import { type ClaimLine, sketchGraph, type TypeSketch } from '../evidence/sketch-graph.ts';

const TYPES: Readonly<Record<string, TypeSketch>> = {
  backs: {},
  funds: { broader: 'backs' },
  opposes: { excludes: ['backs'] },
  allied: { symmetric: true },
};
const SOURCES = { a: 'A', b: 'B', c: 'C', f: 'F' } as const;
const ENTITIES = ['u', 'v', 'w', 'x', 'y'] as const;
const DATES = [undefined, undefined, '2001', '2002', '2002-06', '2003', '2001/2003'] as const;

const line: fc.Arbitrary<ClaimLine> = fc
  .record({
    source: fc.constantFrom('a', 'b', 'c', 'f'),
    subject: fc.constantFrom(...ENTITIES),
    type: fc.constantFrom(...Object.keys(TYPES)),
    object: fc.constantFrom(...ENTITIES),
    stance: fc.constantFrom('asserts', 'asserts', 'asserts', 'denies', 'doubts'),
    by: fc.constantFrom(undefined, 'u', 'v'),
    when: fc.constantFrom(...DATES),
    hedge: fc.constantFrom<'reportedly' | 'allegedly' | undefined>(undefined, undefined, 'reportedly', 'allegedly'),
  })
  .map(
    ({ source, subject, type, object, stance, by, when, hedge }): ClaimLine => [
      source,
      subject,
      type,
      object,
      {
        stance,
        ...(by === undefined ? {} : { by }),
        ...(when === undefined ? {} : { when }),
        ...(hedge === undefined ? {} : { hedge }),
      },
    ],
  );

const claimLines = fc.uniqueArray(line, { minLength: 6, maxLength: 24, selector: (one) => JSON.stringify(one) });

const voice: fc.Arbitrary<Voice> = fc.oneof(
  fc.constantFrom('a', 'b', 'c', 'f').map((id): Voice => ({ kind: 'source', id })),
  fc.constantFrom('u', 'v').map((id): Voice => ({ kind: 'speaker', id })),
);

const options: fc.Arbitrary<TraceOptions> = fc
  .record({
    k: fc.integer({ min: 1, max: 8 }),
    depth: fc.integer({ min: 1, max: 5 }),
    direction: fc.constantFrom('both', 'both', 'along', 'against'),
    rank: fc.constantFrom('evidence', 'evidence', 'hops'),
    types: fc.option(fc.uniqueArray(fc.constantFrom('backs', 'funds', 'allied'), { minLength: 1 }), {
      nil: undefined,
      freq: 3,
    }),
    voices: fc.option(
      fc.record({
        left: fc.boolean(),
        list: fc.uniqueArray(voice, { minLength: 1, maxLength: 2, selector: (one) => one.id }),
      }),
      { nil: undefined, freq: 2 },
    ),
    minBelief: fc.constantFrom(undefined, undefined, 0, 0.4),
    includeUnknown: fc.boolean(),
    noDisputed: fc.boolean(),
    avoid: fc.constantFrom(undefined, undefined, 'w'),
    since: fc.constantFrom(undefined, undefined, '2002'),
    until: fc.constantFrom(undefined, undefined, '2002-07'),
    time: fc.constantFrom('ignore', 'ignore', 'overlap', 'sequence'),
    gap: fc.constantFrom(undefined, 0, 100, 400),
  })
  .map(
    ({ types, voices, avoid, time, gap, ...rest }): TraceOptions => ({
      ...rest,
      types: types?.map((type) => TypeId.parse(type)),
      ...(voices === undefined ? {} : voices.left ? { without: voices.list } : { only: voices.list }),
      avoid: avoid === undefined ? undefined : [EntityId.parse(avoid)],
      time,
      ...(time === 'sequence' ? { gap } : {}),
    }),
  );

/** The graph as if the voices that are not to be heard had said nothing. No origin is joined by claims in these graphs. */
async function heard(graph: GraphDocument, { only, without }: TraceOptions): Promise<KnowledgeBase> {
  const says = (claim: GraphDocument['claims'][number], { kind, id }: Voice): boolean =>
    kind === 'source' ? claim.source === id : claim.speaker === id;
  const claims = graph.claims.filter(
    (claim) =>
      without?.some((one) => says(claim, one)) !== true && (only === undefined || only.some((one) => says(claim, one))),
  );
  return new InMemoryKnowledgeBase({ ...graph, claims });
}

interface Link {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly type: string;
  readonly symmetric: boolean;
  readonly cost: number;
  readonly spans: readonly { readonly min: number; readonly max: number }[];
}

const DAY = 86_400_000;

function spansOf(relation: RelationView, { since, until }: TraceOptions): Link['spans'] | undefined {
  const claims = [
    ...relation.ledger.map(({ claim }) => claim),
    ...relation.elsewhere.filter(({ bearing }) => bearing === 'narrower').map(({ view }) => view.claim),
  ];
  const dated = claims.flatMap(({ stance, when }) =>
    stance === 'asserts' && when !== undefined ? [dateBounds(when)] : [],
  );
  if (dated.length === 0) return [];
  const year = (text: string | undefined, side: 'min' | 'max', open: number): number =>
    text === undefined
      ? open
      : text.length === 4
        ? Date.UTC(Number(text), 0, 1)
        : side === 'max'
          ? Date.UTC(2002, 6, 31, 23, 59, 59, 999)
          : open;
  const [low, high] = [year(since, 'min', -Infinity), year(until, 'max', Infinity)];
  const within = dated
    .map(({ min, max }) => ({ min: Math.max(min, low), max: Math.min(max, high) }))
    .filter(({ min, max }) => min <= max);
  return within.length === 0 ? undefined : within;
}

/** Relations that may be walked, told from the answers about each relation alone. */
async function linksOf(graph: GraphDocument, asked: TraceOptions): Promise<Link[]> {
  const base = await heard(graph, asked);
  const ids = new Set((await base.picture({ limit: 1000 })).relations.map(({ id }) => id));
  const links: Link[] = [];
  for (const id of ids) {
    const relation = await base.relation(id);
    const { verdict, belief, subject, object, type, symmetric } = relation;
    if (object === undefined || subject.id === object.id || verdict === 'denied' || belief === 0) continue;
    if (!relation.ledger.some(({ claim }) => claim.stance === 'asserts')) continue;
    if (verdict === 'unknown' && asked.includeUnknown !== true) continue;
    if (verdict === 'disputed' && asked.noDisputed === true) continue;
    if (belief < (asked.minBelief ?? 0)) continue;
    const wider = TYPES[type]?.broader;
    if (asked.types?.some((wanted) => wanted === type || wanted === wider) === false) continue;
    if (asked.avoid?.some((avoided) => avoided === subject.id || avoided === object.id) === true) continue;
    const spans = spansOf(relation, asked);
    if (spans === undefined) continue;
    links.push({
      id,
      from: subject.id,
      to: object.id,
      type,
      symmetric,
      cost: Math.round(-Math.log(belief) * 1e9),
      spans,
    });
  }
  return links;
}

/** E27 by trial: whether there are days, one for each dated hop, that fit the policy. */
function fits(path: readonly Link[], { time, gap }: TraceOptions): boolean {
  const dated = path.filter(({ spans }) => spans.length > 0);
  if (time === 'ignore' || time === undefined || dated.length === 0) return true;
  const starts = dated.flatMap(({ spans }) => spans.map(({ min }) => min));
  const holds = (link: Link, day: number): boolean => link.spans.some(({ min, max }) => min <= day && day <= max);
  if (time === 'overlap') return starts.some((day) => dated.every((link) => holds(link, day)));
  const most = gap === undefined ? Number.POSITIVE_INFINITY : gap * DAY;
  const days =
    gap === undefined ? starts : starts.flatMap((day) => [-4, -3, -2, -1, 0, 1, 2, 3, 4].map((n) => day + n * most));
  const from = (i: number, before: number | undefined): boolean => {
    const link = dated[i];
    if (link === undefined) return true;
    return days.some(
      (day) =>
        holds(link, day) && (before === undefined || (day >= before && day - before <= most)) && from(i + 1, day),
    );
  };
  return from(0, undefined);
}

function bruteForce(links: readonly Link[], from: string, to: string, asked: TraceOptions): string[][] {
  const found: Link[][] = [];
  const walk = (at: string, path: Link[], passed: readonly string[]): void => {
    if (at === to) {
      if (fits(path, asked)) found.push(path);
      return;
    }
    if (path.length === (asked.depth ?? 4)) return;
    for (const link of links) {
      const along = link.from === at && (link.symmetric || asked.direction !== 'against');
      const against = link.to === at && (link.symmetric || asked.direction !== 'along');
      for (const next of [...(along ? [link.to] : []), ...(against ? [link.from] : [])]) {
        if (!passed.includes(next)) walk(next, [...path, link], [...passed, next]);
      }
    }
  };
  walk(from, [], [from]);
  const cost = (path: readonly Link[]): number => path.reduce((sum, link) => sum + link.cost, 0);
  const byEvidence = (a: Link[], b: Link[]): number => cost(a) - cost(b) || a.length - b.length;
  const byHops = (a: Link[], b: Link[]): number => a.length - b.length || cost(a) - cost(b);
  const ids = (path: readonly Link[]): string[] => path.map(({ id }) => id);
  const order = asked.rank === 'hops' ? byHops : byEvidence;
  return found
    .toSorted((a, b) => order(a, b) || compareLists(ids(a), ids(b)))
    .slice(0, asked.k ?? 3)
    .map(ids);
}

function compareLists(a: readonly string[], b: readonly string[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const order = byCodePoint(a[i] ?? '', b[i] ?? '');
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

/** T3: who is told as needed is needed, and nobody else: asked again without each voice, the trace is gone or there. */
async function expectExactSupport(
  base: KnowledgeBase,
  from: EntityId,
  to: EntityId,
  asked: TraceOptions,
  { hops, restsOn }: Trace,
): Promise<void> {
  const ids = hops.map(({ relation }) => relation.id);
  const isGone = async (left: readonly Voice[]): Promise<boolean> => {
    // Whoever is listened to alone cannot be left out as well: it is no longer asked for, and perhaps nobody is then.
    const only = asked.only?.filter((one) => !left.some(({ kind, id }) => kind === one.kind && id === one.id));
    if (only?.length === 0) return true;
    const without = [...(asked.without ?? []), ...left];
    const { traces } = await base.trace(from, to, { ...asked, only, without, k: 50 });
    return !traces.some((trace) => trace.hops.every(({ relation }, i) => relation.id === ids[i]));
  };
  const voices = (await base.voices()).map(({ voice }) => voice);
  for (const [kind, sets] of [
    ['source', restsOn.sources],
    ['speaker', restsOn.speakers],
    ['origin', restsOn.origins],
  ] as const) {
    const single = sets.single.map(({ voice }) => voice.id);
    for (const voice of voices.filter((one) => one.kind === kind)) {
      expect([voice, single.includes(voice.id)]).toEqual([voice, await isGone([voice])]);
    }
    for (const [a, b] of sets.pairs.slice(0, 2)) expect([a, b, await isGone([a.voice, b.voice])]).toEqual([a, b, true]);
    if (sets.larger !== undefined) expect(await isGone(sets.larger.map(({ voice }) => voice))).toBe(true);
  }
}

for (const seed of [20_261_121, Date.now() % 2 ** 31]) {
  test(`E24, E26, E27, T1, T2: traces are those that trying every path finds (seed ${seed})`, async () => {
    await fc.assert(
      fc.asyncProperty(claimLines, options, async (lines, asked) => {
        const graph = sketchGraph({ types: TYPES, sources: SOURCES, claims: lines });
        const base = new InMemoryKnowledgeBase(graph);
        const [from, to] = [EntityId.parse('x'), EntityId.parse('y')];
        const named = new Set(graph.entities.map(({ id }) => id));
        fc.pre(named.has(from) && named.has(to) && (asked.avoid ?? []).every((id) => named.has(id)));
        const said = new Set<string>(graph.claims.map(({ speaker }) => String(speaker)));
        fc.pre(
          [...(asked.only ?? []), ...(asked.without ?? [])].every(({ kind, id }) => kind === 'source' || said.has(id)),
        );
        const answer = await base.trace(from, to, asked);
        const expected = bruteForce(await linksOf(graph, asked), from, to, asked);
        expect(answer.traces.map(({ hops }) => hops.map(({ relation }) => relation.id))).toEqual(expected);
        const [best] = answer.traces;
        if (best !== undefined) await expectExactSupport(base, from, to, asked, best);
        for (const { opinion, hops } of answer.traces) {
          const product = hops.reduce((b, { relation }) => b * relation.belief, 1);
          expect(opinion.belief).toBeCloseTo(product, 12);
          for (const { relation } of hops) {
            const alone = await (await heard(graph, asked)).relation(relation.id);
            expect(relation).toEqual({
              ...relation,
              verdict: alone.verdict,
              belief: alone.belief,
              deniedBy: alone.deniedBy,
            });
          }
        }
      }),
      { seed, numRuns: 120 },
    );
  }, 120_000);
}

/** Everybody knows everybody in 2001, and the target only in 2005: no trace holds at one time, and each is tried. */
function hopelessCrowd(size: number): GraphDocument {
  const crowd = Array.from({ length: size }, (_, i) => `p${i}`);
  const claims = crowd.flatMap((from, i): ClaimLine[] => [
    ...crowd.slice(i + 1).map((to): ClaimLine => ['a', from, 'allied', to, { when: '2001' }]),
    ...(i === 0 ? [] : [['a', from, 'allied', 'target', { when: '2005' }] satisfies ClaimLine]),
  ]);
  return sketchGraph({ types: TYPES, sources: SOURCES, claims });
}

test('T4: a search cut short says so, and how far it got', { timeout: 60_000 }, async () => {
  const base = new InMemoryKnowledgeBase(hopelessCrowd(14));
  const [from, to] = [EntityId.parse('p0'), EntityId.parse('target')];
  const { traces, searched } = await base.trace(from, to, { depth: 12, time: 'overlap' });
  expect(traces).toEqual([]);
  expect(searched.cutShort?.steps).toBeGreaterThan(100_000);
  expect((await base.trace(from, to, { depth: 12 })).searched.cutShort).toBeUndefined();
});

test('a search stops when nobody waits for it any longer, and the next one is answered', {
  timeout: 60_000,
}, async () => {
  const base = new InMemoryKnowledgeBase(hopelessCrowd(14));
  const [from, to] = [EntityId.parse('p0'), EntityId.parse('target')];
  const waiting = new AbortController();
  const asked = base.until(waiting.signal).trace(from, to, { depth: 12, time: 'overlap' });
  const next = base.trace(from, to, { depth: 2 });
  setTimeout(() => waiting.abort(new Error('gone')), 30);
  await expect(asked).rejects.toThrow('gone');
  expect((await next).traces).toHaveLength(3);
  await expect(base.until(AbortSignal.abort()).trace(from, to)).rejects.toThrow();
});

test('a trace by the word of some counts no other claim, and shows none', async () => {
  const graph = sketchGraph({
    types: TYPES,
    sources: SOURCES,
    claims: [
      ['a', 'x', 'backs', 'y'],
      ['b', 'x', 'backs', 'y', { stance: 'denies' }],
      ['b', 'x', 'backs', 'z'],
    ],
  });
  const base = new InMemoryKnowledgeBase(graph);
  const [x, y, z] = ['x', 'y', 'z'].map((id) => EntityId.parse(id));
  if (x === undefined || y === undefined || z === undefined) throw new Error('three ids');
  const only: Voice[] = [{ kind: 'source', id: 'a' }];
  const [trace] = (await base.trace(x, y, { only })).traces;
  expect(trace?.hops[0]?.relation).toMatchObject({ verdict: 'single-source', deniedBy: [] });
  expect(trace?.hops[0]?.citations.map(({ source }) => source)).toEqual(['a']);
  const none = await base.trace(x, z, { only });
  expect(none.searched.leftOut.unspoken).toBe(1);
  expect(none.relaxations.map(({ option }) => option)).toContain('only');
});

describe('what is found of a trace', () => {
  const [x, y, p] = ['x', 'y', 'p'].map((id) => EntityId.parse(id)) as [EntityId, EntityId, EntityId];
  const over = (types: Readonly<Record<string, TypeSketch>>, claims: readonly ClaimLine[]) =>
    new InMemoryKnowledgeBase(sketchGraph({ types, sources: { a: 'B', b: 'B', c: 'B', e: 'E' }, claims }));

  test('a denial or a doubt makes no link, though something narrower is asserted', async () => {
    for (const stance of ['denies', 'doubts'] as const) {
      const base = over(TYPES, [
        ['a', 'x', 'funds', 'y'],
        ['e', 'x', 'backs', 'y', { stance }],
      ]);
      const { traces, searched } = await base.trace(x, y);
      expect(traces.map(({ hops }) => hops.map(({ relation }) => relation.id))).toEqual([['x~funds~y']]);
      expect(searched.leftOut.unspoken).toBe(1);
    }
  });

  test('two relations of which one implies the other are one way to be joined', async () => {
    const base = over(TYPES, [
      ['a', 'x', 'funds', 'y'],
      ['a', 'x', 'backs', 'y'],
    ]);
    const { traces, connection } = await base.trace(x, y);
    expect(traces).toHaveLength(2);
    expect(connection).toEqual({ relations: 1, independent: 0.75 });
  });

  test('an exclusion that arises only without a voice is in the answer, as it was in the search', async () => {
    const founded = { founded: { singleValued: 'object' } } satisfies Record<string, TypeSketch>;
    const base = over(founded, [
      ['a', 'p', 'founded', 'x'],
      ['b', 'p', 'founded', 'x'],
      ['b', 'q', 'founded', 'x'],
      ['c', 'q', 'founded', 'x'],
    ]);
    const without: Voice[] = [{ kind: 'source', id: 'b' }];
    const [trace] = (await base.trace(p, x, { without })).traces;
    expect(trace?.verdict).toBe('disputed');
    expect((await base.trace(p, x, { without, noDisputed: true })).traces).toEqual([]);
  });

  test('who is needed is told: for a date, for a verdict by denying, and with whom somebody speaks for', async () => {
    const dated = over(TYPES, [
      ['a', 'x', 'backs', 'y', { when: '2010' }],
      ['b', 'x', 'backs', 'y', { when: '2001' }],
    ]);
    const names = async (base: KnowledgeBase, kind: 'sources' | 'speakers', options: TraceOptions = {}) =>
      (await base.trace(x, y, options)).traces[0]?.restsOn[kind].single.map(({ voice }) => voice.id);
    expect(await names(dated, 'sources', { since: '2005' })).toEqual(['a']);
    const denied = over(TYPES, [
      ['e', 'x', 'backs', 'y'],
      ['e', 'x', 'backs', 'y', { stance: 'denies', by: 'p', hedge: 'allegedly' }],
    ]);
    expect(await names(denied, 'speakers', { includeUnknown: true })).toEqual(['voice-of-e']);
    const spoken = over({ ...TYPES, speaks: { oneVoice: true } }, [
      ['a', 'p', 'speaks', 'org'],
      ['b', 'x', 'backs', 'y', { by: 'p' }],
    ]);
    expect(await names(spoken, 'speakers')).toEqual(['org', 'p']);
  });

  test('denials of a whole by whom is left out are left out, too', async () => {
    const base = over({ ...TYPES, 'part-of': { partOf: true } }, [
      ['a', 'x', 'funds', 'y'],
      ['b', 'y', 'part-of', 'whole'],
      ['c', 'x', 'backs', 'whole', { stance: 'denies' }],
    ]);
    const related = async (options: TraceOptions) =>
      (await base.trace(x, y, options)).traces[0]?.hops[0]?.related.map(({ id }) => id);
    expect(await related({})).toEqual(['x~backs~whole']);
    expect(await related({ without: [{ kind: 'source', id: 'c' }] })).toEqual([]);
  });

  test('a voice given twice is given up whole', async () => {
    const base = over(TYPES, [['a', 'x', 'backs', 'y']]);
    const a: Voice = { kind: 'source', id: 'a' };
    const { relaxations } = await base.trace(x, y, { without: [a, { ...a }] });
    expect(relaxations.map(({ option, value }) => [option, value])).toEqual([['without', 'source:a']]);
  });

  test('what it rests on is found in slices, and stops when nobody waits', { timeout: 30_000 }, async () => {
    const sources = Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`s${i}`, 'B' as const]));
    const claims = Object.keys(sources).flatMap((id): ClaimLine[] =>
      Array.from({ length: 20 }, (_, i): ClaimLine => [id, 'x', 'backs', 'y', { by: `speaker-${i}-${id}` }]),
    );
    const base = new InMemoryKnowledgeBase(sketchGraph({ types: TYPES, sources, claims }));
    const waiting = new AbortController();
    let turns = 0;
    const turn = setInterval(() => turns++, 5);
    const asked = base.until(waiting.signal).trace(x, y);
    setTimeout(() => waiting.abort(new Error('gone')), 100);
    await expect(asked).rejects.toThrow('gone');
    clearInterval(turn);
    expect(turns).toBeGreaterThan(0);
  });
});
