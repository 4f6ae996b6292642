import { expect, test } from 'vitest';
import type { KnowledgeBase } from '../../src/knowledge/knowledge-base.ts';
import type { TraceOptions } from '../../src/knowledge/trace-answers.ts';
import type { GraphDocument } from '../../src/model/graph-document.ts';
import { EntityId } from '../../src/model/ids.ts';
import { UsageError } from '../../src/model/issue.ts';
import { byCodePoint } from '../../src/model/order.ts';

interface Opened {
  readonly graph: GraphDocument;
  readonly base: KnowledgeBase;
}

/** Pairs of entities that stand in some relation, and some that do not: enough to see, few enough to be quick. */
function pairsOf(graph: GraphDocument): [EntityId, EntityId][] {
  const related = graph.claims.flatMap((claim): [EntityId, EntityId][] =>
    claim.object === undefined || claim.object === claim.subject ? [] : [[claim.subject, claim.object]],
  );
  const every = Math.max(1, Math.floor(related.length / 6));
  const ids = graph.entities.map(({ id }) => id);
  const far = ids.flatMap((id, i): [EntityId, EntityId][] => {
    const other = ids[ids.length - 1 - i];
    return other === undefined || other === id || i > 5 ? [] : [[id, other]];
  });
  return [...related.filter((_, i) => i % every === 0), ...far].slice(0, 10);
}

const OPTIONS: readonly TraceOptions[] = [
  {},
  { k: 5, depth: 3, direction: 'along' },
  { k: 2, rank: 'hops', damped: true, includeUnknown: true },
  { noDisputed: true, time: 'overlap', since: '1990' },
  { time: 'sequence', gap: 4000, minBelief: 0.3 },
];

