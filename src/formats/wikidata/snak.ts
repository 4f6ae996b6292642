import type { Quantity } from '../../model/claim.ts';
import { asLabel } from '../foreign/clean-text.ts';
import { isObject, listMember, member, textMember } from '../json-stream/attributes-of.ts';
import { edtfOfTime } from './wikidata-time.ts';

/** What a snak says. `entity` names another item; `text` is anything else in words. */
export type SnakValue =
  | { readonly is: 'entity'; readonly id: string }
  | { readonly is: 'quantity'; readonly quantity: Quantity }
  | { readonly is: 'text'; readonly text: string }
  /** There is a value and nobody knows which, or it is known that there is none. */
  | { readonly is: 'somevalue' | 'novalue' };

/** An id out of an address such as `http://www.wikidata.org/entity/Q11573`; undefined for "1", no unit. */
function unitOf(unit: string | undefined): string | undefined {
  return unit === undefined || unit === '1' ? undefined : (/\/(Q\d+)$/u.exec(unit)?.[1] ?? asLabel(unit));
}

/** A decimal number as Wikidata writes it, always with a sign. */
function numberOf(text: string | undefined): number | undefined {
  const value = text !== undefined && /^[+-]\d+(?:\.\d+)?$/u.test(text) ? Number(text) : Number.NaN;
  return Number.isFinite(value) ? value : undefined;
}

function quantityOf(value: unknown): Quantity | undefined {
  const amount = numberOf(textMember(value, 'amount'));
  if (amount === undefined) return undefined;
  const min = numberOf(textMember(value, 'lowerBound')) ?? amount;
  const max = numberOf(textMember(value, 'upperBound')) ?? amount;
  const unit = unitOf(textMember(value, 'unit'));
  return min > max ? undefined : { min, max, ...(unit === undefined ? {} : { unit }) };
}

function entityIdOf(value: unknown): string | undefined {
  const id = textMember(value, 'id');
  if (id !== undefined && id !== '') return id;
  const number = member(value, 'numeric-id');
  return typeof number === 'number'
    ? `${textMember(value, 'entity-type') === 'property' ? 'P' : 'Q'}${number}`
    : undefined;
}

/** What a snak says; undefined where it is none. */
export function valueOfSnak(snak: unknown): SnakValue | undefined {
  const type = textMember(snak, 'snaktype');
  if (type === 'somevalue' || type === 'novalue') return { is: type };
  const data = member(snak, 'datavalue');
  const value = member(data, 'value');
  if (type !== 'value' || !isObject(data) || value === undefined) return undefined;
  const sort = textMember(data, 'type');
  if (sort === 'wikibase-entityid') {
    const id = entityIdOf(value);
    return id === undefined ? undefined : { is: 'entity', id };
  }
  if (sort === 'quantity') {
    const quantity = quantityOf(value);
    if (quantity !== undefined) return { is: 'quantity', quantity };
  }
  return { is: 'text', text: wordsOf(sort, value) };
}

function wordsOf(sort: string | undefined, value: unknown): string {
  if (typeof value === 'string') return value;
  if (sort === 'time') return edtfOfTime(value) ?? textMember(value, 'time') ?? JSON.stringify(value);
  if (sort === 'monolingualtext') return textMember(value, 'text') ?? JSON.stringify(value);
  const [latitude, longitude] = [member(value, 'latitude'), member(value, 'longitude')];
  if (typeof latitude === 'number' && typeof longitude === 'number') return `${latitude}, ${longitude}`;
  return JSON.stringify(value);
}

/** Snaks of one property in qualifiers or in a reference. */
export function snaksOf(snaks: unknown, property: string): readonly unknown[] {
  return listMember(snaks, property);
}

/** The texts of a property: of items their id. */
export function textsOf(snaks: unknown, property: string): string[] {
  return snaksOf(snaks, property).flatMap((snak) => {
    const value = valueOfSnak(snak);
    if (value?.is === 'text') return [value.text];
    return value?.is === 'entity' ? [value.id] : [];
  });
}

/** The ids of the items of a property. */
export function itemsOf(snaks: unknown, property: string): string[] {
  return snaksOf(snaks, property).flatMap((snak) => {
    const value = valueOfSnak(snak);
    return value?.is === 'entity' ? [value.id] : [];
  });
}

/** The first time of a property as EDTF. */
export function dateOf(snaks: unknown, property: string): string | undefined {
  for (const snak of snaksOf(snaks, property)) {
    const date = edtfOfTime(member(member(snak, 'datavalue'), 'value'));
    if (date !== undefined) return date;
  }
  return undefined;
}
