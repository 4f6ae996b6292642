import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readGraphFolder } from '../../src/formats/graph-folder/read-graph-folder.ts';
import { ROOT, readPage } from './markdown.ts';

const { result } = await readGraphFolder(join(ROOT, 'graph'));
const page = readPage('graph/README.md');

test('every type of the ontology is used, or the page says why it is there', () => {
  const { graph } = result;
  const types = [
    ...(graph?.ontology.relations ?? []),
    ...(graph?.ontology.literals ?? []),
    ...(graph?.ontology.figures ?? []),
  ];
  expect(types.length).toBeGreaterThan(0);
  const used = new Set(graph?.claims.map((claim) => claim.type));
  expect(types.map((type) => type.id).filter((id) => !used.has(id) && !page.text.includes(`\`${id}\``))).toEqual([]);
});

test('the page names every source with its letter', () => {
  const sources = result.graph?.sources ?? [];
  const grades = sources.map(({ id, reliability }) => `| \`${id}\` | ${reliability} |`);
  expect(grades.filter((grade) => !page.text.includes(grade))).toEqual([]);
});

test('every id in code that looks like one of this graph is one', () => {
  const known = new Set<string>([
    ...(result.graph?.entities ?? []).map((entity) => entity.id),
    ...(result.graph?.sources ?? []).map((source) => source.id),
    ...(result.graph?.ontology.relations ?? []).map((type) => type.id),
    ...(result.graph?.ontology.literals ?? []).map((type) => type.id),
    ...(result.graph?.ontology.figures ?? []).map((type) => type.id),
  ]);
  const named = [...page.text.matchAll(/`([a-z0-9]+(?:-[a-z0-9]+)+)`/gu)].map(([, id = '']) => id);
  expect(named.filter((id) => !known.has(id))).toEqual([]);
});
