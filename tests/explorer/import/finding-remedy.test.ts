import { expect, test } from 'vitest';
import { columnsOf } from '../../../src/explorer/data/columns-of.ts';
import { asFinding, type Finding } from '../../../src/explorer/data/finding.ts';
import type { Columns } from '../../../src/explorer/data/preview.ts';
import { fieldToMap, inOrderOfNeed, remedyOf } from '../../../src/explorer/import/finding-remedy.ts';
import { withSuggestion } from '../../../src/explorer/import/mapping-edits.ts';
import { readEdgeList } from '../../../src/formats/edge-list/read-edge-list.ts';
import { type Mapping, NO_MAPPING } from '../../../src/formats/foreign/mapping.ts';
import { inputOf } from '../../../src/formats/read-text.ts';

const TABLE = 'from,to,polarity\nann,ben,yes\nben,cy,no\ncy,dan,maybe\n';

async function findingsOf(text: string, mapping: Mapping = NO_MAPPING): Promise<Finding[]> {
  const { issues } = await readEdgeList(inputOf('edges.csv', text), { mapping });
  return issues.map(asFinding);
}

function columns(text: string): Columns {
  return columnsOf(undefined, text);
}

test('the warning that denials are taken for assertions is mended by one press, which the reader then takes', async () => {
  const [first] = inOrderOfNeed(await findingsOf(TABLE));
  if (first === undefined) throw new Error('the reader does not warn');
  expect(fieldToMap(first)).toBe('edge.stance');
  const remedy = remedyOf(first, columns(TABLE));
  if (remedy?.kind !== 'take') throw new Error('there is no guess to take');
  expect(remedy.label).toBe('Use “polarity” as stance');
  const mapping = withSuggestion(NO_MAPPING, columns(TABLE).suggested, remedy.suggestion);
  const { graph, issues } = await readEdgeList(inputOf('edges.csv', TABLE), { mapping });
  expect(graph?.claims.map(({ stance }) => stance).toSorted()).toEqual(['asserts', 'asserts', 'denies']);
  // What no guess covers is told in the form.
  const asked = issues.map(asFinding).map((finding) => remedyOf(finding, columns(TABLE), mapping));
  expect(asked).toEqual([{ kind: 'form', label: 'Say what it means' }]);
});

test('where nothing can be mapped, or the remedy is another, the words of the reader stay', async () => {
  const [first] = await findingsOf(TABLE);
  expect(first && remedyOf(first, undefined)).toBeUndefined();
  expect(remedyOf({ remedy: 'Save the file as UTF-8' }, columns(TABLE))).toBeUndefined();
  expect(remedyOf({}, columns(TABLE))).toBeUndefined();
});

test('errors come first, then a denial that is taken for an assertion, then the rest in its order', () => {
  const finding = (severity: Finding['severity'], message: string, remedy?: string): Finding => ({
    ...{ code: 'x', severity, path: [], message },
    ...(remedy === undefined ? {} : { remedy }),
  });
  const stance = 'If it does, put into the mapping, within "edge": "stance": {}';
  const type = 'If it does, put into the mapping, within "edge": "type": "kind"';
  const given = [
    finding('warning', 'a'),
    finding('warning', 'b', type),
    finding('warning', 'c', stance),
    finding('error', 'd'),
    finding('warning', 'e'),
  ];
  expect(inOrderOfNeed(given).map(({ message }) => message)).toEqual(['d', 'c', 'b', 'a', 'e']);
});
