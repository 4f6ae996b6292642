import { beforeAll, describe, expect, test } from 'vitest';
import type { About, KnowledgeBase } from '../../src/knowledge/knowledge-base.ts';
import { checkGraph } from '../../src/model/check-graph.ts';
import type { GraphDocument } from '../../src/model/graph-document.ts';
import { EntityId, RelationId } from '../../src/model/ids.ts';
import { UsageError } from '../../src/model/issue.ts';

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
        await base.claims({}, { limit: 20 }),
        await base.search(graph.entities[0]?.name ?? ''),
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
    });

    test('disputes come most contested first, each with both sides', async () => {
      const { items } = await base.disputes({}, { limit: 1000 });
      items.forEach((dispute, i) => {
        expect(dispute.contention).toBeLessThanOrEqual(items[i - 1]?.contention ?? 1);
        expect(dispute.for.length).toBeGreaterThan(0);
        expect(dispute.against.length).toBeGreaterThan(0);
      });
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
      await expect(base.entity(EntityId.parse('__proto__'))).rejects.toThrow(UsageError);
      await expect(base.relation(RelationId.parse('a~b~c'))).rejects.toThrow(/There is no relation/u);
      await expect(base.trace(first.id, first.id)).rejects.toThrow(UsageError);
    });

    test('T1: no trace walks a denied relation, nor an unknown one unless asked', async () => {
      const ids = graph.entities.map((entity) => entity.id).filter((_, i) => i % 7 === 0);
      for (const from of ids.slice(0, 6)) {
        for (const to of ids.slice(0, 6)) {
          if (from === to) continue;
          const { traces } = await base.trace(from, to, { k: 2 });
          for (const hop of traces.flatMap((trace) => trace.hops)) {
            expect(['denied', 'unknown']).not.toContain(hop.relation.verdict);
          }
          for (const { hops } of traces) {
            hops.forEach((hop, i) => {
              expect(hop.from.id).toBe(i === 0 ? from : hops[i - 1]?.to.id);
            });
            expect(hops.at(-1)?.to.id).toBe(to);
          }
        }
      }
    });
  });
}
