import { describe, expect, test } from 'vitest';
import { fuse } from '../../src/evidence/fuse.ts';
import { Origins } from '../../src/evidence/origins.ts';
import { rule } from '../../src/evidence/verdict.ts';
import { confidenceOf, DEFAULT_WEIGHTS, toUnits, UNITS_PER_ONE, weigh } from '../../src/evidence/weights.ts';
import { derivationCircles } from '../../src/model/check-graph.ts';
import { Claim } from '../../src/model/claim.ts';
import { Credibility, Reliability } from '../../src/model/grades.ts';
import type { GraphDocument } from '../../src/model/graph-document.ts';
import { evidenceOf, gist } from './arbitrary.ts';
import { type ClaimSketch, relationGraph, type SourceSketch, voiceOf, weighingOf, withId } from './sketch.ts';

const B: SourceSketch = { reliability: 'B', publisher: 'Gazette' };
const ONE = UNITS_PER_ONE;
const MANY = 10_000;
/** Generous: what these guard against takes minutes or overflows the stack. */
const QUICKLY = 5_000;

function expectQuick<T>(work: () => T): T {
  const start = performance.now();
  const result = work();
  expect(performance.now() - start).toBeLessThan(QUICKLY);
  return result;
}

describe('E11, E12: next to nothing', () => {
  test('E11, E12.1: no claims give the vacuous opinion and unknown', () => {
    const evidence = evidenceOf({ sources: {}, claims: [] });
    expect(evidence.opinion).toEqual({ belief: 0, disbelief: 0, uncertainty: 1 });
    expect(evidence).toMatchObject({ verdict: 'unknown', rule: 1, doubted: false, probability: 0.5, origins: [] });
    expect(evidence).toMatchObject({ originsFor: { min: 0, max: 0 }, originsAgainst: { min: 0, max: 0 } });
  });

  test('E12.2: only doubts, however many, are unknown and flagged, never denied', () => {
    const names = Array.from({ length: 20 }, (_, i) => `s${i}`);
    const evidence = evidenceOf({
      sources: Object.fromEntries(names.map((name) => [name, { reliability: 'A', publisher: name } as const])),
      claims: names.map((source) => ({ source, stance: 'doubts' })),
    });
    expect(evidence).toMatchObject({ verdict: 'unknown', rule: 2, doubted: true, explicitDenial: false });
    expect(evidence.againstUnits).toBe((20 * 9 * ONE) / 4);
  });

  test('E12.2: one denial among doubts that prevail makes them a denial', () => {
    const evidence = evidenceOf({
      sources: { a: { ...B, publisher: 'a' }, b: { ...B, publisher: 'b' } },
      claims: [
        { source: 'a', stance: 'doubts' },
        { source: 'b', stance: 'denies' },
      ],
    });
    expect(evidence).toMatchObject({ verdict: 'denied', doubted: false, explicitDenial: true });
  });
});

