import { describe, expect, test } from 'vitest';
import { MARKDOWN } from '../../../src/formats/markdown/format.ts';
import { writeMarkdown } from '../../../src/formats/markdown/write-markdown.ts';
import { withoutDenials } from '../../../src/knowledge/without-denials.ts';
import type { GraphDocument } from '../../../src/model/graph-document.ts';
import { hostileGraph, smallGraph } from '../hostile-graph.ts';

const textOf = (graph: GraphDocument): string => writeMarkdown(graph).files[0]?.text ?? '';

describe('writeMarkdown', () => {
  test('its chapters, in order', async () => {
    const text = textOf(await smallGraph());
    expect(Array.from(text.matchAll(/^## (.*)$/gmu), ([, title]) => title)).toEqual([
      'What is in dispute',
      'Relations',
      'Statements about one entity',
      'Figures',
      'Entities',
      'Sources',
      'Citations',
      'What a verdict means',
      'What this cannot know',
      'Manifest',
    ]);
  });

  test('each row of a table has as many cells as its head, whatever stands in them', async () => {
    const lines = textOf(await hostileGraph()).split('\n');
    let width = 0;
    let tables = 0;
    for (const [i, line] of lines.entries()) {
      if (!line.startsWith('| ')) {
        width = 0;
        continue;
      }
      const cells = line.replace(/\\./gu, '').split('|').length;
      if (width === 0) {
        tables += 1;
        width = cells;
        expect(lines[i + 1]).toMatch(/^\| --- /u);
      }
      expect(cells).toBe(width);
    }
    expect(tables).toBeGreaterThan(10);
  });

  test('nothing of a hostile graph is HTML, a link or the start of a block', async () => {
    const text = textOf(await hostileGraph());
    const tags = new Set(Array.from(text.matchAll(/<[^>]*>/gu), ([tag]) => tag));
    expect([...tags].toSorted()).toEqual(['<!-- -->', '<br>']);
    for (const line of text.split('\n')) expect(line).toMatch(/^(#{1,3} |- |\| |> \*\*|[A-Z\d*]|$)/u);
    expect(text.replaceAll('<!-- -->', '')).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  });

  test('the same graph gives the same text; an instant is written only where it is given', async () => {
    const graph = await smallGraph();
    expect(textOf(graph)).toBe(textOf(graph));
    const dated = writeMarkdown(graph, { now: new Date('2026-01-02T03:04:05Z') }).files[0]?.text;
    expect(dated).toContain('2026-01-02T03:04:05.000Z');
  });

  test('denials that were left out are told at the top', async () => {
    const cut = withoutDenials(await smallGraph(), new Date(0), '1').graph;
    expect(textOf(cut).split('\n').slice(0, 4).join('\n')).toContain('> **Denials and doubts were left out');
  });

  test('what it loses is measured, and among what the format says beforehand', async () => {
    const graph = await smallGraph();
    const [claim, ...claims] = graph.claims;
    if (claim === undefined) throw new Error('the fixture is empty');
    const { losses } = writeMarkdown({
      ...graph,
      claims: [{ ...claim, attributes: [{ name: 'x', value: 1 }] }, ...claims],
    });
    expect(new Map(losses.map(({ field, count }) => [field, count])).get('attributes')).toBe(1);
    expect(writeMarkdown(graph).losses.some(({ field }) => field === 'attributes')).toBe(false);
    const known = new Set(MARKDOWN.losses.map(({ field }) => field));
    for (const { field } of losses) expect(known).toContain(field);
  });
});
