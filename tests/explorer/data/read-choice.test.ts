import { expect, test } from 'vitest';
import type { Preview, ReadingChoice, ReadSoFar } from '../../../src/explorer/data/preview.ts';
import { previewOf, readChoice } from '../../../src/explorer/data/read-choice.ts';
import { NO_MAPPING } from '../../../src/formats/foreign/mapping.ts';
import { UsageError } from '../../../src/model/issue.ts';

const EDGES = new File(
  ['from,to,relation,said by,polarity\nAnn,Ben,pays,The Post,yes\nBen,Cy,knows,The Gazette,no\n,Cy,knows,,\n'],
  'edges.csv',
);

async function look(files: readonly File[], choice: Partial<ReadingChoice> & { format: string }): Promise<Preview> {
  const whole = { skipBad: false, ...choice };
  const result = await readChoice(files, whole, { signal: new AbortController().signal, tell: () => undefined });
  return previewOf(files, whole, result);
}

test('a bad record stands in the way until it is left out, which is counted', async () => {
  const refused = await look([EDGES], { format: 'edge-list' });
  expect(refused).toMatchObject({ errors: 1, skipped: 0 });
  expect(refused.graph).toBeUndefined();
  expect(refused.findings[0]).toMatchObject({ file: 'edges.csv', line: 4, severity: 'error' });
  const taken = await look([EDGES], { format: 'edge-list', skipBad: true });
  expect(taken).toMatchObject({ errors: 0, skipped: 1, graph: { claims: 2, sources: 1 } });
  expect(taken.findings).toContainEqual(expect.objectContaining({ line: 4, severity: 'warning' }));
});

test('what was understood is told in numbers and in words, by the mapping', async () => {
  const mapping = {
    ...NO_MAPPING,
    edge: {
      type: 'relation',
      speaker: 'said by',
      stance: { attribute: 'polarity', asserts: ['yes'], denies: ['no'], doubts: [] },
    },
  };
  const { graph } = await look([EDGES], { format: 'edge-list', skipBad: true, mapping });
  expect(graph).toMatchObject({ claims: 2, stances: { asserts: 1, denies: 1, doubts: 0 } });
  expect(graph?.titles).toEqual(['Imported from edges.csv']);
  expect(graph?.types.map(({ label, count }) => [label, count])).toEqual([
    ['pays', 1],
    ['knows', 1],
  ]);
  expect(graph?.samples.map(({ stance, speaker, names }) => [stance, speaker, names])).toEqual([
    ['asserts', 'The Post', ['Ann', 'Ben']],
    ['denies', 'The Gazette', ['Ben', 'Cy']],
  ]);
  expect(graph?.samples[1]?.text).not.toBe(graph?.samples[0]?.text);
});

test('the columns of a table are told though it cannot be read yet', async () => {
  const { graph, columns } = await look([new File(['who;whom\nAnn;Ben\n'], 'x.csv')], { format: 'edge-list' });
  expect(graph).toBeUndefined();
  expect(columns.table).toEqual([
    { name: 'who', samples: ['Ann'] },
    { name: 'whom', samples: ['Ben'] },
  ]);
});

test('the attributes of a graph are its columns, those of edges and of nodes apart', async () => {
  const gexf = `<gexf version="1.3"><graph defaultedgetype="directed">
    <attributes class="node"><attribute id="0" title="category" type="string"/></attributes>
    <attributes class="edge"><attribute id="0" title="claimant" type="string"/></attributes>
    <nodes><node id="1" label="Ann"><attvalues><attvalue for="0" value="person"/></attvalues></node><node id="2" label="Ben"/></nodes>
    <edges><edge id="7" source="1" target="2"><attvalues><attvalue for="0" value="The Post"/></attvalues></edge></edges>
  </graph></gexf>`;
  const { columns } = await look([new File([gexf], 'people.gexf')], { format: 'gexf' });
  expect(columns.table).toBeUndefined();
  expect(columns.node.find(({ name }) => name === 'category')?.samples).toEqual(['person']);
  expect(columns.edge.find(({ name }) => name === 'claimant')?.samples).toEqual(['The Post']);
  expect(columns.suggested.suggestions.map(({ field, column }) => [field, column])).toEqual(
    expect.arrayContaining([
      ['edge.speaker', 'claimant'],
      ['node.kind', 'category'],
    ]),
  );
});

test('a reading tells how far it is, and ends with the signal', async () => {
  const rows = Array.from({ length: 60_000 }, (_, i) => `a${i},b${i},some words to fill the row`).join('\n');
  const file = new File([`from,to,note\n${rows}`], 'big.csv');
  const told: ReadSoFar[] = [];
  const abort = new AbortController();
  const choice = { format: 'edge-list', skipBad: false };
  const reading = readChoice([file], choice, {
    signal: abort.signal,
    tell: (soFar) => {
      told.push(soFar);
      abort.abort(new Error('enough'));
    },
  });
  await expect(reading).rejects.toThrow('enough');
  expect(told[0]?.of).toBe(file.size);
  expect(told[0]?.read).toBeLessThan(file.size);
});

test('a format that is only written is refused', async () => {
  await expect(look([EDGES], { format: 'svg' })).rejects.toThrow(UsageError);
});