describe('E9: one origin says both', () => {
  const both = (yes: string | undefined, no: string | undefined) =>
    evidenceOf({
      sources: { s: B },
      claims: [
        { source: 's', stance: 'asserts', said: yes },
        { source: 's', stance: 'denies', said: no },
      ],
    });

  test.each([
    ['the denial is later', '2024-05-01', '2024-05-02', 0, 3, 'denied'],
    ['the assertion is later', '2024-05-02', '2024-05-01', 3, 0, 'single-source'],
    ['a month is later than a day before it', '2024-05', '2024-04-30', 3, 0, 'single-source'],
    ['same day', '2024-05-01', '2024-05-01', 1.5, 1.5, 'disputed'],
    ['both undated', undefined, undefined, 1.5, 1.5, 'disputed'],
    ['one undated', '2024-05-01', undefined, 1.5, 1.5, 'disputed'],
    ['a day within the other’s month', '2024-05', '2024-05-14', 1.5, 1.5, 'disputed'],
    ['a day and month of an unknown year', 'XXXX-01-31', '2024-05-14', 1.5, 1.5, 'disputed'],
    ['open towards the other', '2024/..', '2024-05-14', 1.5, 1.5, 'disputed'],
  ])('E9: %s', (_, yes, no, forWeight, againstWeight, verdict) => {
    const evidence = both(yes, no);
    expect([evidence.forUnits / ONE, evidence.againstUnits / ONE]).toEqual([forWeight, againstWeight]);
    expect(evidence.verdict).toBe(verdict);
    expect(evidence.origins).toMatchObject([{ changed: true }]);
  });

  test('E9, E12: a denial that its own speaker took back is not an explicit denial any more', () => {
    expect(both('2024-05-02', '2024-05-01').explicitDenial).toBe(false);
  });

  test.each([
    ['as weighty as', 'strong', undefined],
    ['weaker than', 'strong', 4],
  ] as const)('E12: an explicit denial stands beside a doubt of its own speaker, if %s it', (_, hedge, credibility) => {
    // One origin counts with its strongest word against; a denial that stands is told all the same.
    const evidence = evidenceOf({
      sources: { s: B },
      claims: Array.from({ length: 6 }, (_, i) =>
        i % 2 === 0
          ? { source: 's', stance: 'doubts' as const }
          : { source: 's', stance: 'denies' as const, hedge, credibility },
      ),
    });
    expect(evidence.againstUnits).toBe((3 * ONE) / 4);
    expect(evidence).toMatchObject({ explicitDenial: true, verdict: 'denied', doubted: false });
  });

  test('E9: one origin counts with its strongest word on each side, not with all', () => {
    const evidence = evidenceOf({
      sources: { s: B },
      claims: [
        { source: 's', stance: 'asserts', hedge: 'strong' },
        { source: 's', stance: 'asserts' },
        { source: 's', stance: 'asserts', credibility: 4 },
      ],
    });
    expect(evidence.forUnits).toBe(3 * ONE);
    expect(evidence.claims.map((claim) => claim.counting)).toEqual(['strongest', 'repeat', 'repeat']);
  });
});

describe('E6, E8: derivedFrom', () => {
  const chain = (length: number, last?: string): Record<string, SourceSketch> =>
    Object.fromEntries(
      Array.from({ length }, (_, i) => [
        `s${i}`,
        { reliability: 'B' as const, publisher: `p${i}`, derivedFrom: i + 1 < length ? `s${i + 1}` : last },
      ]),
    );
  const asserted = (sources: Readonly<Record<string, SourceSketch>>, by: readonly string[]) =>
    evidenceOf({ sources, claims: by.map((source) => ({ source, stance: 'asserts' })) });

  test('E8: a document derived from itself is one origin, and flagged', () => {
    const evidence = asserted(chain(1, 's0'), ['s0']);
    expect(evidence).toMatchObject({ verdict: 'single-source', forUnits: 3 * ONE });
    expect(evidence.origins).toMatchObject([{ origin: { circular: true } }]);
  });

  test('E8: two documents derived from each other are one origin, and flagged', () => {
    const evidence = asserted(chain(2, 's0'), ['s0', 's1']);
    expect(evidence).toMatchObject({ verdict: 'single-source', forUnits: 3 * ONE });
    expect(evidence.origins).toMatchObject([{ origin: { circular: true } }]);
  });

  test('E8: a document that leads into a circle belongs to it', () => {
    const sources = { ...chain(2, 's0'), tail: { reliability: 'B' as const, publisher: 'tail', derivedFrom: 's1' } };
    expect(asserted(sources, ['tail', 's0']).origins).toHaveLength(1);
  });

  test('E6: a chain without a circle is not flagged', () => {
    const evidence = asserted(chain(3), ['s0', 's1', 's2']);
    expect(evidence.origins).toMatchObject([{ origin: { circular: false, label: 'p2' } }]);
  });

  test('E6: derivedFrom a document that is not in the graph ends the chain there', () => {
    const evidence = asserted(chain(1, 'elsewhere'), ['s0']);
    expect(evidence.origins).toMatchObject([{ origin: { label: 'p0', circular: false } }]);
  });

  test.each([
    ['a chain', undefined, false],
    ['a circle', 's0', true],
  ])(`E6, E8: %s of ${MANY} documents, without overflow and quickly`, (_, last, circular) => {
    const graph = relationGraph(chain(MANY, last), [
      { source: 's0', stance: 'asserts' },
      { source: `s${MANY / 2}`, stance: 'asserts' },
      { source: `s${MANY - 1}`, stance: 'asserts' },
    ]);
    const evidence = expectQuick(() => fuse(graph.claims, weighingOf(graph)));
    expect(evidence).toMatchObject({ verdict: 'single-source', forUnits: 3 * ONE });
    expect(evidence.origins).toMatchObject([{ origin: { circular } }]);
    expect(expectQuick(() => derivationCircles(graph))).toHaveLength(circular ? 1 : 0);
  });
});

