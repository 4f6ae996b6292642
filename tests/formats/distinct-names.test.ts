import { expect, test } from 'vitest';
import { distinctNames } from '../../src/formats/distinct-names.ts';

test.each([
  [
    ['/home/ann/a.csv', 'b.csv'],
    ['a.csv', 'b.csv'],
  ],
  [
    ['north/edges.csv', 'south/edges.csv', 'nodes.csv'],
    ['edges (north).csv', 'edges (south).csv', 'nodes.csv'],
  ],
  [
    ['edges.csv', 'south/edges.csv'],
    ['edges.csv', 'edges (south).csv'],
  ],
  [
    ['a/x/net.gexf', 'b/x/net.gexf'],
    ['net (a-x).gexf', 'net (b-x).gexf'],
  ],
  [
    ['C:\\one\\net.gexf', 'C:\\two\\net.gexf'],
    ['net (one).gexf', 'net (two).gexf'],
  ],
  [
    ['graph/', './graph', '.hidden', '.hidden'],
    ['graph', 'graph (2)', '.hidden', '.hidden (2)'],
  ],
  [
    ['e.csv', 'e.csv', 'e (2).csv'],
    ['e.csv', 'e (2).csv', 'e (2) (2).csv'],
  ],
  [
    ['a-b/e.csv', 'a/b/e.csv'],
    ['e (a-b).csv', 'e (b).csv'],
  ],
])('%j are told apart as %j', (paths, names) => {
  expect(distinctNames(paths)).toEqual(names);
});

test('the names do not depend on the order of the files, where folders tell them apart', () => {
  expect(distinctNames(['south/edges.csv', 'north/edges.csv'])).toEqual(['edges (south).csv', 'edges (north).csv']);
});

test('a name that something else has already is none for a file', () => {
  expect(distinctNames(['a.csv', 'a.csv'], ['a.csv'])).toEqual(['a (2).csv', 'a (3).csv']);
});
