import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CSV } from '../../src/formats/csv/format.ts';
import type { Format, ReadOptions, ReadResult, WrittenFile } from '../../src/formats/format.ts';
import { FTM, FTM_STATEMENTS } from '../../src/formats/ftm/format.ts';
import { GEXF } from '../../src/formats/gexf/format.ts';
import { inputOf } from '../../src/formats/read-text.ts';
import { mergeGraphs } from '../../src/knowledge/merge-graphs.ts';
import { withoutDenials } from '../../src/knowledge/without-denials.ts';
import { contentHash } from '../../src/model/content-hash.ts';
import type { GraphDocument } from '../../src/model/graph-document.ts';
import { Manifest } from '../../src/model/graph-document.ts';
import { sha256Hex } from '../../src/model/sha256.ts';
import { HOSTILE, smallGraph } from './hostile-graph.ts';

const FORMATS = [CSV, GEXF, FTM, FTM_STATEMENTS].map((format): [string, Format] => [format.id, format]);
const NOW = new Date('2026-05-06T07:08:09Z');

function write(format: Format, graph: GraphDocument) {
  const written = format.write?.(graph);
  if (written === undefined) throw new Error(`${format.id} is not written`);
  return { files: written.files, lost: written.losses.map(({ field }) => field) };
}

async function read(
  format: Format,
  files: readonly WrittenFile[],
  change: (text: string) => string = (text) => text,
  options: ReadOptions = { now: NOW },
): Promise<ReadResult & { graph: GraphDocument }> {
  const inputs = files.map(({ name, text = '' }) => inputOf(name, change(text)));
  const [first] = inputs;
  if (first === undefined) throw new Error('nothing was written');
  const result = await (format.readTogether?.(inputs, options) ?? format.read?.(first, options));
  if (result?.graph === undefined) throw new Error(JSON.stringify(result?.issues));
  return { ...result, graph: result.graph };
}