describe('E1–E5: grades and weights', () => {
  test.each([Number.NaN, -1, -0.001, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])(
    'E3: the weight %s is refused with a RangeError that says it',
    (weight) => {
      expect(() => toUnits(weight)).toThrow(RangeError);
      expect(() => toUnits(weight)).toThrow(String(weight));
    },
  );

  test.each([
    ['no number', Number.NaN],
    ['certain', 1],
    ['below zero', -0.5],
  ])('E3: a table whose t is %s is refused, not computed with', (_, t) => {
    const graph = relationGraph({ s: B }, [{ source: 's', stance: 'asserts' }]);
    const table = { ...DEFAULT_WEIGHTS, reliability: { ...DEFAULT_WEIGHTS.reliability, B: t } };
    expect(() => fuse(graph.claims, { ...weighingOf(graph), table })).toThrow(RangeError);
  });

  test.each([0, 7, 1.5, '2', Number.NaN])('E3: the credibility %s is no digit', (digit) => {
    expect(Credibility.safeParse(digit).success).toBe(false);
  });

  test.each(['G', 'a', '', 'AB'])('E1: %j is no letter', (letter) => {
    expect(Reliability.safeParse(letter).success).toBe(false);
  });

  test('E3: hedges do not stack: a claim has one, the strongest', () => {
    const [claim] = relationGraph({ s: B }, [{ source: 's', stance: 'asserts' }]).claims;
    expect(Claim.safeParse({ ...claim, hedge: ['reportedly', 'allegedly'] }).success).toBe(false);
  });

  test.each([
    [0, 0, 0],
    [0.5, 1, 0.5],
    [0.8, 4, 0.8],
    [0.95, 19, 0.95],
  ])('E4: a confidence of %f set by the coder weighs %f, whatever the grades and hedges', (c, w, shown) => {
    const evidence = evidenceOf({
      sources: { s: { reliability: 'E', publisher: 'p' } },
      claims: [{ source: 's', stance: 'denies', confidence: c, hedge: 'strong', credibility: 5 }],
    });
    expect(evidence.againstUnits).toBe(w * ONE);
    expect(evidence.claims[0]?.confidence).toBeCloseTo(shown, 12);
  });

  test.each([0.951, 1, -0.1, Number.NaN])('E4: a confidence of %f is refused', (confidence) => {
    const sketch: ClaimSketch = { source: 's', stance: 'asserts', confidence };
    expect(() => relationGraph({ s: B }, [sketch])).toThrow();
  });

  test('E4: a set confidence needs its reason', () => {
    const [claim] = relationGraph({ s: B }, [{ source: 's', stance: 'asserts' }]).claims;
    expect(Claim.safeParse({ ...claim, confidence: { value: 0.5 } }).success).toBe(false);
    expect(Claim.safeParse({ ...claim, confidence: { value: 0.5, reason: 'seen' } }).success).toBe(true);
  });

  test('E4: what an edge carries is w/(1+w), in [0, 1)', () => {
    expect(confidenceOf(toUnits(0))).toBe(0);
    expect(confidenceOf(toUnits(3))).toBe(0.75);
    expect(confidenceOf(toUnits(1e9))).toBeLessThan(1);
  });

  test('E2: a chain is as strong as its weakest link, and a speaker without a letter is F', () => {
    const weights = (speakerReliability?: Reliability) =>
      evidenceOf({
        sources: { s: B },
        claims: [{ source: 's', stance: 'asserts', speaker: 'ann', speakerReliability }],
      }).forUnits / ONE;
    expect([weights('A'), weights('B'), weights('D'), weights()]).toEqual([3, 3, 1 / 3, 1 / 2]);
  });

  test('E3: a claim of an unknown source is refused by its id, not weighed as something', () => {
    const graph = relationGraph({ s: B }, [{ source: 's', stance: 'asserts' }]);
    const stray = withId({ ...graph.claims[0], source: 'elsewhere' });
    expect(() => weigh(stray, weighingOf(graph))).toThrow(`claim ${stray.id} names the unknown source elsewhere`);
    expect(() => fuse([stray], weighingOf(graph))).toThrow(RangeError);
  });
});

