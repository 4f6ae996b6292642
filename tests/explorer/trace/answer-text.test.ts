import { beforeAll, describe, expect, test } from 'vitest';
import { FIRST_TRACE } from '../../../src/explorer/state/trace-view.ts';
import { answerText } from '../../../src/explorer/trace/answers/answer-text.ts';
import { compareTraces } from '../../../src/explorer/trace/answers/compare-lines.ts';
import type { Answered } from '../../../src/explorer/trace/ask-trace.ts';
import { askTrace } from '../../../src/explorer/trace/ask-trace.ts';
import { drawnRelations, hopsOf } from '../../../src/explorer/trace/drawn-relations.ts';
import { readGraphFolder } from '../../../src/formats/graph-folder/read-graph-folder.ts';
import { InMemoryKnowledgeBase } from '../../../src/knowledge/in-memory.ts';
import { citationText } from '../../../src/knowledge/trace-words.ts';
import { percent } from '../../../src/knowledge/words.ts';
import { EntityId, TypeId } from '../../../src/model/ids.ts';

const CONTEXT = {
  conditions: ['up to 4 hops', 'without X'],
  link: 'http://x/#panel=trace',
  relaxed: [],
  graph: 'G (0123)',
};
const id = (text: string): EntityId => EntityId.parse(text);

let base: InMemoryKnowledgeBase;

beforeAll(async () => {
  const { result } = await readGraphFolder(new URL('../../../graph', import.meta.url).pathname);
  if (result.graph === undefined) throw new Error('the bundled graph does not open');
  base = new InMemoryKnowledgeBase(result.graph);
});

async function traced(options = {}): Promise<Extract<Answered, { kind: 'trace' }>> {
  const answered = await askTrace(base, {
    kind: 'trace',
    from: [id('mir-yar-baloch')],
    to: [id('china')],
    options: { k: 5, ...options },
  });
  if (answered.kind !== 'trace') throw new Error('a trace was asked for');
  return answered;
}

describe('an answer as text', () => {
  test('tells every hop with its citations and verdict, what it rests on, the conditions and the link', async () => {
    const answered = await traced();
    const text = answerText(answered, CONTEXT);
    const { traces, connection } = answered.answer;
    expect(traces.length).toBeGreaterThan(1);
    for (const { hops, opinion, restsOn } of traces) {
      expect(text).toContain(percent(opinion.belief));
      for (const { sentence, citations, relation } of hops) {
        expect(text).toContain(sentence);
        expect(text).toContain(relation.verdictText);
        for (const citation of citations) expect(text).toContain(citationText(citation));
      }
      for (const { name } of [...restsOn.sources.single, ...restsOn.sources.pairs.flat()]) expect(text).toContain(name);
    }
    expect(connection).toBeDefined();
    expect(text).toContain(`Any of these ${traces.length} holds: `);
    expect(text).toContain('Conditions: up to 4 hops; without X.');
    expect(text).toContain('Graph: G (0123)');
    expect(text.trimEnd().endsWith('Link: http://x/#panel=trace')).toBe(true);
  });

  test('a denial stands beside the hop that it denies', async () => {
    const answered = await askTrace(base, {
      kind: 'trace',
      from: [id('india')],
      to: [id('baloch-armed-groups')],
      options: { k: 5 },
    });
    if (answered.kind !== 'trace') throw new Error('a trace was asked for');
    const hop = answered.answer.traces.flatMap(({ hops }) => hops).find(({ relation }) => relation.deniedBy.length > 0);
    const denial = hop?.citations.find(({ stance }) => stance === 'denies');
    if (hop === undefined || denial === undefined) throw new Error('the graph has no denied hop any more');
    const line = answerText(answered, CONTEXT)
      .split('\n')
      .find((one) => one.includes(hop.sentence));
    expect(line).toContain('denied by India');
    expect(line).toContain(`Denied in ${citationText(denial)}`);
  });

  test('no path tells the limits and the offers; other answers tell who is there', async () => {
    const none = answerText(await traced({ types: [TypeId.parse('leads')] }), CONTEXT);
    expect(none).toContain('No path of at most 4 hops under these conditions.');
    expect(none).toContain('Walk relations of any type: ');
    expect(none).toMatch(/Not walked: .*of other types/u);

    // Both documents that carry the only relation of one hop are left out; either one again would do.
    const without = await askTrace(base, {
      kind: 'trace',
      from: [id('india')],
      to: [id('bla')],
      options: {
        depth: 1,
        types: [TypeId.parse('accused-of-backing')],
        without: ['escalation-summary', 'mu-lin-article'].map((source) => ({ kind: 'source', id: source })),
      },
    });
    if (without.kind !== 'trace') throw new Error('a trace was asked for');
    const names = without.answer.relaxations.map(({ option }, i) => (option === 'without' ? `name ${i}` : undefined));
    expect(names.filter((name) => name !== undefined)).not.toHaveLength(0);
    for (const name of names) {
      if (name === undefined) continue;
      expect(answerText(without, { ...CONTEXT, relaxed: names })).toContain(`Listen to ${name} again: `);
    }

    const joined = await askTrace(base, {
      kind: 'connect',
      entities: ['india', 'china', 'mir-yar-baloch'].map(id),
      options: {},
    });
    if (joined.kind !== 'connect') throw new Error('joining was asked for');
    for (const { hops } of joined.answer.chains) {
      for (const { sentence } of hops) expect(answerText(joined, CONTEXT)).toContain(sentence);
    }

    const common = await askTrace(base, { kind: 'common', entities: ['india', 'china'].map(id), options: {} });
    if (common.kind !== 'common') throw new Error('what is in common was asked for');
    for (const { entity, relations } of common.answer.items) {
      expect(answerText(common, CONTEXT)).toContain(entity.name);
      for (const { proposition } of relations.flat()) expect(answerText(common, CONTEXT)).toContain(proposition);
    }

    const near = await askTrace(base, { kind: 'near', of: [id('mir-yar-baloch')], options: { depth: 1 } });
    if (near.kind !== 'near') throw new Error('who is near was asked for');
    for (const { name } of near.answer.rings.flatMap(({ entities }) => entities)) {
      expect(answerText(near, CONTEXT)).toContain(name);
    }
  });
});

describe('what is drawn', () => {
  test('the hops of the answer that is chosen, and of the one beside it', async () => {
    const answered = await traced();
    const idsOf = (i: number) => answered.answer.traces[i]?.hops.map(({ relation }) => relation.id) ?? [];
    expect(drawnRelations(answered, { ...FIRST_TRACE, chosen: 1 })).toEqual(idsOf(1));
    expect(drawnRelations(answered, { ...FIRST_TRACE, chosen: 1, beside: 0 })).toEqual([...idsOf(1), ...idsOf(0)]);
    expect(hopsOf(answered, { ...FIRST_TRACE, chosen: 1 }).map(({ relation }) => relation.id)).toEqual(idsOf(1));
    // A link may name an answer that there is not.
    expect(drawnRelations(answered, { ...FIRST_TRACE, chosen: 40 })).toEqual([]);
  });

  test('two traces share out their hops: in both, or in one alone', async () => {
    const { traces } = (await traced()).answer;
    for (const one of traces) {
      for (const other of traces) {
        const { both, first, second } = compareTraces(one, other);
        const ids = (hops: typeof both) => hops.map(({ relation }) => relation.id).toSorted();
        expect(ids([...both, ...first])).toEqual(ids(one.hops));
        expect(ids([...both, ...second])).toEqual(ids(other.hops));
        if (one === other) expect([first, second]).toEqual([[], []]);
      }
    }
  });
});