/** What every implementation must do when it traces (DESIGN §4; EVIDENCE E24–E27). */
export function testTracing(opened: () => Opened, make: (graph: GraphDocument) => Promise<KnowledgeBase>): void {
  test('T1, T2: a trace is a simple path of relations that may be walked', async () => {
    const { graph, base } = opened();
    for (const [from, to] of pairsOf(graph)) {
      for (const options of OPTIONS) {
        const { traces, searched } = await base.trace(from, to, options);
        expect(traces.length).toBeLessThanOrEqual(options.k ?? 3);
        expect(searched.cutShort).toBeUndefined();
        for (const { hops } of traces) {
          expect(hops.length).toBeLessThanOrEqual(options.depth ?? 4);
          const passed = [...hops.map((hop) => hop.from.id), hops.at(-1)?.to.id];
          expect(new Set(passed).size).toBe(passed.length);
          expect([passed[0], passed.at(-1)]).toEqual([from, to]);
          for (const { relation, along, from: at } of hops) {
            expect(relation.verdict).not.toBe('denied');
            if (options.includeUnknown !== true) expect(relation.verdict).not.toBe('unknown');
            if (options.noDisputed === true) expect(relation.verdict).not.toBe('disputed');
            expect(relation.belief).toBeGreaterThanOrEqual(options.minBelief ?? 0);
            expect(at.id).toBe(along ? relation.subject.id : relation.object?.id);
            if (options.direction === 'along') expect(along || relation.symmetric).toBe(true);
          }
        }
      }
    }
  });

  test('E24, E25: opinion, verdict and band are those of the hops; the best comes first', async () => {
    const { graph, base } = opened();
    const order = ['denied', 'unknown', 'disputed', 'single-source', 'corroborated'];
    for (const [from, to] of pairsOf(graph)) {
      const { traces } = await base.trace(from, to, { k: 5 });
      for (const { hops, opinion, verdict, weakest, band, sharedOrigins } of traces) {
        const beliefs = hops.map(({ relation }) => relation.belief);
        expect(opinion.belief).toBeCloseTo(
          beliefs.reduce((a, b) => a * b, 1),
          12,
        );
        const worst = Math.min(...hops.map(({ relation }) => order.indexOf(relation.verdict)));
        expect(verdict).toBe(order[worst]);
        expect(beliefs[weakest]).toBe(Math.min(...beliefs));
        expect(band.max).toBe(Math.min(...beliefs));
        expect(opinion.belief).toBeGreaterThanOrEqual(band.min - 1e-12);
        for (const { hops: carried } of sharedOrigins) expect(carried.length).toBeGreaterThan(1);
      }
      const believed = traces.map(({ opinion }) => opinion.belief);
      for (const [i, belief] of believed.entries()) expect(belief).toBeLessThanOrEqual((believed[i - 1] ?? 1) + 1e-8);
    }
  });

  test('T3: without a voice that a trace rests on, that trace is gone; without any other it stays', {
    timeout: 30_000,
  }, async () => {
    const { graph, base } = opened();
    for (const [from, to] of pairsOf(graph).slice(0, 3)) {
      const [trace] = (await base.trace(from, to, { k: 1 })).traces;
      if (trace === undefined) continue;
      const path = trace.hops.map(({ relation }) => relation.id);
      const { single } = trace.restsOn.sources;
      for (const { id } of graph.sources) {
        const voice = { kind: 'source' as const, id };
        const left = await base.trace(from, to, { k: 20, without: [voice] });
        const stays = left.traces.some(({ hops }) => hops.every(({ relation }, i) => relation.id === path[i]));
        if (single.some((one) => one.voice.id === id)) expect(stays).toBe(false);
        // Where the voice alone spoke of a hop itself, what implies that hop is walked in its place.
        else if (left.traces.length < 20 && speaksApartFrom(graph, path, id)) expect(stays).toBe(true);
      }
    }
  });

  test('T4: each relaxation gives the trace that it promises', async () => {
    const { graph, base } = opened();
    for (const [from, to] of pairsOf(graph)) {
      const asked: TraceOptions = { depth: 1, direction: 'along', noDisputed: true };
      const { traces, relaxations } = await base.trace(from, to, asked);
      if (traces.length > 0) expect(relaxations).toEqual([]);
      for (const { options, hops, verdict, belief } of relaxations) {
        const [again] = (await base.trace(from, to, { ...options, k: 1 })).traces;
        expect([again?.hops.length, again?.verdict, again?.opinion.belief]).toEqual([hops, verdict, belief]);
      }
    }
  });

  test('T6: the order of the records changes nothing', async () => {
    const { graph, base } = opened();
    const turned = await make({
      ...graph,
      sources: graph.sources.toReversed(),
      entities: graph.entities.toReversed(),
      claims: graph.claims.toReversed(),
    });
    const paths = async (of: KnowledgeBase, from: EntityId, to: EntityId, options: TraceOptions) =>
      (await of.trace(from, to, options)).traces.map(({ hops, restsOn }) => [
        hops.map(({ relation }) => relation.id),
        restsOn.origins.single.map(({ name }) => name),
      ]);
    for (const [from, to] of pairsOf(graph).slice(0, 5)) {
      for (const options of OPTIONS.slice(0, 3)) {
        expect(await paths(turned, from, to, options)).toEqual(await paths(base, from, to, options));
      }
    }
  });

  test('T5: what joins entities holds together, within the budget', async () => {
    const { graph, base } = opened();
    const ids = [...new Set(pairsOf(graph).flat())].slice(0, 5);
    if (ids.length < 2) return;
    for (const budget of [1, 3, 12]) {
      const answer = await base.connect(ids, { budget });
      expect(answer.relations.length).toBeLessThanOrEqual(budget);
      expect(
        answer.groups
          .flat()
          .map(({ id }) => id)
          .toSorted(byCodePoint),
      ).toEqual(ids.toSorted(byCodePoint));
      const shown = answer.relations.map(({ id }) => id);
      for (const id of answer.joining) expect(shown).toContain(id);
      const joins = answer.relations.map(({ subject, object }) => [subject.id, object?.id ?? subject.id]);
      for (const group of answer.groups) {
        const [first] = group;
        const reached = new Set<string>(first === undefined ? [] : [first.id]);
        for (let before = 0; before < reached.size; ) {
          before = reached.size;
          for (const ends of joins) if (ends.some((end) => reached.has(end))) for (const end of ends) reached.add(end);
        }
        for (const { id } of group) expect(reached).toContain(id);
      }
    }
  });

  test('T5: a neighbourhood counts what it leaves out', async () => {
    const { graph, base } = opened();
    const [pair] = pairsOf(graph);
    if (pair === undefined) return;
    const [id] = pair;
    const whole = await base.expand([id], { depth: 2, limit: 10_000 });
    expect(whole.rings.every(({ leftOut }) => leftOut === 0)).toBe(true);
    const cut = await base.expand([id], { depth: 2, limit: 2 });
    for (const [i, { entities, total, leftOut }] of cut.rings.entries()) {
      expect(entities.length + leftOut).toBe(total);
      if (i === 0) expect(total).toBe(whole.rings[0]?.total);
    }
  });

  test('unknown ids and options that cannot be met are refused', async () => {
    const { graph, base } = opened();
    const [a, b] = graph.entities.map(({ id }) => id);
    if (a === undefined || b === undefined) return;
    const nobody = EntityId.parse('nobody-at-all');
    for (const asked of [
      base.trace(nobody, a),
      base.trace(a, b, { k: 0 }),
      base.trace(a, b, { depth: 1.5 }),
      base.trace(a, b, { minBelief: Number.NaN }),
      base.trace(a, b, { minBelief: -0.1 }),
      base.trace(a, b, { time: 'sequence', gap: -1 }),
      base.trace(a, b, { avoid: [a] }),
      base.trace(a, b, { only: [] }),
      base.trace([a, b], b),
      base.connect([a]),
      base.connect([a, nobody]),
      base.expand([nobody]),
      base.expand([a], { depth: 0 }),
      base.common([a]),
    ]) {
      await expect(asked).rejects.toThrow(UsageError);
    }
  });
}

/** Whether somebody else than this source speaks of each of these relations itself. */
function speaksApartFrom(graph: GraphDocument, path: readonly string[], source: string): boolean {
  return path.every((id) => {
    const [subject, type, object] = id.split('~');
    return graph.claims.some(
      (claim) =>
        claim.source !== source &&
        claim.type === type &&
        ((claim.subject === subject && claim.object === object) ||
          (claim.subject === object && claim.object === subject)),
    );
  });
}

/** One answer of each kind, as far as the graph has entities to ask for. */
export async function tracingAnswers(base: KnowledgeBase, graph: GraphDocument): Promise<unknown[]> {
  const [pair] = pairsOf(graph);
  if (pair === undefined) return [];
  return [await base.trace(...pair), await base.connect(pair), await base.expand([...pair]), await base.common(pair)];
}
