import { describe, expect, test } from 'vitest';
import { citableAddress } from '../../../src/explorer/export/citable-address.ts';

describe('an address in a citation', () => {
  test.each([
    'https://ascribe.example.org/balochistan/#sel=relation:india~backs~bla',
    'http://192.168.7.20:5180/#focus=1:india',
    'http://localhost.example.org/',
    'http://127.example.org/',
  ])('%s stands in it', (href) => expect(citableAddress(href)).toBe(href));

  test.each([
    'http://127.0.0.1:5180/#focus=1:india',
    'http://127.1.2.3/',
    'http://localhost:5173/',
    'http://ascribe.localhost/',
    'http://[::1]:5180/',
    'http://[::ffff:127.0.0.1]/',
    'http://0.0.0.0:5180/',
    'file:///home/somebody/ascribe/index.html',
  ])('%s leads nobody else anywhere, and is left out', (href) => expect(citableAddress(href)).toBeUndefined());
});
