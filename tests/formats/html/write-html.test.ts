import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { HTML_LOSSES } from '../../../src/formats/html/losses.ts';
import { writeHtml } from '../../../src/formats/html/write-html.ts';
import { pictureData } from '../../../src/formats/svg/picture-data.ts';
import { withoutDenials } from '../../../src/knowledge/without-denials.ts';
import type { GraphDocument } from '../../../src/model/graph-document.ts';
import { sketchGraph } from '../../evidence/sketch-graph.ts';
import { figureGraph } from '../../knowledge/figure-graph.ts';
import { HOSTILE, hostileGraph, smallGraph } from '../hostile-graph.ts';

const textOf = (graph: GraphDocument, picture = true): string => writeHtml(graph, { picture }).files[0]?.text ?? '';

/** All tags with their attributes. The page escapes each ">" of data, so a tag ends at the first one. */
function tagsOf(html: string): { name: string; attributes: Map<string, string> }[] {
  return Array.from(html.matchAll(/<([a-z][a-z0-9]*)((?:\s[^>]*)?)>/gu), ([, name = '', rest = '']) => ({
    name,
    attributes: new Map(Array.from(rest.matchAll(/([\w:-]+)="([^"]*)"/gu), ([, key = '', value = '']) => [key, value])),
  }));
}

const ALLOWED = new Set(
  'html head meta title style body header main nav section article h1 h2 h3 h4 p ul li a dl dt dd table thead tbody tr th td span strong em bdi code figure figcaption div svg defs pattern circle g path rect text tspan'.split(
    ' ',
  ),
);

describe('writeHtml', () => {
  test('nothing in a hostile graph becomes an element, an attribute or an address of its own', async () => {
    const html = textOf(await hostileGraph());
    const tags = tagsOf(html);
    expect(tags.length).toBeGreaterThan(500);
    for (const { name, attributes } of tags) {
      expect(ALLOWED).toContain(name);
      for (const [key, value] of attributes) {
        expect(key).not.toMatch(/^(on|src|srcset|style$|xlink|action|formaction)/u);
        if (key === 'href') expect(value).toMatch(/^(#[a-z]+(-\d+)?|https?:\/\/\S+)$/u);
      }
    }
    for (const text of HOSTILE.filter((one) => /[<>]/u.test(one))) expect(html).not.toContain(text);
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  });

  test('its policy lets no script run, nothing load, and no style but its own', async () => {
    const html = textOf(await smallGraph());
    const [, policy = ''] = /http-equiv="Content-Security-Policy" content="([^"]*)"/u.exec(html) ?? [];
    const [, style = ''] = /<style>([\s\S]*?)<\/style>/u.exec(html) ?? [];
    const hash = createHash('sha256').update(style).digest('base64');
    expect(policy.replaceAll('&#39;', "'")).toBe(
      `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`,
    );
    expect(html.indexOf('Content-Security-Policy')).toBeLessThan(html.indexOf('<style'));
    expect(style).not.toMatch(/url\(|@import/u);
  });

  test('each link within the page leads somewhere, and no id is given twice', async () => {
    const tags = tagsOf(textOf(await hostileGraph()));
    const ids = tags.flatMap(({ attributes }) => attributes.get('id') ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    const links = tags.flatMap(({ attributes }) => attributes.get('href') ?? []).filter((href) => href.startsWith('#'));
    expect(links.length).toBeGreaterThan(20);
    for (const link of links) expect(ids).toContain(link.slice(1));
  });

  test('headings go down one level at a time, and there is one title', async () => {
    const levels = tagsOf(textOf(await smallGraph())).flatMap(({ name }) =>
      /^h\d$/u.test(name) ? Number(name[1]) : [],
    );
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    levels.reduce((before, level) => {
      expect(level).toBeLessThanOrEqual(before + 1);
      return level;
    }, 0);
  });

  test('the picture is there unless it is not wanted', async () => {
    const graph = await smallGraph();
    expect(textOf(graph)).toContain('class="picture"');
    expect(textOf(graph, false)).not.toContain('class="picture"');
  });

  test('of many entities as many are drawn as can be read on paper; the page and its losses say how many are not', () => {
    const crowd = Array.from({ length: 60 }, (_, i) => ['a', 'p', 'backs', `somebody-${i}`] as const);
    const graph = sketchGraph({
      types: { backs: {} },
      sources: { a: 'B' },
      claims: [...crowd, ['a', 'r', 'backs', 's'], ['a', 'r', 'backs', 's', { stance: 'denies', by: 'r' }]],
    });
    const { files, losses } = writeHtml(graph);
    const html = files[0]?.text ?? '';
    const drawn = Array.from(html.matchAll(/<g class="entity"[^>]*><title>([^ ]*) /gu), ([, name]) => name);
    expect(drawn).toHaveLength(30);
    expect(drawn).toContain('r');
    expect(drawn).toContain('s');
    expect(html).toContain('33 further entities and 33 relations are not');
    expect(losses.find(({ field }) => field === 'entities (picture)')).toMatchObject({ count: 33, keptBy: 'svg' });
    expect(writeHtml(graph, { picture: false }).losses.map(({ field }) => field)).not.toContain('entities (picture)');
    for (const { field } of losses) expect(HTML_LOSSES.map((known) => known.field)).toContain(field);
    // Its own size, not that of the page: letters of 12 units are 12 pixels high.
    expect(html).toMatch(/<svg xmlns="[^"]*" width="(\d+[\d.]*)" height="[\d.]+" viewBox="0 0 \1 /u);
  });

  test('the picture tells what was only taken along', async () => {
    const graph = await smallGraph();
    const [first] = pictureData(graph).relations;
    if (first === undefined) throw new Error('the small graph has relations');
    const html = writeHtml(graph, { chosen: new Set([first.id]) }).files[0]?.text ?? '';
    expect(html).toMatch(/only taken along as evidence: .* drawn fainter/u);
  });

  test('values are drawn on one axis, open ends with an arrow, far ones on a logarithmic axis', () => {
    const html = textOf(
      figureGraph([
        { by: 'x', quantity: { min: 30, max: 30 } },
        { by: 'y', quantity: { min: 900 } },
        { by: 'z', quantity: { min: 35, max: 40 } },
      ]),
    );
    expect(html).toContain('On one axis: 30 to 900, logarithmic');
    const marks = Array.from(html.matchAll(/<svg class="range".*?<\/svg>/gu), ([mark]) => mark);
    expect(marks).toHaveLength(3);
    expect(marks.filter((mark) => mark.includes('fill="none"'))).toHaveLength(1);
    expect(marks.map((mark) => mark.match(/<circle/gu)?.length).toSorted()).toEqual([1, 1, 2]);
    expect(marks.filter((mark) => mark.includes('cx="16"'))).toHaveLength(1);
    expect(marks.filter((mark) => mark.includes('cx="154"'))).toHaveLength(1);
    expect(html).not.toMatch(/NaN|Infinity/u);
  });

  test.each([
    ['nothing but zero', [{ by: 'x', quantity: { min: 0, max: 0 } }]],
    ['less than nothing', [{ by: 'x', quantity: { min: -5, max: 7 } }]],
    ['beyond all counting', [{ by: 'x', quantity: { min: 1, max: 1e300 } }]],
  ])('%s can be drawn', (_, lines) => {
    const html = textOf(figureGraph(lines));
    expect(html).toContain('class="range"');
    expect(html).not.toMatch(/NaN|Infinity/u);
  });

  test('denials that were left out are told before the first chapter', async () => {
    const html = textOf(withoutDenials(await smallGraph(), new Date(0), '1').graph);
    expect(html.indexOf('Denials and doubts were left out')).toBeLessThan(html.indexOf('<h2'));
  });
});