describe('E12: exactly at the bounds', () => {
  const ruled = (forUnits: number, againstUnits: number, strongestFor = forUnits) =>
    rule({ forUnits, againstUnits, strongestFor, explicitDenial: againstUnits > 0 }, DEFAULT_WEIGHTS);

  test.each([
    ['F + A = θ − 1 unit is too little', ONE / 4 - 1, 0, { verdict: 'unknown', rule: 1 }],
    ['F + A = θ is enough', ONE / 4, 0, { verdict: 'single-source', rule: 5 }],
    ['A = 4F is denied', 1000, 4000, { verdict: 'denied', rule: 2 }],
    ['A = 4F − 1 unit is disputed', 1000, 3999, { verdict: 'disputed', rule: 3 }],
    ['F = 4A is no dispute', 4000, 1000, { verdict: 'single-source', rule: 5 }],
    ['F = 4A − 1 unit is disputed', 3999, 1000, { verdict: 'disputed', rule: 3 }],
  ])('E12: %s', (_, forUnits, againstUnits, expected) => {
    expect(ruled(forUnits, againstUnits)).toMatchObject(expected);
  });

  test('E12.4: F − strongest = θ is corroborated, one unit less rests on one origin', () => {
    expect(ruled(3 * ONE + ONE / 4, 0, 3 * ONE).verdict).toBe('corroborated');
    expect(ruled(3 * ONE + ONE / 4 - 1, 0, 3 * ONE).verdict).toBe('single-source');
  });

  test('E12: A = 4F and F = 4A exactly, from claims', () => {
    const against = (yes: number, no: number) =>
      evidenceOf({
        sources: { a: { ...B, publisher: 'a' }, b: { ...B, publisher: 'b' } },
        claims: [
          { source: 'a', stance: 'asserts', confidence: yes },
          { source: 'b', stance: 'denies', confidence: no },
        ],
      });
    expect(against(0.5, 0.8)).toMatchObject({ verdict: 'denied', forUnits: ONE, againstUnits: 4 * ONE });
    expect(against(0.8, 0.5)).toMatchObject({ verdict: 'single-source', explicitDenial: true });
    expect(against(0.8, 0.5).origins.map((o) => o.critical)).toEqual([true, false]);
  });
});

