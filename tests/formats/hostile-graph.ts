import { join } from 'node:path';
import { readGraphFolder } from '../../src/formats/graph-folder/read-graph-folder.ts';
import { claimId } from '../../src/model/claim-identity.ts';
import { GraphDocument } from '../../src/model/graph-document.ts';

export async function smallGraph(): Promise<GraphDocument> {
  const { result } = await readGraphFolder(join(import.meta.dirname, '..', 'fixtures', 'small-graph'));
  if (result.graph === undefined) throw new Error('the fixture is broken');
  return result.graph;
}

/** Texts that break out of XML, CSV, spreadsheets or terminals where somebody forgot to escape. */
export const HOSTILE = [
  '<script>alert(1)</script>',
  ']]> & "quoted" \'single\' <!-- -->',
  '=HYPERLINK("http://evil.example";"x")',
  '+1+1',
  '-2',
  '@SUM(A1)',
  "'=already",
  '＝1+1',
  'comma, "quote", semicolon; pipe | end',
  'بلوچستان 日本 🏔',
] as const;

/** The small graph with an entity and a claim for each hostile text, which stands in every field that takes it. */
export async function hostileGraph(): Promise<GraphDocument> {
  const graph = await smallGraph();
  const entities = HOSTILE.map((text, i) => ({
    id: `hostile-${i}`,
    kind: 'place',
    name: text,
    aliases: [text, `${text} | again`],
    summary: `${text}\nsecond line\tand tab`,
    sameAs: { zeta: text, alpha: text },
  }));
  const claims = HOSTILE.flatMap((text, i) => {
    const base = {
      source: 'gazette',
      subject: `hostile-${i}`,
      speaker: { unnamed: text },
      via: ['trust', { unnamed: text }],
    };
    return [
      { ...base, type: 'stands-in', object: 'lowford', summary: text, note: text, stance: 'denies' },
      { ...base, type: 'described-as', literal: text, summary: text, stance: 'asserts' },
      {
        ...base,
        type: 'cracks',
        quantity: { of: text, min: -5, max: 1.5, approximate: true, unit: text },
        summary: text,
      },
    ];
  });
  const parsed = GraphDocument.parse({
    ...graph,
    title: HOSTILE[0],
    entities: [...graph.entities, ...entities],
    claims: [...graph.claims, ...claims.map((claim) => ({ id: 'c-0', ...claim }))],
    manifest: {
      selection: HOSTILE.join(' '),
      graph: '0'.repeat(64),
      weights: '1',
      taken: '2026-01-02T03:04:05Z',
      leftOut: { entities: 0, claims: 0, sources: 0 },
      closedUnderEvidence: true,
    },
  });
  return { ...parsed, claims: parsed.claims.map((claim) => ({ ...claim, id: claimId(claim) })) };
}