const text = fc.oneof(
  fc.constantFrom(...HOSTILE, 'x. Ascribe manifest: {}', 'Ascribe manifest: ', '"\\u0041"', '}', 'Ascribe record: {}'),
  fc
    .string({ minLength: 1, maxLength: 40 })
    .filter((one) => /^[\p{L}\p{N}](?:[\p{L}\p{N} .,;'"{}:<&-]*[\p{L}\p{N}])?$/u.test(one)),
);
const manifests = fc
  .record(
    {
      selection: text,
      chosen: fc.record({
        relations: fc.array(fc.constantFrom('a~knows~b', 'b~backs~c')),
        figures: fc.array(text, { maxLength: 3 }),
      }),
      graph: text.map((one) => sha256Hex(one)),
      weights: fc.constantFrom('1', '1+θ=0.3'),
      taken: fc.constant('2026-01-02T03:04:05Z'),
      leftOut: fc.record(
        { entities: fc.nat(9), claims: fc.nat(9), sources: fc.nat(9), denials: fc.nat(9) },
        { requiredKeys: ['entities', 'claims', 'sources'] },
      ),
      lacking: fc.record({ interests: fc.nat(9), partialDenials: fc.nat(9), relatedDenials: fc.nat(9) }),
      closedUnderEvidence: fc.boolean(),
    },
    { requiredKeys: ['selection', 'graph', 'weights', 'taken', 'leftOut', 'closedUnderEvidence'] },
  )
  .map((given) => Manifest.parse(given));

describe.each(FORMATS)('%s tells how a part of a graph was chosen', (_, format) => {
  const fresh = Date.now() % 2 ** 31;
  test.each([
    ['a pinned seed', 20_261_121],
    [`seed ${fresh}`, fresh],
  ])('and any manifest comes back, whatever its texts: %s', async (_name, seed) => {
    const graph = await smallGraph();
    await fc.assert(
      fc.asyncProperty(manifests, fc.option(text, { nil: undefined }), async (manifest, title) => {
        const { title: _title, ...untitled } = graph;
        const { files, lost } = write(format, { ...untitled, ...(title === undefined ? {} : { title }), manifest });
        const { graph: back, issues } = await read(format, files);
        expect(back.manifest).toEqual(manifest);
        expect(lost).not.toContain('manifest');
        expect(issues.length).toBe(manifest.closedUnderEvidence ? 0 : 1);
      }),
      { seed, numRuns: 25 },
    );
  });

  test('a graph without one comes back without one', async () => {
    const { files } = write(format, await smallGraph());
    expect((await read(format, files)).graph.manifest).toBeUndefined();
  });

  test('a list of what was chosen that no cell holds is left out, and told as lost', async () => {
    const graph = await smallGraph();
    const relations = Array.from({ length: 2000 }, (__, i) => `a-${i}~knows~b-${i}`);
    const part = withoutDenials(graph, NOW, '1').graph.manifest;
    const manifest = Manifest.parse({ ...part, chosen: { relations, figures: [] } });
    const { files, lost } = write(format, { ...graph, manifest });
    expect(lost).toContain('manifest');
    expect((await read(format, files)).graph.manifest).toEqual(part);
  });

  test('denials that were left out are told by whatever is made of it, until the whole graph is there', async () => {
    const graph = await smallGraph();
    const part = withoutDenials(graph, NOW, '1').graph;
    const { graph: back, issues } = await read(format, write(format, part).files);
    expect(issues).toMatchObject([{ severity: 'warning' }]);
    expect(back.manifest?.graph).toBe(contentHash(graph));
    const again = await read(format, write(format, back).files);
    expect(again.graph.manifest).toEqual(part.manifest);
    const other = { name: 'other', graph: { ...graph, claims: [] } };
    const merged = (...graphs: { name: string; graph: GraphDocument }[]) => mergeGraphs(graphs).graph.manifest;
    expect(merged({ name: 'part', graph: back }, other)?.closedUnderEvidence).toBe(false);
    expect(merged({ name: 'part', graph: back }, { name: 'whole', graph })).toBeUndefined();
  });

  test('the mark alone tells of no more than it says; a manifest that is none is passed over, and told', async () => {
    const part = withoutDenials(await smallGraph(), NOW, '1').graph;
    const { files } = write(format, part);
    const { graph, issues } = await read(format, files, (given) => given.replaceAll('leftOut', 'gone'));
    expect(graph.manifest).toMatchObject({
      graph: '0'.repeat(64),
      taken: NOW.toISOString(),
      leftOut: { claims: 1, denials: 1 },
      closedUnderEvidence: false,
    });
    expect(issues.map(({ severity, path }) => [severity, path.length > 0])).toContainEqual(['warning', true]);
  });
});

test.each([
  ['cut short', (given: string) => given.replace(/(?<=Ascribe manifest: \{.{20}).*?(?=<)/u, '')],
  ['without it', (given: string) => given.replace(/ Ascribe manifest: .*?(?=<)/u, '')],
])('a description of GEXF tells in words that denials were left out, %s', async (_, change) => {
  const part = withoutDenials(await smallGraph(), NOW, '1').graph;
  const { graph } = await read(GEXF, write(GEXF, part).files, change);
  expect(graph.manifest).toMatchObject({ graph: '0'.repeat(64), closedUnderEvidence: false });
});

test('tables and entities of two parts that stand in one file lack denials if one of them does', async () => {
  const graph = await smallGraph();
  const open = withoutDenials(graph, NOW, '1').graph;
  const [first] = open.claims;
  if (first === undefined || open.manifest === undefined) throw new Error('the fixture has no claim');
  const closed = { ...open.manifest, closedUnderEvidence: true };
  const entities = (part: GraphDocument): string => write(FTM, part).files[0]?.text ?? '';
  const others = entities({ ...graph, manifest: closed, sources: [], claims: [] }).replaceAll(
    /"id":"([^"]+)"|\\"id\\":\\"([^"\\]+)\\"/gu,
    (whole, id?: string, inner?: string) =>
      id === undefined ? whole.replace(inner ?? '', `${inner}-2`) : `"id":"${id}-2"`,
  );
  for (const joined of [entities(open) + others, others + entities(open)]) {
    const { graph: back } = await read(FTM, [{ name: 'a.ftm', text: joined }]);
    expect(back.manifest).toEqual(open.manifest);
  }
});