describe('E6: who speaks for whom', () => {
  const press: Readonly<Record<string, SourceSketch>> = {
    s: { reliability: 'B', publisher: 'Gazette' },
    t: { reliability: 'B', publisher: 'Herald' },
  };
  const said: readonly ClaimSketch[] = [
    { source: 's', stance: 'asserts', speaker: 'front', speakerReliability: 'B' },
    { source: 't', stance: 'asserts', speaker: 'spokesman', speakerReliability: 'B' },
  ];
  const speaksFor = (stances: readonly string[]): GraphDocument => {
    const graph = relationGraph(press, said);
    const links = stances.map((stance, i) =>
      withId({
        source: 's',
        subject: 'spokesman',
        type: 'speaks-for',
        object: 'front',
        stance,
        speaker: voiceOf('s'),
        locator: { paragraph: 1, start: 50 + i, end: 60, sha256: '1'.repeat(64) },
        summary: 'sketched',
      }),
    );
    return { ...graph, claims: [...graph.claims, ...links] };
  };
  const originsOf = (graph: GraphDocument) =>
    fuse(
      graph.claims.filter((claim) => claim.type === 'says'),
      weighingOf(graph),
    ).origins;

  test('E6: without a word on it, an organisation and a person are two origins', () => {
    expect(originsOf(speaksFor([]))).toHaveLength(2);
  });

  test('E6: an organisation and its spokesperson are one origin', () => {
    const [origin, ...others] = originsOf(speaksFor(['asserts']));
    expect(others).toEqual([]);
    expect(origin?.forUnits).toBe(3 * ONE);
  });

  test.each(['denies', 'doubts'])('E6: where somebody %s that they speak for it, they stay two', (stance) => {
    expect(originsOf(speaksFor(['asserts', stance]))).toHaveLength(2);
    expect(originsOf(speaksFor([stance, 'asserts']))).toHaveLength(2);
    expect(originsOf(speaksFor([stance]))).toHaveLength(2);
  });

  test('E6: the same named speaker in several sources is one origin', () => {
    const evidence = evidenceOf({
      sources: press,
      claims: ['s', 't'].map((source) => ({ source, stance: 'asserts', speaker: 'ann', speakerReliability: 'B' })),
    });
    expect(evidence).toMatchObject({ verdict: 'single-source', forUnits: 3 * ONE });
  });

  test('E6: two documents of one publisher are one origin', () => {
    const evidence = evidenceOf({
      sources: { s: B, t: B },
      claims: [
        { source: 's', stance: 'asserts' },
        { source: 't', stance: 'asserts' },
      ],
    });
    expect(evidence.origins).toHaveLength(1);
  });

  test('E6: whoever is the voice of one source and quoted by name in another is one origin', () => {
    const evidence = evidenceOf({
      sources: press,
      claims: [
        { source: 's', stance: 'asserts' },
        { source: 't', stance: 'asserts', speaker: voiceOf('s'), speakerReliability: 'B' },
      ],
    });
    expect(evidence).toMatchObject({ verdict: 'single-source', originsFor: { min: 1, max: 1 } });
    expect(evidence.origins).toHaveLength(1);
  });

  test('E6, E10: so is the voice of a document without publisher, and it is counted once', () => {
    const evidence = evidenceOf({
      sources: { s: { reliability: 'B' }, t: B },
      claims: [
        { source: 's', stance: 'asserts' },
        { source: 't', stance: 'asserts', speaker: voiceOf('s'), speakerReliability: 'B' },
      ],
    });
    expect(evidence.origins).toHaveLength(1);
    expect(evidence.originsFor).toEqual({ min: 1, max: 1 });
  });

  test('E7: two named speakers in one document are two origins; without the document both are gone', () => {
    const graph = relationGraph(press, [
      { source: 's', stance: 'asserts', speaker: 'ann', speakerReliability: 'B' },
      { source: 's', stance: 'asserts', speaker: 'bob', speakerReliability: 'B' },
    ]);
    const weighing = weighingOf(graph);
    expect(fuse(graph.claims, weighing).verdict).toBe('corroborated');
    const rest = graph.claims.filter((claim) => claim.source !== 's');
    expect(gist(fuse(rest, weighing))).toEqual(gist(fuse([], weighing)));
  });
});

