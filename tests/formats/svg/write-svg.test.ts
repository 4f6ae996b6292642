import { describe, expect, test } from 'vitest';
import { drawPicture } from '../../../src/formats/svg/draw-picture.ts';
import { PICTURE_LOSSES } from '../../../src/formats/svg/losses.ts';
import { pictureData } from '../../../src/formats/svg/picture-data.ts';
import { textWidth, wrap } from '../../../src/formats/svg/text-width.ts';
import { writeSvg } from '../../../src/formats/svg/write-svg.ts';
import { wholeGraph } from '../../../src/knowledge/subgraph.ts';
import { withoutDenials } from '../../../src/knowledge/without-denials.ts';
import { contentHash } from '../../../src/model/content-hash.ts';
import type { GraphDocument } from '../../../src/model/graph-document.ts';
import { EntityId, RelationId } from '../../../src/model/ids.ts';
import { sketchGraph } from '../../evidence/sketch-graph.ts';
import { HOSTILE, hostileGraph, smallGraph } from '../hostile-graph.ts';

const textOf = (graph: GraphDocument): string => writeSvg(graph).files[0]?.text ?? '';

/** Everybody in a row, each against the next, with a relation of every verdict. */
function everyVerdict(): GraphDocument {
  return sketchGraph({
    types: { backs: {}, knows: { symmetric: true } },
    sources: { a: 'A', b: 'B', c: 'C', d: 'D', e: 'E' },
    claims: [
      ['a', 'p', 'backs', 'q'],
      ['b', 'p', 'backs', 'q'],
      ['b', 'q', 'backs', 'r'],
      ['c', 'r', 'backs', 's', { hedge: 'reportedly' }],
      ['c', 'r', 'backs', 's', { stance: 'denies' }],
      ['a', 's', 'backs', 't', { stance: 'denies' }],
      ['e', 't', 'knows', 'u', { hedge: 'allegedly' }],
      ['a', 'u', 'backs', 'p'],
      ['b', 'u', 'backs', 'p'],
      ['c', 'u', 'backs', 'p', { stance: 'denies', by: 'p' }],
    ],
  });
}

