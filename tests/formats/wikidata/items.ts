const GREGORIAN = 'http://www.wikidata.org/entity/Q1985727';

/** Invented items, in the form of Special:EntityData. */
export const item = (id: string, label: string, claims: object = {}): object => ({
  pageid: 7,
  type: 'item',
  id,
  labels: { de: { language: 'de', value: `${label} (de)` }, en: { language: 'en', value: label } },
  descriptions: { en: { language: 'en', value: `about ${label}` } },
  aliases: { en: [{ language: 'en', value: `the ${label}` }] },
  claims,
  sitelinks: {},
  lastrevid: 1,
});
export const entity = (id: string): object => ({ type: 'wikibase-entityid', value: { 'entity-type': 'item', id } });
export const text = (value: string): object => ({ type: 'string', value });
export const time = (at: string, precision: number, calendarmodel = GREGORIAN): object => ({
  type: 'time',
  value: { time: at, precision, calendarmodel, before: 0, after: 0, timezone: 0 },
});
export const snak = (property: string, datavalue: object): object => ({ snaktype: 'value', property, datavalue });
export const bySnak = (...snaks: object[]): Record<string, object[]> => {
  const by: Record<string, object[]> = {};
  for (const one of snaks as { property: string }[]) by[one.property] = [...(by[one.property] ?? []), one];
  return by;
};
export const statement = (id: string, mainsnak: object, more: object = {}): object => ({
  mainsnak,
  type: 'statement',
  id,
  rank: 'normal',
  ...more,
});
export const reference = (hash: string, ...snaks: object[]): object => ({ hash, snaks: bySnak(...snaks) });
export const entities = (...list: object[]): string =>
  JSON.stringify({ entities: Object.fromEntries((list as { id: string }[]).map((one) => [one.id, one])) }, null, 1);
