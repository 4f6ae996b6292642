import { describe, expect, test } from 'vitest';
import { inputOf } from '../../../src/formats/read-text.ts';
import { formatById } from '../../../src/formats/registry.ts';
import { checkGraph } from '../../../src/model/check-graph.ts';
import { type Claim, isNamed } from '../../../src/model/claim.ts';
import { GraphDocument } from '../../../src/model/graph-document.ts';
import { smallGraph } from '../hostile-graph.ts';

/** Words that stand nowhere else in a file, by which a record is found and broken. */
const LANGUAGE = 'qaa';
const SCHEME = 'qbbq';

/** The small graph, with a word of their own in one source and one entity. */
async function marked(): Promise<{ graph: GraphDocument; source: string; entity: string }> {
  const small = await smallGraph();
  const [claim] = small.claims;
  const source = claim?.source ?? '';
  const entity = claim?.subject ?? '';
  const graph = GraphDocument.parse({
    ...small,
    sources: small.sources.map((one) => (one.id === source ? { ...one, language: LANGUAGE } : one)),
    entities: small.entities.map((one) => (one.id === entity ? { ...one, sameAs: { [SCHEME]: 'x' } } : one)),
  });
  return { graph, source, entity };
}

/** Whether a claim names an entity. */
function names({ subject, object, place, speaker, via }: Claim, id: string): boolean {
  return [subject, object, place, ...[speaker, ...via].filter(isNamed)].some((one) => one === id);
}

describe.each(['stix', 'ftm', 'ftm-statements', 'json-ld', 'gexf', 'graphml', 'graphology-json'])('%s', (id) => {
  const { write, read } = formatById(id);

  test.each([
    ['a source', LANGUAGE, '7'],
    ['an entity', SCHEME, '7 7'],
  ])('%s that is left out takes its claims along, each counted', async (what, word, wrong) => {
    const { graph, source, entity } = await marked();
    const text = write?.(graph).files[0]?.text ?? '';
    expect(text).toContain(word);
    const input = inputOf('a', text.replaceAll(word, wrong));
    const refused = await read?.(input);
    expect(refused?.graph).toBeUndefined();
    const result = await read?.(input, { skipBad: true });
    expect(result?.issues.filter(({ severity }) => severity === 'error')).toEqual([]);
    const rest = GraphDocument.parse(result?.graph);
    expect(checkGraph(rest).filter(({ severity }) => severity === 'error')).toEqual([]);
    const isBad = (claim: Claim): boolean =>
      what === 'a source' ? claim.source === source : names(claim, entity) || mute.has(claim.source);
    const mute = new Set<string>(graph.sources.filter(({ speaker }) => speaker === entity).map((one) => one.id));
    const kept = graph.claims.filter((claim) => !isBad(claim));
    expect(kept.length).toBeLessThan(graph.claims.length);
    expect(rest.claims.map((one) => one.id).toSorted()).toEqual(kept.map((one) => one.id).toSorted());
    expect(result?.skipped).toBeGreaterThanOrEqual(1 + graph.claims.length - kept.length);
  });
});
