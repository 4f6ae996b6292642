import { describe, expect, test } from 'vitest';
import { inputOf } from '../../src/formats/read-text.ts';
import { FORMATS, formatById, likelyFormats } from '../../src/formats/registry.ts';
import { withoutDenials } from '../../src/knowledge/without-denials.ts';
import { checkGraph } from '../../src/model/check-graph.ts';
import { hostileGraph, smallGraph } from './hostile-graph.ts';

const formats = FORMATS.map((format) => [format.id, format] as const);

test('ids are unique, and an unknown one is refused with them', () => {
  const ids = FORMATS.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids[0]).toBe('json');
  for (const id of ids) expect(formatById(id).id).toBe(id);
  expect(() => formatById('xls')).toThrow(/json, .*gexf/u);
});

describe.each(formats)('%s', (id, format) => {
  test('says what it is, for whom, and what it cannot hold', () => {
    expect(id).toMatch(/^[a-z][a-z0-9-]*$/u);
    expect(format.mediaType).toMatch(/^[a-z]+\/[a-z0-9.+-]+$/u);
    expect(format.extensions.length).toBeGreaterThan(0);
    for (const extension of format.extensions) expect(extension).toMatch(/^\.[a-z0-9.]+$/u);
    expect(format.help).toMatch(/^[A-Z].{30,}\.$/u);
    expect(format.write ?? format.read ?? format.readTogether).toBeDefined();
    const ids = [...FORMATS.map((one) => one.id), 'none'];
    for (const { field, why, keptBy } of format.losses) {
      expect([field.length > 0, why.length > 10, ids.includes(keptBy)]).toEqual([true, true, true]);
    }
    const fields = format.losses.map(({ field }) => field);
    expect(new Set(fields).size).toBe(fields.length);
  });

  test('writes an empty graph, and one of which every text is hostile; what it loses it said before', async () => {
    if (format.write === undefined) return;
    const graph = await smallGraph();
    for (const one of [{ ...graph, sources: [], entities: [], claims: [] }, await hostileGraph()]) {
      const { files, losses } = format.write(one);
      expect(files.length).toBeGreaterThan(0);
      const known = new Map(format.losses.map(({ field, why }) => [field, why]));
      for (const { field, why, count } of losses) expect([known.get(field), count > 0]).toEqual([why, true]);
    }
  });

  test('says in its own text that denials were left out on request', async () => {
    if (format.write === undefined) return;
    const { graph } = withoutDenials(await smallGraph(), new Date('2026-01-02T03:04:05Z'), '1');
    const { files } = format.write(graph);
    expect(files.map(({ text = '' }) => text).join('\n')).toContain('LEFT OUT on request');
  });

  test('writes the same graph the same way, whatever the order of its records', async () => {
    if (format.write === undefined) return;
    const graph = await smallGraph();
    expect(format.write(graph)).toEqual(format.write(await smallGraph()));
  });

  test('knows its own files, and reads them back as a graph that is right', async () => {
    const read = format.read;
    if (format.write === undefined || read === undefined) return;
    const graph = await hostileGraph();
    const { files } = format.write(graph);
    const [file] = files;
    const text = file?.text ?? '';
    const [likeliest] = likelyFormats(text.slice(0, 4096), file?.name ?? '');
    expect(likeliest?.id).toBe(id);
    const inputs = files.map(({ name, text: content = '' }) => inputOf(name, content));
    const result =
      format.readTogether === undefined
        ? await read(inputOf(file?.name ?? '', text))
        : await format.readTogether(inputs);
    expect(result.issues.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(result.graph && checkGraph(result.graph).filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(result.graph?.claims.length).toBeGreaterThan(0);
  });

  test('what is no such file, or no text, is told and does not throw', async () => {
    if (format.read === undefined) return;
    for (const bytes of [
      new Uint8Array(),
      new Uint8Array([0xff, 0xfe, 0x00]),
      new TextEncoder().encode('{"a": 1}\n<x>'),
    ]) {
      const { graph, issues } = await format.read(inputOf('x', bytes));
      if (graph === undefined) expect(issues.some(({ severity }) => severity === 'error')).toBe(true);
    }
  });
});

test('a file is told by its content before its name', () => {
  expect(likelyFormats('{ "format": "ascribe-graph",', 'x.csv').map(({ id }) => id)[0]).toBe('json');
  expect(likelyFormats('nothing', 'x.unknown')).toEqual([]);
});
