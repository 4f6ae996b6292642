import { describe, expect, test } from 'vitest';
import { fold, SearchIndex } from '../../src/knowledge/search-index.ts';
import { Entity } from '../../src/model/entity.ts';

const entities = [
  { id: 'noshki', kind: 'place', name: 'Noshki', aliases: ['Nushki', 'نوشکی'] },
  { id: 'gwadar-port', kind: 'organisation', name: 'Gwadar Port Authority' },
  { id: 'balochistan', kind: 'place', name: 'Balochistan' },
  { id: 'sao-tome', kind: 'state', name: 'São Tomé' },
  { id: 'bla', kind: 'organisation', name: 'Baloch Liberation Army', aliases: ['BLA'] },
  { id: 'blf', kind: 'organisation', name: 'Baloch Liberation Front', aliases: ['BLF'] },
].map((entity) => Entity.parse(entity));
const index = new SearchIndex(new Map(entities.map((entity) => [entity.id, entity])));
const first = (text: string): string | undefined => index.search(text)[0]?.id;

describe('search', () => {
  test.each([
    ['a name', 'Noshki', 'noshki'],
    ['an alias', 'nushki', 'noshki'],
    ['another script', 'نوشکی', 'noshki'],
    ['a script that writes few vowels', 'بلوچستان', 'balochistan'],
    ['an abbreviation', 'bla', 'bla'],
    ['the start of a word', 'gwad', 'gwadar-port'],
    ['words in another order', 'authority gwadar', 'gwadar-port'],
    ['missing diacritics', 'sao tome', 'sao-tome'],
    ['added diacritics', 'Nōshkī', 'noshki'],
    ['a typing error', 'Gwader', 'gwadar-port'],
    ['two typing errors in a long word', 'Libaraton Frunt', 'blf'],
    ['an id', 'sao-tome', 'sao-tome'],
  ])('finds by %s: %s', (_, asked, wanted) => {
    expect(first(asked)).toBe(wanted);
  });

  test('says which name matched', () => {
    expect(index.search('nushki')[0]).toMatchObject({ id: 'noshki', matched: 'Nushki' });
  });

  test('an exact name comes before what is only like it', () => {
    expect(index.search('BLF').map((hit) => hit.id)[0]).toBe('blf');
  });

  test('nothing is found by nothing, and by what is nowhere', () => {
    expect(index.search('  ')).toEqual([]);
    expect(index.search('zzzzzz')).toEqual([]);
  });

  test('folding puts other scripts in Latin letters', () => {
    expect(fold('Кабул')).toBe('kabul');
    expect(fold('São')).toBe('sao');
  });
});
