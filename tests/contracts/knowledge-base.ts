import { beforeAll, describe, expect, test } from 'vitest';
import { DISPUTE_KINDS } from '../../src/evidence/disputes.ts';
import { changedWeights } from '../../src/evidence/weight-changes.ts';
import type { About, DisputeQuery, KnowledgeBase } from '../../src/knowledge/knowledge-base.ts';
import { checkGraph } from '../../src/model/check-graph.ts';
import type { GraphDocument } from '../../src/model/graph-document.ts';
import { EntityId, RelationId } from '../../src/model/ids.ts';
import { UsageError } from '../../src/model/issue.ts';
import { testTracing, tracingAnswers } from './tracing.ts';

/**
 * What every implementation of KnowledgeBase must do, on any graph: one suite for all of them.
 * `make` opens a graph that has passed its check.
 */
export function testKnowledgeBase(
  name: string,
  make: (graph: GraphDocument) => Promise<KnowledgeBase>,
  graphOf: () => Promise<GraphDocument>,
): void {
  describe(`KnowledgeBase contract: ${name}`, () => {
    let graph: GraphDocument;
    let base: KnowledgeBase;
    let about: About;

    beforeAll(async () => {
      graph = await graphOf();
      base = await make(graph);
      about = await base.about();
    });

    test('answers are plain data: they survive a structured clone and JSON unchanged', async () => {
      const answers = [
        about,
        await base.stats(),
        await base.picture({}),
        await base.disputes(),
        await base.opponents(),
        await base.matrix(),
        await base.figures(),
        await base.voices(),
        await base.bearers('origin'),
        await base.claims({}, { limit: 20 }),
        await base.search(graph.entities[0]?.name ?? ''),
        ...(await tracingAnswers(base, graph)),
      ];
      for (const answer of answers) {
        expect(structuredClone(answer)).toEqual(answer);
        expect(JSON.parse(JSON.stringify(answer))).toEqual(answer);
      }
    });

    test('the counts of stats add up to the graph', async () => {
      const { claims, entities, relations } = await base.stats();
      const sum = (counts: Readonly<Record<string, number>>): number =>
        Object.values(counts).reduce((a, b) => a + b, 0);
      expect(claims.total).toBe(graph.claims.length);
      for (const counts of [claims.byForm, claims.bySource, claims.byType, claims.byStance, claims.bySpeaker]) {
        expect(sum(counts)).toBe(claims.total);
      }
      expect(sum(entities.byKind)).toBe(graph.entities.length);
      expect(sum(relations.byVerdict)).toBe(relations.total);
      expect(relations.total).toBe(about.totals.relations);
    });

    test('every entity is found by its name and each of its aliases', async () => {
      for (const { id, name, aliases } of graph.entities.slice(0, 80)) {
        for (const asked of [name, ...aliases]) {
          const { items } = await base.search(asked, { limit: 50 });
          expect(items.map((hit) => hit.entity.id)).toContain(id);
        }
      }
    });

    test('no claim is merged: each stands once in exactly one ledger, figure or statement', async () => {
      const seen = new Map<string, number>();
      for (const entity of graph.entities) {
        const view = await base.entity(entity.id);
        for (const { id, subject } of [...view.relations, ...view.statements]) {
          if (subject.id !== entity.id) continue;
          for (const { claim } of (await base.relation(id)).ledger) seen.set(claim.id, (seen.get(claim.id) ?? 0) + 1);
        }
        for (const figure of view.figures) {
          for (const { claim } of figure.claims) seen.set(claim.id, (seen.get(claim.id) ?? 0) + 1);
        }
      }
      expect([...seen.values()].every((times) => times === 1)).toBe(true);
      expect(seen.size).toBe(graph.claims.length);
    });

    test('what a picture shows and what it hides add up, whatever the request', async () => {
      const lines = graph.claims.filter((claim) => claim.object !== undefined).length;
      const [focus] = graph.claims.map((claim) => claim.subject);
      for (const request of [
        {},
        { filter: { verdicts: ['single-source' as const] } },
        { filter: { stances: ['denies' as const] } },
        { filter: { sources: about.sources.slice(0, 1).map((source) => source.id) } },
        { limit: 5 },
        ...(focus === undefined ? [] : [{ focus: [focus], depth: 2, limit: 12 }]),
      ]) {
        const { counts, relations, entities } = await base.picture(request);
        expect(counts.shown + counts.hiddenByFilter + counts.hiddenByFocus + counts.hiddenByLimit).toBe(lines);
        const drawn = new Set(entities.map((entity) => entity.id));
        for (const { subject, object } of relations) {
          expect(drawn.has(subject.id) && object !== undefined && drawn.has(object.id)).toBe(true);
        }
        if ('limit' in request) expect(entities.length).toBeLessThanOrEqual(request.limit);
      }
    });

    test('an explicit denial is named wherever a verdict is', async () => {
      for (const relation of (await base.picture({})).relations) {
        for (const denier of relation.deniedBy.slice(0, 2)) expect(relation.verdictText).toContain(denier);
      }
    });

    test('a subgraph is a sound graph, closed under evidence, that weighs each relation as the whole does', async () => {
      const taken = new Date(0);
      const filters = [
        {},
        { stances: ['asserts' as const] },
        ...about.sources.map((source) => ({ sources: [source.id] })),
        ...about.speakers.slice(0, 6).map((speaker) => ({ speakers: [speaker.id] })),
      ];
      for (const filter of filters) {
        const part = await base.subgraph({ filter, taken });
        expect(checkGraph(part)).toEqual([]);
        const inner = await make(part);
        const relations = [...(await inner.picture({})).relations];
        for (const relation of relations) {
          const whole = await base.relation(relation.id);
          expect({ id: relation.id, belief: relation.belief, verdict: relation.verdictText }).toEqual({
            id: whole.id,
            belief: whole.belief,
            verdict: whole.verdictText,
          });
        }
        expect(part.manifest?.leftOut.claims).toBe(graph.claims.length - part.claims.length);
      }
    }, 30_000);

    test('disputes come most contested first, each with at least two sides, and no narrower one twice', async () => {
      const { items, total } = await base.disputes({}, { limit: 10_000 });
      expect(items).toHaveLength(total);
      const listed = new Set(items.map((dispute) => dispute.id));
      expect(listed.size).toBe(total);
      items.forEach((dispute, i) => {
        expect(dispute.contention).toBeLessThanOrEqual(items[i - 1]?.contention ?? 1);
        expect(dispute.sides.length).toBeGreaterThan(1);
        for (const side of dispute.sides) expect(side.parties.length).toBeGreaterThan(0);
        for (const narrower of dispute.narrower) expect(listed.has(narrower.id)).toBe(false);
      });
    });

    test('disputes by kind, by entity and by party are those of the whole list that fit', async () => {
      const all = (await base.disputes({}, { limit: 10_000 })).items;
      const ids = async (query: DisputeQuery): Promise<string[]> =>
        (await base.disputes(query, { limit: 10_000 })).items.map((dispute) => dispute.id);
      for (const kind of DISPUTE_KINDS) {
        expect(await ids({ disputeKinds: [kind] })).toEqual(
          all.filter((one) => one.kind === kind).map((one) => one.id),
        );
      }
      for (const { entities } of all.slice(0, 5)) {
        const [entity] = entities;
        if (entity === undefined) continue;
        const fitting = all.filter((one) => one.entities.some((other) => other.id === entity.id));
        expect(await ids({ entity: entity.id })).toEqual(fitting.map((one) => one.id));
      }
      for (const { a, b, disputes } of (await base.opponents()).slice(0, 10)) {
        expect(await ids({ parties: [a.id, b.id] })).toEqual(disputes);
      }
    });

    test('the matrix has a mark where an origin counts, and none where it is silent', async () => {
      const { columns, rows, total } = await base.matrix({}, { limit: 100 });
      expect(columns.length).toBe(Math.min(total, 100));
      for (const [i, { relation }] of columns.entries()) {
        const { evidence } = await base.relation(relation.id);
        const counted = new Set(evidence.claims.filter((one) => one.counted > 0).map((one) => one.origin as string));
        expect(new Set(rows.filter((row) => row.marks[i] !== null).map((row) => row.origin))).toEqual(counted);
        const repeats = rows.flatMap((row) => row.repeats.filter((repeat) => repeat.marks[i] !== null));
        expect(repeats.length > 0).toBe(evidence.claims.some((one) => one.counted === 0));
      }
    });

    test('no figure is merged or summed: each claim stands in one, and the median is a value that somebody gave', async () => {
      const { items, total } = await base.figures({}, { limit: 10_000 });
      expect(items).toHaveLength(total);
      const claims = items.flatMap((figure) => figure.claims.map((view) => view.claim.id));
      expect(new Set(claims).size).toBe(claims.length);
      expect(claims.length).toBe(graph.claims.filter((claim) => claim.quantity !== undefined).length);
      for (const figure of items) {
        expect(await base.figure(figure.id)).toEqual(figure);
        const { median } = figure.evidence;
        if (median !== undefined) expect(figure.rows.map((row) => row.value)).toContain(median.value);
        for (const { id } of figure.compareWith) expect(items.some((other) => other.id === id)).toBe(true);
      }
      const disputed = await base.figures({ disputed: true }, { limit: 10_000 });
      expect(disputed.items.map((one) => one.id)).toEqual(
        items.filter((one) => one.evidence.disputed).map((one) => one.id),
      );
    });

    test('what a relation amounts to is what its claims amount to, wherever they were made', async () => {
      const { relations } = await base.picture({});
      for (const { id } of relations.slice(0, 150)) {
        const view = await base.relation(id);
        expect(view.ledger.length + view.elsewhere.length).toBe(view.evidence.claims.length);
        const sum = (side: 'for' | 'against'): number =>
          view.evidence.claims.filter((one) => one.side === side).reduce((total, one) => total + one.counted, 0);
        expect([sum('for'), sum('against')]).toEqual([view.evidence.forUnits, view.evidence.againstUnits]);
        for (const broader of view.broader) {
          expect((await base.relation(broader.id)).narrower.map((one) => one.id)).toContain(id);
        }
      }
    });

    test('leaving a voice out tells of every relation on which its claims bear, and only of those', async () => {
      const voices = await base.voices();
      for (const { voice, claims } of voices.filter((_, i) => i % 7 === 0).slice(0, 12)) {
        const answer = await base.without([voice]);
        expect(answer.claims).toBe(claims);
        expect(answer.changes.length).toBe(Object.values(answer.counts).reduce((a, b) => a + b, 0));
        for (const { relation, change, before, after, leftOut } of answer.changes) {
          expect(leftOut).toBeGreaterThan(0);
          expect(before.verdict === after.verdict).toBe(change === 'holds');
          expect((await base.relation(relation.id)).verdict).toBe(before.verdict);
        }
      }
    });

    test('who bears how much agrees with leaving each out', async () => {
      for (const kind of ['source', 'speaker', 'publisher', 'origin'] as const) {
        for (const { voice, collapses, weakens, rises, rests } of (await base.bearers(kind)).slice(0, 12)) {
          const { counts, changes } = await base.without([voice.voice]);
          expect({ collapses, weakens, rises }).toEqual({
            collapses: counts.collapses,
            weakens: counts.weakens,
            rises: counts.rises,
          });
          const fallen = changes.filter(({ change }) => change === 'collapses').map(({ relation }) => relation.id);
          if (fallen.length <= 100) expect(new Set(rests)).toEqual(new Set(fallen));
        }
      }
    });

    test('a perspective holds nothing but what its voices say; two of the same do not differ', async () => {
      for (const source of about.sources.slice(0, 4)) {
        const voice = { kind: 'source' as const, id: source.id };
        const told = await base.perspective([voice]);
        for (const { relation } of told.relations) {
          const { evidence } = await base.relation(relation.id);
          expect(evidence.claims.some((one) => one.claim.source === source.id)).toBe(true);
        }
        const { counts } = await base.compare([voice], [voice]);
        expect(counts.contradict + counts['only-p'] + counts['only-q'] + counts['figures-disjoint']).toBe(0);
      }
    });

    test('comparing the other way round turns the answer round', async () => {
      const [p, q] = about.sources.map((source) => ({ kind: 'source' as const, id: source.id }));
      if (p === undefined || q === undefined) return;
      const [there, back] = [await base.compare([p], [q]), await base.compare([q], [p])];
      expect(back.counts).toEqual({
        ...there.counts,
        'only-p': there.counts['only-q'],
        'only-q': there.counts['only-p'],
      });
      expect(back.relations.filter((one) => one.outcome === 'contradict').map((one) => one.relation.id)).toEqual(
        there.relations.filter((one) => one.outcome === 'contradict').map((one) => one.relation.id),
      );
    });

    test('other weights give other verdicts, and say which', async () => {
      const table = changedWeights({ A: 0.5, B: 0.5, C: 0.5, D: 0.5, E: 0.5, F: 0.05 });
      const [moved, other] = [await base.movedBy(table), await base.withWeights(table)];
      expect((await other.about()).weights).toBe(table.version);
      const byId = new Map(moved.map((one) => [one.relation.id, one]));
      for (const { id, verdict } of (await base.picture({})).relations) {
        const now = (await other.relation(id)).verdict;
        expect(now === verdict).toBe(!byId.has(id));
        if (now !== verdict) expect(byId.get(id)).toMatchObject({ before: { verdict }, after: { verdict: now } });
      }
      expect(await base.movedBy(about.weightTable)).toEqual([]);
    });

    test('nobody, or somebody who is not there, is refused as a voice', async () => {
      await expect(base.without([])).rejects.toThrow(UsageError);
      await expect(base.perspective([{ kind: 'source', id: 'no-such-source' }])).rejects.toThrow(UsageError);
      await expect(base.figure('no~such~figure~')).rejects.toThrow(UsageError);
    });

    test('pages cut the same list', async () => {
      const whole = await base.claims({}, { limit: 10_000 });
      const pages = await Promise.all([0, 7, 14].map((offset) => base.claims({}, { offset, limit: 7 })));
      expect(pages.flatMap((page) => page.items)).toEqual(whole.items.slice(0, 21));
      expect(pages[0]?.total).toBe(graph.claims.length);
    });

    test('an id that is not there is refused with what may have been meant', async () => {
      const [first] = graph.entities;
      if (first === undefined) return;
      await expect(base.entity(EntityId.parse(`${first.id}x`))).rejects.toThrow(UsageError);
      await expect(base.entity(EntityId.parse('prototype'))).rejects.toThrow(UsageError);
      await expect(base.relation(RelationId.parse('a~b~c'))).rejects.toThrow(/There is no relation/u);
      await expect(base.trace(first.id, first.id)).rejects.toThrow(UsageError);
    });

    testTracing(() => ({ graph, base }), make);
  });
}