describe('E8, E10: the unnamed and the unknown', () => {
  const range = (sources: Readonly<Record<string, SourceSketch>>, claims: readonly ClaimSketch[]) =>
    evidenceOf({ sources, claims });

  test('E8: unnamed speakers on one relation pool into one origin, graded F', () => {
    const evidence = range({ s: { reliability: 'A', publisher: 'p' }, t: { reliability: 'A', publisher: 'q' } }, [
      { source: 's', stance: 'asserts', unnamed: 'officials' },
      { source: 's', stance: 'asserts', unnamed: 'analysts' },
      { source: 't', stance: 'asserts', unnamed: 'officials' },
    ]);
    expect(evidence).toMatchObject({ verdict: 'single-source', forUnits: ONE / 2, originsFor: { min: 1, max: 3 } });
    expect(evidence.origins).toMatchObject([{ origin: { kind: 'unnamed', known: false } }]);
  });

  test('E8: the plural is still one, and so are the same unnamed twice in one document', () => {
    const evidence = range({ s: B }, [
      { source: 's', stance: 'asserts', unnamed: 'officials' },
      { source: 's', stance: 'asserts', unnamed: 'officials' },
    ]);
    expect(evidence.originsFor).toEqual({ min: 1, max: 1 });
  });

  test('E8: the unnamed have the letter that the source itself gives them', () => {
    const graph = relationGraph({ s: { reliability: 'A', publisher: 'p' } }, [{ source: 's', stance: 'asserts' }]);
    const graded = withId({ ...graph.claims[0], speaker: { unnamed: 'an officer', reliability: 'B' } });
    expect(fuse([graded], weighingOf(graph)).forUnits).toBe(3 * ONE);
  });

  test('E10: two known origins, an unnamed one and a document of unknown publisher are 3 to 4', () => {
    const evidence = range({ s: B, t: { reliability: 'B' } }, [
      { source: 's', stance: 'asserts' },
      { source: 's', stance: 'asserts', speaker: 'ann' },
      { source: 's', stance: 'asserts', unnamed: 'officials' },
      { source: 't', stance: 'asserts' },
    ]);
    expect(evidence.originsFor).toEqual({ min: 3, max: 4 });
    expect(evidence.originsAgainst).toEqual({ min: 0, max: 0 });
  });

  test('E10: a document whose author is known is a known origin', () => {
    const evidence = range({ s: { reliability: 'B', author: 'Ada' }, t: { reliability: 'B', author: 'Ben' } }, [
      { source: 's', stance: 'asserts' },
      { source: 't', stance: 'asserts' },
    ]);
    expect(evidence.originsFor).toEqual({ min: 2, max: 2 });
  });

  test('E10: both sides have a range of their own', () => {
    const evidence = range({ s: B, t: { reliability: 'B' } }, [
      { source: 's', stance: 'asserts' },
      { source: 's', stance: 'denies', speaker: 'ann' },
      { source: 't', stance: 'doubts', unnamed: 'officials' },
      { source: 't', stance: 'denies' },
    ]);
    expect(evidence.originsFor).toEqual({ min: 1, max: 1 });
    expect(evidence.originsAgainst).toEqual({ min: 2, max: 3 });
  });

  test('E9, E10: a word that its origin took back is not counted in the range', () => {
    const evidence = range({ s: B }, [
      { source: 's', stance: 'asserts', said: '2024-05-01' },
      { source: 's', stance: 'denies', said: '2024-05-02' },
    ]);
    expect(evidence).toMatchObject({ originsFor: { min: 0, max: 0 }, originsAgainst: { min: 1, max: 1 } });
  });
});

describe('many claims', () => {
  test('E5, E11: 20,000 claims of as many publishers on one relation, quickly and exactly', () => {
    const count = 20_000;
    const names = Array.from({ length: count }, (_, i) => `s${i}`);
    const graph = relationGraph(
      Object.fromEntries(names.map((name) => [name, { reliability: 'E', publisher: name } as const])),
      names.map((source) => ({ source, stance: 'asserts' })),
    );
    const evidence = expectQuick(() => fuse(graph.claims, weighingOf(graph)));
    expect(evidence.forUnits).toBe((count * ONE) / 9);
    expect(evidence.origins).toHaveLength(count);
  });

  test('E8, E9: 20,000 claims of one origin, quickly', () => {
    const graph = relationGraph(
      { s: B },
      Array.from({ length: 20_000 }, () => ({ source: 's', stance: 'asserts' as const, unnamed: true })),
    );
    const evidence = expectQuick(() => fuse(graph.claims, weighingOf(graph)));
    expect(evidence.forUnits).toBe(ONE / 2);
    expect(evidence.claims.filter((claim) => claim.counted > 0)).toHaveLength(1);
  });

  test('E6: 10,000 voices joined one after another, quickly', () => {
    const names = Array.from({ length: MANY }, (_, i) => `s${i}`);
    // One voice for each two neighbours: s0 and s1 share one publisher, s1 and s2 one voice, and so on.
    const graph = relationGraph(
      Object.fromEntries(
        names.map((name, i) => [
          name,
          { reliability: 'B' as const, publisher: `p${Math.floor(i / 2)}`, voice: `v${Math.floor((i + 1) / 2)}` },
        ]),
      ),
      [
        { source: 's0', stance: 'asserts' },
        { source: `s${MANY - 1}`, stance: 'asserts' },
      ],
    );
    const origins = expectQuick(() => new Origins(graph));
    expect(new Set(graph.claims.map((claim) => origins.of(claim).id)).size).toBe(1);
  });
});