describe('writeSvg', () => {
  test('it names title, selection, sources, day, content hash and weights', async () => {
    const graph = wholeGraph(await smallGraph(), new Date('2026-01-02T03:04:05Z'), '1');
    const text = textOf({ ...graph, title: 'A title' });
    for (const part of [
      'A title',
      'Selected: the whole graph',
      'Taken 2026-01-02',
      contentHash(graph),
      'What the Gazette',
    ]) {
      expect(text.replace(/<\/text><text[^>]*>/gu, ' ')).toContain(part);
    }
  });

  test('each verdict has a line of its own form: thick, thin, two strokes, crossed, dotted', () => {
    const { relations } = pictureData(everyVerdict());
    expect(relations.map(({ verdict }) => verdict).toSorted()).toEqual(
      ['corroborated', 'corroborated', 'denied', 'disputed', 'single-source', 'unknown'].toSorted(),
    );
    const { body } = drawPicture(pictureData(everyVerdict()));
    const drawn = Array.from(
      body.text.matchAll(/<g class="relation"><title>([^<]*)<\/title>(.*?)<\/g>/gu),
      (match) => ({
        told: match[1] ?? '',
        line: match[2] ?? '',
      }),
    );
    const lineOf = (told: string): string => drawn.find((one) => one.told.includes(told))?.line ?? '';
    expect(lineOf('p q: corroborated')).toMatch(/stroke-width="3.2"/u);
    expect(lineOf('q r: single source')).toMatch(/stroke-width="1.5"/u);
    const disputed = lineOf('r s: disputed, denied by voice-of-c');
    expect(disputed.match(/class="line for" d="M[^"]*Q/gu)).toHaveLength(1);
    expect(disputed.match(/class="line against" d="M[^"]*Q/gu)).toHaveLength(1);
    expect(lineOf('s t: denied').match(/class="line denied"/gu)).toHaveLength(4);
    expect(lineOf('t u: too little evidence')).toMatch(/stroke-dasharray/u);
    // What is corroborated and denied carries one cross, and no arrow stands on what runs both ways.
    expect(lineOf('u p: corroborated, denied by p').match(/class="line against"/gu)).toHaveLength(1);
    expect(lineOf('p q: corroborated')).not.toContain('class="line against"');
    expect(lineOf('t u')).not.toContain('class="head');
  });

  test('nothing in a hostile graph becomes an element, an attribute or an address', async () => {
    const text = textOf(await hostileGraph());
    const names = new Set(Array.from(text.matchAll(/<([a-zA-Z][\w:]*)/gu), ([, name]) => name));
    expect([...names].toSorted()).toEqual(['desc', 'g', 'path', 'rect', 'svg', 'text', 'title', 'tspan']);
    const attributes = new Set(
      Array.from(text.matchAll(/<[a-z]+((?:\s[^>]*)?)>/gu), ([, rest = '']) =>
        Array.from(rest.matchAll(/([\w:-]+)="/gu), ([, key = '']) => key),
      ).flat(),
    );
    for (const key of attributes) expect(key).not.toMatch(/^(on|href|xlink|src|style)/u);
    for (const one of HOSTILE.filter((one) => /[<>&]/u.test(one))) expect(text).not.toContain(one);
    // A number that is none would break the drawing.
    expect(text).not.toMatch(/NaN|Infinity|undefined/u);
  });

  test('the order of records changes nothing', async () => {
    const graph = await hostileGraph();
    const turned = {
      ...graph,
      sources: graph.sources.toReversed(),
      entities: graph.entities.toReversed(),
      claims: graph.claims.toReversed(),
    };
    expect(textOf(turned)).toBe(textOf(graph));
  });

  test('a graph without relations gives a picture that says so', async () => {
    const graph = await smallGraph();
    expect(textOf({ ...graph, claims: [], sources: [], entities: [] })).toContain('0 entities, 0 relations');
    expect(textOf({ ...graph, claims: [], sources: [], entities: [] })).toContain('there is nothing to draw');
  });

  test('what is beyond the limit is counted; what was chosen stays, then what is in dispute, then the most claims', () => {
    const data = pictureData(everyVerdict(), { most: 3 });
    expect(data.entities).toHaveLength(3);
    expect(data.notDrawn).toMatchObject({ entities: 3, relations: 6 - data.relations.length });
    for (const { subject, object } of data.relations) {
      const drawn = data.entities.map(({ id }) => id);
      expect(drawn).toContain(subject.id);
      expect(drawn).toContain(object.id);
    }
  });

  test('of too many, a dispute of two claims stays before what many say', () => {
    const crowd = Array.from({ length: 8 }, (_, i) => ['a', 'p', 'backs', `q${i}`] as const);
    const graph = sketchGraph({
      types: { backs: {} },
      sources: { a: 'B' },
      claims: [...crowd, ['a', 'r', 'backs', 's'], ['a', 'r', 'backs', 's', { stance: 'denies', by: 'r' }]],
    });
    const drawn = (options: Parameters<typeof pictureData>[1]): string[] =>
      pictureData(graph, { ...options, most: 2 }).entities.map(({ id }) => id);
    expect(drawn({})).toEqual(['r', 's']);
    expect(drawn({ chosen: new Set([RelationId.parse('p~backs~q3')]) })).toEqual(['p', 'q3']);
  });

  test('what was only taken along is drawn fainter, counted, and explained in the legend', () => {
    const graph = everyVerdict();
    const chosen = new Set([RelationId.parse('p~backs~q')]);
    const [text = ''] = writeSvg(graph, { chosen }).files.map((file) => file.text ?? '');
    const drawn = Array.from(text.matchAll(/<g class="relation"( opacity="[\d.]+")?><title>Whether ([a-z]+) /gu));
    expect(drawn.filter(([, faint]) => faint === undefined)).toHaveLength(1);
    expect(drawn.filter(([, faint]) => faint !== undefined).length).toBe(drawn.length - 1);
    expect(text).toContain('only taken along as evidence: 4 entities and 5 relations, drawn fainter');
    expect(text).toContain('fainter: taken along as evidence');
    // Named one by one in the manifest, they need not be told again.
    const manifest = wholeGraph(graph, new Date(0), '1').manifest;
    if (manifest === undefined) throw new Error('a whole graph has a manifest');
    const named = { ...graph, manifest: { ...manifest, chosen: { relations: [...chosen], figures: [] } } };
    expect(textOf(named)).toContain('only taken along as evidence: 4 entities and 5 relations');
    // Where all was chosen nothing is said.
    expect(textOf(graph)).not.toContain('taken along');
  });

  test('where nothing that is drawn was chosen, nothing is fainter than the rest, and that is told', () => {
    const [text = ''] = writeSvg(everyVerdict(), { chosen: new Set() }).files.map((file) => file.text ?? '');
    expect(text).not.toContain('opacity');
    expect(text).toContain('none of these was chosen');
  });

  test('a picture stands as the screen has it, though more was taken along than was chosen', () => {
    const graph = everyVerdict();
    const id = (name: string): EntityId => EntityId.parse(name);
    const places = new Map([
      [id('p'), { x: 0, y: 0 }],
      [id('q'), { x: 120, y: 300 }],
    ]);
    const [text = ''] = writeSvg(graph, { places, chosen: new Set([RelationId.parse('p~backs~q')]) }).files.map(
      (file) => file.text ?? '',
    );
    const at = new Map(
      Array.from(
        text.matchAll(/translate\((-?[\d.]+) (-?[\d.]+)\) scale\([\d.]+\)"><title>([a-z]) /gu),
        ([, x, y, name]) => [name, { x: Number(x), y: Number(y) }],
      ),
    );
    const [p, q] = [at.get('p'), at.get('q')];
    expect(((q?.y ?? 0) - (p?.y ?? 0)) / ((q?.x ?? 0) - (p?.x ?? 0))).toBeCloseTo(2.5, 1);
    // The others have free places.
    const all = [...at.values()];
    expect(all).toHaveLength(6);
    for (const [i, one] of all.entries()) {
      for (const other of all.slice(i + 1)) expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(30);
    }
  });

  test('what is written round a large drawing grows with it', () => {
    const claims = Array.from({ length: 150 }, (_, i) => ['a', 'p', 'backs', `somebody-${i}`] as const);
    const text = textOf(sketchGraph({ types: { backs: {} }, sources: { a: 'B' }, claims }));
    const width = Number(/ width="([\d.]+)"/u.exec(text)?.[1]);
    const scale = Number(/translate\([^)]*\) scale\(([\d.]+)\)"><text/u.exec(text)?.[1]);
    expect(width).toBeGreaterThan(1500);
    // The title has 22 units: at the width of a page of 1,400 it is as large as on a small picture.
    expect((22 * scale * 1400) / width).toBeGreaterThan(18);
  });

  test('relations between the same two, and of one with itself, are drawn apart', () => {
    const graph = sketchGraph({
      types: { backs: {}, knows: {}, funds: {} },
      sources: { a: 'A' },
      claims: [
        ['a', 'p', 'backs', 'q'],
        ['a', 'p', 'funds', 'q'],
        ['a', 'q', 'knows', 'p'],
        ['a', 'p', 'knows', 'p'],
        ['a', 'p', 'backs', 'p'],
      ],
    });
    const paths = Array.from(
      drawPicture(pictureData(graph)).body.text.matchAll(/class="line [^"]*" d="([^"]*)"/gu),
      ([, d]) => d,
    );
    expect(paths).toHaveLength(5);
    expect(new Set(paths).size).toBe(5);
  });

  test('denials that were left out are told', async () => {
    const text = textOf(withoutDenials(await smallGraph(), new Date(0), '1').graph);
    expect(text).toContain('Denials and doubts were left out');
  });

  test('what it loses is measured, and among what the format says beforehand', async () => {
    const graph = await smallGraph();
    const { losses } = writeSvg(graph);
    const counts = new Map(losses.map(({ field, count }) => [field, count]));
    expect(counts.get('claims.quantity')).toBe(graph.claims.filter(({ quantity }) => quantity !== undefined).length);
    const known = new Set(PICTURE_LOSSES.map(({ field }) => field));
    for (const { field } of losses) expect(known).toContain(field);
  });
});

describe('textWidth', () => {
  // Advance widths of DejaVu Sans 2.37, in parts of its size: what a browser takes where it finds nothing else.
  test.each([
    ['balochistan~located-in~pakistan; 2 chosen figures: baloch-armed-groups~strength~insurgents~, 2 more', 53.22],
    ['Taken 2026-11-21T23:45:36.402Z · content SHA-256 6418d848001e08ff9871268a315295943af1b796aa57ce44', 56.41],
    ['Lines are claims of somebody, weighed together. None is a fact.', 32.21],
    ['WHO SAYS WHAT ABOUT WHOM, ON WHAT EVIDENCE', 27.22],
    ["“Untitled article” (Qin'an Strategy Think Tank)", 23.17],
  ])('%s is given room enough, and not far too much, in a wide font', (text, measured) => {
    expect(textWidth(text, 1)).toBeGreaterThanOrEqual(measured);
    expect(textWidth(text, 1)).toBeLessThan(measured * 1.08);
  });
});

describe('wrap', () => {
  test('no line is wider than it may be, and nothing is lost where there is room', () => {
    const text = 'A declaration of independence that somebody with a long name is said to have made';
    const lines = wrap(text, 12, 100);
    expect(lines.join(' ')).toBe(text);
    for (const line of lines) expect(textWidth(line, 12)).toBeLessThanOrEqual(100);
  });

  test('what does not fit ends with an ellipsis, in whole characters', () => {
    expect(wrap('one two three four five six', 12, 40, 2).at(-1)).toMatch(/…$/u);
    for (const line of wrap('🏔'.repeat(40), 12, 50, 1)) {
      expect(line).not.toMatch(/\p{Surrogate}/u);
      expect(textWidth(line, 12)).toBeLessThanOrEqual(50);
    }
  });
});
