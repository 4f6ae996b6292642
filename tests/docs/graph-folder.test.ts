import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { parseGraphFolder } from '../../src/formats/graph-folder/parse-graph-folder.ts';
import { layGround } from '../../src/knowledge/ground.ts';
import { Attribute } from '../../src/model/attributes.ts';
import { Claim, Locator, Quantity, Stance, UnnamedSpeaker } from '../../src/model/claim.ts';
import { Entity } from '../../src/model/entity.ts';
import { Hedge } from '../../src/model/grades.ts';
import { EntityKind, FigureType, LiteralType, Ontology, RelationType } from '../../src/model/ontology.ts';
import { DocumentText, findPassages } from '../../src/model/passage.ts';
import { Source } from '../../src/model/source.ts';
import { blocksOf, ROOT, readPage, tableBelow } from './markdown.ts';

const page = readPage('docs/graph-folder.md');

type Shape = Readonly<Record<string, z.ZodType>>;

/** In a folder the file says the source, the speaker may be left out, and the id is made. */
const FROM_THE_FILE = ['id', 'source', 'speaker'];

const TABLES: readonly (readonly [string, Shape, readonly string[]])[] = [
  ['### `ontology.yaml` names kinds and types', Ontology.shape, []],
  ['#### A kind of entity', EntityKind.shape, []],
  ['#### A relation type', RelationType.shape, []],
  ['#### The readings of a type', RelationType.shape.reads.shape, []],
  ['#### A literal type', LiteralType.shape, []],
  ['#### A figure type', FigureType.shape, []],
  ['### `sources.yaml` lists the documents', Source.shape, []],
  ['### `entities/` holds actors, organisations, states, events and places', Entity.shape, []],
  ['### `claims/` holds one file per source', Claim.in.shape, FROM_THE_FILE],
  ['#### An unnamed speaker', UnnamedSpeaker.shape, []],
  ['#### An attribute', Attribute.shape, []],
  ['#### A quantity', Quantity.shape, []],
  ['#### A locator', Locator.shape, []],
  ['#### A confidence set by the coder', Claim.in.shape.confidence.unwrap().shape, []],
];

describe('the field tables', () => {
  test.each(TABLES)('%s: every field, none more, and whether it must be given', (heading, shape, exempt) => {
    const wanted = Object.entries(shape).map(([name, field]) => ({
      name,
      required: exempt.includes(name) || field.safeParse(undefined).success ? 'no' : 'yes',
    }));
    const rows = tableBelow(page, heading).map(([name = '', required = '']) => ({ name, required }));
    const byName = (a: { name: string }, b: { name: string }): number => (a.name < b.name ? -1 : 1);
    expect(rows.toSorted(byName)).toEqual(wanted.toSorted(byName));
  });
});

test('every hedge and stance is named', () => {
  expect([...Hedge.options, ...Stance.options].filter((word) => !page.text.includes(`\`${word}\``))).toEqual([]);
});

test('every code of a finding is explained, and none more', () => {
  const text = readFileSync(join(ROOT, 'src/model/issue.ts'), 'utf8');
  const union = /export type IssueCode =([\s\S]*?);/u.exec(text)?.[1] ?? '';
  const codes = [...union.matchAll(/'([a-z-]+)'/gu)].map(([, code = '']) => code);
  expect(codes.length).toBeGreaterThan(10);
  const rows = tableBelow(page, '## `npx ascribe validate` reports all findings at once').map(([code = '']) => code);
  expect(rows.toSorted()).toEqual(codes.toSorted());
});

describe('the example', () => {
  const files = blocksOf(page).flatMap(({ info, content }) => {
    const [, path] = /^(?:yaml|text) (\S+\/\S+)$/u.exec(info) ?? [];
    return path === undefined ? [] : [{ path, text: content }];
  });
  const inFolder = (folder: string) =>
    files
      .filter(({ path }) => path.startsWith(folder))
      .map(({ path, text }) => ({ path: path.slice(folder.length), text }));
  const { graph, issues } = parseGraphFolder(inFolder('my-graph/'));

  test('is a graph folder with nothing to find', () => {
    expect(issues).toEqual([]);
    expect(graph?.claims.length).toBeGreaterThan(0);
  });

  test('E14: has a denial of the deed that meets the accusation', () => {
    if (graph === undefined) throw new RangeError('the example does not open');
    const { table } = layGround(graph);
    const accusation = graph.claims.find((claim) => claim.type === 'accused-of-shutting');
    const id = accusation === undefined ? undefined : table.relationOf(accusation);
    const bearings = id === undefined ? [] : table.bearing(id).map(({ claim, bearing }) => [claim.stance, bearing]);
    expect(bearings.toSorted()).toEqual([
      ['asserts', 'itself'],
      ['denies', 'broader'],
    ]);
  });

  test('has passages that stand in its document', () => {
    const [document] = inFolder('my-documents/');
    const text = new DocumentText(document?.text ?? '');
    expect(graph?.sources.map((source) => source.sha256)).toEqual([text.sha256]);
    const locators = (graph?.claims ?? []).flatMap((claim) => (claim.locator === undefined ? [] : [claim.locator]));
    expect(locators).toHaveLength(graph?.claims.length ?? 0);
    expect(findPassages(text, locators).filter((found) => found.status !== 'exact')).toEqual([]);
    expect(locators.map(({ start, paragraph }) => text.paragraphAt(start) - paragraph)).toEqual(locators.map(() => 0));
  });
});
