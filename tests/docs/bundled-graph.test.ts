import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readGraphFolder } from '../../src/formats/graph-folder/read-graph-folder.ts';
import { layGround } from '../../src/knowledge/ground.ts';
import { relatedDenials } from '../../src/knowledge/related-denials.ts';
import { RelationId } from '../../src/model/ids.ts';
import { expectGenerated, table } from './generated.ts';
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

test('the page tells which types take sides, exclude each other, or have one answer', () => {
  const relations = result.graph?.ontology.relations ?? [];
  const named = (types: typeof relations): string => types.map(({ id }) => `\`${id}\``).join(', ');
  const pairs = relations.flatMap(({ id, excludes }) => excludes.map((other) => [id, other].toSorted().join(' ')));
  const rows = [
    ['`side: same`', named(relations.filter(({ side }) => side === 'same'))],
    ['`side: opposite`', named(relations.filter(({ side }) => side === 'opposite'))],
    ['`partOf`', named(relations.filter(({ partOf }) => partOf))],
    ['`attribution`', named(relations.filter(({ attribution }) => attribution))],
    ['`singleValued`', named(relations.filter(({ singleValued }) => singleValued !== undefined))],
    ['`oneVoice`', named(relations.filter(({ oneVoice }) => oneVoice))],
    ['`excludes`', [...new Set(pairs)].map((pair) => `\`${pair.replace(' ', '` and `')}\``).join('; ')],
  ];
  expect(rows.filter(([, types]) => types === '')).toEqual([]);
  expectGenerated('graph/README.md', 'stand', table(['field', 'types that have it'], rows));
});

test('the page names everybody who is unidentified', () => {
  const unidentified = (result.graph?.entities ?? []).filter((entity) => entity.unidentified);
  expect(unidentified.length).toBeGreaterThan(0);
  expect(unidentified.map(({ id }) => id).filter((id) => !page.text.includes(`\`${id}\``))).toEqual([]);
});

test('E14: the denial of the deed meets every form that the page names, and is only shown beside that of a part', () => {
  const { graph } = result;
  if (graph === undefined) throw new RangeError('the bundled graph does not open');
  const ground = layGround(graph);
  const relation = (type: string, object: string) => {
    const found = ground.topics.relations.get(RelationId.parse(`india~${type}~${object}`));
    if (found === undefined) throw new RangeError(`nobody says that India ${type} ${object}`);
    return found;
  };
  for (const type of ['accused-of-backing', 'accused-of-funding', 'accused-of-arming']) {
    expect(relation(type, 'baloch-armed-groups').evidence.explicitDenial).toBe(true);
  }
  const part = relation('accused-of-backing', 'bla');
  expect(part.evidence.explicitDenial).toBe(false);
  expect(relatedDenials(ground, part)).toContain('india~backs~baloch-armed-groups');
});
