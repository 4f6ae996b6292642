import { expect, test } from 'vitest';
import { readGraphDocument } from '../../src/formats/graph-document/read-graph-document.ts';

test.each([
  ['arrays', `{"title":${'['.repeat(200_000)}${']'.repeat(200_000)}}`],
  ['objects', '{"a":'.repeat(200_000)],
])('a JSON document of deeply nested %s is one finding, without a stack overflow', (_, text) => {
  const { graph, issues } = readGraphDocument(text, 'deep.json');
  expect(graph).toBeUndefined();
  expect(issues).toMatchObject([{ code: 'invalid-json', file: 'deep.json', message: 'The file is nested too deeply' }]);
});

test('brackets in texts are no nesting', () => {
  const { issues } = readGraphDocument(`{"title":"${'['.repeat(500)}\\"${'{'.repeat(500)}"}`);
  expect(issues.map((issue) => issue.message)).not.toContain('The file is nested too deeply');
});
