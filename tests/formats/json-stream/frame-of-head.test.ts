import { expect, test } from 'vitest';
import { frameOfHead } from '../../../src/formats/json-stream/frame-of-head.ts';

const seen = (head: string) => {
  const frame = frameOfHead(head);
  return frame && [Object.fromEntries(frame.begins), [...frame.inner]];
};

test('the names of the outermost object and of objects in it, and what they begin with', () => {
  expect(seen(' \n{"a" : [ {"b":1} ], "c":{"d":{"e":2},"f":"\\"g\\":"}, "h":true,"i":-1,"j":"k"} {"l":1}')).toEqual([
    { a: '[', c: '{', h: 't', i: '-', j: '"' },
    ['c.d', 'c.f'],
  ]);
});

test('names in texts, lists and deeper objects say nothing', () => {
  expect(seen('{"a":"\\"nodes\\":[","b":[{"nodes":[]}],"c":{"d":{"nodes":[]}}}')).toEqual([
    { a: '"', b: '[', c: '{' },
    ['c.d'],
  ]);
});

test('a start may break off anywhere', () => {
  const whole = '{"a":{"b":"c\\"","d":[1]},"nodes":[{"e":1}';
  for (let end = 1; end <= whole.length; end++) {
    expect(frameOfHead(whole.slice(0, end))?.begins.has('nodes')).toBe(end > whole.indexOf('"nodes":'.concat('[')) + 8);
  }
  for (const other of ['', '  ', '[{"a":1}]', 'x,y', '<a/>']) expect(frameOfHead(other)).toBeUndefined();
});

test('a hostile start takes no quadratic time', () => {
  const began = performance.now();
  for (const part of ['"options":{', '{"a":', '"', '\\', '{"a":1,', '"n":1,']) frameOfHead(`{${part.repeat(30_000)}`);
  expect(performance.now() - began).toBeLessThan(2000);
});
